import { CHINESE_CALENDAR } from "goodwill/calendar-cn";
import { RELATIONSHIP_SENTENCES } from "goodwill/relationship";
import type { OccasionTiming } from "goodwill/relationship";
import { explain, plainDate } from "goodwill/shared";
import { expect, test } from "vitest";
import { event, found, NOBODY, year } from "./sample-facts.js";

const calendars = { lunar: CHINESE_CALENDAR };
const facts = {
  customer: {
    ...NOBODY.customer,
    birthday: { calendar: "gregorian", month: 2, day: 29, year: 1996 },
    since: plainDate("2025-06-15"),
  },
  events: [event("d-1", "delivery", "2026-03-01"), event("o-1", "purchase", "2025-05-01")],
} as const;

/** Why the first occasion of 2026 is on its day, in words. */
function said(timing: OccasionTiming): string {
  const [first] = found(timing, year(2026), { facts, calendars }).dates;
  return explain(first!.reason, RELATIONSHIP_SENTENCES);
}

const SUNDAY = { kind: "nth-weekday", month: 5, weekday: 7, nth: 2 } as const;
const LAST_MONDAY = { kind: "nth-weekday", month: 5, weekday: 1, nth: -1 } as const;
const LUNAR_DAY = { kind: "lunar", month: 8, day: 15 } as const;
const LUNAR_EVE = { kind: "lunar", month: 12, day: 30 } as const;
const TERM = { kind: "solar-term", term: "cold-dew" } as const;
const DELIVERY = { kind: "after-event", event: "delivery" } as const;

test.each<readonly [OccasionTiming, string]>([
  [SUNDAY, "Weekday 7 (Monday is 1) of month 5, number 2 from its start."],
  [{ ...SUNDAY, offsetDays: 0 }, "Weekday 7 (Monday is 1) of month 5, number 2 from its start."],
  [LAST_MONDAY, "Weekday 1 (Monday is 1) of month 5, number 1 from its end."],
  [{ kind: "easter" }, "Easter Sunday (western), 2026-04-05."],
  [LUNAR_DAY, "Day 15 of month 8 of the Chinese year 2026."],
  [LUNAR_EVE, "The Chinese year 2025 has no day 30 of month 12: moved backward."],
  [TERM, "The day of the solar term cold-dew."],
  [{ ...DELIVERY, days: 0 }, "The day of delivery d-1, 2026-03-01."],
])(
  "CARE-4: a feast on its own day speaks of no days before or after it (%j)",
  (timing, sentence) => {
    expect(said(timing)).toBe(sentence);
  },
);

test.each<readonly [OccasionTiming, string]>([
  [
    { ...SUNDAY, offsetDays: 1 },
    "Day 1 after weekday 7 (Monday is 1) of month 5, number 2 from its start.",
  ],
  [
    { ...LAST_MONDAY, offsetDays: 2 },
    "Day 2 after weekday 1 (Monday is 1) of month 5, number 1 from its end.",
  ],
  [{ kind: "easter", offsetDays: 39 }, "Day 39 after Easter Sunday (western), 2026-04-05."],
  [{ ...LUNAR_DAY, offsetDays: 1 }, "Day 1 after day 15 of month 8 of the Chinese year 2026."],
  [
    { ...LUNAR_EVE, offsetDays: 1 },
    "Day 1 after day 30 of month 12, which the Chinese year 2025 has not: moved backward.",
  ],
  [{ ...TERM, offsetDays: 3 }, "Day 3 after the solar term cold-dew."],
  [{ ...DELIVERY, days: 3 }, "Day 3 after delivery d-1 of 2026-03-01."],
  [{ kind: "inactivity", days: 270 }, "Day 270 after the last sign of life, of 2025-05-01."],
])("CARE-4: days after another day are counted after it (%j)", (timing, sentence) => {
  expect(said(timing)).toBe(sentence);
});

test.each<readonly [OccasionTiming, string]>([
  [
    { ...SUNDAY, offsetDays: -1 },
    "Day 1 before weekday 7 (Monday is 1) of month 5, number 2 from its start.",
  ],
  [
    { ...LAST_MONDAY, offsetDays: -2 },
    "Day 2 before weekday 1 (Monday is 1) of month 5, number 1 from its end.",
  ],
  [{ kind: "easter", offsetDays: -2 }, "Day 2 before Easter Sunday (western), 2026-04-05."],
  [{ ...LUNAR_DAY, offsetDays: -1 }, "Day 1 before day 15 of month 8 of the Chinese year 2026."],
  [
    { ...LUNAR_EVE, offsetDays: -1 },
    "Day 1 before day 30 of month 12, which the Chinese year 2025 has not: moved backward.",
  ],
  [{ ...TERM, offsetDays: -3 }, "Day 3 before the solar term cold-dew."],
  [{ ...DELIVERY, days: -3 }, "Day 3 before delivery d-1 of 2026-03-01."],
])("CARE-4: days before another day are counted before it (%j)", (timing, sentence) => {
  expect(said(timing)).toBe(sentence);
});

test.each<readonly [OccasionTiming, string]>([
  [{ kind: "weekend" }, "Weekday 6 (Monday is 1) of every week."],
  [{ kind: "weekend", everyWeeks: 2 }, "Weekday 6 (Monday is 1) of one week in 2."],
  [
    { kind: "birthday", leapDay: "feb28" },
    "Birthday (1996-02-29), age 30; the year has no such day: kept by the rule feb28.",
  ],
  [
    { kind: "relationship-anniversary", leapDay: "feb28" },
    "A customer since 2025-06-15: anniversary 1.",
  ],
  [
    { kind: "event-anniversary", event: "purchase", leapDay: "feb28" },
    "Anniversary 1 of purchase o-1 of 2025-05-01.",
  ],
  [
    { kind: "fixed", month: 2, day: 29, leapDay: "mar1" },
    "Day 29 of month 2 is not in this year: kept by the rule mar1.",
  ],
])("CARE-4: one of a kind reads as well as many (%j)", (timing, sentence) => {
  expect(said(timing)).toBe(sentence);
});
