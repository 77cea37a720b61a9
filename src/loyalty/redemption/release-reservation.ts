import { record } from "../decision/decision.js";
import type { Decision } from "../decision/decision.js";
import { giveBack } from "../decision/give-back.js";
import type { RedemptionRecord } from "../ledger/loyalty-state.js";
import { redemptionsOfOrder } from "./order-redemptions.js";

/** Gives up what was set aside: it goes back to its lots, and is gone where they expired meanwhile. */
export function releaseReservation(
  decision: Decision,
  { redemption, allocations }: RedemptionRecord,
): void {
  // As after a time-out: else points could be kept alive by setting them aside over and over.
  const terms = { from: "reserved", expired: { kind: "forfeit" } } as const;
  const { movements } = giveBack(decision, allocations, terms);
  const ended = { kind: "reservation-ended", redemption: redemption.id, as: "released" } as const;
  record(decision, { ...ended, movements });
}

/** Gives up all that is set aside for an order by now. */
export function releaseOrder(decision: Decision, order: string): void {
  for (const found of redemptionsOfOrder(decision.state, order)) {
    if (found.status !== "reserved" || found.at > decision.command.occurredAt) continue;
    releaseReservation(decision, found);
  }
}
