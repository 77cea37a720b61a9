// Jobs and technicians as numbers: times in whole milliseconds, people and places by their number.

import { epochMilliseconds } from "../../shared/time/instant.js";
import { compareText } from "../../shared/text-order.js";
import type { BlockedTime } from "./field-clock.js";
import { beginAfter, driveFrom } from "./field-clock.js";
import type { FieldJob } from "./field-job.js";
import type { FieldTechnician } from "./field-technician.js";
import { travelTable } from "./travel-table.js";
import type { TravelTable } from "./travel-table.js";
import type { FieldTravel } from "./field-travel.js";

/** A job in numbers. @internal */
export interface PlannedJob {
  /** The job. */
  readonly job: FieldJob;
  /** The number of its place. */
  readonly place: number;
  /** The first moment at which it may begin. */
  readonly opens: number;
  /** The first moment at which it may no longer begin. */
  readonly closes: number;
  /** How long it takes. */
  readonly lasts: number;
  /** How much it counts. */
  readonly priority: number;
  /** The parts needed: the number of the part and how many. */
  readonly parts: readonly { readonly part: number; readonly count: number }[];
}

/** A technician in numbers. @internal */
export interface PlannedTechnician {
  /** The technician. */
  readonly technician: FieldTechnician;
  /** The number of the place where the day begins. */
  readonly start: number;
  /** The number of the place where it ends; -1 for wherever the last job is. */
  readonly end: number;
  /** When the day begins. */
  readonly from: number;
  /** When the last working time ends. */
  readonly until: number;
  /** When the day must have ended, overtime included. */
  readonly limit: number;
  /** Breaks and the time between working times, in order, not touching. */
  readonly blocked: readonly BlockedTime[];
  /** By part, how many are carried. */
  readonly carried: readonly number[];
}

/** All of it. @internal */
export interface FieldProblem {
  /** The jobs by id. */
  readonly jobs: readonly PlannedJob[];
  /** The technicians by id. */
  readonly technicians: readonly PlannedTechnician[];
  /** The names of the parts. */
  readonly parts: readonly string[];
  /** How long it takes from place to place. */
  readonly travel: TravelTable;
  /** By technician, then by job: whether it could do it, however it gets there. */
  readonly able: readonly (readonly boolean[])[];
}

const MINUTE_MS = 60_000;

/** The task in numbers; what is given must be valid. @internal */
export function fieldProblem(
  jobs: readonly FieldJob[],
  {
    technicians,
    travel: given,
  }: { readonly technicians: readonly FieldTechnician[]; readonly travel: FieldTravel },
): FieldProblem {
  const travel = travelTable(given);
  const parts = [...new Set(jobs.flatMap((job) => Object.keys(job.parts ?? {})))].sort(compareText);
  const plannedJobs = jobs
    .toSorted((a, b) => compareText(a.id, b.id))
    .map((job) => ({
      job,
      place: travel.place.get(job.place)!,
      opens: epochMilliseconds(job.window.start),
      closes: epochMilliseconds(job.window.end),
      lasts: Math.round(job.durationMinutes * MINUTE_MS),
      priority: job.priority ?? 1,
      parts: parts
        .map((name, part) => ({ part, count: ownCount(job.parts, name) }))
        .filter(({ count }) => count > 0),
    }));
  const plannedTechnicians = technicians
    .toSorted((a, b) => compareText(a.id, b.id))
    .map((technician) => plannedTechnician(technician, { travel, parts }));
  return {
    jobs: plannedJobs,
    technicians: plannedTechnicians,
    parts,
    travel,
    able: plannedTechnicians.map((one) => plannedJobs.map((job) => isAble(one, job, { travel }))),
  };
}

function plannedTechnician(
  technician: FieldTechnician,
  { travel, parts }: { readonly travel: TravelTable; readonly parts: readonly string[] },
): PlannedTechnician {
  const { start, end, breaks = [], overtimeMinutes = 0 } = technician;
  const working = technician.working
    .map((one) => ({ from: epochMilliseconds(one.start), until: epochMilliseconds(one.end) }))
    .sort((a, b) => a.from - b.from);
  const gaps = working.slice(1).map(({ from }, i) => ({ from: working[i]!.until, until: from }));
  const pauses = breaks.map((one) => ({
    from: epochMilliseconds(one.start),
    until: epochMilliseconds(one.end),
  }));
  const { until } = working.at(-1)!;
  return {
    technician,
    start: travel.place.get(start)!,
    end: end === undefined ? -1 : travel.place.get(end)!,
    from: working[0]!.from,
    until,
    limit: until + Math.round(overtimeMinutes * MINUTE_MS),
    blocked: united([...gaps, ...pauses].filter((one) => one.from < one.until)),
    carried: parts.map((name) => ownCount(technician.parts, name)),
  };
}

/** Spans that meet or overlap become one. */
function united(spans: readonly BlockedTime[]): readonly BlockedTime[] {
  const result: { from: number; until: number }[] = [];
  for (const { from, until } of spans.toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last !== undefined && from <= last.until) last.until = Math.max(last.until, until);
    else result.push({ from, until });
  }
  return result;
}

function ownCount(counts: Readonly<Record<string, number>> | undefined, name: string): number {
  return counts !== undefined && Object.hasOwn(counts, name) ? counts[name]! : 0;
}

/** Whether the technician has skills and parts, gets there by the shortest way in time, and back in time. */
function isAble(
  planned: PlannedTechnician,
  job: PlannedJob,
  { travel }: { readonly travel: TravelTable },
): boolean {
  if (!hasSkills(planned, job) || !hasParts(planned, job)) return false;
  const arrives = driveFrom(planned, planned.from, travel.shortest(planned.start, job.place));
  const begins = beginAfter(planned, arrives, job);
  if (begins >= job.closes) return false;
  const back = planned.end < 0 ? 0 : travel.shortest(job.place, planned.end);
  return driveFrom(planned, begins + job.lasts, back) <= planned.limit;
}

/** Whether the technician has all skills of the job. @internal */
export function hasSkills({ technician }: PlannedTechnician, { job }: PlannedJob): boolean {
  return (job.skills ?? []).every((skill) => technician.skills.includes(skill));
}

/** Whether the technician carries enough for the job alone. @internal */
export function hasParts({ carried }: PlannedTechnician, { parts }: PlannedJob): boolean {
  return parts.every(({ part, count }) => carried[part]! >= count);
}
