import { quantile } from "../../shared/statistics/quantile.js";
import type { CalendarDay } from "./day-calendar.js";
import type { DayTotals } from "./day-totals.js";

/** The median absolute deviation of a normal distribution is so much of its standard deviation. */
const MEDIAN_DEVIATION_SHARE = 0.6745;

/**
 * The days whose contacts are too far off what was expected, from the first on.
 *
 * The distance is the logarithm of the ratio, against the median of its weekday, whose mean the unusual day itself may
 * have moved. Too far is measured by the median absolute deviation, or the error of chance arrivals where larger.
 *
 * @internal
 */
export function unusualDays(
  { contacts, expected }: DayTotals,
  { calendar, deviations }: UnusualDayOptions,
): ReadonlySet<number> {
  const days = [...contacts.keys()].filter(
    (day) => calendar[day]!.kind !== "holiday" && expected[day]! > 0,
  );
  if (days.length === 0) return new Set();
  const ratioOf = (day: number) => Math.log((contacts[day]! + 0.5) / (expected[day]! + 0.5));
  const middles = [1, 2, 3, 4, 5, 6, 7].map((weekday) =>
    median(days.filter((day) => calendar[day]!.weekday === weekday).map(ratioOf)),
  );
  const offBy = (day: number) => Math.abs(ratioOf(day) - middles[calendar[day]!.weekday - 1]!);
  const scale = median(days.map(offBy)) / MEDIAN_DEVIATION_SHARE;
  return new Set(
    days.filter(
      (day) => offBy(day) > deviations * Math.max(scale, 1 / Math.sqrt(expected[day]! + 0.5)),
    ),
  );
}

function median(values: readonly number[]): number {
  return values.length === 0 ? 0 : quantile(Float64Array.from(values).sort(), 0.5);
}

/** How unusual days are told. @internal */
export interface UnusualDayOptions {
  /** What each day is. */
  readonly calendar: readonly CalendarDay[];
  /** From so many robust standard deviations on a day is unusual. */
  readonly deviations: number;
}
