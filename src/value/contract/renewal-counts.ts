import type { ContractCohort } from "./contract-cohort.js";

/** Who renewed and who left at each renewal, over all cohorts. @internal */
export interface RenewalCounts {
  /** How many renewed at the first, second, ... renewal. */
  readonly renewed: Float64Array;
  /** How many left at the first, second, ... renewal. */
  readonly left: Float64Array;
  /** How many there were at the start. */
  readonly customers: number;
  /** Renewals seen, over all cohorts. */
  readonly renewals: number;
}

/** Adds up cohorts of any lengths, in an order that does not depend on theirs. @internal */
export function renewalCounts(cohorts: Iterable<ContractCohort>, task: string): RenewalCounts {
  const all = Array.from(cohorts, ({ remaining }) => requireCohort(remaining, task));
  if (all.length === 0)
    throw new RangeError(`Cannot ${task}: it needs at least one cohort, got none`);
  const periods = all.reduce((most, { length }) => Math.max(most, length), 0) - 1;
  const renewed = new Float64Array(periods);
  const left = new Float64Array(periods);
  for (let t = 1; t <= periods; t += 1) {
    const seen = all.filter(({ length }) => length > t);
    renewed[t - 1] = orderedSum(seen.map((remaining) => remaining[t]!));
    left[t - 1] = orderedSum(seen.map((remaining) => remaining[t - 1]! - remaining[t]!));
  }
  return {
    renewed,
    left,
    customers: orderedSum(all.map(([start]) => start!)),
    renewals: all.reduce((sum, { length }) => sum + length - 1, 0),
  };
}

function requireCohort(remaining: readonly number[], task: string): readonly number[] {
  if (remaining.length < 2) {
    throw new RangeError(
      `Cannot ${task}: a cohort needs its customers at the start and after a renewal, got ` +
        `${String(remaining.length)} number(s)`,
    );
  }
  remaining.forEach((now, t) => {
    const before = t === 0 ? Infinity : remaining[t - 1]!;
    if (!(now >= 0 && now <= before && now < Infinity) || (t === 0 && now === 0)) {
      const what = t === 0 ? "above 0" : `from 0 to the ${String(before)} of the period before`;
      throw new RangeError(
        `Cannot ${task}: customers after ${String(t)} renewals must be ${what}, got ${String(now)}`,
      );
    }
  });
  return remaining;
}

/** Shares do not add up alike in every order: from the smallest on they do. */
function orderedSum(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b).reduce((sum, value) => sum + value, 0);
}
