import {
  monthPeriod,
  quarterPeriod,
  weekPeriod,
  yearPeriod,
} from "../../shared/time/calendar-period.js";
import { addDays, addMonths, daysBetween } from "../../shared/time/date-arithmetic.js";
import { datePartsOf, plainDateFromParts } from "../../shared/time/plain-date.js";
import type { PlainDate } from "../../shared/time/plain-date.js";

/** A span of time points last: whole days or months, at least 1. */
export interface PointsLifetime {
  /** How many. */
  readonly count: number;
  /** Of what. */
  readonly unit: "days" | "months";
  /** Rounds up to the end of the period the last day lies in; the day itself when absent. */
  readonly through?: "day" | "week" | "month" | "quarter" | "year";
}

/**
 * Until when points last.
 *
 * - `never`: for ever;
 * - `rolling`: a lifetime counted from the day they were earned;
 * - `yearly`: through the same day of each year; points earned fewer than `minimumDays` before it last a year longer;
 * - `inactivity`: a lifetime counted from the member's last activity; each activity moves all points of the kind on.
 */
export type ExpiryRule =
  | {
      /** Tells the rule from others. */
      readonly kind: "never";
    }
  | ({
      /** Tells the rule from others. */
      readonly kind: "rolling";
    } & PointsLifetime)
  | {
      /** Tells the rule from others. */
      readonly kind: "yearly";
      /** Month of the last day, 1 to 12. */
      readonly month: number;
      /** The last day, 1 to 31; the month's last where it is shorter. */
      readonly day: number;
      /** Days points last at the least; 0 when absent. */
      readonly minimumDays?: number;
    }
  | ({
      /** Tells the rule from others. */
      readonly kind: "inactivity";
    } & PointsLifetime);

/**
 * The last day on which points can be spent that were earned, or whose member was last active, on a day.
 *
 * "Through D" is inclusive: at the start of the next day in the programme's zone they are gone. Months are counted from
 * the day itself, so 31 January and one month is 28 or 29 February.
 *
 * @param from - The day they were earned; for `inactivity`, of the last activity.
 * @param rule - Until when points last.
 * @returns The last day; undefined where they last for ever.
 * @example
 * ```ts
 * import { lastDayOfPoints } from "goodwill/loyalty";
 * import { plainDate } from "goodwill/shared";
 *
 * const rule = { kind: "rolling", count: 12, unit: "months", through: "month" } as const;
 * lastDayOfPoints(plainDate("2020-07-06"), rule); // => "2021-07-31"
 * ```
 */
export function lastDayOfPoints(from: PlainDate, rule: ExpiryRule): PlainDate | undefined {
  switch (rule.kind) {
    case "never":
      return undefined;
    case "rolling":
    case "inactivity":
      return endOfLifetime(from, rule);
    case "yearly":
      return nextYearly(from, rule);
  }
}

function endOfLifetime(from: PlainDate, { count, unit, through }: PointsLifetime): PlainDate {
  const day = unit === "days" ? addDays(from, count) : addMonths(from, count);
  switch (through) {
    case "week":
      return addDays(weekPeriod(day).end, -1);
    case "month":
      return addDays(monthPeriod(day).end, -1);
    case "quarter":
      return addDays(quarterPeriod(day).end, -1);
    case "year":
      return addDays(yearPeriod(day).end, -1);
    default:
      return day;
  }
}

function nextYearly(
  from: PlainDate,
  { month, day, minimumDays = 0 }: Extract<ExpiryRule, { kind: "yearly" }>,
): PlainDate {
  for (let year = datePartsOf(from).year; ; year += 1) {
    const last = lastDayAtMost(year, month, day);
    if (daysBetween(from, last) >= minimumDays) return last;
  }
}

function lastDayAtMost(year: number, month: number, day: number): PlainDate {
  const first = plainDateFromParts({ year, month, day: 1 });
  const last = addDays(monthPeriod(first).end, -1);
  return plainDateFromParts({ year, month, day: Math.min(day, datePartsOf(last).day) });
}
