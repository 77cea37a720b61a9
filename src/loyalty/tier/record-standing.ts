import { record } from "../decision/decision.js";
import type { Decision } from "../decision/decision.js";
import type { TierStanding } from "../ledger/tier-event.js";
import { recordedStanding } from "./tier-walk.js";
import type { TierStep } from "./tier-walk.js";

/** Records a change of the tier; what is carried over counts from its day on. */
export function recordStanding(decision: Decision, { at, standing, rollover }: TierStep): void {
  const before: TierStanding | undefined = recordedStanding(
    decision.state,
    decision.options.programme,
  );
  record(decision, {
    kind: "tier-changed",
    occurredAt: at,
    standing,
    ...(before !== undefined && { before: before.tier }),
    ...(rollover !== undefined && { rollover, qualifying: [rollover] }),
  });
}
