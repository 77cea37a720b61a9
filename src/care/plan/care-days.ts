import { isWeekday, mondayOf } from "../../shared/time/week-day.js";
import type { CareWorkdays } from "./care-workdays.js";

/** A day on which an action may be due. @internal */
export interface CareDay {
  /** The day number. */
  readonly day: number;
  /** Whether it lies beyond what is known of holidays. */
  readonly provisional: boolean;
}

/**
 * The days on which a visit or call within a span may be made: the first workday of each of its weeks on which the
 * customer has no occasion, so that the work of a quarter spreads over the quarter. A span without one gives its first
 * day.
 *
 * @internal
 */
export function visitDays(
  { first, last }: { readonly first: number; readonly last: number },
  {
    isWorked,
    isTaken,
  }: { readonly isWorked: CareWorkdays; readonly isTaken: (day: number) => boolean },
): readonly CareDay[] {
  const isOpen = (day: number): boolean | undefined => (isTaken(day) ? false : isWorked(day));
  const days: CareDay[] = [];
  for (let monday = mondayOf(first); monday <= last; monday += 7) {
    const chosen = workdayOf(
      { first: Math.max(monday, first), last: Math.min(monday + 6, last) },
      isOpen,
    );
    if (chosen !== undefined) days.push(chosen);
  }
  if (days.length > 0) return days;
  return [{ day: first, provisional: isWorked(first) === undefined }];
}

/**
 * The last workday up to a day, within two weeks and not before today, or else the first after it that still makes
 * sense; the day itself where there is none.
 *
 * @internal
 */
export function lastWorkday(
  day: number,
  {
    today,
    through,
    isWorked,
  }: { readonly today: number; readonly through: number; readonly isWorked: CareWorkdays },
): CareDay {
  for (let earlier = day; earlier >= Math.max(today, day - 14); earlier -= 1) {
    const worked = isWorked(earlier);
    if (worked === true) return { day: earlier, provisional: false };
    if (worked === undefined && isWeekday(earlier)) return { day: earlier, provisional: true };
  }
  for (let later = day + 1; later <= through; later += 1) {
    const worked = isWorked(later);
    if (worked ?? isWeekday(later)) return { day: later, provisional: worked === undefined };
  }
  return { day, provisional: isWorked(day) === undefined };
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
