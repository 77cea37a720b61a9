import { orderedValue } from "../../shared/ordered-map.js";
import { ok } from "../../shared/result.js";
import type { Result } from "../../shared/result.js";
import { requireCareApprovalPolicy } from "./approval-limit.js";
import type { CareApprovalPolicy } from "./care-approval.js";
import { changeAmount } from "./care-plan-change.js";
import type { CarePlanCommand } from "./care-plan-command.js";
import type { CarePlanEvent } from "./care-plan-event.js";
import { carePlanObstacle } from "./care-plan-obstacle.js";
import type { CarePlanObstacle, CarePlanRefusal } from "./care-plan-refusal.js";
import { subjectOf } from "./care-plan-subject.js";
import { CARE_PLAN_COMMANDS } from "./care-plan-state.js";
import type { CarePlanState } from "./care-plan-state.js";
import { requireCarePlanCommand } from "./require-care-plan-command.js";

/** By which rules a plan is decided about. */
export interface CarePlanLifeOptions {
  /** Who may approve, and up to which amount. */
  readonly policy: CareApprovalPolicy;
}

/**
 * May this be done with a plan of care, and what happens by it (CARE-2)?
 *
 * The plan goes from draft to submitted, to approved or returned, to running, reviewed, closed. In short:
 * - it is submitted when {@link carePlanGaps} finds nothing missing;
 * - nobody who drafted, revised, submitted or changed it approves it, and only who has a limit that covers its budget;
 * - once approved it is changed by a difference, which waits for an approval of its own: costs that are added, or the
 * rise of the budget where that is more, count against the approver's limit, and what is saved frees nothing. Actions
 * the difference leaves alone go on; those it removes or alters are neither made due nor done until it is decided;
 * - an approved difference to a reviewed plan makes it run on;
 * - actions go from planned to due to done, or end blocked, expired or cancelled; an end is for good. One that goes
 * with another is done after it;
 * - what comes back is told of actions that have ended; what they cost in the end may be above the budget;
 * - it is closed after a review, when no action is open and no difference waits.
 *
 * A command whose key was applied already, to the same kind and the same action, gives no event. What is decided about
 * the plan does not lie before anything done; actions may be told of in any order, but not before the plan's last step.
 *
 * @param state - The plan so far; {@link NO_CARE_PLAN} at first.
 * @param command - What is done.
 * @param options - `policy`: who may approve, up to which amount.
 * @returns The events to append, or why not and what may be done instead.
 * @throws RangeError where the command is broken: a blank key, name or explanation, an action twice or not `planned`,
 * an amount below 0, a moment that is none; or the policy is not valid.
 * @example
 * ```ts
 * import { decideCarePlan, NO_CARE_PLAN } from "goodwill/care";
 * import { instant } from "goodwill/shared";
 *
 * const submit = { kind: "submit", key: "k-1", at: instant("2026-03-02T09:00:00Z"), by: "li" } as const;
 * const decided = decideCarePlan(NO_CARE_PLAN, submit, { policy: { approvers: [] } });
 * decided.ok ? [] : [decided.error.code, decided.error.allowed]; // => ["not-allowed-now", ["draft"]]
 * ```
 */
export function decideCarePlan(
  state: CarePlanState,
  command: CarePlanCommand,
  { policy }: CarePlanLifeOptions,
): Result<readonly CarePlanEvent[], CarePlanRefusal> {
  requireCarePlanCommand(command);
  requireCareApprovalPolicy("decide on a care plan", policy);
  const { kind, key } = command;
  const applied = orderedValue(state.applied, key);
  if (applied?.kind === kind && applied.action === subjectOf(command)) return ok([]);
  const obstacle: CarePlanObstacle | undefined =
    applied === undefined
      ? carePlanObstacle(state, command, policy)
      : {
          code: "key-reused",
          key,
          appliedTo: applied.kind,
          ...(applied.action !== undefined && { action: applied.action }),
        };
  if (obstacle === undefined) return ok([eventOf(state, command)]);
  return { ok: false, error: { ...obstacle, allowed: CARE_PLAN_COMMANDS[state.phase] } };
}

function eventOf(state: CarePlanState, command: CarePlanCommand): CarePlanEvent {
  const { actions, content, pending } = state;
  switch (command.kind) {
    case "approve":
      return { ...command, amount: content!.budget };
    case "change": {
      const amount = changeAmount({ actions, content: content! }, command.change);
      return { ...command, amount };
    }
    case "approve-change":
      return { ...command, amount: pending!.amount };
    default:
      return command;
  }
}
