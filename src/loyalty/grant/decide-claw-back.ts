import { clawBack } from "../decision/claw-back.js";
import { record } from "../decision/decision.js";
import type { Decision } from "../decision/decision.js";
import type { ClawBackPoints } from "../decision/loyalty-command.js";
import type { LoyaltyRefusal } from "../decision/loyalty-refusal.js";
import { blankField } from "../member/blank-field.js";
import { issueFault, pointsFault } from "./points-fault.js";
import { qualifyingPoints } from "./qualifying-points.js";
import { shortOf } from "./short-of.js";

/** Takes points back by hand; what is not there is owed or let go, as the programme says of returns, and recorded. */
export function decideClawBack(
  decision: Decision,
  { points, why, occurredAt }: ClawBackPoints,
): LoyaltyRefusal | undefined {
  const { programme } = decision.options;
  const refusal =
    blankField({ why }) ?? pointsFault(points, programme) ?? issueFault(decision.state, points);
  if (refusal !== undefined) return refusal;
  const { kind, amount } = points;
  const taken = clawBack(decision.state, {
    kind,
    points: amount,
    ownLots: [],
    shortfall: programme.returns.shortfall,
    asOf: occurredAt,
  });
  const isShort = taken.owed + taken.letGo > 0;
  record(decision, {
    kind: "points-clawed-back",
    why,
    wanted: amount,
    movements: taken.movements,
    ...qualifyingPoints(decision, { kind, amount: taken.letGo - amount }),
    ...(isShort && { reversal: shortOf(kind, taken) }),
  });
  return undefined;
}
