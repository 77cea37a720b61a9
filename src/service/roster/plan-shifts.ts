import type { RequiredInterval } from "../staffing/service-interval.js";
import { searchCover } from "./cover-search.js";
import { closedIntervals } from "./interval-edges.js";
import type { PlannedShift } from "./planned-shift.js";
import { requirePlanOptions } from "./require-plan-options.js";
import { shiftNeed } from "./shift-need.js";
import type { PlanShiftsOptions, ShiftPlan, ShortInterval } from "./shift-plan.js";
import { planMinutes, planOptimality } from "./shift-plan-figures.js";
import type { ShiftProgram } from "./shift-program.js";
import { shiftPrograms } from "./shift-program.js";
import { shiftWays } from "./shift-ways.js";
import { shortReason } from "./short-reason.js";
import { staffedIntervals } from "./staffed-intervals.js";

/**
 * How many of each shift begin when, so that every interval has the agents it needs and as few as can be above?
 *
 * The penalty is least: agent-minutes above what is needed, and agent-minutes missing times their weight. Agents are
 * missing only where no shift works through an interval, a limit leaves no choice, or `shortWeight` makes it cheaper;
 * each such interval says why. Between plans with the same penalty the cheaper is taken as far as the search goes,
 * then the one with earlier shifts and patterns; the same input always gives the same plan.
 *
 * An agent counts in an interval only when at work through the whole of it. A start is read on the clock of the zone:
 * where the clock shows it twice it is the first, where the clock skips it, it is as long after the jump as it would be
 * after midnight. A shift lasts its minutes as they really pass: in the night the clock springs forward, eight hours
 * from 22:00 end at 07:00. Shifts begin within the intervals and may go on after them.
 *
 * @remarks An integer covering program, after Dantzig (1954), Operations Research 2, 339-341. Shifts without breaks
 * make its matrix one of intervals, whose corners are whole numbers (Veinott and Wagner, 1962, Operations Research 10),
 * so the first solution with fractions allowed has none; with breaks, or a limit for the day, the answer is searched by
 * branch and bound: exact where the search comes to its end, else told with a bound.
 * @param needed - The agents needed, in intervals one directly after the other; closed hours need 0, or are a gap
 * between them where the option `gaps` says so. Its `agents` are those at work, before shrinkage: to plan for those who
 * fall ill or are trained, too, give `scheduledIntervals` of the rows of `requiredAgentsByInterval`.
 * @param options - The patterns, the zone, limits, and what a gap between intervals means.
 * @returns The plan, and how good it is proven to be.
 * @throws RangeError where intervals overlap or leave a gap that is not said to be closed, a shift is longer than a
 * day, a break does not fit, or a number is negative or not whole; where the patterns give more than 50,000 ways to
 * work.
 * @example
 * ```ts
 * import { instant, timeZone } from "goodwill/shared";
 * import { planShifts } from "goodwill/service";
 *
 * const required = [
 *   { start: instant("2026-03-02T08:00:00Z"), minutes: 60, agents: 2 },
 *   { start: instant("2026-03-02T09:00:00Z"), minutes: 60, agents: 3 },
 *   { start: instant("2026-03-02T10:00:00Z"), minutes: 60, agents: 1 },
 * ];
 * const patterns = [{ id: "short", minutes: 120, starts: ["08:00", "09:00"] }];
 * const plan = planShifts(required, { patterns, zone: timeZone("UTC") });
 * plan.shifts.map(({ start, agents }) => `${start.slice(11, 16)} ${agents}`); // => ["08:00 2", "09:00 1"]
 * plan.overMinutes; // => 0
 * ```
 */
export function planShifts(
  needed: readonly RequiredInterval[],
  options: PlanShiftsOptions,
): ShiftPlan {
  const { patterns, zone, settled = [], agentsPerDayAtMost: perDayAtMost = Infinity } = options;
  const { required, edges } = closedIntervals(needed, { task: "plan shifts", gaps: options.gaps });
  requirePlanOptions(options);
  const ways = shiftWays(patterns, { zone, edges });
  const present = staffedIntervals(required, settled).map(({ scheduled }) => scheduled);
  const need = shiftNeed(required, { settled: present, ways, options });
  const programs = shiftPrograms(required, { ways, need, perDayAtMost });
  const counts = new Float64Array(ways.length);
  const slack = solve(programs, { counts, workAtMost: (options.searchMillions ?? 300) * 1e6 });
  const shifts = ways.flatMap(({ shift }, way): PlannedShift[] =>
    counts[way]! > 0 ? [{ ...shift, agents: counts[way]! }] : [],
  );
  const intervals = staffedIntervals(required, [...settled, ...shifts]);
  const minutes = planMinutes(intervals, shifts);
  return {
    shifts,
    intervals,
    short: intervals.flatMap(({ start, minutes: length, under }, i): ShortInterval[] => {
      if (under === 0) return [];
      const reason = shortReason(i, { ways, counts, intervals, options });
      return [{ start, minutes: length, under, reason }];
    }),
    ...minutes,
    cost: ways.reduce((sum, { cost }, way) => sum + cost * counts[way]!, 0),
    optimality: planOptimality(minutes, { weight: need.weight, slack }),
  };
}

/** Fills in the counts; by how much the plan may be dearer than the best. */
function solve(
  programs: readonly ShiftProgram[],
  { counts, workAtMost }: { readonly counts: Float64Array; readonly workAtMost: number },
): number {
  let left = workAtMost;
  let slack = 0;
  programs.forEach(({ program, ways }, i) => {
    const answer = searchCover(program, left / (programs.length - i));
    left -= answer.work;
    // Without a limit everything can be covered, and with one what is missing can be left so.
    const { counts: taken, cost } = answer.choice!;
    slack += Math.max(0, cost - answer.costAtLeast);
    ways.forEach((way, j) => {
      if (way >= 0) counts[way]! += taken[j]!;
    });
  });
  return slack;
}
