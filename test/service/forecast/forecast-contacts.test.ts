import { describe, expect, test } from "vitest";
import type { ContactForecast } from "../../../src/service/forecast/contact-forecast.js";
import type { ContactCount } from "../../../src/service/forecast/contact-count.js";
import { expectedCount } from "../../../src/service/forecast/contact-model.js";
import {
  forecastContacts,
  type ForecastContactsOptions,
} from "../../../src/service/forecast/forecast-contacts.js";
import { DEFAULT_FORECAST_POLICY } from "../../../src/service/forecast/forecast-policy.js";
import { requiredAgentsByInterval } from "../../../src/service/staffing/required-agents-by-interval.js";
import { addMilliseconds, instant } from "../../../src/shared/time/instant.js";
import { period } from "../../../src/shared/time/period.js";
import { plainDate, type PlainDate } from "../../../src/shared/time/plain-date.js";
import { timeZone } from "../../../src/shared/time/time-zone.js";
import { dayAfter, FIRST_DAY, simulatedContacts, weeksAhead } from "./simulated-contacts.js";

const utc = timeZone("UTC");
const HOUR_MS = 3_600_000;

function forecast(
  rows: readonly ContactCount[],
  options: Partial<ForecastContactsOptions> & Pick<ForecastContactsOptions, "days">,
): ContactForecast {
  const found = forecastContacts(rows, { zone: utc, intervalMinutes: 60, ...options });
  if (!found.ok) throw new Error(found.error.code);
  return found.value;
}

/** The same contacts in every hour of a weekday: 10 times the weekday, 1 to 7. */
function steady(weeks: number, from: PlainDate = FIRST_DAY): readonly ContactCount[] {
  return Array.from({ length: weeks * 7 * 24 }, (_, hour) => ({
    start: addMilliseconds(instant(`${from}T00:00:00Z`), hour * HOUR_MS),
    contacts: 10 * ((Math.floor(hour / 24) % 7) + 1),
  }));
}

function withDay(
  rows: readonly ContactCount[],
  date: string,
  change: (contacts: number) => number,
): readonly ContactCount[] {
  return rows.map((row) =>
    row.start.startsWith(date) ? { ...row, contacts: change(row.contacts) } : row,
  );
}

function codes({ reasons }: ContactForecast): readonly string[] {
  return reasons.map(({ code }) => code);
}

