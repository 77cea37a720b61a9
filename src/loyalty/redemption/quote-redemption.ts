import type { Result } from "../../shared/result.js";
import type { RedemptionRequest } from "../decision/loyalty-command.js";
import type { LoyaltyRefusal } from "../decision/loyalty-refusal.js";
import type { LoyaltyState } from "../ledger/loyalty-state.js";
import { dryDecision } from "./dry-decision.js";
import type { QuoteOptions, RedemptionQuote } from "./redemption-quote.js";
import { requestedRedemption } from "./requested-redemption.js";

/**
 * What would this redemption take, from which lots, and what would it give (LOY-2)?
 *
 * Nothing happens by it; `redeem` and `reserve` at the same moment, on the same ledger, take exactly these points.
 * - Payment and cashback take whole blocks. A payment takes no more points than asked for, than are active, and than
 * the share of the order that may be paid by points; what points have paid of the same order counts.
 * - What points pay is worth what their lots recorded when they were issued, at the programme's rate where they
 * recorded nothing; the sum is rounded down. An order that is recorded takes no more payment, unless what points pay
 * earns.
 * - A reward costs what the catalogue says, times the claims its units need. A shared stock counts units.
 * - Points that are pending, expired or set aside are not there.
 *
 * @param state - The member's ledger.
 * @param request - On what points are to be spent. `payable` is the whole of the order, before points pay any of it.
 * @param options - The moment, the programme, and what is left of shared stocks.
 * @returns What it takes and gives; or why it is refused, with the numbers.
 * @example
 * ```ts
 * import { loyaltyProgramme, NO_LOYALTY, quoteRedemption } from "goodwill/loyalty";
 * import { instant, timeZone } from "goodwill/shared";
 *
 * const programme = loyaltyProgramme({
 *   id: "beans",
 *   version: 1,
 *   zone: timeZone("Europe/London"),
 *   currency: "GBP",
 *   kinds: [{ id: "beans", purpose: "redeemable" }],
 *   earning: [],
 *   redemption: { kinds: ["beans"], payment: { points: 100, amount: 500 }, reservationMinutes: 30 },
 * });
 * const options = { asOf: instant("2026-03-02T09:00:00Z"), programme };
 * const quote = quoteRedemption(NO_LOYALTY, { use: "cashback", points: 1050 }, options);
 * quote.ok ? quote.value.points : quote.error.code; // => "not-enrolled"
 * ```
 */
export function quoteRedemption(
  state: LoyaltyState,
  request: RedemptionRequest,
  options: QuoteOptions,
): Result<RedemptionQuote, LoyaltyRefusal> {
  const status = state.account?.status;
  if (status === undefined) return { ok: false, error: { code: "not-enrolled" } };
  if (status !== "active") return { ok: false, error: { code: "account-not-active", status } };
  return requestedRedemption(dryDecision(state, options), request);
}
