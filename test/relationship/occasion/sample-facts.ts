import { customerId } from "goodwill/customer";
import { period, plainDate } from "goodwill/shared";
import type { Period, PlainDate } from "goodwill/shared";
import { occasionDates } from "../../../src/relationship/occasion/occasion-dates.js";
import type {
  OccasionCalendars,
  OccasionFacts,
} from "../../../src/relationship/occasion/occasion-facts.js";
import type { OccasionEventKind } from "../../../src/relationship/occasion/occasion-event.js";
import type {
  OccasionRule,
  OccasionTiming,
} from "../../../src/relationship/occasion/occasion-rule.js";

/** A person of whom nothing more is known. */
export const NOBODY: OccasionFacts = { customer: { id: customerId("C-1"), kind: "person" } };

/** The period from one day to before another. */
export function days(start: string, end: string): Period<PlainDate> {
  return period(plainDate(start), plainDate(end));
}

/** The period of a year. */
export function year(number: number, years = 1): Period<PlainDate> {
  return days(`${number}-01-01`, `${number + years}-01-01`);
}

/** A cheerful rule with this timing. */
export function rule(timing: OccasionTiming, more: Partial<OccasionRule> = {}): OccasionRule {
  return { id: "feast", mood: "cheerful", timing, ...more };
}

/** An event on a day. */
export function event(
  id: string,
  kind: OccasionEventKind,
  date: string,
): NonNullable<OccasionFacts["events"]>[number] {
  return { id, kind, date: plainDate(date) };
}

interface Asked {
  readonly facts?: OccasionFacts;
  readonly calendars?: OccasionCalendars;
}

/** What one rule gives in a period. */
export function found(
  timing: OccasionTiming,
  within: Period<PlainDate>,
  { facts = NOBODY, calendars = {} }: Asked = {},
): ReturnType<typeof occasionDates> {
  return occasionDates(facts, { rules: [rule(timing)], period: within, calendars });
}

/** The days one rule gives in a period. */
export function daysFound(
  timing: OccasionTiming,
  within: Period<PlainDate>,
  asked: Asked = {},
): readonly PlainDate[] {
  return found(timing, within, asked).dates.map(({ date }) => date);
}
