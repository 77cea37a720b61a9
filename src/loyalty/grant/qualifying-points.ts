import { plainDateAt } from "../../shared/time/time-zone.js";
import type { Decision } from "../decision/decision.js";
import type { LoyaltyEventBase } from "../ledger/event-base.js";
import type { PointsNamed } from "./points-named.js";

/** Points given or taken back by hand count towards a tier where they are of the kind that does; of today's day. */
export function qualifyingPoints(
  { command, options }: Decision,
  { kind, amount }: PointsNamed,
): Pick<LoyaltyEventBase, "qualifying"> {
  const { tiers, zone } = options.programme;
  if (tiers?.qualifyingKind !== kind || amount === 0) return {};
  return {
    qualifying: [{ day: plainDateAt(command.occurredAt, zone), amounts: { points: amount } }],
  };
}
