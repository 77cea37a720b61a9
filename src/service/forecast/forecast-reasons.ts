import type { Reason } from "../../shared/reason.js";
import { textOfDay } from "../../shared/time/civil.js";
import type { TrendLeftOut } from "./choose-trend.js";
import type { HeldOutError, UnusualDay } from "./contact-forecast.js";
import type { ContactModel } from "./contact-model.js";
import type { CalendarDay } from "./day-calendar.js";

/** What a forecast is to be explained by. @internal */
export interface ForecastFindings {
  /** What was learnt. */
  readonly model: ContactModel;
  /** The trend that was left out, where one was. */
  readonly leftOut: TrendLeftOut | undefined;
  /** The whole weeks counted. */
  readonly weeks: number;
  /** The error on the weeks held out. */
  readonly error: HeldOutError;
  /** The days unlike what was expected. */
  readonly unusual: readonly UnusualDay[];
  /** The intervals the history should have and does not. */
  readonly missing: number;
  /** The intervals to come whose time was never counted on their weekday, though on another. */
  readonly unseen: number;
  /** The days to come. */
  readonly ahead: readonly { readonly day: number; readonly calendarDay: CalendarDay }[];
}

/** What a reader of a forecast has to know. @internal */
export function forecastReasons(findings: ForecastFindings): readonly Reason[] {
  const { weeks, error, unusual, missing, unseen } = findings;
  const reasons: Reason[] = [
    { code: "forecast-learnt", params: { weeks, heldOutWeeks: error.weeks } },
    trendReason(findings),
    ...errorReason(error),
  ];
  for (const { date, contacts, expected, leftOut } of unusual) {
    const code = leftOut ? "forecast-unusual-day-left-out" : "forecast-unusual-day-kept";
    reasons.push({ code, params: { date, contacts, expected: Math.round(expected) } });
  }
  if (missing > 0) reasons.push({ code: "forecast-intervals-missing", params: { missing } });
  if (unseen > 0) reasons.push({ code: "forecast-times-unseen", params: { intervals: unseen } });
  return [...reasons, ...holidayReasons(findings)];
}

function trendReason({ model, leftOut }: ForecastFindings): Reason {
  if (leftOut !== undefined) {
    const { perWeek, errorWith, errorWithout } = leftOut;
    const params = { percentPerWeek: percentOf(perWeek), errorWith, errorWithout };
    return { code: "forecast-trend-left-out", params };
  }
  return model.trend.counts
    ? { code: "forecast-trend", params: { percentPerWeek: percentOf(model.trend.perWeek) } }
    : { code: "forecast-no-trend", params: {} };
}

function percentOf(share: number): number {
  return Math.round(share * 10_000) / 100;
}

function errorReason({ ratio, wape, weeks, intervals }: HeldOutError): readonly Reason[] {
  if (wape === undefined)
    return [{ code: "forecast-error-unmeasured", params: { heldOutWeeks: weeks, intervals } }];
  if (ratio === undefined) return [];
  const code = ratio < 1 ? "forecast-better-than-naive" : "forecast-no-better-than-naive";
  return [{ code, params: { ratio, wape } }];
}

function holidayReasons({ model, ahead }: ForecastFindings): readonly Reason[] {
  const reasons: Reason[] = [];
  for (const { day, calendarDay } of ahead) {
    const { holiday } = calendarDay;
    if (holiday === undefined || model.holidays.has(holiday)) continue;
    const code =
      model.anyHoliday === undefined ? "forecast-holiday-unlearnt" : "forecast-holiday-unseen";
    reasons.push({ code, params: { date: textOfDay(day), holiday } });
  }
  const unknown = ahead.filter(({ calendarDay }) => calendarDay.kind === "unknown");
  const first = unknown[0];
  if (first !== undefined) {
    const params = { from: textOfDay(first.day), days: unknown.length };
    reasons.push({ code: "forecast-holidays-unknown", params });
  }
  return reasons;
}
