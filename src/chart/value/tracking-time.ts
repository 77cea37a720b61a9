import type { PlainDate } from "../../shared/time/plain-date.js";
import { dayText, instantDays } from "../frame/day-axis.js";

/** A time and the last day that is counted up to it. @internal */
export interface DatedTime {
  readonly time: number;
  readonly date?: PlainDate;
}

/** The time at the end of the day before a day, straight between two points; it must not lie beyond them. @internal */
export function timeBefore(
  points: readonly DatedTime[],
  { day, task }: { readonly day: PlainDate; readonly task: string },
): number {
  const ends = points.map(({ time, date }, index) => {
    if (date !== undefined) return { time, day: daysOf(date) };
    throw new RangeError(
      `Cannot draw ${task}: points[${String(index)}].date must be given where holdoutStart is a day, got none`,
    );
  });
  ends.forEach((end, index) => {
    if (index === 0 || end.day > ends[index - 1]!.day) return;
    throw new RangeError(
      `Cannot draw ${task}: points[${String(index)}].date must grow, got ${dayText(end.day)}`,
    );
  });
  const sought = daysOf(day) - 1;
  const next = ends.findIndex((end) => end.day >= sought);
  const after = ends[next];
  if (after?.day === sought) return after.time;
  const before = ends[next - 1];
  if (after === undefined || before === undefined) {
    const [first, last] = [ends[0]!, ends.at(-1)!].map((end) => dayText(end.day + 1));
    throw new RangeError(
      `Cannot draw ${task}: holdoutStart must be a day from ${first!} to ${last!}, got ${day}`,
    );
  }
  const share = (sought - before.day) / (after.day - before.day);
  return before.time + share * (after.time - before.time);
}

function daysOf(date: PlainDate): number {
  return instantDays(`${date}T00:00:00.000Z`);
}
