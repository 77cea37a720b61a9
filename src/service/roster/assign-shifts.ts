import type { RosterAgent } from "./roster-agent.js";
import type { PlannedShift } from "./planned-shift.js";
import { choiceAt, exactSeats } from "./exact-seats.js";
import { fillByPassing, fillInTurn } from "./fill-seats.js";
import { improveSeats } from "./improve-seats.js";
import { requireRoster } from "./require-roster.js";
import type { AssignShiftsOptions, Roster } from "./roster.js";
import type { RosterDesk } from "./roster-desk.js";
import { rosterDesk, seat, unseat } from "./roster-desk.js";
import { agentRosters, contractFindings, unfilledShifts } from "./roster-result.js";
import { DEFAULT_ROSTER_RULES } from "./roster-rules.js";
import { rosterSeats } from "./roster-seat.js";
import { unfilledAtLeast } from "./unfilled-bound.js";

/** Up to so many pairs of a place and an agent every roster may be looked at. */
const SMALL_PAIRS = 1000;

/** How many comparisons passing shifts on, and exchanging them, may take. */
const PASSING_STEPS = 1_500_000;
const EXCHANGE_STEPS = 5_000_000;

/**
 * Who works which shift?
 *
 * Every rule is kept: skills and languages, availability, rest, days in a row, shifts a day, working time of the
 * week. Within them as few places as can be are left empty; then the penalty is low: hours missing from the contract,
 * wishes not met, and unpopular shifts that are not shared out. Few places are shared out exactly; with many it is
 * told how many stay empty whatever is done. Ties go by id, and the same input always gives the same roster.
 *
 * A shift counts on the day it begins on the clock of the zone, and its paid minutes in that day's week.
 *
 * @remarks Places are filled in turn, made free by passing shifts on from agent to agent, and exchanged while the
 * penalty falls; the bound on empty places is the larger of two: a flow of agents through days to shifts (Dinic, 1970),
 * and the minutes of all weeks against those of the shifts.
 * @param shifts - The shifts, as `planShifts` gives them.
 * @param options - The agents, the zone, and the rules.
 * @returns The shifts of every agent, what is left empty and why, whose contract is missed, and how good it is.
 * @throws RangeError where an id stands twice, a least exceeds a most, or a number is negative or not whole.
 * @example
 * ```ts
 * import { instant, timeZone } from "goodwill/shared";
 * import { assignShifts } from "goodwill/service";
 *
 * const start = instant("2026-03-02T08:00:00Z");
 * const shift = { id: "e", pattern: "early", start, minutes: 480, breaks: [], paidMinutes: 480, agents: 2 };
 * const agents = [{ id: "ann" }, { id: "bob" }, { id: "cyd" }];
 * const roster = assignShifts([shift], { agents, zone: timeZone("UTC") });
 * roster.agents.map(({ shifts }) => shifts.length); // => [1, 1, 0]
 * roster.unfilled; // => []
 * ```
 */
export function assignShifts(
  shifts: readonly PlannedShift[],
  options: AssignShiftsOptions,
): Roster {
  const { zone, rules = DEFAULT_ROSTER_RULES, searchSteps = 200_000 } = options;
  requireRoster("assign shifts", { ...options, shifts, rules });
  const agents = [...options.agents].sort(byId);
  const seats = rosterSeats(shifts, { zone, rules });
  const weeks = [...new Set(seats.map(({ week }) => week))].sort((a, b) => a - b);
  const desk = rosterDesk(agents, { seats, rules, zone });
  const atLeast = unfilledAtLeast(desk);
  fillInTurn(desk);
  fillByPassing(desk, { enough: atLeast, steps: PASSING_STEPS });
  improveSeats(desk, EXCHANGE_STEPS);
  const pairs = agents.length * seats.reduce((sum, one) => sum + one.agents, 0);
  const exact = pairs <= SMALL_PAIRS && searchAll(desk, { weeks, steps: searchSteps });
  const { unfilled, penalty } = choiceAt(desk, weeks);
  const rosters = agentRosters(desk, weeks);
  return {
    agents: rosters,
    unfilled: unfilledShifts(desk),
    contracts: contractFindings(rosters, desk),
    optimality: { exact, unfilled, unfilledAtLeast: exact ? unfilled : atLeast, penalty },
  };
}

/** Puts the best of all rosters on the desk; whether every one was looked at. */
function searchAll(
  desk: RosterDesk,
  { weeks, steps }: { readonly weeks: readonly number[]; readonly steps: number },
): boolean {
  const found = choiceAt(desk, weeks);
  found.holders.forEach((who, s) => {
    for (const a of who) unseat(desk, a, s);
  });
  const { best, isDone } = exactSeats(desk, { best: found, weeks, steps });
  best.holders.forEach((who, s) => {
    for (const a of who) seat(desk, a, s);
  });
  return isDone;
}

function byId(a: RosterAgent, b: RosterAgent): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
