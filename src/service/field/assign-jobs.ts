import { exactField } from "./exact-field.js";
import { fieldArcs } from "./field-arcs.js";
import type { FieldJob } from "./field-job.js";
import type { FieldFinding, FieldOptimality, FieldPlan } from "./field-plan.js";
import { fieldProblem } from "./field-problem.js";
import type { FieldProblem } from "./field-problem.js";
import { fieldRoutes } from "./field-routes.js";
import type { FieldSolution } from "./field-solution.js";
import type { FieldTechnician } from "./field-technician.js";
import type { FieldTravel } from "./field-travel.js";
import { searchField } from "./neighbourhood-search.js";
import { priorityBound } from "./priority-bound.js";
import { requireField } from "./require-field.js";
import { travelBound } from "./travel-bound.js";
import { unassignedJob } from "./unassigned-job.js";

/** Who there is, how far it is, and how long to search. */
export interface AssignJobsOptions {
  /** The technicians, each on one day. */
  readonly technicians: readonly FieldTechnician[];
  /** How long it takes from place to place. */
  readonly travel: FieldTravel;
  /**
   * So many steps the exact search may take, for at most 16 jobs; 25,000,000 when absent (about a second on an
   * ordinary core), 0 for none. Where they do not suffice the plan is searched for as one of more jobs is.
   */
  readonly exactSteps?: number;
  /** So many times a plan that is not exact is broken up and mended; 2,000 when absent. */
  readonly searchRounds?: number;
}

const MINUTE_MS = 60_000;
const EXACT_STEPS = 25_000_000;
const SEARCH_ROUNDS = 2000;

/**
 * Who goes to which customer, when, and who cannot be served?
 *
 * The plan with the most priority served; of those the one with the fewest minutes of driving. Always kept: all skills
 * of a job in its technician, the parts in the van, the beginning of the work within its window, no work in breaks and
 * outside working times, the end of the day within the overtime allowed. Who has no job does not drive.
 *
 * Overtime within what is allowed costs nothing: a plan that drives a minute less goes before one without overtime.
 * Give `overtimeMinutes` only to those who may work longer.
 *
 * Up to 16 jobs the plan is exact, where the search ends within its steps. Otherwise, it is built by regret insertion
 * and made better by local search and by breaking up and mending, without chance, and `optimality` says how much can be
 * missing at most: it certifies the plan, and does not estimate its error. The order of the lists does not
 * matter: equals go by id.
 *
 * @remarks SRV-8. The exact plan: dynamic programming over sets (Held and Karp 1962). The bounds are relaxations; see
 * {@link FieldOptimality}.
 * @param jobs - The jobs.
 * @param options - The technicians and travel times.
 * @returns The routes with their times, the jobs left over with why, and how good the plan is for certain.
 * @throws RangeError when ids stand twice, a place is not in the matrix, the matrix is not square, a time is negative
 * or not finite, a window or working time does not end after its start, working times overlap, or a count is not whole.
 * @example
 * ```ts
 * import { assignJobs } from "goodwill/service";
 * import { instant, period } from "goodwill/shared";
 *
 * const day = period(instant("2026-02-13T08:00:00Z"), instant("2026-02-13T16:00:00Z"));
 * const travel = { places: ["depot", "a", "b"], minutes: [[0, 20, 30], [20, 0, 15], [30, 15, 0]] };
 * const jobs = [
 *   { id: "boiler", place: "a", window: day, durationMinutes: 60, skills: ["gas"] },
 *   { id: "socket", place: "b", window: day, durationMinutes: 30 },
 *   { id: "lift", place: "b", window: day, durationMinutes: 90, skills: ["lift"] },
 * ];
 * const technicians = [{ id: "bo", skills: ["gas"], start: "depot", end: "depot", working: [day] }];
 * const plan = assignJobs(jobs, { technicians, travel });
 * plan.routes[0]?.stops.map(({ job }) => job); // => ["boiler", "socket"]
 * plan.travelMinutes; // => 65
 * plan.unassigned.map(({ job, code }) => [job, code]); // => [["lift", "field-no-skill"]]
 * plan.optimality.exact; // => true
 * ```
 */
export function assignJobs(
  jobs: readonly FieldJob[],
  {
    technicians,
    travel,
    exactSteps = EXACT_STEPS,
    searchRounds = SEARCH_ROUNDS,
  }: AssignJobsOptions,
): FieldPlan {
  requireField(jobs, { technicians, travel });
  const problem = fieldProblem(jobs, { technicians, travel });
  const exact = exactSteps > 0 ? exactField(problem, { steps: exactSteps }) : undefined;
  const solution = exact ?? searchField(problem, { rounds: searchRounds });
  const served = new Set(solution.routes.flat());
  return {
    routes: fieldRoutes(problem, solution),
    unassigned: [...problem.jobs.keys()]
      .filter((number) => !served.has(number))
      .map((number) => unassignedJob(problem, number)),
    servedPriority: solution.priority,
    travelMinutes: solution.travelMs / MINUTE_MS,
    optimality: optimalityOf(problem, solution, { exact: exact !== undefined }),
    findings: findingsOf(problem),
  };
}

function optimalityOf(
  problem: FieldProblem,
  { priority, travelMs }: FieldSolution,
  { exact }: { readonly exact: boolean },
): FieldOptimality {
  const arcs = exact ? undefined : fieldArcs(problem);
  const most = arcs === undefined ? priority : Math.max(priority, priorityBound(problem, arcs));
  const least =
    arcs === undefined ? travelMs : Math.min(travelMs, travelBound(problem, arcs, { priority }));
  return {
    exact: exact || (most === priority && least === travelMs),
    servedPriorityAtMost: most,
    travelMinutesAtLeast: least / MINUTE_MS,
    priorityGapShare: most === 0 ? 0 : (most - priority) / most,
    travelGapShare: travelMs === 0 ? 0 : (travelMs - least) / travelMs,
  };
}

function findingsOf({ technicians }: FieldProblem): readonly FieldFinding[] {
  return technicians
    .filter(({ technician }) => technician.skills.length === 0)
    .map(({ technician: { id } }) => ({
      code: "field-technician-without-skill",
      technician: id,
      params: { technician: id },
    }));
}
