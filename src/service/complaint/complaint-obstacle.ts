import type { ComplaintCase } from "./complaint-case.js";
import type {
  AnswerComplaint,
  ApproveRemedies,
  AssignComplaint,
  ComplaintCommand,
  EscalateComplaint,
  HandOffComplaint,
} from "./complaint-command.js";
import type { ComplaintOptions } from "./complaint-options.js";
import { DEFAULT_COMPLAINT_POLICY } from "./complaint-policy.js";
import type { ComplaintObstacle } from "./complaint-refusal.js";
import type { ComplaintRemedy } from "./complaint-remedy.js";
import { COMPLAINT_COMMANDS, FIRST_COMPLAINT_COMMANDS } from "./complaint-steps.js";
import { openPromises } from "./open-promises.js";
import { resolveWithin } from "./resolve-within.js";

/** What stands in the way of a command; nothing when it may be done. @internal */
export function complaintObstacle(
  state: ComplaintCase,
  command: ComplaintCommand,
  options: ComplaintOptions,
): ComplaintObstacle | undefined {
  const { phase, waiting } = state;
  const { kind, at } = command;
  const reused = state.applied.find(({ id }) => id === command.id);
  if (reused !== undefined) return { code: "id-reused", id: reused.id, appliedTo: reused.kind };
  const follows = phase === undefined ? FIRST_COMPLAINT_COMMANDS : COMPLAINT_COMMANDS[phase];
  if (!follows.includes(kind)) {
    return { code: "not-allowed-now", command: kind, ...(phase !== undefined && { phase }) };
  }
  const last = state.applied.at(-1);
  if (last !== undefined && at < last.at) {
    return { code: "before-last-event", at, lastAt: last.at, lastId: last.id };
  }
  switch (kind) {
    case "assign":
    case "hand-off":
    case "escalate":
      return ownerObstacle(state, command, options);
    case "answer":
    case "approve":
      return authorityObstacle(state, command, options);
    case "wait-for-customer":
      return waiting === undefined ? undefined : { code: "waiting-already", since: waiting.since };
    case "stop-waiting":
      return waiting === undefined ? { code: "not-waiting" } : undefined;
    case "promise": {
      const { promise } = command;
      const known = state.promises.some(({ id }) => id === promise);
      return known ? { code: "promised-already", promise } : undefined;
    }
    case "settle-promise": {
      const { promise } = command;
      const open = openPromises(state);
      return open.includes(promise) ? undefined : { code: "no-open-promise", promise, open };
    }
    case "close": {
      const open = openPromises(state);
      return open.length > 0 ? { code: "promises-open", open } : undefined;
    }
    case "mark-duplicate":
      return itself(command, command.of);
    case "link": {
      const { to } = command;
      const linked = state.links.some((one) => one.to === to);
      return linked ? { code: "linked-already", to } : itself(command, to);
    }
    case "receive":
    case "acknowledge":
    case "assess":
    case "investigate":
    case "reopen":
    case "withdraw":
    case "find-cause":
    case "inform-customer":
    case "hear-from-customer":
    case "note":
      return undefined;
  }
}

function itself({ complaint }: ComplaintCommand, other: string): ComplaintObstacle | undefined {
  return other === complaint ? { code: "same-complaint", complaint } : undefined;
}

function ownerObstacle(
  state: ComplaintCase,
  command: AssignComplaint | HandOffComplaint | EscalateComplaint,
  { policy = DEFAULT_COMPLAINT_POLICY, authority }: ComplaintOptions,
): ComplaintObstacle | undefined {
  const { handOffs, level, owner: before = "" } = state;
  const owner = command.kind === "assign" ? command.owner : command.to;
  if (command.kind === "assign") {
    if (state.assigned) return { code: "assigned-already", owner: before };
  } else if (owner === before) return { code: "same-owner", owner };
  if (command.kind === "hand-off" && handOffs >= policy.maxHandOffs) {
    return { code: "hand-off-limit", handOffs, limit: policy.maxHandOffs };
  }
  if (command.kind === "escalate" && command.level <= level) {
    return { code: "not-upward", level, to: command.level };
  }
  if (authority === undefined) return undefined;
  const expected = command.kind === "escalate" ? command.level : level;
  const own = levelOf(owner, authority.staff);
  return own === expected ? undefined : { code: "wrong-level", owner, level: own, expected };
}

/** Nobody grants beyond the own authority, unless another one with the authority has approved it. */
function authorityObstacle(
  state: ComplaintCase,
  command: AnswerComplaint | ApproveRemedies,
  { authority: policy, earlier = 0 }: ComplaintOptions,
): ComplaintObstacle | undefined {
  const { record: complaint, granted, approvals } = state;
  if (policy === undefined || complaint === undefined) return undefined;
  const { by, at: asOf, remedies } = command;
  const authority = resolveWithin(
    { complaint, remedies, granted, earlier, asOf },
    { level: levelOf(by, policy.staff), policy },
  );
  if (authority.decision === "resolve") return undefined;
  const approved =
    command.kind === "answer" &&
    approvals.some((one) => one.by !== by && isCovered(remedies, one.remedies));
  return approved ? undefined : { code: "beyond-authority", by, authority };
}

function levelOf(person: string, staff: Readonly<Record<string, number>>): number {
  return Object.hasOwn(staff, person) ? (staff[person] ?? 0) : 0;
}

/** Whether every remedy is one that was approved, each once, for no more. */
function isCovered(
  remedies: readonly ComplaintRemedy[],
  approved: readonly ComplaintRemedy[],
): boolean {
  const left = [...approved];
  return [...remedies].sort(dearestFirst).every(({ kind, amount }) => {
    const place = left.findIndex(
      (one) =>
        one.kind === kind &&
        (amount === undefined ||
          (one.amount?.currency === amount.currency && one.amount.amount >= amount.amount)),
    );
    if (place < 0) return false;
    left.splice(place, 1);
    return true;
  });
}

function dearestFirst(a: ComplaintRemedy, b: ComplaintRemedy): number {
  return (b.amount?.amount ?? 0) - (a.amount?.amount ?? 0);
}
