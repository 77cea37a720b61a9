import type { StaffedInterval } from "../../service/roster/staffed-interval.js";
import { requireFigure } from "../value/required-figures.js";
import { clockEnds } from "./clock-axis.js";
import { instantMs, MINUTE_MS } from "./clock-time.js";

const TASK = "staffing";

/** A time with the same agents throughout, in milliseconds. @internal */
export interface StaffedStretch extends Pick<
  StaffedInterval,
  "required" | "scheduled" | "over" | "under"
> {
  readonly from: number;
  readonly to: number;
}

/** The intervals, those with the same agents in one. @internal */
export function staffedStretches(intervals: readonly StaffedInterval[]): StaffedStretch[] {
  const stretches: StaffedStretch[] = [];
  intervals.forEach((interval, index) => {
    const stretch = stretchOf(interval, index);
    const last = stretches.at(-1);
    if (last !== undefined && stretch.from < last.to) {
      throw new RangeError(
        `Cannot draw ${TASK}: intervals[${String(index)}].start must not lie before the end of the one before, got ${interval.start}`,
      );
    }
    const isSame =
      last?.to === stretch.from &&
      last.required === stretch.required &&
      last.scheduled === stretch.scheduled;
    if (isSame) stretches[stretches.length - 1] = { ...last, to: stretch.to };
    else stretches.push(stretch);
  });
  return stretches;
}

function stretchOf(interval: StaffedInterval, index: number): StaffedStretch {
  const { start, minutes, required, scheduled, over, under } = interval;
  const name = (field: string): string => `intervals[${String(index)}].${field}`;
  for (const field of ["required", "scheduled", "over", "under"] as const)
    requireFigure(interval[field], { task: TASK, name: name(field), least: 0, whole: true });
  requireFigure(minutes, { task: TASK, name: name("minutes") });
  if (minutes <= 0)
    throw new RangeError(
      `Cannot draw ${TASK}: ${name("minutes")} must be above 0, got ${String(minutes)}`,
    );
  if (under !== Math.max(0, required - scheduled) || over !== Math.max(0, scheduled - required))
    throw new RangeError(
      `Cannot draw ${TASK}: ${name("under")} and over must be the difference of ${String(required)} and ${String(scheduled)}, got ${String(under)} and ${String(over)}`,
    );
  const from = instantMs(start);
  return { from, to: from + Math.round(minutes * MINUTE_MS), required, scheduled, over, under };
}

/** A stretch and the time it is drawn over. @internal */
export interface DrawnStretch extends StaffedStretch {
  readonly drawn: { readonly from: number; readonly to: number };
}

/** Where there are more stretches than pixels, that of each pixel which misses most. @internal */
export function drawnStretches(all: readonly StaffedStretch[], width: number): DrawnStretch[] {
  if (all.length <= width) return all.map((one) => ({ ...one, drawn: one }));
  const [from, to] = clockEnds(all.flatMap((one) => [one.from, one.to]));
  const pixel = (to - from) / Math.floor(width);
  const worst = new Map<number, StaffedStretch>();
  for (const one of all) {
    const column = Math.floor((one.from - from) / pixel);
    const kept = worst.get(column);
    const isWorse = kept === undefined || one.under > kept.under;
    const isHigher = one.under === kept?.under && one.required > kept.required;
    if (isWorse || isHigher) worst.set(column, one);
  }
  const starts = [...worst.keys()].map((column) => from + column * pixel);
  return [...worst.values()].map((one, index) => {
    const next = starts[index + 1] ?? to;
    return { ...one, drawn: { from: starts[index]!, to: next } };
  });
}
