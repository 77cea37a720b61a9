import { seededRandom, type RandomSource } from "../../../src/shared/random.js";
import { dayNumber } from "../../../src/shared/time/civil.js";
import { instantFromEpochMilliseconds } from "../../../src/shared/time/instant.js";
import type { PlainDate } from "../../../src/shared/time/plain-date.js";
import { addDays } from "../../../src/shared/time/date-arithmetic.js";
import { plainDate } from "../../../src/shared/time/plain-date.js";
import { period } from "../../../src/shared/time/period.js";
import type { ContactCount } from "../../../src/service/forecast/contact-count.js";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const WEEKDAY_FACTORS = [1.25, 1.1, 1, 1, 0.95, 0.5, 0.4];

/** How a centre is called. */
export interface SimulatedCentre {
  readonly weeks: number;
  readonly intervalMinutes: number;
  /** Contacts in the busiest interval of a usual day, about. */
  readonly busiest: number;
  /** The rise of the logarithm a week. */
  readonly growth?: number;
  /** The standard deviation of a day's own factor. */
  readonly daySpread?: number;
  readonly seed: number;
}

/** The first day of all simulated centres, a Monday. */
export const FIRST_DAY = plainDate("2026-01-05");

/** The day after the weeks, on the zone's clock. */
export function dayAfter(weeks: number): PlainDate {
  return addDays(FIRST_DAY, 7 * weeks);
}

/** The days of so many weeks after so many weeks. */
export function weeksAhead(from: number, weeks: number) {
  return period(dayAfter(from), dayAfter(from + weeks));
}

/** Counted contacts of a centre whose clock is UTC. */
export function simulatedContacts(centre: SimulatedCentre): readonly ContactCount[] {
  const { weeks, intervalMinutes, busiest, growth = 0, daySpread = 0, seed } = centre;
  const random = seededRandom(seed);
  const rows: ContactCount[] = [];
  const first = dayNumber(FIRST_DAY) * DAY_MS;
  for (let day = 0; day < 7 * weeks; day += 1) {
    const own = Math.exp(daySpread * normal(random) - daySpread ** 2 / 2);
    const level = busiest * WEEKDAY_FACTORS[day % 7]! * Math.exp((growth * day) / 7) * own;
    for (let minute = 0; minute < 1440; minute += intervalMinutes) {
      const start = instantFromEpochMilliseconds(first + day * DAY_MS + minute * 60_000);
      rows.push({ start, contacts: poisson(level * busyShare(minute / 60), random) });
    }
  }
  return rows;
}

/** Two peaks in the day and next to nothing at night. */
function busyShare(hour: number): number {
  if (hour < 7 || hour >= 21) return 0.05;
  return 0.1 + Math.exp(-((hour - 11) ** 2) / 8) + 0.7 * Math.exp(-((hour - 16) ** 2) / 6);
}

function normal(random: RandomSource): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

function poisson(mean: number, random: RandomSource): number {
  if (mean > 30) return poisson(mean / 2, random) + poisson(mean / 2, random);
  const end = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > end; product *= random()) count += 1;
  return count;
}
