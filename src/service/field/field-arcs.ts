import { beginAfter, driveFrom } from "./field-clock.js";
import type { FieldProblem } from "./field-problem.js";

/** Which job can follow which, whatever else is done. @internal */
export interface FieldArcs {
  /** The jobs somebody could do. */
  readonly numbers: readonly number[];
  /**
   * By two places in `numbers`: the drive from one job to the next, `Infinity` where nobody can do one after the
   * other.
   */
  readonly between: readonly (readonly number[])[];
  /** By technician and place in `numbers`: the drive from the start, `Infinity` where it cannot be done. */
  readonly out: readonly (readonly number[])[];
  /** By technician and place in `numbers`: the drive to the end. */
  readonly back: readonly (readonly number[])[];
}

/** All pairs that can follow each other. @internal */
export function fieldArcs({ jobs, technicians, travel, able }: FieldProblem): FieldArcs {
  const places = travel.ids.length;
  const numbers = [...jobs.keys()].filter((number) => able.some((can) => can[number]!));
  const between = numbers.map(() => numbers.map(() => Infinity));
  const out: number[][] = [];
  const back: number[][] = [];
  technicians.forEach((planned, who) => {
    const can = able[who]!;
    const ends = numbers.map((number) => {
      if (!can[number]!) return Infinity;
      const job = jobs[number]!;
      const way = travel.shortest(planned.start, job.place);
      return beginAfter(planned, driveFrom(planned, planned.from, way), job) + job.lasts;
    });
    const home = numbers.map((number) =>
      planned.end < 0 ? 0 : travel.direct[jobs[number]!.place * places + planned.end]!,
    );
    numbers.forEach((number, i) => {
      if (!can[number]!) return;
      for (const [j, other] of numbers.entries()) {
        if (i === j || !can[other]!) continue;
        const next = jobs[other]!;
        const way = travel.direct[jobs[number]!.place * places + next.place]!;
        if (way >= between[i]![j]!) continue;
        const begins = beginAfter(planned, driveFrom(planned, ends[i]!, way), next);
        if (begins < next.closes && begins + next.lasts <= planned.limit) between[i]![j] = way;
      }
    });
    out.push(
      numbers.map((number) => {
        if (!can[number]!) return Infinity;
        const way = travel.direct[planned.start * places + jobs[number]!.place]!;
        const job = jobs[number]!;
        const begins = beginAfter(planned, driveFrom(planned, planned.from, way), job);
        return begins < job.closes ? way : Infinity;
      }),
    );
    back.push(
      numbers.map((number, i) =>
        can[number]! && driveFrom(planned, ends[i]!, home[i]!) <= planned.limit
          ? home[i]!
          : Infinity,
      ),
    );
  });
  return { numbers, between, out, back };
}
