import { isWeekday, mondayOf, type CareWorkdays } from "./care-workdays.js";

/** A day on which an action may be due. @internal */
export interface CareDay {
  /** The day number. */
  readonly day: number;
  /** Whether it lies beyond what is known of holidays. */
  readonly provisional: boolean;
}

/**
 * The days on which a visit or call within a span may be made: the first workday of each of its weeks, so that the work
 * of a quarter spreads over the quarter. A span without a workday gives its first day.
 *
 * @internal
 */
export function visitDays(
  { first, last }: { readonly first: number; readonly last: number },
  isWorked: CareWorkdays,
): readonly CareDay[] {
  const days: CareDay[] = [];
  for (let monday = mondayOf(first); monday <= last; monday += 7) {
    const chosen = workdayOf(
      { first: Math.max(monday, first), last: Math.min(monday + 6, last) },
      isWorked,
    );
    if (chosen !== undefined) days.push(chosen);
  }
  if (days.length > 0) return days;
  return [{ day: first, provisional: isWorked(first) === undefined }];
}

function workdayOf(
  { first, last }: { readonly first: number; readonly last: number },
  isWorked: CareWorkdays,
): CareDay | undefined {
  for (let day = first; day <= last; day += 1) {
    const worked = isWorked(day);
    if (worked === true) return { day, provisional: false };
    if (worked === undefined && isWeekday(day)) return { day, provisional: true };
  }
  return undefined;
}
