import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  endOfDay,
  epochMilliseconds,
  instant,
  instantFromEpochMilliseconds,
  isTimeZone,
  offsetMillisecondsAt,
  plainDate,
  plainDateAt,
  startOfDay,
  timeZone,
  wallTimeAt,
} from "goodwill/shared";
import type { TimeZone } from "goodwill/shared";
import golden from "../../golden/zone-cases.json" with { type: "json" };
import { ZONES, anyDate, anyInstant } from "./dates.js";

/** What the host's Intl says now, without table or cache: the clock reading as milliseconds. */
function readingOf(milliseconds: number, zone: string): number {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(milliseconds);
  const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value);
  const whole = Date.UTC(
    part("year"),
    part("month") - 1,
    part("day"),
    part("hour"),
    part("minute"),
    part("second"),
  );
  return whole + (((milliseconds % 1000) + 1000) % 1000);
}

describe("a time zone is a name the host knows", () => {
  it.each([
    "UTC",
    "GMT",
    "Etc/UTC",
    "Etc/GMT+5",
    "Europe/London",
    "Asia/Shanghai",
    "Asia/Kolkata",
    "Asia/Calcutta",
    "Europe/Kyiv",
    "America/Argentina/Buenos_Aires",
    "America/Port-au-Prince",
  ])("%s is known", (name) => {
    expect(timeZone(name)).toBe(name);
  });

  it.each([
    "",
    "Mars/Olympus",
    "europe/london",
    "EUROPE/LONDON",
    "BST",
    "IST",
    "PST",
    "EST5EDT",
    "Japan",
    "utc",
    "+08:00",
    "GMT+8",
    "Europe/London ",
    "__proto__",
    "constructor",
  ])("%s is refused", (name) => {
    expect(isTimeZone(name)).toBe(false);
    expect(() => timeZone(name)).toThrow(`got ${JSON.stringify(name)}`);
    expect(() => offsetMillisecondsAt(instant("2026-01-01T00:00Z"), name as TimeZone)).toThrow(
      RangeError,
    );
  });

  it("every zone the host lists is known", () => {
    const refused = Intl.supportedValuesOf("timeZone").filter((name) => !isTimeZone(name));
    expect(refused).toEqual([]);
  });

  it("other values are no zones", () => {
    expect([undefined, null, 8, {}].map(isTimeZone)).toEqual([false, false, false, false]);
  });
});

describe("offsets", () => {
  it.each(golden.offsets)("$zone at $at is $offsetSeconds s ahead", (one) => {
    expect(offsetMillisecondsAt(instant(one.at), timeZone(one.zone))).toBe(
      one.offsetSeconds * 1000,
    );
  });

  it("agree with Intl asked directly, from 1850 to 2200", () => {
    fc.assert(
      fc.property(anyInstant(), fc.constantFrom(...ZONES), (at, zone) => {
        const milliseconds = epochMilliseconds(at);
        expect(milliseconds + offsetMillisecondsAt(at, zone)).toBe(readingOf(milliseconds, zone));
      }),
      { numRuns: 1000 },
    );
  });

  it("do not depend on what was asked before", () => {
    const ats = ["2026-07-01T00:00Z", "2026-01-01T00:00Z", "1986-07-01T00:00Z"].map(instant);
    const zone = timeZone("America/New_York");
    const once = ats.map((at) => offsetMillisecondsAt(at, zone));
    expect([...ats].reverse().map((at) => offsetMillisecondsAt(at, zone))).toEqual(
      [...once].reverse(),
    );
    expect(once).toEqual([-14_400_000, -18_000_000, -14_400_000]);
  });
});

