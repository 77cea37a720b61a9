import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addYears,
  ageInYears,
  anniversaryInYear,
  datePartsOf,
  nextAnniversary,
  plainDate,
} from "goodwill/shared";
import type { PlainDate } from "goodwill/shared";
import { anyDate } from "./dates.js";

const anyPolicy = fc.constantFrom("feb28" as const, "mar1" as const);
/** Any day, and a 29 February as often as not. */
const anyBirthday = fc.oneof(
  anyDate({ from: 1600, to: 2400 }),
  fc
    .integer({ min: 400, max: 600 })
    .filter((n) => n % 25 !== 0)
    .map((n) => plainDate(`${n * 4}-02-29`)),
);

/** All anniversaries from the day itself on, one a year. */
function anniversaries(date: PlainDate, leapDay: "feb28" | "mar1", years: number) {
  const { year } = datePartsOf(date);
  return Array.from({ length: years + 1 }, (_, n) =>
    anniversaryInYear(date, year + n, { leapDay }),
  );
}

describe("anniversaries", () => {
  it("LOY edge 5: a 29 February is kept once every year, on 28 February or 1 March by policy", () => {
    const birthday = plainDate("2000-02-29");
    expect(anniversaries(birthday, "feb28", 5)).toEqual([
      "2000-02-29",
      "2001-02-28",
      "2002-02-28",
      "2003-02-28",
      "2004-02-29",
      "2005-02-28",
    ]);
    expect(anniversaries(birthday, "mar1", 5)).toEqual([
      "2000-02-29",
      "2001-03-01",
      "2002-03-01",
      "2003-03-01",
      "2004-02-29",
      "2005-03-01",
    ]);
    expect(anniversaryInYear(plainDate("1896-02-29"), 1900, { leapDay: "mar1" })).toBe(
      "1900-03-01",
    );
  });

  it("other days are kept on the same month and day, whatever the policy", () => {
    fc.assert(
      fc.property(anyDate({ from: 1600, to: 2000 }), anyPolicy, fc.nat(400), (date, leapDay, n) => {
        fc.pre(!date.endsWith("-02-29"));
        const year = datePartsOf(date).year + n;
        expect(anniversaryInYear(date, year, { leapDay })).toBe(`${year}${date.slice(4)}`);
      }),
    );
  });

  it("once a year: going from one to the next visits every year once", () => {
    fc.assert(
      fc.property(anyBirthday, anyPolicy, (date, leapDay) => {
        const visited: PlainDate[] = [date];
        for (let n = 0; n < 9; n++) {
          const asOf = addDays(visited.at(-1)!, 1);
          visited.push(nextAnniversary(date, { asOf, leapDay }));
        }
        expect(visited).toEqual(anniversaries(date, leapDay, 9));
      }),
    );
  });

  it("the next one is the first on or after the day asked about", () => {
    const offset = fc.integer({ min: -800, max: 3000 });
    fc.assert(
      fc.property(anyBirthday, anyPolicy, offset, (date, leapDay, days) => {
        const asOf = addDays(date, days);
        const first = anniversaries(date, leapDay, 10).find((day) => day >= asOf);
        expect(nextAnniversary(date, { asOf, leapDay })).toBe(first);
      }),
      { numRuns: 1000 },
    );
  });

  it("an anniversary that falls on the day asked about is the next one", () => {
    const date = plainDate("1990-05-20");
    const next = (asOf: string): string =>
      nextAnniversary(date, { asOf: plainDate(asOf), leapDay: "feb28" });
    expect(["2026-05-19", "2026-05-20", "2026-05-21", "1980-01-01"].map(next)).toEqual([
      "2026-05-20",
      "2026-05-20",
      "2027-05-20",
      "1990-05-20",
    ]);
  });

  it.each([1999, 10_000, 2000.5, Number.NaN])("the year %s is refused", (year) => {
    expect(() => anniversaryInYear(plainDate("2000-02-29"), year, { leapDay: "mar1" })).toThrow(
      `the year must be an integer from 2000 to 9999, got ${year}`,
    );
  });
});

describe("age", () => {
  it("is the number of anniversaries passed, today's included", () => {
    const days = fc.integer({ min: 0, max: 9 * 366 });
    fc.assert(
      fc.property(anyBirthday, anyPolicy, days, (birthday, leapDay, n) => {
        const asOf = addDays(birthday, n);
        const passed = anniversaries(birthday, leapDay, 10).filter((day) => day <= asOf);
        expect(ageInYears(birthday, { asOf, leapDay })).toBe(passed.length - 1);
      }),
      { numRuns: 1000 },
    );
  });

  it("turns on the birthday, not the day before", () => {
    const birthday = plainDate("2008-06-15");
    const age = (asOf: string): number =>
      ageInYears(birthday, { asOf: plainDate(asOf), leapDay: "mar1" });
    expect(["2008-06-15", "2009-06-14", "2026-06-14", "2026-06-15"].map(age)).toEqual([
      0, 0, 17, 18,
    ]);
  });

  it("for a 29 February turns on the day the policy names", () => {
    const birthday = plainDate("2008-02-29");
    const age = (asOf: string, leapDay: "feb28" | "mar1"): number =>
      ageInYears(birthday, { asOf: plainDate(asOf), leapDay });
    expect([age("2026-02-27", "feb28"), age("2026-02-28", "feb28")]).toEqual([17, 18]);
    expect([age("2026-02-28", "mar1"), age("2026-03-01", "mar1")]).toEqual([17, 18]);
    expect([age("2028-02-28", "feb28"), age("2028-02-29", "feb28")]).toEqual([19, 20]);
  });

  it("before the birthday there is none", () => {
    const asOf = plainDate("2008-06-14");
    expect(() => ageInYears(addDays(asOf, 1), { asOf, leapDay: "mar1" })).toThrow(
      "2008-06-14 is before the birthday 2008-06-15",
    );
    expect(addYears(asOf, 1)).toBe("2009-06-14");
  });
});
