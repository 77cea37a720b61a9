import { refuse, ok, type Result } from "../../shared/result.js";
import { dayNumber, textOfDay } from "../../shared/time/civil.js";
import type { HolidayList } from "../../shared/time/holiday-list.js";
import type { Period } from "../../shared/time/period.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import type { TimeZone } from "../../shared/time/time-zone.js";
import { chooseTrend } from "./choose-trend.js";
import type { ContactCount } from "./contact-count.js";
import type {
  ContactForecast,
  ForecastHistoryTooShort,
  ForecastWithoutContacts,
} from "./contact-forecast.js";
import { readCountGrid, type CountGrid } from "./count-grid.js";
import { dayCalendar, type CalendarDay } from "./day-calendar.js";
import { DEFAULT_FORECAST_POLICY, type ForecastPolicy } from "./forecast-policy.js";
import { forecastReasons } from "./forecast-reasons.js";
import { holidayEffects, missingIntervals, namedUnusualDays } from "./history-findings.js";
import { intervalsToCome } from "./intervals-to-come.js";
import { profileCells } from "./profile-cells.js";
import { requireForecastPolicy } from "./require-forecast-policy.js";

/** What is forecast, and how. */
export interface ForecastContactsOptions {
  /** The days to come, on the zone's clock; they begin no earlier than the last day counted. */
  readonly days: Period<PlainDate>;
  /** The zone on whose clock weekday and time are read. */
  readonly zone: TimeZone;
  /** How long an interval is, in minutes; a whole number that divides a day. */
  readonly intervalMinutes: number;
  /** The holidays of history and days to come; every day is as its weekday when absent. */
  readonly holidays?: HolidayList;
  /** How to learn; {@link DEFAULT_FORECAST_POLICY} when absent. */
  readonly policy?: ForecastPolicy;
}

/**
 * How many contacts will arrive in each interval of the days to come (SRV-6)?
 *
 * Usual week (weekday by time of day) times level with trend times holiday: recent weeks weigh more, holidays have the
 * factor their days had, and days unlike what was expected are named. A trend counts where it stands out and the weeks
 * held out are forecast better with it than without; it weakens from week to week. How wrong the forecast would have
 * been is measured on the last weeks, forecast from those before, against the naive forecast that repeats the last
 * week. An interval without a row is unknown, not 0; a holiday without rows is one of the days of its week. A day has
 * as many intervals as its clock shows.
 *
 * @remarks Means by ratio of weighted sums and Newton steps for the level (quasi-Poisson regression with a logarithmic
 * link; McCullagh and Nelder 1989, chapter 9); the trend to come is damped (Gardner and McKenzie 1985, Management
 * Science 31, 1237-1246); ranges by a negative binomial. The year's seasons are followed through the recent weeks, not
 * learnt, so that far days are to be read with care. As the weeks held out decide whether a trend counts, their error
 * is a little too small where they left one out. They cannot tell of a level that changed once and for all in them:
 * the forecast then lies between the old level and the new, until the old one is far enough back.
 * @param rows - The counted intervals, in any order.
 * @param options - The days to come, the zone, the length of an interval, the holidays and the policy.
 * @returns The forecast with its error; or the refusal `forecast-history-too-short` with the weeks needed, or
 * `forecast-no-contacts`.
 * @throws RangeError when an interval is given twice or not on the grid of the others, contacts are below 0, the length
 * of an interval does not divide a day, the policy is out of range, or the days begin before the last day counted.
 * @example
 * ```ts
 * import { forecastContacts } from "goodwill/service";
 * import { addMilliseconds, instant, period, plainDate, timeZone } from "goodwill/shared";
 *
 * const first = instant("2026-01-05T00:00:00Z");
 * const rows = Array.from({ length: 8 * 7 * 24 }, (_, hour) => ({
 *   start: addMilliseconds(first, hour * 3_600_000),
 *   contacts: hour % 24 < 8 ? 2 : 30,
 * }));
 * const days = period(plainDate("2026-03-02"), plainDate("2026-03-03"));
 * const forecast = forecastContacts(rows, { days, zone: timeZone("UTC"), intervalMinutes: 60 });
 * const intervals = forecast.ok ? forecast.value.intervals.slice(6, 10) : [];
 * intervals.map(({ contacts }) => Math.round(contacts)); // => [2, 2, 30, 30]
 * ```
 */