describe("SRV-6: forecast of contacts", () => {
  test("SRV-6: a week that repeats itself is forecast as it is, without error", () => {
    const { intervals, error, trend, profile } = forecast(steady(10), { days: weeksAhead(10, 1) });
    expect(intervals).toHaveLength(168);
    for (const [i, { start, minutes, contacts, day }] of intervals.entries()) {
      expect(start).toBe(addMilliseconds(instant(`${dayAfter(10)}T00:00:00Z`), i * HOUR_MS));
      expect([minutes, day]).toEqual([60, "weekday"]);
      expect(contacts).toBeCloseTo(10 * (Math.floor(i / 24) + 1), 9);
    }
    expect([trend.counts, trend.perWeek]).toEqual([false, 0]);
    expect([error.naiveWape, error.weeks, error.from]).toEqual([0, 4, dayAfter(6)]);
    expect(error.wape).toBeLessThan(1e-9);
    expect(profile.cells).toHaveLength(168);
    expect(profile.cells[25]).toMatchObject({ weekday: 2, time: "01:00", days: 10 });
  });

  test("SRV-6: with a trend it beats the naive forecast by a quarter, and says by how much", () => {
    const centre = { weeks: 20, intervalMinutes: 30, busiest: 30, growth: 0.02, daySpread: 0.05 };
    const rows = simulatedContacts({ ...centre, seed: 7 });
    const history = rows.slice(0, 16 * 336);
    const days = weeksAhead(16, 4);
    const { error, trend, intervals, reasons } = forecast(history, { days, intervalMinutes: 30 });
    expect(error.ratio).toBeLessThan(0.8);
    expect(error.wape! / error.naiveWape!).toBeCloseTo(error.ratio!, 12);
    expect(error.mase).toBeLessThan(1);
    expect(Math.abs(error.bias!)).toBeLessThan(0.05);
    expect(trend.counts).toBe(true);
    expect(Math.abs(trend.perWeek - Math.expm1(0.02))).toBeLessThan(3 * trend.standardError);
    expect(reasons.map(({ code }) => code)).toEqual([
      "forecast-learnt",
      "forecast-trend",
      "forecast-better-than-naive",
    ]);
    // The weeks to come, which nothing has seen: against the last week repeated.
    const future = rows.slice(16 * 336);
    const sums = { own: 0, naive: 0 };
    for (const [i, { start, contacts }] of intervals.entries()) {
      expect(start).toBe(future[i]!.start);
      sums.own += Math.abs(contacts - future[i]!.contacts);
      sums.naive += Math.abs(rows[15 * 336 + (i % 336)]!.contacts - future[i]!.contacts);
    }
    expect(sums.own / sums.naive).toBeLessThan(0.8);
  });

  test.each([
    { busiest: 30, daySpread: 0.08, growth: 0 },
    { busiest: 90, daySpread: 0.1, growth: 0.01 },
    { busiest: 6, daySpread: 0, growth: 0 },
  ])("SRV-6: nine of ten counts to come lie in the range of 90 percent, %o", (centre) => {
    let within = 0;
    let all = 0;
    let heldOut = 0;
    for (let seed = 1; seed <= 3; seed += 1) {
      const rows = simulatedContacts({ weeks: 14, intervalMinutes: 60, ...centre, seed });
      const { intervals, error } = forecast(rows.slice(0, 12 * 168), { days: weeksAhead(12, 2) });
      heldOut += error.coveredShare / 3;
      for (const [i, { lower, upper }] of intervals.entries()) {
        const { contacts } = rows[12 * 168 + i]!;
        all += 1;
        if (lower <= contacts && contacts <= upper) within += 1;
      }
    }
    // Whole counts cannot leave out exactly a tenth: the fewer they are, the more is covered.
    expect(within / all).toBeGreaterThan(0.86);
    expect(within / all).toBeLessThan(0.98);
    expect(Math.abs(heldOut - within / all)).toBeLessThan(0.05);
  });

  test("SRV-6: days that vary as a whole widen the ranges, and the level sets them", () => {
    const centre = { weeks: 12, intervalMinutes: 60, busiest: 200, seed: 3 };
    const widthOf = (daySpread: number, level: number) => {
      const policy = { ...DEFAULT_FORECAST_POLICY, level };
      const rows = simulatedContacts({ ...centre, daySpread });
      const { intervals } = forecast(rows, { days: weeksAhead(12, 1), policy });
      return intervals.reduce((sum, { lower, upper }) => sum + upper - lower, 0);
    };
    expect(widthOf(0.15, 0.9)).toBeGreaterThan(1.5 * widthOf(0, 0.9));
    expect(widthOf(0, 0.5)).toBeLessThan(0.6 * widthOf(0, 0.9));
  });

  test("SRV-6: where whole days vary, the ranges of busy hours grow with the contacts", () => {
    const centre = { weeks: 12, intervalMinutes: 60, busiest: 300, daySpread: 0.15, seed: 3 };
    const { intervals } = forecast(simulatedContacts(centre), { days: weeksAhead(12, 1) });
    // 3.29 standard deviations of chance arrivals and of days that vary by 15 percent.
    const { contacts, lower, upper } = intervals[11]!;
    expect(upper - lower).toBeGreaterThan(3.29 * 0.11 * contacts);
    const night = intervals[2]!;
    expect(night.upper - night.lower).toBeLessThan(3.29 * 1.6 * Math.sqrt(night.contacts));
  });

  test("SRV-6: the naive forecast repeats the last week known, not one held out", () => {
    // Weeks of 10, 20, ... 80 contacts: 40 against 50, 60, 70 and 80.
    const rows = steady(8).map((row, i) => ({ ...row, contacts: 10 * (1 + Math.floor(i / 168)) }));
    const { error } = forecast(rows, { days: weeksAhead(8, 1) });
    expect(error.naiveWape).toBeCloseTo(100 / 260, 12);
    expect(error.intervals).toBe(4 * 168);
  });

  test("SRV-6: noise is no trend", () => {
    let counted = 0;
    for (let seed = 1; seed <= 10; seed += 1) {
      const rows = simulatedContacts({ weeks: 12, intervalMinutes: 240, busiest: 50, seed });
      const days = weeksAhead(12, 1);
      if (forecast(rows, { days, intervalMinutes: 240 }).trend.counts) counted += 1;
    }
    expect(counted).toBeLessThanOrEqual(3);
  });

  /** Contacts of every hour by its week, from 0. */
  const byWeek = (weeks: number, contactsOf: (week: number) => number) =>
    steady(weeks).map((row, i) => ({ ...row, contacts: contactsOf(Math.floor(i / 168)) }));

  test("SRV-6: a trend weakens from week to week: the sum of 0.9, 0.81, ... of it", () => {
    const rows = byWeek(12, (week) => 100 * Math.exp(0.05 * week));
    const endOf = (weeks: number, trendDamping: number) => {
      const policy = { ...DEFAULT_FORECAST_POLICY, trendDamping };
      const { intervals } = forecast(rows, { days: weeksAhead(11 + weeks, 1), policy });
      return intervals.at(-1)!;
    };
    const { trend } = forecast(rows, { days: weeksAhead(12, 1) });
    const growth = Math.log1p(trend.perWeek);
    const level = endOf(1, 0).contacts;
    const risen = (weeks: number, trendDamping: number) =>
      Math.log(endOf(weeks, trendDamping).contacts / level) / growth;
    expect(trend.counts).toBe(true);
    expect(risen(3, 0.9)).toBeCloseTo(0.9 + 0.81 + 0.729, 9);
    expect(risen(3, 0.5)).toBeCloseTo(0.875, 9);
    expect(risen(3, 1)).toBeCloseTo(3, 9);
    expect(risen(3, 0)).toBeCloseTo(0, 9);
    // Of ten percent a week for four years never more than nine weeks' worth is left.
    expect(risen(208, 0.9)).toBeCloseTo(9, 6);
  });

  test("SRV-6: what is not known of the trend is damped as the trend is", () => {
    const cell = (value: number) => new Float64Array(7).fill(value);
    const model = {
      ...{ slots: 1, profile: cell(10), counted: cell(1), meanVariance: cell(0), lastDay: 0 },
      ...{ slope: 0.1, trendDamping: 0.9, dispersion: 1, squaredShare: 0, holidays: new Map() },
      trend: { perWeek: Math.expm1(0.1), standardError: 0.02, counts: true },
    };
    const calendarDay = { kind: "weekday", weekday: 1 } as const;
    const { mean, variance } = expectedCount(model, { day: 21, slot: 0, calendarDay })!;
    expect(mean).toBeCloseTo(10 * Math.exp(0.2439), 9);
    expect(variance).toBeCloseTo(mean + (mean * 2.439 * 0.02) ** 2, 9);
  });

  test("SRV-6: a trend that the weeks held out do not confirm is left out, and it is said", () => {
    const rows = byWeek(8, (week) => (week < 4 ? 0 : 5));
    const found = forecast(rows, { days: weeksAhead(8, 1) });
    expect(found.trend).toMatchObject({ counts: false, perWeek: 0 });
    const highest = Math.max(...found.intervals.map(({ contacts }) => contacts));
    // Four weeks of eight, which weigh more as they are the last; with the trend it was 10.7.
    expect(highest).toBeGreaterThan(2.5);
    expect(highest).toBeLessThanOrEqual(5);
    const reason = found.reasons.find(({ code }) => code === "forecast-trend-left-out");
    expect(reason?.params).toMatchObject({ errorWith: 5, errorWithout: 5 });
    expect(reason?.params["percentPerWeek"]).toBeGreaterThan(10);
    // A fall of eight weeks, then twice as many: with its trend the four weeks held out are forecast worse.
    const turned = byWeek(12, (week) => (week < 8 ? 100 * Math.exp(-0.05 * week) : 200));
    const later = forecast(turned, { days: weeksAhead(12, 1) });
    expect(later.trend.counts).toBe(false);
    const left = later.reasons.find(({ code }) => code === "forecast-trend-left-out")!.params;
    expect(Number(left["errorWith"])).toBeGreaterThan(Number(left["errorWithout"]));
  });

  test("SRV-6: where the weeks held out have no contacts the error is not known, and it is said", () => {
    const rows = byWeek(9, (week) => (week < 5 ? 3 : 0));
    const found = forecast(rows, { days: weeksAhead(9, 1) });
    expect("wape" in found.error).toBe(false);
    expect(found.reasons).toContainEqual({
      code: "forecast-error-unmeasured",
      params: { heldOutWeeks: 4, intervals: 4 * 168 },
    });
    expect(codes(forecast(steady(9), { days: weeksAhead(9, 1) }))).not.toContain(
      "forecast-error-unmeasured",
    );
  });

  test("SRV-6: the forecast goes to staffing as it is", () => {
    const { intervals } = forecast(steady(10), { days: weeksAhead(10, 1) });
    const required = requiredAgentsByInterval(intervals, { handleSeconds: 360 });
    expect(required.map(({ start }) => start)).toEqual(intervals.map(({ start }) => start));
    expect(required.map(({ agents }) => agents).slice(23, 25)).toEqual([3, 4]);
  });
});

