import { ok } from "../../shared/result.js";
import type { Result } from "../../shared/result.js";
import type { ReturnOrder } from "../decision/loyalty-command.js";
import type { LoyaltyRefusal } from "../decision/loyalty-refusal.js";
import type { LoyaltyState } from "../ledger/loyalty-state.js";
import type { OrderReturned, ReturnReversal, ReturnedLine } from "../ledger/return-event.js";
import { dryDecision } from "../redemption/dry-decision.js";
import type { QuoteOptions } from "../redemption/redemption-quote.js";
import { decideReturn } from "./decide-return.js";

/** What of which order would come back. */
export type ReturnRequest = Pick<ReturnOrder, "order" | "lines">;

/** What a return would do. */
export interface ReturnPreview {
  /** What would come back of each line, with the earned points taken back. */
  readonly lines: readonly ReturnedLine[];
  /** Points taken back, given back, forfeited, owed and let go. */
  readonly reversal: ReturnReversal;
  /** Spent points given back, by redemption; empty where nothing was spent on the order. */
  readonly givenBack: readonly {
    /** The redemption. */
    readonly redemption: string;
    /** Points given back. */
    readonly points: number;
  }[];
  /** Vouchers made void. */
  readonly voidedVouchers: readonly string[];
  /** What of used vouchers could be used again; absent where there is none. */
  readonly vouchersRestored?: readonly {
    /** The voucher. */
    readonly voucher: string;
    /** Minor units of the programme's currency. */
    readonly amount: number;
  }[];
  /** What vouchers had paid and would not come back, because they are void or over; absent where there is none. */
  readonly vouchersLost?: NonNullable<OrderReturned["vouchersLost"]>;
  /** The tier before and after; absent where the member has none. */
  readonly tier?: {
    /** Before. */
    readonly before: string;
    /** After. */
    readonly after: string;
  };
}

/**
 * What would happen to points and tier if this came back (LOY-3)?
 *
 * Nothing happens by it; a return of the same at the same moment, on the same ledger, does exactly this. Ask it before
 * money is paid back: the member may owe points, or fall a tier.
 *
 * @param state - The member's ledger.
 * @param request - The order, and the lines that come back; all that is left when absent.
 * @param options - The moment and the programme.
 * @returns What would happen; or why it is refused, with the numbers.
 * @example
 * ```ts
 * import { loyaltyProgramme, NO_LOYALTY, previewReturn } from "goodwill/loyalty";
 * import { instant, timeZone } from "goodwill/shared";
 *
 * const programme = loyaltyProgramme({
 *   id: "beans",
 *   version: 1,
 *   zone: timeZone("Europe/London"),
 *   currency: "GBP",
 *   kinds: [{ id: "beans", purpose: "redeemable" }],
 *   earning: [],
 * });
 * const options = { asOf: instant("2026-03-02T09:00:00Z"), programme };
 * const preview = previewReturn(NO_LOYALTY, { order: "o-1" }, options);
 * preview.ok ? preview.value.reversal : preview.error.code; // => "not-enrolled"
 * ```
 */
export function previewReturn(
  state: LoyaltyState,
  { order, lines }: ReturnRequest,
  options: Omit<QuoteOptions, "left">,
): Result<ReturnPreview, LoyaltyRefusal> {
  if (state.account === undefined) return { ok: false, error: { code: "not-enrolled" } };
  const decision = dryDecision(state, options);
  const before = decision.state.tier?.tier;
  const refusal = decideReturn(decision, {
    ...decision.command,
    kind: "return-order",
    order,
    // No host names a return so.
    return: `preview of ${order}`,
    ...(lines !== undefined && { lines }),
  });
  if (refusal !== undefined) return { ok: false, error: refusal };
  const { events } = decision;
  const returned = events.find((event): event is OrderReturned => event.kind === "order-returned")!;
  const after = decision.state.tier?.tier;
  const { vouchersLost } = returned;
  const vouchersRestored = events.flatMap((event) =>
    event.kind === "voucher-changed" && event.change.kind === "restored"
      ? [{ voucher: event.voucher, amount: event.change.amount }]
      : [],
  );
  return ok({
    lines: returned.lines,
    reversal: returned.reversal,
    givenBack: returned.givenBack ?? [],
    voidedVouchers: events.flatMap((event) =>
      event.kind === "voucher-changed" && event.change.kind === "voided" ? [event.voucher] : [],
    ),
    ...(vouchersRestored.length > 0 && { vouchersRestored }),
    ...(vouchersLost !== undefined && { vouchersLost }),
    ...(before !== undefined && after !== undefined && { tier: { before, after } }),
  });
}
