import fc from "fast-check";
import { dayOfWeek } from "goodwill/shared";
import { describe, expect, test } from "vitest";
import { easterSunday } from "../../../src/relationship/occasion/easter-sunday.js";

// Computed with python-dateutil 2.8, `dateutil.easter`.
const GOLDEN: readonly (readonly [western: string, orthodox: string])[] = [
  ["1990-04-15", "1990-04-15"],
  ["1991-03-31", "1991-04-07"],
  ["2000-04-23", "2000-04-30"],
  ["2008-03-23", "2008-04-27"],
  ["2011-04-24", "2011-04-24"],
  ["2016-03-27", "2016-05-01"],
  ["2019-04-21", "2019-04-28"],
  ["2024-03-31", "2024-05-05"],
  ["2025-04-20", "2025-04-20"],
  ["2026-04-05", "2026-04-12"],
  ["2027-03-28", "2027-05-02"],
  ["2030-04-21", "2030-04-28"],
  ["2035-03-25", "2035-04-29"],
  ["2038-04-25", "2038-04-25"],
  ["2040-04-01", "2040-05-06"],
  ["2100-03-28", "2100-05-02"],
  ["2200-04-06", "2200-04-06"],
];

describe("Easter Sunday", () => {
  test.each(GOLDEN)("CARE-4: western %s, orthodox %s", (western, orthodox) => {
    const year = Number(western.slice(0, 4));
    expect(easterSunday(year)).toBe(western);
    expect(easterSunday(year, { tradition: "western" })).toBe(western);
    expect(easterSunday(year, { tradition: "orthodox" })).toBe(orthodox);
  });

  test("CARE-4: always a Sunday, the western from 22 March to 25 April, the orthodox never before it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1583, max: 9999 }), (year) => {
        const western = easterSunday(year);
        const orthodox = easterSunday(year, { tradition: "orthodox" });
        expect([dayOfWeek(western), dayOfWeek(orthodox)]).toEqual([7, 7]);
        expect(western >= `${String(year)}-03-22` && western <= `${String(year)}-04-25`).toBe(true);
        if (year < 2500) expect(orthodox >= western).toBe(true);
      }),
    );
  });

  test.each([2026.5, -1, 10_000, Number.NaN])("CARE-4: the year %s is refused", (year) => {
    expect(() => easterSunday(year)).toThrow("Cannot find Easter: the year must be");
  });
});
