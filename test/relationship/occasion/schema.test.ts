import { plainDate } from "goodwill/shared";
import { describe, expect, expectTypeOf, test } from "vitest";
import type * as z from "zod";
import type { OccasionEvent } from "../../../src/relationship/occasion/occasion-event.js";
import type {
  OccasionRule,
  OccasionTiming,
} from "../../../src/relationship/occasion/occasion-rule.js";
import {
  occasionEventSchema,
  occasionRuleSchema,
  occasionTimingSchema,
} from "../../../src/relationship/occasion/schema.js";
import { event, rule } from "./sample-facts.js";

type Writable<T> = T extends string | number | boolean | undefined
  ? T
  : { -readonly [K in keyof T]: Writable<T[K]> };

const TIMINGS: readonly OccasionTiming[] = [
  { kind: "fixed", month: 3, day: 8 },
  { kind: "fixed", month: 2, day: 29, leapDay: "mar1" },
  { kind: "dates", dates: [plainDate("2026-06-18")] },
  { kind: "nth-weekday", month: 11, weekday: 4, nth: 4, offsetDays: 1 },
  { kind: "easter", tradition: "orthodox", offsetDays: -2 },
  { kind: "lunar", month: 12, day: 30, skip: "backward", offsetDays: 0 },
  { kind: "solar-term", term: "cold-dew" },
  { kind: "season", season: "spring", hemisphere: "south" },
  { kind: "weekend", weekday: 7, everyWeeks: 2 },
  { kind: "statutory-holiday", holiday: "national-day" },
  { kind: "birthday", leapDay: "feb28", skip: "omit", everyYears: 10 },
  { kind: "relationship-anniversary", leapDay: "feb28", everyYears: 5 },
  { kind: "event-anniversary", event: "purchase", about: "piano", leapDay: "feb28" },
  { kind: "once-in", span: "half-year" },
  { kind: "after-event", event: "warranty-end", days: -30 },
  { kind: "inactivity", days: 90, signs: ["purchase", "service"] },
];

describe("the schemas of occasions", () => {
  test("CARE-4: agree with the interfaces written by hand, field by field", () => {
    expectTypeOf<z.infer<typeof occasionTimingSchema>>().toEqualTypeOf<Writable<OccasionTiming>>();
    expectTypeOf<z.infer<typeof occasionRuleSchema>>().toEqualTypeOf<Writable<OccasionRule>>();
    expectTypeOf<z.infer<typeof occasionEventSchema>>().toEqualTypeOf<Writable<OccasionEvent>>();
  });

  test("CARE-4: accept rules of every timing, and events", () => {
    for (const timing of TIMINGS) {
      const one = rule(timing, { name: "A feast", priority: 1, lastsDays: 2, only: "person" });
      expect(occasionRuleSchema.parse(one)).toEqual(one);
    }
    const delivered = { ...event("ev-7", "delivery", "2026-02-10"), about: "sofa" };
    expect(occasionEventSchema.parse(delivered)).toEqual(delivered);
  });

  test.each([
    [{ kind: "fixed", month: 4, day: 31 }, "must be a day of the month"],
    [{ kind: "fixed", month: 2, day: 29 }, "must be given for 29 February"],
    [{ kind: "lunar", month: 13, day: 1 }, "<=12"],
    [{ kind: "nth-weekday", month: 5, weekday: 1, nth: 0 }, "must not be 0"],
    [{ kind: "weekend", everyWeeks: 0 }, ">=1"],
    [{ kind: "birthday" }, "Invalid option"],
    [{ kind: "after-event", event: "delivery", days: 0.5 }, "expected int"],
    [{ kind: "full-moon" }, "Invalid"],
    [{ kind: "once-in", span: "year", offsetDays: 1 }, "Unrecognized key"],
  ])("CARE-4: the timing %j is refused", (timing, message) => {
    expect(occasionTimingSchema.safeParse(timing).error?.message).toContain(message);
  });

  test("CARE-4: an id with a slash is refused", () => {
    const slash = { ...rule({ kind: "weekend" }), id: "a/b" };
    expect(occasionRuleSchema.safeParse(slash).error?.message).toContain("slashes");
  });
});
