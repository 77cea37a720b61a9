import type { ServiceCalendar, ServicePause } from "goodwill/service";
import type { Instant } from "goodwill/shared";
import {
  epochMilliseconds,
  instant,
  instantFromEpochMilliseconds,
  offsetMillisecondsAt,
  plainDate,
  timeZone,
} from "goodwill/shared";
import fc from "fast-check";

const QUARTER_MS = 900_000;
const DAY_MS = 86_400_000;

const nineToFive = [{ from: "09:00", until: "17:00" }];

/** Monday to Friday, 9 to 5, in UTC. */
export const OFFICE: ServiceCalendar = {
  zone: timeZone("UTC"),
  hours: { 1: nineToFive, 2: nineToFive, 3: nineToFive, 4: nineToFive, 5: nineToFive },
};

/** Day and night. */
export const ALWAYS: ServiceCalendar = { zone: timeZone("UTC"), hours: "always" };

/** A moment on the first days of June 2026; 1 June is a Monday. */
export function june(day: number, time: string): Instant {
  return instant(`2026-06-${String(day).padStart(2, "0")}T${time}:00Z`);
}

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

/** Up to three windows a day that may touch, on quarters of an hour. */
const someWindows = fc
  .uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: 2, maxLength: 6 })
  .map((quarters) => {
    const sorted = quarters.toSorted((a, b) => a - b).map((quarter) => clock(quarter * 15));
    return Array.from({ length: Math.floor(sorted.length / 2) }, (_, i) => ({
      from: sorted[2 * i]!,
      until: sorted[2 * i + 1]!,
    }));
  });

/** Zones with a summer time of an hour, of half an hour, at midnight, and none. */
const someZone = fc.constantFrom(
  ...["UTC", "Europe/Berlin", "Australia/Lord_Howe", "America/Santiago", "Asia/Shanghai"].map(
    timeZone,
  ),
);

const someDay = fc.integer({ min: 0, max: 60 }).map((day) => dayAfter(day));

function dayAfter(days: number): ReturnType<typeof plainDate> {
  return plainDate(new Date(Date.UTC(2026, 2, 1) + days * DAY_MS).toISOString().slice(0, 10));
}

/** Open on Mondays at least, with holidays, make-up workdays and special dates. */
export const someCalendar: fc.Arbitrary<ServiceCalendar> = fc
  .record({
    zone: someZone,
    hours: fc.oneof(
      { weight: 1, arbitrary: fc.constant("always" as const) },
      {
        weight: 5,
        arbitrary: fc
          .tuple(
            someWindows,
            fc.record({ 3: someWindows, 6: someWindows, 7: someWindows }, { requiredKeys: [] }),
          )
          .map(([monday, others]) => ({ 1: monday, ...others })),
      },
    ),
    special: fc.uniqueArray(fc.record({ date: someDay, windows: someWindows }), {
      maxLength: 3,
      selector: ({ date }) => date,
    }),
    closed: fc.uniqueArray(someDay, { maxLength: 4 }),
    makeUp: fc.uniqueArray(someDay, { maxLength: 3 }),
    makeUpHours: someWindows,
  })
  .map(({ zone, hours, special, closed, makeUp, makeUpHours }) => ({
    zone,
    hours,
    special,
    makeUpHours,
    holidays: {
      days: closed.map((date, i) => ({
        holiday: "h",
        date,
        kind: i === 3 ? ("observance" as const) : ("statutory" as const),
        active: i !== 2,
      })),
      makeUpWorkdays: makeUp.filter((date) => !closed.includes(date)),
      coverage: { start: plainDate("2020-01-01"), end: plainDate("2030-01-01") },
    },
  }));

/** Moments of March and April 2026, in which many clocks change; to the millisecond. */
export const someMoment: fc.Arbitrary<Instant> = fc
  .integer({ min: 0, max: 45 * DAY_MS })
  .map((ms) => instantFromEpochMilliseconds(Date.UTC(2026, 2, 1) + ms));

/** A few pauses that may overlap, each with an end. */
export const somePauses: fc.Arbitrary<readonly ServicePause[]> = fc.array(
  fc.tuple(someMoment, fc.integer({ min: 0, max: 4 * DAY_MS })).map(([start, lasts]) => ({
    start,
    end: instantFromEpochMilliseconds(epochMilliseconds(start) + lasts),
  })),
  { maxLength: 4 },
);

/** Whether the hours count a moment: what stands in the calendar, looked up the slow way. */
function isOpenAt(calendar: ServiceCalendar, at: Instant): boolean {
  const local = epochMilliseconds(at) + offsetMillisecondsAt(at, calendar.zone);
  const text = new Date(local).toISOString();
  const date = text.slice(0, 10);
  const time = text.slice(11, 16);
  const weekday = (((Math.floor(local / DAY_MS) + 3) % 7) + 1) as 1;
  const week = (day: 1): readonly { from: string; until: string }[] =>
    calendar.hours === "always" ? [{ from: "00:00", until: "24:00" }] : (calendar.hours[day] ?? []);
  const special = calendar.special?.find((one) => one.date === date);
  const isClosed = calendar.holidays?.days.some(
    (day) => day.date === date && day.kind === "statutory" && day.active !== false,
  );
  const isMakeUp = calendar.holidays?.makeUpWorkdays.some((day) => day === date);
  const windows =
    special?.windows ??
    (isMakeUp === true
      ? (calendar.makeUpHours ?? week(1))
      : isClosed === true
        ? []
        : week(weekday));
  return windows.some(({ from, until }) => from <= time && time < until);
}

/** The quarters of an hour open from one on, counted one by one: all windows and changes of the clock are on them. */
export function quartersOpen(
  calendars: readonly ServiceCalendar[],
  { start, quarters }: { readonly start: Instant; readonly quarters: number },
): number {
  const from = epochMilliseconds(start);
  let open = 0;
  for (let i = 0; i < quarters; i += 1) {
    const at = instantFromEpochMilliseconds(from + i * QUARTER_MS);
    if (calendars.some((calendar) => isOpenAt(calendar, at))) open += 1;
  }
  return open;
}
