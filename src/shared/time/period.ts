import { isInstant } from "./instant.js";
import type { Instant } from "./instant.js";
import { isPlainDate } from "./plain-date.js";
import type { PlainDate } from "./plain-date.js";

/**
 * A half-open stretch of time, `[start, end)`: it holds its start and everything up to, but not, its end.
 *
 * Both bounds are instants or both are plain dates. Periods that follow one another share a bound and no moment.
 * Where start and end are equal the period is empty: it contains nothing and overlaps nothing.
 */
export interface Period<Bound extends Instant | PlainDate = Instant | PlainDate> {
  /** The first moment or day that belongs to the period. */
  readonly start: Bound;
  /** The first moment or day after the period. Never before `start`. */
  readonly end: Bound;
}

/**
 * Which period runs from this bound to that?
 *
 * @param start - The first instant or day that belongs.
 * @param end - The first that no longer belongs, of the same kind; equal to `start` for an empty period.
 * @returns The period.
 * @throws RangeError where `end` is before `start`. TypeError where the bounds are not two instants or two dates.
 * @example
 * ```ts
 * import { period, plainDate } from "goodwill/shared";
 *
 * period(plainDate("2026-02-01"), plainDate("2026-03-01")); // => { start: "2026-02-01", end: "2026-03-01" }
 * ```
 */
export function period<Bound extends Instant | PlainDate>(
  start: Bound,
  end: NoInfer<Bound>,
): Period<Bound> {
  const alike = (isInstant(start) && isInstant(end)) || (isPlainDate(start) && isPlainDate(end));
  if (!alike) {
    throw new TypeError(
      `Cannot make a period: expected two instants or two dates, got ${JSON.stringify(start)} and ${JSON.stringify(end)}`,
    );
  }
  if (end < start) {
    throw new RangeError(`Cannot make a period: the end ${end} is before the start ${start}`);
  }
  return { start, end };
}

/**
 * Does this moment or day belong to the period?
 *
 * @param within - The period.
 * @param at - An instant for a period of instants, a date for a period of dates.
 * @returns `true` from the start (inclusive) to the end (exclusive); `false` for every moment of an empty period.
 * @example
 * ```ts
 * import { monthPeriod, periodContains, plainDate } from "goodwill/shared";
 *
 * const february = monthPeriod(plainDate("2026-02-01"));
 * periodContains(february, plainDate("2026-02-28")); // => true
 * periodContains(february, plainDate("2026-03-01")); // => false
 * ```
 */
export function periodContains<Bound extends Instant | PlainDate>(
  within: Period<Bound>,
  at: NoInfer<Bound>,
): boolean {
  return within.start <= at && at < within.end;
}

/**
 * Do two periods share a moment or day?
 *
 * @param a - One period.
 * @param b - Another of the same kind.
 * @returns `false` for periods that only touch, and where one is empty.
 * @example
 * ```ts
 * import { monthPeriod, periodsOverlap, plainDate, yearPeriod } from "goodwill/shared";
 *
 * const february = monthPeriod(plainDate("2026-02-01"));
 * periodsOverlap(february, yearPeriod(plainDate("2026-07-01"))); // => true
 * periodsOverlap(february, monthPeriod(plainDate("2026-03-01"))); // => false
 * ```
 */
export function periodsOverlap<Bound extends Instant | PlainDate>(
  a: Period<Bound>,
  b: Period<NoInfer<Bound>>,
): boolean {
  return intersectPeriods(a, b) !== undefined;
}

/**
 * Which stretch do two periods share?
 *
 * @param a - One period.
 * @param b - Another of the same kind.
 * @returns The shared period, never empty; `undefined` where they share no moment or day.
 * @example
 * ```ts
 * import { intersectPeriods, monthPeriod, period, plainDate } from "goodwill/shared";
 *
 * const campaign = period(plainDate("2026-02-20"), plainDate("2026-03-10"));
 * intersectPeriods(campaign, monthPeriod(plainDate("2026-02-01"))); // => { start: "2026-02-20", end: "2026-03-01" }
 * ```
 */
export function intersectPeriods<Bound extends Instant | PlainDate>(
  a: Period<Bound>,
  b: Period<NoInfer<Bound>>,
): Period<Bound> | undefined {
  const start = a.start > b.start ? a.start : b.start;
  const end = a.end < b.end ? a.end : b.end;
  return start < end ? { start, end } : undefined;
}
