import fc from "fast-check";
import { ageAt, ageBounds, isMinorAt, type PartialDate } from "goodwill/customer";
import { addDays, addYears, ageInYears, plainDate, type PlainDate } from "goodwill/shared";
import { describe, expect, it } from "vitest";
import { organisation, person } from "./samples.js";

const MARCH = { leapDay: "mar1" } as const;
const BORN_2008: PartialDate = { calendar: "gregorian", month: 2, day: 14, year: 2008 };
const asOf = (day: string): { readonly asOf: PlainDate; readonly leapDay: "mar1" } => ({
  ...MARCH,
  asOf: plainDate(day),
});

const chineseParts = new Intl.DateTimeFormat("en-u-ca-chinese", {
  year: "numeric",
  month: "numeric",
  day: "numeric",
  timeZone: "UTC",
});

/** The Chinese date of a day, by the host's ICU. */
function chineseDate(day: PlainDate): PartialDate {
  const parts: Partial<Record<string, string>> = Object.fromEntries(
    chineseParts
      .formatToParts(new Date(`${day}T00:00:00Z`))
      .map(({ type, value }) => [type, value]),
  );
  const month = parts["month"] ?? "";
  return {
    calendar: "chinese",
    month: Number.parseInt(month, 10),
    day: Number(parts["day"]),
    ...(month.endsWith("bis") && { leapMonth: true }),
    year: Number(parts["relatedYear"]),
  };
}

const days = fc
  .integer({ min: Date.UTC(1901, 0, 1) / 86_400_000, max: Date.UTC(2099, 11, 31) / 86_400_000 })
  .map((day) => plainDate(new Date(day * 86_400_000).toISOString().slice(0, 10)));

describe("an age", () => {
  it("grows on the very day of the birthday", () => {
    expect(ageAt(BORN_2008, asOf("2026-02-13"))).toBe(17);
    expect(ageAt(BORN_2008, asOf("2026-02-14"))).toBe(18);
    expect(ageAt(BORN_2008, asOf("2008-02-14"))).toBe(0);
  });

  it("is not known without the year, nor before the birth", () => {
    expect(ageAt({ calendar: "gregorian", month: 2, day: 14 }, asOf("2026-02-14"))).toBeUndefined();
    expect(ageAt({ calendar: "chinese", month: 2, day: 14 }, asOf("2026-02-14"))).toBeUndefined();
    expect(ageAt(BORN_2008, asOf("2008-02-13"))).toBeUndefined();
    expect(ageBounds(BORN_2008, asOf("2008-02-13"))).toBeUndefined();
  });

  it("of one born on 29 February follows the policy", () => {
    const birthday: PartialDate = { calendar: "gregorian", month: 2, day: 29, year: 2008 };
    const day = plainDate("2026-02-28");
    expect(ageAt(birthday, { asOf: day, leapDay: "feb28" })).toBe(18);
    expect(ageAt(birthday, { asOf: day, leapDay: "mar1" })).toBe(17);
  });

  it("of a Chinese birthday lies within the bounds, which differ by one at most (against the host's ICU)", () => {
    fc.assert(
      fc.property(days, days, (born, day) => {
        fc.pre(born <= day);
        const bounds = ageBounds(chineseDate(born), { ...MARCH, asOf: day });
        const age = ageInYears(born, { ...MARCH, asOf: day });
        expect(bounds).toBeDefined();
        expect(bounds!.atLeast).toBeLessThanOrEqual(age);
        expect(bounds!.atMost).toBeGreaterThanOrEqual(age);
        expect(bounds!.atMost - bounds!.atLeast).toBeLessThanOrEqual(1);
        const certain = ageAt(chineseDate(born), { ...MARCH, asOf: day });
        expect([undefined, age]).toContain(certain);
      }),
      { numRuns: 1000 },
    );
  });

  it("of a Chinese birthday lies within the bounds around the birthday, too", () => {
    const near = fc.record({
      born: days,
      years: fc.integer({ min: 0, max: 90 }),
      shift: fc.integer({ min: -45, max: 45 }),
    });
    fc.assert(
      fc.property(near, ({ born, years, shift }) => {
        const day = addDays(addYears(born, years), shift);
        fc.pre(born <= day);
        const bounds = ageBounds(chineseDate(born), { ...MARCH, asOf: day })!;
        const age = ageInYears(born, { ...MARCH, asOf: day });
        expect(bounds.atLeast).toBeLessThanOrEqual(age);
        expect(bounds.atMost).toBeGreaterThanOrEqual(age);
      }),
      { numRuns: 2000 },
    );
  });

  it("of a Chinese birthday in the last month and at New Year is bounded, too", () => {
    // 2020 had a leap month and ended on 11 February 2021; the year 2021 began on the 12th.
    for (const born of ["2021-02-11", "2021-02-12", "2020-01-25", "2020-06-20", "1985-02-20"]) {
      const date = chineseDate(plainDate(born));
      for (const asOfDay of [born, "2039-02-10", "2039-02-12", "2039-03-01"]) {
        const age = ageInYears(plainDate(born), asOf(asOfDay));
        const bounds = ageBounds(date, asOf(asOfDay))!;
        expect(bounds.atLeast).toBeLessThanOrEqual(age);
        expect(bounds.atMost).toBeGreaterThanOrEqual(age);
      }
    }
  });

  it("of a day that does not exist is refused", () => {
    expect(() => ageAt({ ...BORN_2008, day: 30 }, asOf("2026-02-14"))).toThrow(RangeError);
  });
});

describe("whether a customer is a minor", () => {
  const minor = (birthday: PartialDate | undefined, day: string, ageOfMajority = 18): string =>
    isMinorAt(person(birthday === undefined ? {} : { birthday }), {
      ...asOf(day),
      ageOfMajority,
    });

  it("until the day of the birthday that completes the years", () => {
    expect(minor(BORN_2008, "2026-02-13")).toBe("yes");
    expect(minor(BORN_2008, "2026-02-14")).toBe("no");
    expect(minor(BORN_2008, "2026-02-14", 20)).toBe("yes");
    expect(minor(BORN_2008, "2008-01-01")).toBe("yes");
  });

  it("is unknown without a birthday or its year, and never guessed", () => {
    expect(minor(undefined, "2026-02-13")).toBe("unknown");
    expect(minor({ calendar: "gregorian", month: 2, day: 14 }, "2026-02-13")).toBe("unknown");
  });

  it("of a Chinese birthday is unknown only around the day", () => {
    const birthday: PartialDate = { calendar: "chinese", month: 8, day: 15, year: 2008 };
    expect(minor(birthday, "2026-08-01")).toBe("yes");
    expect(minor(birthday, "2026-09-25")).toBe("unknown");
    expect(minor(birthday, "2026-11-30")).toBe("no");
  });

  it("an organisation is not one, whenever it was founded", () => {
    const customer = { ...organisation(), birthday: BORN_2008 };
    expect(isMinorAt(customer, { ...asOf("2010-01-01"), ageOfMajority: 18 })).toBe("no");
  });

  it.each([0, -1, 17.5, Number.NaN, Number.POSITIVE_INFINITY])(
    "an age of majority of %s is refused",
    (ageOfMajority) => {
      expect(() => isMinorAt(person(), { ...asOf("2026-02-13"), ageOfMajority })).toThrow(
        `Cannot tell a minor: the age of majority must be a whole number of at least 1, got ${String(ageOfMajority)}`,
      );
    },
  );
});
