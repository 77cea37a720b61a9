import type { Result } from "../../shared/result.js";
import { record } from "../decision/decision.js";
import type { LoyaltyCommandBase } from "../decision/loyalty-command.js";
import type { LoyaltyRefusal } from "../decision/loyalty-refusal.js";
import { settleTier } from "../tier/settle-tier.js";
import { decidePair } from "./decide-pair.js";
import type { PairDecision } from "./decide-pair.js";
import type { LedgerPair, LedgerPairEvents, LedgerPairOptions } from "./ledger-pair.js";
import { debtsOf, leavingDebts, takeOverDebts } from "./merged-debts.js";
import { moveClubs, moveVouchers, voucherFault } from "./merged-holdings.js";
import { lotsTakenOver, moveLots } from "./merged-lots.js";
import { moveRecords } from "./merged-records.js";
import {
  leavingQualification,
  moveCards,
  takeOverCounts,
  takeOverTier,
} from "./merged-standing.js";
import { overflow } from "./pass-on.js";

/** Makes one account of two accounts of the same person; its `member` is the account that is closed by it. */
export interface MergeLedgers extends LoyaltyCommandBase {
  /** Tells the command from others. */
  readonly kind: "merge-ledgers";
  /** The account that remains. */
  readonly to: string;
}

/**
 * May these two accounts of one person become one, and what happens in both ledgers (LOY-3)?
 *
 * - All open points move, pending ones too, each lot with its activation, expiry, value and priority; points that lapse
 * by inactivity keep the moment they would have lapsed at. What a lot awaits can be confirmed as before.
 * - A debt moves, too, and is paid at once as far as there are points.
 * - What counts towards a tier, use of caps, cards, clubs and unused vouchers move; the higher tier remains, of two
 * equal ones the one held longer.
 * - Orders, activities, redemptions, recommendations and what was passed on move, too, each with the lots it refers to:
 * returns and limits go on in the account that remains. Where both hold one of the same id, that of the account that
 * remains counts. They cannot be given back or judged by a command dated before the merge.
 * - The ledger they leave is closed and takes in nothing more; a return sent to it is told where its order is.
 * - Reservations have to be ended first. A household's account is not merged. The merge cannot be dated before the last
 * event of the ledger that is closed.
 *
 * @param ledgers - The ledger that is closed and the one that remains.
 * @param command - Which into which.
 * @param options - Now, the programme, ids for the events of both ledgers, and the sequences they were read at.
 * @returns The events of both ledgers, to be stored in one transaction; or why not.
 * @example
 * ```ts
 * import { loyaltyProgramme, mergeLedgers, NO_LOYALTY } from "goodwill/loyalty";
 * import { instant, timeZone } from "goodwill/shared";
 *
 * const now = instant("2026-03-02T09:00:00Z");
 * const programme = loyaltyProgramme({
 *   id: "beans",
 *   version: 1,
 *   zone: timeZone("Europe/London"),
 *   currency: "GBP",
 *   kinds: [{ id: "beans", purpose: "redeemable" }],
 *   earning: [],
 * });
 * const merge = { kind: "merge-ledgers", key: "k-1", member: "ann", to: "ann", occurredAt: now } as const;
 * const ledgers = { from: NO_LOYALTY, to: NO_LOYALTY };
 * const decided = mergeLedgers(ledgers, merge, { now, programme, ids: (n) => `e-${n}` });
 * decided.ok ? "done" : decided.error.code; // => "invalid-field"
 * ```
 */
export function mergeLedgers(
  ledgers: LedgerPair,
  command: MergeLedgers,
  options: LedgerPairOptions,
): Result<LedgerPairEvents, LoyaltyRefusal> {
  return decidePair(ledgers, command, { decide: (pair) => merge(ledgers, pair), options });
}

function merge(read: LedgerPair, pair: PairDecision): LoyaltyRefusal | undefined {
  const { from, to } = pair;
  const closing = from.state;
  const lots = lotsTakenOver(closing);
  const refusal = mergeFault(read, pair) ?? voucherFault(pair) ?? overflow(to, lots);
  if (refusal !== undefined) return refusal;
  const debts = debtsOf(closing);
  // The debt comes first, so that the points that come after it pay it.
  takeOverDebts(to, debts);
  const moved = moveLots(pair, lots, {
    debts: leavingDebts(debts),
    qualifying: leavingQualification(closing),
  });
  moveRecords(pair, moved);
  takeOverCounts(to, closing);
  moveCards(pair);
  moveVouchers(pair);
  moveClubs(pair);
  takeOverTier(to, closing);
  settleTier(to);
  const why = `merged into ${to.command.member}`;
  record(from, { kind: "member-status-changed", status: "closed", why });
  return undefined;
}

function mergeFault(
  { from: read }: LedgerPair,
  { from, to }: PairDecision,
): LoyaltyRefusal | undefined {
  const refused = (state: string): LoyaltyRefusal => ({
    code: "not-possible-now",
    what: "merge",
    state,
  });
  const holders = [from, to].map(({ state }) => state.account!.holder);
  if (holders.includes("household")) return refused("household");
  if (read.lastAt !== undefined && read.lastAt > from.command.occurredAt) {
    return refused("later-events");
  }
  return from.state.openReservations.length > 0 ? refused("open-reservations") : undefined;
}
