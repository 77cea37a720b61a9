import fc from "fast-check";
import { addDays, plainDate } from "goodwill/shared";
import { describe, expect, test } from "vitest";
import {
  occasionDates,
  prepareOccasions,
} from "../../../src/relationship/occasion/occasion-dates.js";
import type { OccasionFacts } from "../../../src/relationship/occasion/occasion-facts.js";
import type { OccasionRule } from "../../../src/relationship/occasion/occasion-rule.js";
import { TABLE_CALENDAR } from "./lunar-table.js";
import { NOBODY, days, event, rule, year } from "./sample-facts.js";

const DATED: readonly OccasionRule[] = [
  rule({ kind: "fixed", month: 2, day: 29, leapDay: "mar1" }, { id: "leap", priority: 2 }),
  rule({ kind: "dates", dates: ["2026-02-28", "2027-03-01"].map(plainDate) }, { id: "named" }),
  rule({ kind: "nth-weekday", month: 2, weekday: 6, nth: -1, offsetDays: 1 }, { id: "nth" }),
  rule({ kind: "easter", offsetDays: -47 }, { id: "carnival", lastsDays: 2 }),
  rule({ kind: "lunar", month: 12, day: 30 }, { id: "eve", priority: 9 }),
  rule({ kind: "solar-term", term: "cold-dew" }, { id: "cold-dew" }),
  rule({ kind: "season", season: "spring" }, { id: "spring" }),
  rule({ kind: "weekend", everyWeeks: 3 }, { id: "weekend", priority: -1 }),
  rule({ kind: "statutory-holiday" }, { id: "holiday" }),
  rule({ kind: "birthday", leapDay: "feb28" }, { id: "birthday", only: "person" }),
  rule({ kind: "relationship-anniversary", leapDay: "mar1" }, { id: "years" }),
  rule({ kind: "event-anniversary", event: "purchase", leapDay: "feb28" }, { id: "bought" }),
  rule({ kind: "after-event", event: "purchase", days: 10 }, { id: "after", priority: 2 }),
  rule({ kind: "inactivity", days: 60 }, { id: "silent" }),
];
const calendars = {
  lunar: TABLE_CALENDAR,
  holidays: {
    days: [
      { holiday: "a", date: plainDate("2026-02-28"), kind: "statutory" },
      { holiday: "b", date: plainDate("2026-02-28"), kind: "statutory" },
    ],
    makeUpWorkdays: [],
    coverage: days("2026-01-01", "2027-01-01"),
  },
} as const;

const day = fc
  .integer({ min: 0, max: 1200 })
  .map((after) => addDays(plainDate("2024-10-01"), after));
const facts: fc.Arbitrary<OccasionFacts> = fc.record({
  customer: fc.record(
    {
      id: fc.constant(NOBODY.customer.id),
      kind: fc.constantFrom("person", "organisation"),
      birthday: fc.record(
        {
          calendar: fc.constantFrom("gregorian", "chinese"),
          month: fc.constantFrom(1, 2, 3, 6, 12),
          day: fc.constantFrom(1, 28, 29, 30),
          leapMonth: fc.boolean(),
          year: fc.constantFrom(2000, 2024, 2025),
        },
        { requiredKeys: ["calendar", "month", "day"] },
      ),
      since: day,
    },
    { requiredKeys: ["id", "kind"] },
  ),
  events: fc.array(
    fc.record({
      id: fc.constantFrom("ev-1", "ev-2", "ev-3"),
      kind: fc.constantFrom("purchase", "activity"),
      date: day,
    }),
    { maxLength: 5 },
  ),
});
const within = fc
  .tuple(day, fc.integer({ min: 0, max: 500 }))
  .map(([start, length]) => ({ start, end: addDays(start, length) }));

