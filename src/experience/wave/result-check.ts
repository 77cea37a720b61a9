/** What was put in and what came out, once. */
export interface ResultObservation {
  /** What was put in, above 0: shops opened, staff hired, money spent. */
  readonly effort: number;
  /** What came out, at least 0: sales, orders, visits. */
  readonly result: number;
}

/** One observation held against the smallest. */
export interface ResultComparison extends ResultObservation {
  /** What must have come out: the first result in proportion to the effort. */
  readonly required: number;
  /** Whether it did. */
  readonly met: boolean;
}

/** Whether results grew at least in proportion to the effort. */
export interface ResultCheck {
  /** The observation of the smallest effort, against which the others are held. */
  readonly baseline: ResultObservation;
  /** The other observations, by rising effort. */
  readonly comparisons: readonly ResultComparison[];
  /** Whether every one of them met what is required. */
  readonly met: boolean;
}

/**
 * Did the results follow?
 *
 * Closing a gap costs; the evidence that customers reward it is that results grow at least in proportion to the
 * effort: n shops sell at least n times what one sells (EXP-4). Exactly n times is enough.
 *
 * @param observations - At least two, of different effort, in any order.
 * @returns Each observation held against the smallest.
 * @throws RangeError when there are fewer than two, efforts repeat or are not above 0, or results are negative or
 * not finite.
 * @example
 * ```ts
 * import { resultCheck } from "goodwill/experience";
 *
 * const shops = [
 *   { effort: 1, result: 100 },
 *   { effort: 2, result: 200 },
 *   { effort: 4, result: 430 },
 * ];
 * resultCheck(shops).met; // => true
 * ```
 */
export function resultCheck(observations: readonly ResultObservation[]): ResultCheck {
  const sorted = observations.toSorted((a, b) => a.effort - b.effort);
  const [baseline, ...others] = sorted;
  if (baseline === undefined || others.length === 0) {
    throw new RangeError(
      `Cannot check results: at least two observations are needed, got ${String(observations.length)}`,
    );
  }
  sorted.forEach(({ effort, result }, position) => {
    if (!(Number.isFinite(effort) && effort > 0)) {
      throw new RangeError(
        `Cannot check results: an effort must be above 0, got ${String(effort)}`,
      );
    }
    if (!(Number.isFinite(result) && result >= 0)) {
      throw new RangeError(
        `Cannot check results: a result must be at least 0, got ${String(result)}`,
      );
    }
    if (effort === sorted[position + 1]?.effort) {
      throw new RangeError(
        `Cannot check results: two observations have the effort ${String(effort)}`,
      );
    }
  });
  const comparisons = others.map((observation) => ({
    ...observation,
    required: (baseline.result * observation.effort) / baseline.effort,
    // cross-multiplied, so that exactly n times is met whatever the rounding of the quotient
    met: observation.result * baseline.effort >= baseline.result * observation.effort,
  }));
  return { baseline, comparisons, met: comparisons.every(({ met }) => met) };
}
