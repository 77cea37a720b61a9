// What stands in the way of a command on a plan. Internal: not part of the package's surface.

import type { Money } from "../../shared/money/money.js";
import { orderedEntries, orderedValue } from "../../shared/ordered-map.js";
import { CARE_ACTION_STEPS } from "./care-action-steps.js";
import { isOpen } from "./open-action.js";
import type { CareActionState } from "../plan/care-action.js";
import { covers } from "./approval-limit.js";
import type { CareApprovalPolicy } from "./care-approval.js";
import { changeObstacle, restsFor } from "./care-plan-change.js";
import type {
  CareActionCommand,
  CarePlanCommand,
  RecordCareFeedback,
} from "./care-plan-command.js";
import { carePlanGaps } from "./care-plan-gap.js";
import type { CarePlanObstacle } from "./care-plan-refusal.js";
import { CARE_PLAN_COMMANDS } from "./care-plan-state.js";
import type { CarePlanState } from "./care-plan-state.js";

const STEP: Readonly<Record<CareActionCommand["kind"], CareActionState>> = {
  "action-due": "due",
  "action-done": "done",
  "block-action": "blocked",
  "expire-action": "expired",
  "cancel-action": "cancelled",
};

/** What stands in the way of a command; nothing when it may be done. */
export function carePlanObstacle(
  state: CarePlanState,
  command: CarePlanCommand,
  policy: CareApprovalPolicy,
): CarePlanObstacle | undefined {
  const { phase, content, pending, stepAt, latestAt } = state;
  if (!CARE_PLAN_COMMANDS[phase].includes(command.kind)) {
    return { code: "not-allowed-now", command: command.kind, phase };
  }
  // Actions are told of in any order; what is decided about the plan follows all that was done.
  const lastAt = isOfAction(command) ? stepAt : latestAt;
  if (lastAt !== undefined && command.at < lastAt) {
    return { code: "before-last-event", at: command.at, lastAt };
  }
  switch (command.kind) {
    case "draft":
    case "revise":
    case "return":
    case "start":
    case "review":
      return undefined;
    case "submit": {
      const { brief, budget } = content!;
      const actions = [...orderedEntries(state.actions)].map(([, { action }]) => action);
      const gaps = carePlanGaps({ brief, actions, budget });
      return gaps.length > 0 ? { code: "not-complete", gaps } : undefined;
    }
    case "approve":
      return approvalObstacle(state, { by: command.by, amount: content!.budget, policy });
    case "change":
      return changeObstacle(state, command.change);
    case "approve-change":
      if (pending === undefined) return { code: "no-change-pending" };
      return approvalObstacle(state, { by: command.by, amount: pending.amount, policy });
    case "return-change":
      return pending === undefined ? { code: "no-change-pending" } : undefined;
    case "record-feedback":
      return feedbackObstacle(state, command);
    case "close":
      return closeObstacle(state);
    default:
      return actionObstacle(state, command);
  }
}

/** Whether a command is about one action. */
export function isOfAction(
  command: CarePlanCommand,
): command is CareActionCommand | RecordCareFeedback {
  return command.kind === "record-feedback" || "action" in command;
}

function approvalObstacle(
  { authors }: CarePlanState,
  {
    by,
    amount,
    policy,
  }: { readonly by: string; readonly amount: Money; readonly policy: CareApprovalPolicy },
): CarePlanObstacle | undefined {
  const { approvers } = policy;
  const able = approvers.filter((one) => covers(one, amount) && !authors.includes(one.approver));
  const may = [...new Set(able.map(({ approver }) => approver))];
  if (authors.includes(by)) return { code: "own-plan", by, authors, may };
  if (may.includes(by)) return undefined;
  const limit = approvers.find(
    ({ approver, upTo }) => approver === by && upTo?.currency === amount.currency,
  )?.upTo;
  return { code: "above-limit", by, amount, ...(limit !== undefined && { limit }), may };
}

function actionObstacle(
  state: CarePlanState,
  command: CareActionCommand,
): CarePlanObstacle | undefined {
  const { action: id, at } = command;
  const tracked = orderedValue(state.actions, id);
  if (tracked === undefined) return { code: "unknown-action", action: id };
  const { action, stateAt } = tracked;
  const step = STEP[command.kind];
  const may = CARE_ACTION_STEPS[action.state];
  if (!may.includes(step)) {
    return { code: "not-allowed-for-action", action: id, state: action.state, may };
  }
  if (stateAt !== undefined && at < stateAt) {
    return { code: "before-last-event", at, lastAt: stateAt };
  }
  if (step === "blocked" || step === "cancelled") return undefined;
  if (at < action.at) return { code: "too-early", action: id, from: action.at };
  if (step === "expired") return undefined;
  if (restsFor(state, id)) return { code: "action-rests", action: id };
  const { follows } = action;
  const leading = follows === undefined ? undefined : orderedValue(state.actions, follows)?.action;
  if (step === "done" && leading !== undefined && leading.state !== "done") {
    return { code: "before-leading-action", action: id, follows: leading.id };
  }
  return command.kind === "action-done" ? foreignObstacle(state, command.cost) : undefined;
}

function feedbackObstacle(
  state: CarePlanState,
  { feedback: { action: id, cost }, at }: RecordCareFeedback,
): CarePlanObstacle | undefined {
  const tracked = orderedValue(state.actions, id);
  if (tracked === undefined) return { code: "unknown-action", action: id };
  if (isOpen(tracked.action.state)) return { code: "action-open", action: id };
  const { stateAt } = tracked;
  if (stateAt !== undefined && at < stateAt) {
    return { code: "before-last-event", at, lastAt: stateAt };
  }
  return foreignObstacle(state, cost);
}

function foreignObstacle(
  { content }: CarePlanState,
  cost: Money | undefined,
): CarePlanObstacle | undefined {
  const expected = content!.budget.currency;
  if (cost === undefined || cost.currency === expected) return undefined;
  return { code: "other-currency", currency: cost.currency, expected };
}

function closeObstacle({ actions, pending }: CarePlanState): CarePlanObstacle | undefined {
  if (pending !== undefined) return { code: "change-pending", by: pending.by, since: pending.at };
  const open = [...orderedEntries(actions)].filter(([, { action }]) => isOpen(action.state));
  if (open.length === 0) return undefined;
  const first = open.slice(0, 10).map(([id]) => id);
  return { code: "actions-open", count: open.length, first };
}
