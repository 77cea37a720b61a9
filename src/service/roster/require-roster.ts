import { brokenContract } from "../../shared/broken-contract.js";
import { requireInstant } from "../../shared/time/require-instant.js";
import { isTimeZone } from "../../shared/time/time-zone.js";
import type { PlannedShift } from "./planned-shift.js";
import { requirePlannedShift } from "./require-planned-shift.js";
import type { RosterAgent } from "./roster-agent.js";
import type { AssignShiftsOptions } from "./roster.js";
import type { RosterRules } from "./roster-rules.js";

/** Throws unless shifts, agents and rules make sense. @internal */
export function requireRoster(
  task: string,
  {
    shifts,
    agents,
    zone,
    rules,
    searchSteps = 1,
  }: AssignShiftsOptions & {
    readonly shifts: readonly PlannedShift[];
    readonly rules: RosterRules;
  },
): void {
  if (!isTimeZone(zone)) throw brokenContract(task, "zone must be the name of a time zone", zone);
  if (!(Number.isFinite(searchSteps) && searchSteps > 0)) {
    throw brokenContract(task, "searchSteps must be finite and above 0", searchSteps);
  }
  requireRules(task, rules);
  const seen = new Set<string>();
  shifts.forEach((shift, i) => {
    requirePlannedShift(task, { shift, at: `shifts[${i}]` });
    if (seen.has(shift.id)) throw brokenContract(task, `shifts[${i}].id must stand once`, shift.id);
    seen.add(shift.id);
  });
  const ids = new Set<string>();
  agents.forEach((agent, i) => {
    requireRosterAgent(task, { agent, at: `agents[${i}]` });
    if (ids.has(agent.id)) throw brokenContract(task, `agents[${i}].id must stand once`, agent.id);
    ids.add(agent.id);
  });
}

function requireRules(task: string, rules: RosterRules): void {
  for (const name of ["mostDaysInARow", "mostShiftsADay"] as const) {
    if (Number.isInteger(rules[name]) && rules[name] >= 1) continue;
    throw brokenContract(task, `rules.${name} must be a whole number of at least 1`, rules[name]);
  }
  for (const name of [
    "leastRestMinutes",
    "mostMinutesAWeek",
    "weightOfHourMissing",
    "weightOfWish",
    "weightOfUnpopular",
  ] as const) {
    if (Number.isFinite(rules[name]) && rules[name] >= 0) continue;
    throw brokenContract(task, `rules.${name} must be finite and at least 0`, rules[name]);
  }
}

/** Throws unless an agent makes sense. @internal */
export function requireRosterAgent(
  task: string,
  { agent, at }: { readonly agent: RosterAgent; readonly at: string },
): void {
  const { id, available = [], contract = {}, unpopularBefore = 0, held = [], wishes = [] } = agent;
  if (typeof id !== "string" || id === "")
    throw brokenContract(task, `${at}.id must be a text`, id);
  const { minMinutes = 0, maxMinutes = Infinity } = contract;
  if (!(Number.isFinite(minMinutes) && minMinutes >= 0)) {
    throw brokenContract(
      task,
      `${at}.contract.minMinutes must be finite and at least 0`,
      minMinutes,
    );
  }
  if (!(maxMinutes >= minMinutes)) {
    throw brokenContract(
      task,
      `${at}.contract.maxMinutes must not be below minMinutes`,
      maxMinutes,
    );
  }
  if (!(Number.isInteger(unpopularBefore) && unpopularBefore >= 0)) {
    throw brokenContract(
      task,
      `${at}.unpopularBefore must be whole and at least 0`,
      unpopularBefore,
    );
  }
  const periods = [
    ...available.map((one, i) => [`${at}.available[${i}]`, one] as const),
    ...wishes.flatMap(({ period }, i) =>
      period === undefined ? [] : [[`${at}.wishes[${i}].period`, period] as const],
    ),
  ];
  for (const [name, { start, end }] of periods) {
    requireInstant(task, { [`${name}.start`]: start, [`${name}.end`]: end });
    if (end < start) throw brokenContract(task, `${name}.end must not be before its start`, end);
  }
  held.forEach(({ start, minutes, paidMinutes = minutes }, i) => {
    requireInstant(task, { [`${at}.held[${i}].start`]: start });
    if (!(Number.isInteger(minutes) && minutes >= 1)) {
      throw brokenContract(task, `${at}.held[${i}].minutes must be whole and at least 1`, minutes);
    }
    if (!(paidMinutes >= 0 && paidMinutes <= minutes)) {
      throw brokenContract(
        task,
        `${at}.held[${i}].paidMinutes must be from 0 to its minutes`,
        paidMinutes,
      );
    }
  });
}
