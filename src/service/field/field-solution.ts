import type { FieldProblem } from "./field-problem.js";
import { routeTravel } from "./route-schedule.js";

/** Who does what in which order. @internal */
export interface FieldSolution {
  /** By technician, the numbers of the jobs in their order. */
  readonly routes: readonly (readonly number[])[];
  /** The priorities served, in sum. */
  readonly priority: number;
  /** The drives, in milliseconds. */
  readonly travelMs: number;
}

/** A solution of these routes, which must keep all rules. @internal */
export function fieldSolution(
  problem: FieldProblem,
  routes: readonly (readonly number[])[],
): FieldSolution {
  let [priority, travelMs] = [0, 0];
  routes.forEach((route, who) => {
    travelMs += routeTravel(problem, who, route);
    for (const number of route) priority += problem.jobs[number]!.priority;
  });
  return { routes, priority, travelMs };
}

/** Whether the first serves more, or as much with fewer drives. @internal */
export function isBetterSolution(
  a: Pick<FieldSolution, "priority" | "travelMs">,
  b: Pick<FieldSolution, "priority" | "travelMs">,
): boolean {
  return a.priority > b.priority || (a.priority === b.priority && a.travelMs < b.travelMs);
}
