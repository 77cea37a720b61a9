import { beginAfter, driveFrom } from "./field-clock.js";
import type { FieldProblem, PlannedTechnician } from "./field-problem.js";

/** The best place for a job in a route. @internal */
export interface Insertion {
  /** Before which stop. */
  readonly place: number;
  /** By how much the drives grow, in milliseconds; it can fall where a detour is shorter. */
  readonly addedMs: number;
}

/** Whose route, and which job. @internal */
export interface InsertionQuestion {
  /** The number of the technician. */
  readonly who: number;
  /** The jobs the technician has; they must keep the rules. */
  readonly route: readonly number[];
  /** The job. */
  readonly number: number;
  /** Says of a place whether it is passed over; none is when absent. */
  readonly skips?: () => boolean;
}

/**
 * The best place for a job in the route of a technician, the first of equals; undefined where there is none.
 * @internal
 */
export function bestInsertion(
  problem: FieldProblem,
  { who, route, number, skips }: InsertionQuestion,
): Insertion | undefined {
  const { jobs, technicians, travel, able } = problem;
  const planned = technicians[who]!;
  if (!able[who]![number]! || !hasPartsLeft(problem, planned, [...route, number])) return undefined;
  const { direct, ids } = travel;
  const places = ids.length;
  const job = jobs[number]!;
  const to = job.place;
  const [begins, ends] = timesOf(problem, planned, route);
  let best: Insertion | undefined;
  for (let place = 0; place <= route.length; place += 1) {
    const before = place === 0 ? planned.start : jobs[route[place - 1]!]!.place;
    const after = place === route.length ? planned.end : jobs[route[place]!]!.place;
    let addedMs = direct[before * places + to]!;
    if (after >= 0) {
      addedMs += direct[to * places + after]!;
      if (route.length > 0) addedMs -= direct[before * places + after]!;
    }
    if (best !== undefined && addedMs >= best.addedMs) continue;
    const leaves = place === 0 ? planned.from : ends[place - 1]!;
    if (isInTime(place, leaves, { before }) && skips?.() !== true) best = { place, addedMs };
  }
  return best;

  /**
   * Whether the job, and all that follow, begin and end in time; as soon as one begins as before the rest does, too.
   */
  function isInTime(
    place: number,
    leaves: number,
    { before }: { readonly before: number },
  ): boolean {
    const arrives = driveFrom(planned, leaves, direct[before * places + to]!);
    const starts = beginAfter(planned, arrives, job);
    if (starts >= job.closes) return false;
    let now = starts + job.lasts;
    if (now > planned.limit) return false;
    let at = to;
    for (let i = place; i < route.length; i += 1) {
      const next = jobs[route[i]!]!;
      const begun = beginAfter(
        planned,
        driveFrom(planned, now, direct[at * places + next.place]!),
        next,
      );
      if (begun <= begins[i]!) return true;
      if (begun >= next.closes) return false;
      now = begun + next.lasts;
      if (now > planned.limit) return false;
      at = next.place;
    }
    if (planned.end < 0) return true;
    return driveFrom(planned, now, direct[at * places + planned.end]!) <= planned.limit;
  }
}

/** When each job of a route begins and ends. */
function timesOf(
  { jobs, travel }: FieldProblem,
  planned: PlannedTechnician,
  route: readonly number[],
): readonly [readonly number[], readonly number[]] {
  const begins: number[] = [];
  const ends: number[] = [];
  const places = travel.ids.length;
  let [now, at] = [planned.from, planned.start];
  for (const number of route) {
    const job = jobs[number]!;
    const begun = beginAfter(
      planned,
      driveFrom(planned, now, travel.direct[at * places + job.place]!),
      job,
    );
    begins.push(begun);
    now = begun + job.lasts;
    ends.push(now);
    at = job.place;
  }
  return [begins, ends];
}

/** Whether the parts in the van are enough for all these jobs. @internal */
export function hasPartsLeft(
  { jobs, parts }: FieldProblem,
  { carried }: PlannedTechnician,
  route: readonly number[],
): boolean {
  if (parts.length === 0) return true;
  const left = [...carried];
  for (const number of route) {
    for (const { part, count } of jobs[number]!.parts) {
      left[part]! -= count;
      if (left[part]! < 0) return false;
    }
  }
  return true;
}
