import { hasPartsLeft } from "./best-insertion.js";
import { beginAfter, driveFrom } from "./field-clock.js";
import type { FieldProblem } from "./field-problem.js";

/** The drives of a route; -1 where somebody comes too late, lacks a skill or runs out of parts. @internal */
export function routeTravel(problem: FieldProblem, who: number, route: readonly number[]): number {
  if (route.length === 0) return 0;
  const { jobs, technicians, travel, able } = problem;
  const planned = technicians[who]!;
  const { blocked, limit, end } = planned;
  const { direct, ids } = travel;
  const places = ids.length;
  const can = able[who]!;
  const simple = blocked.length === 0;
  let now = planned.from;
  let at = planned.start;
  let sum = 0;
  for (let i = 0; i < route.length; i += 1) {
    const number = route[i]!;
    if (!can[number]!) return -1;
    const job = jobs[number]!;
    const way = direct[at * places + job.place]!;
    sum += way;
    if (simple) {
      now += way;
      if (now < job.opens) now = job.opens;
    } else now = beginAfter(planned, driveFrom(planned, now, way), job);
    if (now >= job.closes) return -1;
    now += job.lasts;
    if (now > limit) return -1;
    at = job.place;
  }
  if (end >= 0) {
    const way = direct[at * places + end]!;
    sum += way;
    if (driveFrom(planned, now, way) > limit) return -1;
  }
  return hasPartsLeft(problem, planned, route) ? sum : -1;
}
