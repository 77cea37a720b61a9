import { instantFromEpochMilliseconds } from "../../shared/time/instant.js";
import { beginAfter, driveFrom } from "./field-clock.js";
import type { FieldRoute, FieldStop } from "./field-plan.js";
import type { FieldProblem } from "./field-problem.js";
import type { FieldSolution } from "./field-solution.js";

const MINUTE_MS = 60_000;

/** The routes with their times. @internal */
export function fieldRoutes(problem: FieldProblem, { routes }: FieldSolution): FieldRoute[] {
  return routes.map((_, who) => fieldRoute(problem, who, routes));
}

function fieldRoute(
  { jobs, technicians, travel, parts }: FieldProblem,
  who: number,
  routes: FieldSolution["routes"],
): FieldRoute {
  const planned = technicians[who]!;
  const places = travel.ids.length;
  const stops: FieldStop[] = [];
  const used = new Map<number, number>();
  let [now, at] = [planned.from, planned.start];
  let [travelMs, workMs, waitMs] = [0, 0, 0];
  for (const number of routes[who]!) {
    const job = jobs[number]!;
    const way = travel.direct[at * places + job.place]!;
    const arrives = driveFrom(planned, now, way);
    const begins = beginAfter(planned, arrives, job);
    now = begins + job.lasts;
    at = job.place;
    travelMs += way;
    waitMs += begins - arrives;
    workMs += job.lasts;
    for (const { part, count } of job.parts) used.set(part, (used.get(part) ?? 0) + count);
    stops.push({
      job: job.job.id,
      place: job.job.place,
      travelMinutes: way / MINUTE_MS,
      arrivesAt: instantFromEpochMilliseconds(arrives),
      waitMinutes: (begins - arrives) / MINUTE_MS,
      beginsAt: instantFromEpochMilliseconds(begins),
      endsAt: instantFromEpochMilliseconds(now),
    });
  }
  if (stops.length > 0 && planned.end >= 0) {
    const way = travel.direct[at * places + planned.end]!;
    now = driveFrom(planned, now, way);
    travelMs += way;
  }
  const order = [...used.keys()].sort((a, b) => a - b);
  return {
    technician: planned.technician.id,
    stops,
    leavesAt: instantFromEpochMilliseconds(planned.from),
    endsAt: instantFromEpochMilliseconds(now),
    travelMinutes: travelMs / MINUTE_MS,
    workMinutes: workMs / MINUTE_MS,
    waitMinutes: waitMs / MINUTE_MS,
    overtimeMinutes: Math.max(0, now - planned.until) / MINUTE_MS,
    partsUsed: Object.fromEntries(order.map((part) => [parts[part]!, used.get(part)!])),
  };
}