describe("the occasions of a customer", () => {
  test("CARE-4: in the period, by day, priority and key, and no key twice", () => {
    fc.assert(
      fc.property(facts, within, (known, period) => {
        const { dates } = occasionDates(known, { rules: DATED, period, calendars });
        for (const { date, through } of dates) {
          expect(date >= period.start && date < period.end && through >= date).toBe(true);
        }
        expect(new Set(dates.map(({ key }) => key)).size).toBe(dates.length);
        const ordered = [...dates].sort(
          (a, b) =>
            Number(a.date > b.date) - Number(a.date < b.date) ||
            b.priority - a.priority ||
            Number(a.key > b.key) - Number(a.key < b.key),
        );
        expect(dates).toEqual(ordered);
      }),
    );
  });

  test("CARE-4: the order of rules and events changes no day, and nothing handed over is changed", () => {
    fc.assert(
      fc.property(facts, within, (known, period) => {
        const before = JSON.stringify(known);
        const options = { rules: DATED, period, calendars };
        const { dates } = occasionDates(known, options);
        const turned = { ...known, events: known.events!.toReversed() };
        const other = occasionDates(turned, { ...options, rules: DATED.toReversed() });
        expect(other.dates).toEqual(dates);
        expect(new Set(other.unknown.map((one) => JSON.stringify(one)))).toEqual(
          new Set(occasionDates(known, options).unknown.map((one) => JSON.stringify(one))),
        );
        expect(JSON.stringify(known)).toBe(before);
      }),
    );
  });

  test("CARE-4: two periods that follow one another have the occasions of both together", () => {
    fc.assert(
      fc.property(facts, within, fc.nat({ max: 500 }), (known, { start, end }, after) => {
        const cut = addDays(start, after);
        const middle = cut < end ? cut : end;
        const dated = (from: typeof start, to: typeof end) =>
          occasionDates(known, { rules: DATED, period: { start: from, end: to }, calendars }).dates;
        expect([...dated(start, middle), ...dated(middle, end)]).toEqual(dated(start, end));
      }),
    );
  });

  test("CARE-4: prepared for many or asked for one, the answer is the same", () => {
    const options = { rules: DATED, period: year(2026), calendars };
    const occasionsOf = prepareOccasions(options);
    fc.assert(
      fc.property(facts, (known) => {
        expect(occasionsOf(known)).toEqual(occasionDates(known, options));
      }),
    );
  });

  test("CARE-4: a rule may be for persons or for organisations only", () => {
    const rules = [
      rule({ kind: "fixed", month: 5, day: 1 }, { id: "for-both" }),
      rule({ kind: "fixed", month: 5, day: 1 }, { id: "for-firms", only: "organisation" }),
      rule({ kind: "statutory-holiday" }, { id: "for-people", only: "person" }),
    ];
    const occasionsOf = prepareOccasions({ rules, period: year(2026) });
    const names = (kind: "person" | "organisation"): readonly unknown[] => {
      const { dates, unknown } = occasionsOf({ customer: { ...NOBODY.customer, kind } });
      return [dates.map(({ occasion }) => occasion), unknown.map(({ occasion }) => occasion)];
    };
    expect(names("person")).toEqual([["for-both"], ["for-people"]]);
    expect(names("organisation")).toEqual([["for-both", "for-firms"], []]);
  });

  test("CARE-4: mood, priority and the days it lasts are the rule's", () => {
    const remembrance = rule(
      { kind: "after-event", event: "life-moment", days: 30 },
      { id: "condolence", mood: "solemn", priority: 7, lastsDays: 5 },
    );
    const [found] = occasionDates(
      { ...NOBODY, events: [event("ev-7", "life-moment", "2026-01-01")] },
      { rules: [remembrance], period: year(2026) },
    ).dates;
    expect(found).toMatchObject({
      occasion: "condolence",
      key: "condolence/ev-7/2026-01-31",
      date: "2026-01-31",
      through: "2026-02-05",
      mood: "solemn",
      priority: 7,
    });
  });
});