export function forecastContacts(
  rows: readonly ContactCount[],
  options: ForecastContactsOptions,
): Result<ContactForecast, ForecastHistoryTooShort | ForecastWithoutContacts> {
  const { policy = DEFAULT_FORECAST_POLICY, zone, intervalMinutes } = options;
  requireForecastPolicy(policy);
  const grid = readCountGrid(rows, options);
  const from = dayNumber(options.days.start);
  const until = dayNumber(options.days.end);
  requireDaysToCome({ from, until, lastDay: grid.firstDay + grid.days - 1 });
  const calendarOf = dayCalendar(options.holidays);
  const calendar = Array.from({ length: grid.days }, (_, day) => calendarOf(grid.firstDay + day));
  const weeks = countedWeeks(grid, calendar);
  const neededWeeks = policy.minimumWeeks + policy.heldOutWeeks;
  if (weeks < neededWeeks)
    return refuse({ code: "forecast-history-too-short", weeks, neededWeeks });
  if (rows.every(({ contacts }) => contacts === 0))
    return refuse({ code: "forecast-no-contacts", rows: rows.length });
  const task = { grid, days: grid.days, calendar, policy };
  const { model, totals, unusual, error, leftOut } = chooseTrend(task);
  const { level } = policy;
  const ahead = { from, until, zone, calendar: calendarOf, level };
  const { intervals, unseen } = intervalsToCome(model, ahead);
  const unusualDays = namedUnusualDays(task, { totals, unusual });
  const missing = missingIntervals(task, { model, zone });
  const daysAhead = Array.from({ length: until - from }, (_, i) => ({
    day: from + i,
    calendarDay: calendarOf(from + i),
  }));
  const findings = { model, leftOut, weeks, error, unusual: unusualDays, missing, unseen };
  return ok({
    intervals,
    profile: { intervalMinutes, cells: profileCells(model.profile, model.counted) },
    trend: model.trend,
    holidays: holidayEffects(model),
    unusualDays,
    error,
    missingIntervals: missing,
    reasons: forecastReasons({ ...findings, ahead: daysAhead }),
  });
}

/**
 * A centre that is closed on two days of the week has counted a week after five; a holiday on which it is closed is one
 * of the days of its week.
 */
function countedWeeks(
  { days, slots, counts }: CountGrid,
  calendar: readonly CalendarDay[],
): number {
  const hasRows = (day: number): boolean =>
    counts.subarray(day * slots, (day + 1) * slots).some((rows) => rows > 0);
  const all = Array.from({ length: days }, (_, day) => ({
    ...calendar[day]!,
    isCounted: hasRows(day),
  }));
  const open = new Set(
    all.flatMap(({ isCounted, weekday, kind }) =>
      isCounted && kind !== "holiday" ? [weekday] : [],
    ),
  );
  const counted = all.filter(
    ({ isCounted, weekday, kind }) => open.has(weekday) && (isCounted || kind === "holiday"),
  );
  return open.size === 0 ? 0 : Math.floor(counted.length / open.size);
}

function requireDaysToCome(days: {
  readonly from: number;
  readonly until: number;
  readonly lastDay: number;
}): void {
  const { from, until, lastDay } = days;
  if (until < from)
    throw new RangeError(
      `Cannot forecast contacts: the days must not end before they begin, got ${textOfDay(from)} to ${textOfDay(until)}`,
    );
  if (from < lastDay)
    throw new RangeError(
      `Cannot forecast contacts: the days must not begin before the last day counted, ${textOfDay(lastDay)}, got ${textOfDay(from)}`,
    );
}
