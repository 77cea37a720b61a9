import { orderedValue } from "../../shared/ordered-map.js";
import { addMilliseconds } from "../../shared/time/instant.js";
import { record } from "../decision/decision.js";
import type { Decision } from "../decision/decision.js";
import { lapsesAfterActivity } from "../decision/lapses.js";
import type { RedeemPoints, RedemptionRequest } from "../decision/loyalty-command.js";
import type { LoyaltyRefusal } from "../decision/loyalty-refusal.js";
import type { RecordedRedemption } from "../ledger/redemption-event.js";
import { textFault } from "../decision/field-fault.js";
import { issueVoucher } from "./issue-voucher.js";
import type { RedemptionQuote } from "./redemption-quote.js";
import { requestedRedemption } from "./requested-redemption.js";

const MINUTE_MS = 60_000;

/** Spends points, or sets them aside, as the quote says. */
export function decideRedemption(
  decision: Decision,
  { kind, redemption: id, request }: RedeemPoints,
): LoyaltyRefusal | undefined {
  const fault = textFault("redemption", id);
  if (fault !== undefined) return fault;
  if (orderedValue(decision.state.redemptions, id) !== undefined) {
    return { code: "already-there", what: "redemption", id };
  }
  const quoted = requestedRedemption(decision, request);
  if (!quoted.ok) return quoted.error;
  const redemption = recordedRedemption(id, quoted.value, request);
  const { programme } = decision.options;
  const to = kind === "redeem" ? "redeemed" : "reserved";
  const movements = quoted.value.allocations.map(
    ({ lot, kind: points, points: count }) =>
      ({ kind: points, lot, from: "open", to, points: count }) as const,
  );
  if (kind === "redeem") {
    const lapses = lapsesAfterActivity(decision);
    const moved = lapses.length > 0 ? { lapses } : {};
    record(decision, { kind: "points-redeemed", redemption, movements, ...moved });
    issueVoucher(decision, redemption);
    return undefined;
  }
  // To set points aside is no activity that keeps others alive: it could be done, and undone, for ever.
  // Without a policy nothing was quoted.
  const { reservationMinutes } = programme.redemption!;
  const { occurredAt } = decision.command;
  const fallsBackAt = addMilliseconds(occurredAt, reservationMinutes * MINUTE_MS);
  record(decision, { kind: "points-reserved", redemption, fallsBackAt, movements });
  return undefined;
}

function recordedRedemption(
  id: string,
  { use, points, amount, claims, voucher }: RedemptionQuote,
  request: RedemptionRequest,
): RecordedRedemption {
  const said = request as Partial<Record<"order" | "reward" | "partner" | "recipient", string>>;
  return {
    id,
    use,
    points,
    ...(said.order !== undefined && { order: said.order }),
    ...(amount !== undefined && { amount }),
    ...(said.reward !== undefined && { reward: said.reward }),
    ...(claims !== undefined && { claims }),
    ...(said.partner !== undefined && { partner: said.partner }),
    ...(said.recipient !== undefined && { recipient: said.recipient }),
    ...(voucher !== undefined && { voucher }),
  };
}
