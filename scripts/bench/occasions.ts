import { customerId } from "goodwill/customer";
import { addDays, period, plainDate } from "goodwill/shared";
import { occasionDates, prepareOccasions } from "../../src/relationship/occasion/occasion-dates.js";
import type { OccasionFacts } from "../../src/relationship/occasion/occasion-facts.js";
import type { OccasionRule } from "../../src/relationship/occasion/occasion-rule.js";
import type { BenchmarkCase } from "./cases.js";
import { CHINESE_CALENDAR } from "../../src/calendar-cn/chinese-calendar.js";

const cheerful = { mood: "cheerful" } as const;
const plain = { mood: "plain" } as const;

/** Twelve occasions a customer and year: five of everybody, the rest the customer's own. */
const RULES: readonly OccasionRule[] = [
  { id: "womens-day", timing: { kind: "fixed", month: 3, day: 8 }, ...cheerful },
  { id: "mothers-day", timing: { kind: "nth-weekday", month: 5, weekday: 7, nth: 2 }, ...cheerful },
  { id: "dragon-boat", timing: { kind: "lunar", month: 5, day: 5 }, ...cheerful },
  { id: "mid-autumn", timing: { kind: "lunar", month: 8, day: 15 }, ...cheerful },
  { id: "half-year-call", timing: { kind: "once-in", span: "half-year" }, ...plain },
  { id: "birthday", timing: { kind: "birthday", leapDay: "feb28" }, ...cheerful },
  {
    id: "relationship",
    timing: { kind: "relationship-anniversary", leapDay: "feb28" },
    ...cheerful,
  },
  {
    id: "bought",
    timing: { kind: "event-anniversary", event: "purchase", leapDay: "feb28" },
    ...plain,
  },
  { id: "delivered", timing: { kind: "after-event", event: "delivery", days: 3 }, ...plain },
  { id: "warranty", timing: { kind: "after-event", event: "warranty-end", days: -30 }, ...plain },
  { id: "silent", timing: { kind: "inactivity", days: 120 }, ...plain },
];
const options = {
  rules: RULES,
  period: period(plainDate("2026-01-01"), plainDate("2027-01-01")),
  calendars: { lunar: CHINESE_CALENDAR },
};

/** Customers of whom every fifth has a lunar birthday. */
function factsOf(many: number): readonly OccasionFacts[] {
  const start = plainDate("2025-01-01");
  return Array.from({ length: many }, (_, index): OccasionFacts => {
    const calendar = index % 5 === 0 ? "chinese" : "gregorian";
    const month = 1 + (index % 12);
    return {
      customer: {
        id: customerId(`C-${index}`),
        kind: index % 7 === 0 ? "organisation" : "person",
        birthday: { calendar, month, day: 1 + (index % 28), year: 1960 + (index % 40) },
        since: addDays(start, -(index % 4000)),
      },
      events: [
        { id: "p-1", kind: "purchase", date: addDays(start, index % 360) },
        { id: "d-1", kind: "delivery", date: addDays(start, 366 + (index % 350)) },
        { id: "w-1", kind: "warranty-end", date: addDays(start, 400 + (index % 320)) },
      ],
    };
  });
}

function countDates(
  facts: readonly OccasionFacts[],
  datesOf: (facts: OccasionFacts) => ReturnType<typeof occasionDates>,
): number {
  let count = 0;
  for (const one of facts) count += datesOf(one).dates.length;
  return count;
}

/** The benchmarks of dating occasions by name; `short` shrinks those that take long. */
export function occasionCases(short: boolean): Record<string, () => BenchmarkCase> {
  const many = short ? 2000 : 20_000;
  const customers = many.toLocaleString("en-US");
  return {
    [`prepareOccasions, ${customers} customers x 11 rules, a year`]: () => {
      const facts = factsOf(many);
      return {
        run: () => countDates(facts, prepareOccasions(options)),
        items: countDates(facts, prepareOccasions(options)),
        unit: "occasions",
        aim: "at least 200,000 a second",
      };
    },
    "occasionDates, 1,000 customers one by one, a year": () => {
      const facts = factsOf(1000);
      return {
        run: () => countDates(facts, (one) => occasionDates(one, options)),
        items: countDates(facts, prepareOccasions(options)),
        unit: "occasions",
      };
    },
  };
}
