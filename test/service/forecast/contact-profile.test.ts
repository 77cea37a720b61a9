import { describe, expect, expectTypeOf, test } from "vitest";
import type * as z from "zod";
import type { ContactCount } from "../../../src/service/forecast/contact-count.js";
import { contactProfile } from "../../../src/service/forecast/contact-profile.js";
import { countRange } from "../../../src/service/forecast/count-range.js";
import {
  DEFAULT_FORECAST_POLICY,
  type ForecastPolicy,
} from "../../../src/service/forecast/forecast-policy.js";
import { contactCountSchema, forecastPolicySchema } from "../../../src/service/forecast/schema.js";
import { instant } from "../../../src/shared/time/instant.js";
import { period } from "../../../src/shared/time/period.js";
import { plainDate } from "../../../src/shared/time/plain-date.js";
import { timeZone } from "../../../src/shared/time/time-zone.js";

describe("SRV-6: profile of contacts", () => {
  const at = (start: string, contacts: number) => ({ start: instant(start), contacts });

  test("SRV-6: weekday and time are those of the zone's clock, summer time included", () => {
    const rows = [
      at("2026-03-27T08:00:00Z", 10),
      at("2026-04-03T07:00:00Z", 20),
      at("2026-03-27T23:30:00Z", 3),
    ];
    const { cells } = contactProfile(rows, { zone: timeZone("Europe/Paris"), intervalMinutes: 30 });
    expect(cells).toEqual([
      { weekday: 5, time: "09:00", contacts: 15, days: 2 },
      { weekday: 6, time: "00:30", contacts: 3, days: 1 },
    ]);
  });

  test("SRV-6: an hour that the clock shows twice counts twice", () => {
    const rows = [at("2026-10-25T00:00:00Z", 8), at("2026-10-25T01:00:00Z", 4)];
    const { cells } = contactProfile(rows, { zone: timeZone("Europe/Paris"), intervalMinutes: 60 });
    expect(cells).toEqual([{ weekday: 7, time: "02:00", contacts: 6, days: 2 }]);
  });

  test("SRV-6: holidays are left out, and a day worked to make up for one is as a Monday", () => {
    const holidays = {
      days: [
        { holiday: "h", date: plainDate("2026-03-03"), kind: "statutory" as const },
        { holiday: "i", date: plainDate("2026-03-04"), kind: "statutory" as const, active: false },
      ],
      makeUpWorkdays: [plainDate("2026-03-07")],
      coverage: period(plainDate("2026-01-01"), plainDate("2027-01-01")),
    };
    const rows = [2, 3, 4, 7].map((day) => at(`2026-03-0${String(day)}T08:00:00Z`, day));
    const options = { zone: timeZone("UTC"), intervalMinutes: 1440 };
    const { cells } = contactProfile(rows, { ...options, holidays });
    expect(cells).toEqual([
      { weekday: 1, time: "00:00", contacts: 4.5, days: 2 },
      { weekday: 3, time: "00:00", contacts: 4, days: 1 },
    ]);
    expect(contactProfile(rows, options).cells.map(({ weekday }) => weekday)).toEqual([1, 2, 3, 6]);
  });

  test("SRV-6: of no rows there is no cell", () => {
    const profile = contactProfile([], { zone: timeZone("UTC"), intervalMinutes: 15 });
    expect(profile).toEqual({ intervalMinutes: 15, cells: [] });
  });
});

describe("SRV-6: range of a count", () => {
  test("SRV-6: Poisson where counts vary as chance arrivals do", () => {
    // Poisson with mean 10: 4 or fewer 2.9 percent, 5 or fewer 6.7; 15 or fewer 95.1 percent, 14 or fewer 91.7.
    expect(countRange({ mean: 10, variance: 10 }, 0.9)).toEqual({ lower: 5, upper: 15 });
    expect(countRange({ mean: 0, variance: 0 }, 0.9)).toEqual({ lower: 0, upper: 0 });
    expect(countRange({ mean: 0.01, variance: 0.01 }, 0.9)).toEqual({ lower: 0, upper: 0 });
  });

  test("SRV-6: geometric where the variance is the mean and its square", () => {
    // A negative binomial of size 1 with mean 9: more than k has the chance 0.9 to the k + 1.
    expect(countRange({ mean: 9, variance: 90 }, 0.9)).toEqual({ lower: 0, upper: 28 });
  });

  test("SRV-6: large means go over into the curve without a jump", () => {
    const below = countRange({ mean: 60, variance: 240 }, 0.9);
    const above = countRange({ mean: 60.001, variance: 240 }, 0.9);
    expect(Math.abs(above.lower - below.lower)).toBeLessThanOrEqual(1);
    expect(Math.abs(above.upper - below.upper)).toBeLessThanOrEqual(1);
    const { lower, upper } = countRange({ mean: 1e6, variance: 1e6 }, 0.95);
    expect([lower - 1e6, upper - 1e6].map((off) => Math.round(off / 10))).toEqual([-196, 196]);
  });
});

describe("the schemas of a forecast", () => {
  test("SRV-6: what they accept is what the interfaces written by hand describe", () => {
    expectTypeOf<z.infer<typeof contactCountSchema>>().toExtend<ContactCount>();
    expectTypeOf<z.infer<typeof forecastPolicySchema>>().toExtend<ForecastPolicy>();
    expectTypeOf<keyof z.infer<typeof forecastPolicySchema>>().toEqualTypeOf<
      keyof ForecastPolicy
    >();
    expect(forecastPolicySchema.parse(DEFAULT_FORECAST_POLICY)).toEqual(DEFAULT_FORECAST_POLICY);
    const row = { start: instant("2026-03-02T08:00:00Z"), contacts: 3 };
    expect(contactCountSchema.safeParse(row).success).toBe(true);
    expect(contactCountSchema.safeParse({ ...row, contacts: -3 }).success).toBe(false);
  });
});
