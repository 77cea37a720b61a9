import { orderedValue } from "../../shared/ordered-map.js";
import type { Decision } from "../decision/decision.js";
import type { LotAllocation, RedemptionRecord } from "../ledger/loyalty-state.js";
import { firstPoints } from "../redemption/burn-quote.js";
import { redemptionsOfOrder } from "../redemption/order-redemptions.js";
import { shareOfPoints } from "./returned-share.js";
import type { ReturnedShare } from "./returned-share.js";

/** Spent points of one redemption that come back. */
export interface SpentReversal {
  /** The redemption. */
  readonly redemption: string;
  /** How many, at least 1. */
  readonly points: number;
  /** To which lots, the one burned last first. */
  readonly allocations: readonly LotAllocation[];
  /** The voucher that is made void by it; absent where it was none. */
  readonly voucher?: string;
}

/**
 * The points spent on an order that come back with a share of it, the latest redemption first.
 *
 * As with earned points, the sum over all returns is rounded down. A voucher comes back whole or not at all: with the
 * last of the order, as long as nothing of it is used, void or over. What was spent only after the return stays spent.
 */
export function spentReversal(
  decision: Decision,
  order: string,
  share: ReturnedShare,
): readonly SpentReversal[] {
  return redemptionsOfOrder(decision.state, order)
    .filter(({ status, at, committedAt = at }) => {
      return status === "committed" && committedAt <= decision.command.occurredAt;
    })
    .sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? 1 : -1))
    .map((record) => reversalOf(decision, record, share))
    .filter(({ points }) => points > 0);
}

function reversalOf(
  decision: Decision,
  { redemption, allocations, givenBack }: RedemptionRecord,
  share: ReturnedShare,
): SpentReversal {
  const { id, voucher } = redemption;
  const isStuck = voucher !== undefined && !isReturnable(decision, voucher.id, share);
  const target = isStuck ? givenBack : shareOfPoints(redemption.points, share);
  const points = target - givenBack;
  const lastFirst = allocations.toReversed();
  return {
    redemption: id,
    points,
    allocations: firstPoints(withoutFirst(lastFirst, givenBack), points),
    ...(voucher !== undefined && { voucher: voucher.id }),
  };
}

function isReturnable({ state, command }: Decision, id: string, share: ReturnedShare): boolean {
  const voucher = orderedValue(state.vouchers, id);
  if (voucher === undefined || voucher.left < voucher.amount) return false;
  const { expiresAt } = voucher;
  return share.back === share.of && (expiresAt === undefined || expiresAt > command.occurredAt);
}

/** What stands in a list after its first so many points. */
function withoutFirst(
  allocations: readonly LotAllocation[],
  points: number,
): readonly LotAllocation[] {
  let left = points;
  return allocations.flatMap((one) => {
    const part = Math.min(left, one.points);
    left -= part;
    return part === one.points ? [] : [{ ...one, points: one.points - part }];
  });
}