describe("SRV-6: holidays of a forecast", () => {
  const holidays = {
    days: [
      { holiday: "spring", date: plainDate("2026-01-21"), kind: "statutory" as const },
      { holiday: "spring", date: plainDate("2026-03-18"), kind: "statutory" as const },
      { holiday: "founding", date: plainDate("2026-03-19"), kind: "statutory" as const },
      { holiday: "roses", date: plainDate("2026-03-20"), kind: "observance" as const },
    ],
    makeUpWorkdays: [plainDate("2026-03-21")],
    coverage: period(plainDate("2026-01-01"), plainDate("2026-03-24")),
  };
  const rows = withDay(steady(10), "2026-01-21", (contacts) => contacts / 5);
  const days = period(plainDate("2026-03-16"), plainDate("2026-03-26"));
  const found = forecast(rows, { days, holidays });
  const noonOf = (date: string) =>
    found.intervals.find(({ start }) => start.startsWith(`${date}T12`));

  test("SRV-6: a holiday has the factor its days had, one never seen that of all, and it is said", () => {
    expect(found.holidays).toEqual([
      { holiday: "spring", days: 1, factor: expect.closeTo(0.2, 9) },
    ]);
    expect(noonOf("2026-03-18")?.contacts).toBeCloseTo(6, 9);
    expect(noonOf("2026-03-18")?.day).toBe("holiday");
    expect(noonOf("2026-03-19")?.contacts).toBeCloseTo(8, 9);
    expect(found.reasons).toContainEqual({
      code: "forecast-holiday-unseen",
      params: { date: "2026-03-19", holiday: "founding" },
    });
  });

  test("SRV-6: the holidays of the history teach nothing of usual days and are not unusual", () => {
    expect(noonOf("2026-03-25")?.contacts).toBeCloseTo(30, 9);
    expect(found.unusualDays).toEqual([]);
  });

  test("SRV-6: an observance is as its weekday, a day worked to make up as a Monday", () => {
    expect([noonOf("2026-03-20")?.day, noonOf("2026-03-21")?.day]).toEqual(["weekday", "make-up"]);
    expect(noonOf("2026-03-20")?.contacts).toBeCloseTo(50, 9);
    expect(noonOf("2026-03-21")?.contacts).toBeCloseTo(10, 9);
  });

  test("SRV-6: beyond the coverage the kind of a day is unknown, and it is said", () => {
    expect([noonOf("2026-03-23")?.day, noonOf("2026-03-24")?.day]).toEqual(["weekday", "unknown"]);
    expect(found.reasons).toContainEqual({
      code: "forecast-holidays-unknown",
      params: { from: "2026-03-24", days: 2 },
    });
  });

  test("SRV-6: where the history has no holiday, one to come is as its weekday, and it is said", () => {
    const none = forecast(steady(10), {
      days,
      holidays: { ...holidays, days: holidays.days.slice(1) },
    });
    expect(codes(none).filter((code) => code === "forecast-holiday-unlearnt")).toHaveLength(2);
    const onHoliday = none.intervals.find(({ start }) => start.startsWith("2026-03-18T12"));
    expect(onHoliday?.contacts).toBeCloseTo(30, 9);
  });
});

