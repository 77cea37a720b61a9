import { describe, expect, expectTypeOf, test } from "vitest";
import type * as z from "zod";
import type { HolidayList } from "../../../src/shared/time/holiday-list.js";
import { holidayListSchema } from "../../../src/shared/time/schema.js";

type Writable<T> = T extends string | number | boolean | undefined
  ? T
  : { -readonly [K in keyof T]: Writable<T[K]> };

const HOLIDAYS = {
  days: [
    { holiday: "new-year", date: "2026-01-01", kind: "statutory", name: "New Year", active: true },
    { holiday: "taken-out", date: "2026-01-04", kind: "statutory", active: false },
  ],
  makeUpWorkdays: ["2026-01-04"],
  coverage: { start: "2026-01-01", end: "2027-01-01" },
  workdays: [1, 2, 3, 4, 5],
};

describe("the schema of a holiday list", () => {
  test("CARE-4: agrees with the interface written by hand, field by field", () => {
    expectTypeOf<z.infer<typeof holidayListSchema>>().toEqualTypeOf<Writable<HolidayList>>();
  });

  test("CARE-4: accepts holidays and make-up workdays as announced", () => {
    expect(holidayListSchema.parse(HOLIDAYS)).toEqual(HOLIDAYS);
  });

  test("CARE-4: a reversed coverage and a holiday worked are refused", () => {
    const { start, end } = HOLIDAYS.coverage;
    const reversed = { ...HOLIDAYS, coverage: { start: end, end: start } };
    expect(holidayListSchema.safeParse(reversed).error?.message).toContain("must not precede");
    const worked = { ...HOLIDAYS, makeUpWorkdays: ["2026-01-01"] };
    expect(holidayListSchema.safeParse(worked).error?.message).toContain("must not name a holiday");
  });
});
