import { orderedValue } from "../../shared/ordered-map.js";
import { record } from "../decision/decision.js";
import type { Decision } from "../decision/decision.js";
import { lapsesAfterActivity } from "../decision/lapses.js";
import type { EndReservation } from "../decision/loyalty-command.js";
import type { LoyaltyRefusal } from "../decision/loyalty-refusal.js";
import type { RedemptionRecord } from "../ledger/loyalty-state.js";
import { issueVoucher } from "./issue-voucher.js";
import { ratedRefusal } from "./rated-order.js";
import { releaseReservation } from "./release-reservation.js";

/**
 * Spends the points that were set aside, also where their lot has expired meanwhile; or gives them back to their lots,
 * where those of an expired lot are gone, as after a time-out.
 *
 * What is set aside to pay an order is not given up once the order is recorded, unless what points pay earns: it was
 * taken off what the order earned. A return of the whole order gives it up.
 */
export function decideReservation(
  decision: Decision,
  { kind, redemption: id }: EndReservation,
): LoyaltyRefusal | undefined {
  const found = orderedValue(decision.state.redemptions, id);
  if (found === undefined) return { code: "unknown", what: "redemption", id };
  const refusal = refusalOf(decision, found);
  if (refusal !== undefined) return refusal;
  const { allocations, redemption } = found;
  if (kind === "release") {
    const { use, order } = redemption;
    if (use === "payment") {
      const rated = ratedRefusal(decision, order!);
      if (rated !== undefined) return rated;
    }
    releaseReservation(decision, found);
    return undefined;
  }
  const { voucher } = redemption;
  if (voucher !== undefined && orderedValue(decision.state.vouchers, voucher.id) !== undefined) {
    return { code: "already-there", what: "voucher", id: voucher.id };
  }
  const movements = allocations.map(
    ({ lot, kind: points, points: count }) =>
      ({ kind: points, lot, from: "reserved", to: "redeemed", points: count }) as const,
  );
  const lapses = lapsesAfterActivity(decision);
  const moved = lapses.length > 0 ? { lapses } : {};
  record(decision, {
    kind: "reservation-ended",
    redemption: id,
    as: "committed",
    movements,
    ...moved,
  });
  issueVoucher(decision, redemption);
  return undefined;
}

function refusalOf(
  { command }: Decision,
  { status, at, fallsBackAt }: RedemptionRecord,
): LoyaltyRefusal | undefined {
  const what = "reservation";
  const until = fallsBackAt === undefined ? {} : { until: fallsBackAt };
  if (status === "timed-out") return { code: "too-late", what, ...until };
  if (status !== "reserved") return { code: "not-possible-now", what, state: status };
  if (command.occurredAt < at) return { code: "not-possible-now", what, state: "not-yet-made" };
  return undefined;
}