describe("the date at an instant", () => {
  it("is that of the zone's clock", () => {
    const at = instant("2026-02-13T18:00:00Z");
    expect(ZONES.map((zone) => plainDateAt(at, zone))).toEqual(
      ZONES.map((zone) => wallTimeAt(at, zone).slice(0, 10)),
    );
    expect(plainDateAt(at, timeZone("Asia/Shanghai"))).toBe("2026-02-14");
    expect(plainDateAt(at, timeZone("Pacific/Kiritimati"))).toBe("2026-02-14");
    expect(plainDateAt(at, timeZone("America/New_York"))).toBe("2026-02-13");
  });

  it("outside the years 0000 to 9999 is refused", () => {
    const [first, last] = ["0000-01-01T00:00:00Z", "9999-12-31T23:59:59Z"].map(instant);
    expect(() => plainDateAt(first!, timeZone("America/New_York"))).toThrow(RangeError);
    expect(() => plainDateAt(last!, timeZone("Asia/Shanghai"))).toThrow(RangeError);
    expect(plainDateAt(last!, timeZone("America/New_York"))).toBe("9999-12-31");
  });
});

describe("a day runs from its start to its end", () => {
  it.each(golden.days)("$date in $zone: $note", (one) => {
    const [date, zone] = [plainDate(one.date), timeZone(one.zone)];
    expect(startOfDay(date, zone)).toBe(one.start);
    expect(endOfDay(date, zone)).toBe(one.end);
    const length =
      epochMilliseconds(endOfDay(date, zone)) - epochMilliseconds(startOfDay(date, zone));
    expect(length / 3_600_000).toBe(one.hours);
  });

  it("days follow one another without hole or overlap, in every zone and year", () => {
    fc.assert(
      fc.property(anyDate({ from: 1, to: 9990 }), fc.constantFrom(...ZONES), (date, zone) => {
        const start = startOfDay(date, zone);
        const end = endOfDay(date, zone);
        expect(start <= end).toBe(true);
        expect(startOfDay(addDays(date, 1), zone)).toBe(end);
      }),
    );
  });

  it("the start shows the day, and a millisecond before shows an earlier one", () => {
    fc.assert(
      fc.property(anyDate({ from: 1800, to: 2200 }), fc.constantFrom(...ZONES), (date, zone) => {
        const start = startOfDay(date, zone);
        const before = instantFromEpochMilliseconds(epochMilliseconds(start) - 1);
        expect(plainDateAt(before, zone) < date).toBe(true);
        // A day that was skipped is never shown; its start shows the next.
        const shown = start === endOfDay(date, zone) ? addDays(date, 1) : date;
        expect(plainDateAt(start, zone)).toBe(shown);
      }),
      { numRuns: 1000 },
    );
  });

  it("LOY edge 3: through 13 February counts its last millisecond and not the next", () => {
    const zone = timeZone("Asia/Shanghai");
    const end = endOfDay(plainDate("2026-02-13"), zone);
    expect(instant("2026-02-13T23:59:59.999+08:00") < end).toBe(true);
    expect(instant("2026-02-14T00:00:00.000+08:00") < end).toBe(false);
  });

  it("the last day of the calendar has a start and no end", () => {
    const last = plainDate("9999-12-31");
    expect(startOfDay(last, timeZone("UTC"))).toBe("9999-12-31T00:00:00.000Z");
    expect(() => endOfDay(last, timeZone("UTC"))).toThrow(RangeError);
  });
});

describe("LOY edge 1: the process's zone changes nothing", () => {
  const before = process.env["TZ"];
  afterEach(() => {
    if (before === undefined) delete process.env["TZ"];
    else process.env["TZ"] = before;
  });

  it("dates, months and days are the same under every TZ", () => {
    const hosts = ["UTC", "Asia/Shanghai", "America/New_York", "Europe/London", "Pacific/Apia"];
    const answers = hosts.map((host) => {
      process.env["TZ"] = host;
      const hostMidnight = new Date(2026, 2, 8).getTime();
      const dates = ["2026-01-31", "2026-03-08", "2026-03-29", "2011-12-29"].map(plainDate);
      const own = dates.flatMap((date) => [
        addMonths(date, 1),
        addDays(date, 1),
        ...ZONES.map((zone) => startOfDay(date, zone)),
      ]);
      return { hostMidnight, own };
    });
    // The host's zone did change, so that equal answers mean something.
    expect(new Set(answers.map(({ hostMidnight }) => hostMidnight)).size).toBeGreaterThan(3);
    for (const { own } of answers) expect(own).toEqual(answers[0]!.own);
  });
});
