import type { ContactCount } from "goodwill/service";
import {
  addDays,
  addMilliseconds,
  dayOfWeek,
  daysBetween,
  plainDate,
  seededRandom,
  startOfDay,
  type RandomSource,
} from "goodwill/shared";
import { HOLIDAYS, SHANGHAI } from "./calendar.js";

/** How long an interval of the contact centre is, in minutes. */
export const INTERVAL_MINUTES = 30;

/** The contact centre is open from the first to the last of these hours of the day. */
export const OPEN_HOURS = { from: 9, until: 21 } as const;

const FIRST = plainDate("2025-09-01");
const LAST = plainDate("2025-12-31");

/** Calls of half an hour at the beginning, and by how much they grow a week as deliveries get worse. */
const LEVEL = 13;
const GROWTH_A_WEEK = 0.015;

/** Monday to Sunday, by an average day. */
const WEEKDAYS = [1.2, 1.1, 1, 1, 1.05, 0.9, 0.75] as const;

/** 9 o'clock to 20 o'clock, by an average hour. */
const HOURS = [0.8, 1.35, 1.4, 0.95, 0.9, 1.1, 1.25, 1.2, 0.95, 0.8, 0.75, 0.55] as const;

/** The days of the shopping festival, and how much more is called on them. */
const FESTIVAL: ReadonlyMap<string, number> = new Map([
  ["2025-11-11", 1.9],
  ["2025-11-12", 1.7],
]);

/** On a holiday so much is called, by a usual day. */
const ON_HOLIDAYS = 0.6;

/** Calls by half hour in the last four months: drawn by chance from a seed, for the company's log has no such counts. */
export function simulatedCalls(seed: number): readonly ContactCount[] {
  const random = seededRandom(seed);
  const closed = new Set<string>(HOLIDAYS.days.map(({ date }) => date));
  const worked = new Set<string>(HOLIDAYS.makeUpWorkdays);
  return Array.from({ length: daysBetween(FIRST, LAST) + 1 }, (_, day) => {
    const date = addDays(FIRST, day);
    const midnight = startOfDay(date, SHANGHAI);
    const weekday = WEEKDAYS[worked.has(date) ? 0 : dayOfWeek(date) - 1]!;
    const holiday = closed.has(date) ? ON_HOLIDAYS : 1;
    const mood = 1 + 0.12 * (random() - 0.5);
    const level = LEVEL * (1 + GROWTH_A_WEEK) ** (day / 7) * mood;
    const factor = weekday * holiday * (FESTIVAL.get(date) ?? 1);
    return HOURS.flatMap((hour, i) =>
      [0, 1].map((half): ContactCount => {
        const minutes = 60 * (OPEN_HOURS.from + i) + INTERVAL_MINUTES * half;
        return {
          start: addMilliseconds(midnight, minutes * 60_000),
          contacts: poisson(level * factor * hour, random),
        };
      }),
    );
  }).flat();
}

/** How often something happens that is expected so often (Knuth). */
function poisson(mean: number, random: RandomSource): number {
  const least = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > least; product *= random()) count += 1;
  return count;
}
