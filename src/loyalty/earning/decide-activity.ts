import { orderedValue } from "../../shared/ordered-map.js";
import { record } from "../decision/decision.js";
import type { Decision } from "../decision/decision.js";
import type { RecordActivity } from "../decision/loyalty-command.js";
import type { LoyaltyRefusal } from "../decision/loyalty-refusal.js";
import { invalidActivityField } from "./earning-fields.js";
import { earningEffects, ratedOccasion } from "./rated-occasion.js";

/** Records an activity with what it earns; refused where a field is out of range, or the activity is there already. */
export function decideActivity(
  decision: Decision,
  command: RecordActivity,
): LoyaltyRefusal | undefined {
  const broken = invalidActivityField(command);
  if (broken !== undefined) return broken;
  const { activity, trigger, occurredAt: at } = command;
  if (orderedValue(decision.state.activities, activity) !== undefined) {
    return { code: "already-there", what: "activity", id: activity };
  }
  const { quantity, channel, segments, facts, visits, nights } = command;
  const rated = ratedOccasion(decision, {
    trigger,
    at,
    ...(quantity !== undefined && { quantity }),
    ...(channel !== undefined && { channel }),
    ...(segments !== undefined && { segments }),
    ...(facts !== undefined && { facts }),
    ...(visits !== undefined && { visits }),
    ...(nights !== undefined && { nights }),
  });
  if (!rated.ok) return rated.error;
  record(decision, {
    kind: "activity-recorded",
    activity,
    trigger,
    earning: rated.value.record,
    ...earningEffects(decision, rated.value, { kind: "activity", id: activity }),
  });
  return undefined;
}
