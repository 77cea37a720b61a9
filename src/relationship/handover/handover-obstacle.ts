import type { CustomerId } from "../../customer/record/customer.js";
import { plainDateAt } from "../../shared/time/time-zone.js";
import type {
  HandOverFile,
  HandoverCommand,
  HandoverCommandKind,
  HoldHandoverMeeting,
  WaiveHandoverMeeting,
} from "./handover-command.js";
import { handoverDeadlines } from "./handover-deadlines.js";
import type { HandoverOptions } from "./handover-options.js";
import { DEFAULT_HANDOVER_POLICY } from "./handover-policy.js";
import type { HandoverObstacle, HandoverRole } from "./handover-refusal.js";
import { HANDOVER_COMMANDS } from "./handover-state.js";
import type { HandoverPlan, HandoverState } from "./handover-state.js";
import { openDiscrepancies, unvisitedCustomers } from "./outstanding.js";

/** Who leaves does not decide what becomes of the handover. */
const NOT_BY_LEAVER: readonly HandoverCommandKind[] = ["close", "cancel", "appoint-successor"];

/** What stands in the way of a command; nothing when it may be done. */
export function handoverObstacle(
  state: HandoverState,
  command: HandoverCommand,
  options: HandoverOptions,
): HandoverObstacle | undefined {
  const { phase, phaseAt, plan } = state;
  const reused = state.applied.find(({ id }) => id === command.id);
  if (reused !== undefined) return { code: "id-reused", id: reused.id, appliedTo: reused.kind };
  if (!HANDOVER_COMMANDS[phase].includes(command.kind)) {
    return { code: "not-allowed-now", command: command.kind, phase };
  }
  const { at } = command;
  if (phaseAt !== undefined && at < phaseAt) return { code: "before-phase", at, phaseAt };
  const last = state.applied.at(-1);
  if (last !== undefined && at < last.at) {
    return { code: "before-last-event", at, lastAt: last.at, lastId: last.id };
  }
  const on = plainDateAt(at, options.zone);
  if (command.kind === "announce") {
    const { leaver, manager, successor, lastDay } = command;
    if (leaver === manager) return samePerson(leaver, ["leaver", "manager"]);
    if (leaver === successor) return samePerson(leaver, ["leaver", "successor"]);
    return lastDay < on ? { code: "last-day-passed", lastDay, on } : undefined;
  }
  // Every phase that allows another command has a plan.
  if (plan === undefined) return undefined;
  if (NOT_BY_LEAVER.includes(command.kind) && command.by === plan.leaver) {
    return { code: "not-by-leaver", command: command.kind, leaver: plan.leaver };
  }
  switch (command.kind) {
    case "appoint-successor": {
      const { successor } = command;
      if (successor === plan.leaver) return samePerson(successor, ["leaver", "successor"]);
      const isWitness = successor === state.witness;
      return isWitness ? samePerson(successor, ["successor", "witness"]) : undefined;
    }
    case "change-last-day": {
      const { lastDay } = command;
      return lastDay < on ? { code: "last-day-passed", lastDay, on } : undefined;
    }
    case "hand-over-file":
      if (on > plan.lastDay) return { code: "last-day-passed", lastDay: plan.lastDay, on };
      return fileObstacle(plan, command);
    case "hold-meeting":
    case "waive-meeting":
      return meetingObstacle(plan, command, options);
    case "hold-group-meeting": {
      const stranger = command.customers?.find((customer) => !isExpected(plan, customer));
      if (stranger !== undefined) return { code: "unknown-customer", customer: stranger };
      return peopleMissing([plan.successor ?? ""], command.present);
    }
    case "resolve-discrepancy":
    case "explain-discrepancy": {
      const open = openDiscrepancies(state);
      if (!open.includes(command.key)) {
        return { code: "no-open-discrepancy", key: command.key, open };
      }
      const { leaver } = plan;
      return command.by === leaver ? { code: "settled-by-leaver", leaver } : undefined;
    }
    case "visit-customer": {
      const { customer, visitor } = command;
      if (!isExpected(plan, customer)) return { code: "unknown-customer", customer };
      const visit = state.visits.find((one) => one.customer === customer);
      if (visit !== undefined) return { code: "visited-already", customer, visitedAt: visit.at };
      return wrongPerson("successor", { expected: plan.successor ?? "", got: visitor });
    }
    case "close": {
      const open = openDiscrepancies(state);
      const unvisited = unvisitedCustomers(state);
      return open.length + unvisited.length > 0
        ? { code: "not-complete", open, unvisited }
        : undefined;
    }
    case "upload-records":
    case "cancel":
      return undefined;
  }
}

function isExpected({ expected }: HandoverPlan, customer: CustomerId): boolean {
  return expected.customers.some((one) => one.customer === customer);
}

function fileObstacle(
  { leaver, successor }: HandoverPlan,
  { handedBy, receivedBy, witness }: HandOverFile,
): HandoverObstacle | undefined {
  if (successor === undefined) return { code: "no-successor" };
  if (witness === leaver) return samePerson(witness, ["leaver", "witness"]);
  if (witness === successor) return samePerson(witness, ["successor", "witness"]);
  return (
    wrongPerson("leaver", { expected: leaver, got: handedBy }) ??
    wrongPerson("successor", { expected: successor, got: receivedBy })
  );
}

function meetingObstacle(
  plan: HandoverPlan,
  command: HoldHandoverMeeting | WaiveHandoverMeeting,
  options: HandoverOptions,
): HandoverObstacle | undefined {
  const deadlines = handoverDeadlines(plan.lastDay, options);
  if (!deadlines.ok) return deadlines.error;
  const { from, through } = deadlines.value.meeting;
  const on = plainDateAt(command.at, options.zone);
  if (command.kind === "waive-meeting") {
    if (on <= through) return { code: "meeting-days-not-over", through };
    return wrongPerson("manager", { expected: plan.manager, got: command.by });
  }
  if (on < from || on > through) return { code: "outside-meeting-days", on, from, through };
  const needed = [plan.leaver, plan.successor ?? "", plan.manager];
  const { meetingCustomerClasses } = options.policy ?? DEFAULT_HANDOVER_POLICY;
  const missing = plan.expected.customers
    .filter((one) => one.class !== undefined && meetingCustomerClasses.includes(one.class))
    .map(({ customer }) => customer)
    .filter((customer) => !command.customersPresent.includes(customer));
  return (
    peopleMissing(needed, command.present) ??
    (missing.length > 0 ? { code: "customers-missing", missing } : undefined)
  );
}

function peopleMissing(
  needed: readonly string[],
  present: readonly string[],
): HandoverObstacle | undefined {
  const missing = [...new Set(needed)].filter((person) => !present.includes(person));
  return missing.length > 0 ? { code: "people-missing", missing } : undefined;
}

function samePerson(
  person: string,
  roles: readonly [HandoverRole, HandoverRole],
): HandoverObstacle {
  return { code: "same-person", person, roles };
}

function wrongPerson(
  role: HandoverRole,
  { expected, got }: { readonly expected: string; readonly got: string },
): HandoverObstacle | undefined {
  return expected === got ? undefined : { code: "wrong-person", role, expected, got };
}