describe("SRV-6: the history of a forecast", () => {
  const days = weeksAhead(10, 1);

  test("SRV-6: too few weeks are refused with how many are needed", () => {
    const options = { zone: utc, intervalMinutes: 60, days };
    const short = forecastContacts(steady(8).slice(24), options);
    expect(short).toEqual({
      ok: false,
      error: { code: "forecast-history-too-short", weeks: 7, neededWeeks: 8 },
    });
    expect(forecastContacts(steady(8), options).ok).toBe(true);
    const few = { ...DEFAULT_FORECAST_POLICY, minimumWeeks: 2, heldOutWeeks: 1 };
    expect(forecastContacts(steady(3), { ...options, policy: few }).ok).toBe(true);
    expect(forecastContacts([], options)).toMatchObject({ error: { weeks: 0, neededWeeks: 8 } });
    const silent = steady(8).map((row) => ({ ...row, contacts: 0 }));
    const { error } = { error: undefined, ...forecastContacts(silent, options) };
    expect(error).toEqual({ code: "forecast-no-contacts", rows: 8 * 168 });
  });

  test("SRV-6: a centre open five days has counted a week after five, one day fewer is no whole week", () => {
    const open = steady(8).filter((_, hour) => Math.floor(hour / 24) % 7 < 5);
    const options = { zone: utc, intervalMinutes: 60, days: weeksAhead(8, 1) };
    const { intervals, reasons } = forecast(open, options);
    expect(intervals).toHaveLength(5 * 24);
    expect(reasons[0]).toEqual({ code: "forecast-learnt", params: { weeks: 8, heldOutWeeks: 4 } });
    expect(forecastContacts(open.slice(24), options)).toMatchObject({ error: { weeks: 7 } });
  });

  test("SRV-6: a closed holiday is one of the days of its week, and a make-up Saturday is a Monday", () => {
    const closed = ["2026-01-14", "2026-02-03"];
    const holidays = {
      days: [...closed, "2026-02-08"].map((date) => ({
        ...{ holiday: "h", date: plainDate(date), kind: "statutory" as const },
      })),
      makeUpWorkdays: [plainDate("2026-01-17")],
      coverage: period(plainDate("2026-01-01"), plainDate("2027-01-01")),
    };
    const open = steady(8).filter(({ start }, hour) => {
      const date = start.slice(0, 10);
      const isWeekday = Math.floor(hour / 24) % 7 < 5;
      // A Sunday is worked as it is a holiday, which makes no week of seven days.
      const isExtra = ["2026-01-17", "2026-02-08"].includes(date);
      return (isWeekday || isExtra) && !closed.includes(date);
    });
    const options = { zone: utc, intervalMinutes: 60, days: weeksAhead(8, 1) };
    expect(forecastContacts(open, options)).toMatchObject({ error: { weeks: 5 } });
    const { reasons, missingIntervals } = forecast(open, { days: weeksAhead(8, 1), holidays });
    expect(reasons[0]).toEqual({ code: "forecast-learnt", params: { weeks: 8, heldOutWeeks: 4 } });
    expect(missingIntervals).toBe(0);
    // A closed day that is no holiday is still missing: 40 days and the make-up day, less two.
    const gone = open.filter(
      ({ start }) => !["2026-01-08", "2026-01-09"].includes(start.slice(0, 10)),
    );
    expect(forecastContacts(gone, { ...options, holidays })).toMatchObject({ error: { weeks: 7 } });
  });

  test("SRV-6: an interval without a row is unknown and not 0, and it is counted", () => {
    const rows = steady(10).filter(
      ({ start }, i) => i % 5 !== 0 && !start.startsWith("2026-02-10"),
    );
    const found = forecast(rows, { days });
    expect(found.intervals.map(({ contacts }) => Math.round(contacts * 1e6) / 1e6)).toEqual(
      steady(1).map(({ contacts }) => contacts),
    );
    // Every fifth of 1,680 less the first, which is before the first row, and the rest of one day.
    const rest = steady(10).filter(({ start }, i) => i % 5 !== 0 && start.startsWith("2026-02-10"));
    expect(found.missingIntervals).toBe(1680 / 5 - 1 + rest.length);
    expect(codes(found)).toContain("forecast-intervals-missing");
    expect(found.unusualDays).toEqual([]);
  });

  test("SRV-6: hours never counted are left out; it is said where other weekdays have them", () => {
    const daytime = steady(10).filter(({ start }) => start.slice(11, 13) >= "08");
    const closed = forecast(daytime, { days });
    expect(closed.intervals).toHaveLength(7 * 16);
    expect(closed.missingIntervals).toBe(0);
    expect(codes(closed)).not.toContain("forecast-times-unseen");
    // Nobody ever counted a Sunday afternoon.
    const rows = daytime.filter(
      ({ start }) => new Date(start).getUTCDay() !== 0 || start.slice(11, 13) < "14",
    );
    const found = forecast(rows, { days });
    expect(found.intervals).toHaveLength(7 * 16 - 10);
    expect(found.reasons).toContainEqual({
      code: "forecast-times-unseen",
      params: { intervals: 10 },
    });
  });

  test("SRV-6: an unusual day is named and left out, or named and kept", () => {
    const rows = withDay(steady(10), "2026-03-03", (contacts) => contacts * 6);
    const found = forecast(rows, { days });
    const unusual = { date: "2026-03-03", contacts: 24 * 120 };
    expect(found.unusualDays).toEqual([
      { ...unusual, expected: expect.closeTo(24 * 20, 6), leftOut: true },
    ]);
    expect(found.reasons).toContainEqual({
      code: "forecast-unusual-day-left-out",
      params: { ...unusual, expected: 480 },
    });
    expect(found.intervals[36]?.contacts).toBeCloseTo(20, 6);
    const kept = forecast(rows, { days, policy: { ...DEFAULT_FORECAST_POLICY, outliers: "keep" } });
    expect(kept.unusualDays).toMatchObject([{ ...unusual, leftOut: false }]);
    expect(kept.intervals[36]!.contacts).toBeGreaterThan(25);
    expect(codes(kept)).toContain("forecast-unusual-day-kept");
  });

  test("SRV-6: the days where the clock is changed have 23 and 25 hours", () => {
    const berlin = timeZone("Europe/Berlin");
    const hours24 = { hour: "2-digit", hourCycle: "h23" } as const;
    const clock = new Intl.DateTimeFormat("en-GB", { timeZone: berlin, ...hours24 });
    const hourly = (from: string, hours: number) =>
      Array.from({ length: hours }, (_, hour) => {
        const start = addMilliseconds(instant(from), hour * HOUR_MS);
        return { start, contacts: 10 + Number(clock.format(Date.parse(start))) };
      });
    // From 2 February to 28 March 2026, and over the day itself to 4 April.
    const before = hourly("2026-02-01T23:00:00Z", 55 * 24 + 24);
    const march = period(plainDate("2026-03-30"), plainDate("2026-03-31"));
    const short = period(plainDate("2026-03-29"), plainDate("2026-03-30"));
    const spring = forecast(before.slice(0, 56 * 24 - 24), {
      days: short,
      zone: berlin,
      policy: { ...DEFAULT_FORECAST_POLICY, heldOutWeeks: 3 },
    });
    expect(spring.intervals).toHaveLength(23);
    expect(spring.intervals.slice(0, 3).map(({ contacts }) => Math.round(contacts))).toEqual([
      10, 11, 13,
    ]);
    const over = forecast(hourly("2026-02-01T23:00:00Z", 57 * 24 - 1), {
      days: march,
      zone: berlin,
    });
    expect([over.intervals.length, over.missingIntervals]).toEqual([24, 0]);
    expect(over.intervals[2]?.contacts).toBeCloseTo(12, 6);
    const autumnDay = period(plainDate("2026-10-25"), plainDate("2026-10-26"));
    const autumn = forecast(hourly("2026-08-30T22:00:00Z", 55 * 24), {
      days: autumnDay,
      zone: berlin,
      policy: { ...DEFAULT_FORECAST_POLICY, heldOutWeeks: 3 },
    });
    expect(autumn.intervals).toHaveLength(25);
    expect(autumn.intervals.slice(1, 5).map(({ contacts }) => Math.round(contacts))).toEqual([
      11, 12, 12, 13,
    ]);
    const after = forecast(hourly("2026-08-30T22:00:00Z", 57 * 24 + 1), {
      days: period(plainDate("2026-10-27"), plainDate("2026-10-28")),
      zone: berlin,
    });
    expect(after.missingIntervals).toBe(0);
    const sunday = after.profile.cells.filter(({ weekday }) => weekday === 7);
    expect(sunday[2]).toMatchObject({ time: "02:00", days: 9, contacts: expect.closeTo(12, 6) });
  });

  test("SRV-6: recent weeks weigh more than those long past", () => {
    const rows = steady(16).map((row, i) => (i < 8 * 168 ? { ...row, contacts: 5 } : row));
    const policy = { ...DEFAULT_FORECAST_POLICY, trendDeviations: Infinity };
    const mondayOf = (halfLifeWeeks: number) => {
      const options = { days: weeksAhead(16, 1), policy: { ...policy, halfLifeWeeks } };
      return forecast(rows, options).intervals[150]!.contacts;
    };
    expect(mondayOf(1)).toBeGreaterThan(mondayOf(8));
    expect(mondayOf(1)).toBeGreaterThan(69);
    expect(mondayOf(8)).toBeLessThan(60);
  });

  test.each([
    [{ contacts: -1 }, "contacts must be at least 0, got -1"],
    [{ start: instant("2026-01-05T00:00:00Z") }, "an interval must be given once"],
    [{ start: instant("2026-01-05T00:07:00Z") }, "intervals must be whole steps apart"],
    [{ start: instant("4026-01-05T00:00:00Z") }, "are too far apart"],
  ])("SRV-6: a row with %o is refused", (wrong, message) => {
    const [first, second, ...rest] = steady(8);
    const rows = [first!, { ...second!, ...wrong }, ...rest];
    expect(() => forecast(rows, { days })).toThrow(RangeError);
    expect(() => forecast(rows, { days })).toThrow(message);
  });

  test.each([
    [{ intervalMinutes: 7 }, "intervalMinutes must be a whole number that divides a day, got 7"],
    [{ intervalMinutes: 0 }, "got 0"],
    [{ days: period(plainDate("2026-03-14"), plainDate("2026-03-20")) }, "before the last day"],
    [{ days: { start: plainDate("2026-04-02"), end: plainDate("2026-04-01") } }, "must not end"],
    [{ policy: { ...DEFAULT_FORECAST_POLICY, minimumWeeks: 1 } }, "minimumWeeks must be a whole"],
    [{ policy: { ...DEFAULT_FORECAST_POLICY, heldOutWeeks: 0 } }, "of at least 1, got 0"],
    [{ policy: { ...DEFAULT_FORECAST_POLICY, halfLifeWeeks: 0 } }, "halfLifeWeeks must be above 0"],
    [{ policy: { ...DEFAULT_FORECAST_POLICY, outlierDeviations: -1 } }, "outlierDeviations must"],
    [{ policy: { ...DEFAULT_FORECAST_POLICY, trendDeviations: -1 } }, "trendDeviations must be at"],
    [{ policy: { ...DEFAULT_FORECAST_POLICY, trendDamping: 1.1 } }, "trendDamping must lie"],
    [{ policy: { ...DEFAULT_FORECAST_POLICY, trendDamping: -0.1 } }, "between 0 and 1, got -0.1"],
    [{ policy: { ...DEFAULT_FORECAST_POLICY, level: 1 } }, "level must lie between 0 and 1, got 1"],
  ])("SRV-6: the options %o are refused", (wrong, message) => {
    const rows = steady(10);
    expect(() => forecast(rows, { days, ...wrong })).toThrow(RangeError);
    expect(() => forecast(rows, { days, ...wrong })).toThrow(message);
  });

  test("SRV-6: the order of the rows changes nothing", () => {
    const rows = simulatedContacts({ weeks: 9, intervalMinutes: 240, busiest: 40, seed: 5 });
    const options = { days: weeksAhead(9, 1), intervalMinutes: 240 };
    expect(forecast(rows.toReversed(), options)).toEqual(forecast(rows, options));
  });
});
