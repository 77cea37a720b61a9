import { DEFAULT_LEVEL, requireLevel } from "../../shared/statistics/interval.js";
import type { Interval, LevelOptions } from "../../shared/statistics/interval.js";
import { wilsonInterval } from "../../shared/statistics/proportion.js";
import type { CohortRetention } from "./cohort.js";

/** How many customers came back so many periods after their first purchase. */
export interface AgeRetention {
  /** Periods since that of the first purchase: 0 is that period itself. */
  readonly offset: number;
  /** Customers of the cohorts that have had so much time. */
  readonly customers: number;
  /** How many of them bought in that period. */
  readonly active: number;
  /** Share of them that bought. */
  readonly retentionShare: number;
  /** Interval of that share after Wilson. */
  readonly interval: Interval;
}

/**
 * Which share of all customers comes back so long after the first purchase, whatever their cohort?
 *
 * Each age counts the cohorts that have had so much time, so that young cohorts do not lower the shares of ages they
 * have not reached. For one cohort, or a few, hand over a table of these cohorts only.
 *
 * @param retention - The cohorts.
 * @param options - The confidence level.
 * @returns One entry an age, from 0 to that of the oldest cohort; empty without cohorts.
 * @throws RangeError when the level is not above 0 and below 1.
 * @example
 * ```ts
 * import { cohortRetention, retentionByAge } from "goodwill/value";
 * import { plainDate, timeZone } from "goodwill/shared";
 *
 * const total = { amount: 1000, currency: "EUR" } as const;
 * const days = ["2026-01-05", "2026-02-20"].map(plainDate);
 * const rows = ["C-1", "C-2"].flatMap((customer) => days.map((date) => ({ customer, date, total })));
 * const late = { customer: "C-3", date: plainDate("2026-01-06"), total };
 * const retention = cohortRetention([...rows, late], { zone: timeZone("UTC"), currency: "EUR" });
 * retentionByAge(retention).map(({ active, customers }) => [active, customers]); // => [[3, 3], [2, 3]]
 * ```
 */
export function retentionByAge(
  { cohorts }: CohortRetention,
  options: LevelOptions = {},
): readonly AgeRetention[] {
  const level = requireLevel(options.level ?? DEFAULT_LEVEL, "tell retention by age");
  const ages = cohorts.reduce((most, { active }) => Math.max(most, active.length), 0);
  return Array.from({ length: ages }, (_, offset) => {
    let customers = 0;
    let active = 0;
    for (const cohort of cohorts) {
      if (offset >= cohort.active.length) continue;
      customers += cohort.size;
      active += cohort.active[offset]!;
    }
    const interval = wilsonInterval({ count: active, n: customers }, { level });
    return { offset, customers, active, retentionShare: active / customers, interval };
  });
}
