/**
 * The plain, straightforward loops the library is held against: what a careful developer writes by hand for one
 * purpose, without checks, missing answers aside, and without reporting anything else.
 */
import type { RatingColumn } from "goodwill/experience";

/** Ratings of one factor as bare columns. */
export interface PlainColumns {
  readonly importance: RatingColumn;
  readonly expectation: RatingColumn;
  readonly experience: RatingColumn;
}

/** Count, sum and sum of squares of satisfaction, and sum of importance x satisfaction, by segment. */
export function plainGaps(
  columns: readonly PlainColumns[],
  segments: Uint8Array,
  { segmentCount, missing }: { readonly segmentCount: number; readonly missing: number },
): Float64Array {
  const fields = 4;
  const sums = new Float64Array(columns.length * segmentCount * fields);
  columns.forEach(({ importance, expectation, experience }, factor) => {
    for (let row = 0; row < segments.length; row += 1) {
      const expected = expectation[row]!;
      const felt = experience[row]!;
      const weight = importance[row]!;
      if (expected === missing || felt === missing || weight === missing) continue;
      const gap = felt - expected;
      const at = (factor * segmentCount + segments[row]!) * fields;
      sums[at]! += 1;
      sums[at + 1]! += gap;
      sums[at + 2]! += gap * gap;
      sums[at + 3]! += weight * gap;
    }
  });
  return sums;
}

/** Net promoter score by comparing each score. */
export function plainNps(scores: ArrayLike<number>): number {
  let promoters = 0;
  let detractors = 0;
  for (let i = 0; i < scores.length; i += 1) {
    if (scores[i]! >= 9) promoters += 1;
    else if (scores[i]! <= 6) detractors += 1;
  }
  return (100 * (promoters - detractors)) / scores.length;
}

/** Percentile interval of a mean: draw, sum, sort. */
export function plainBootstrap(
  values: Float64Array,
  resamples: number,
  random: () => number,
): [number, number] {
  const means = new Float64Array(resamples);
  for (let b = 0; b < resamples; b += 1) {
    let sum = 0;
    for (let i = 0; i < values.length; i += 1) sum += values[Math.floor(random() * values.length)]!;
    means[b] = sum / values.length;
  }
  means.sort();
  return [means[Math.floor(0.025 * resamples)]!, means[Math.floor(0.975 * resamples)]!];
}

/** R squared of one subset of drivers, by a Cholesky decomposition of its own. */
function subsetRSquared(
  correlation: readonly (readonly number[])[],
  outcome: readonly number[],
  subset: readonly number[],
): number {
  const size = subset.length;
  const lower = subset.map(() => new Float64Array(size));
  const solved = new Float64Array(size);
  let explained = 0;
  for (let i = 0; i < size; i += 1) {
    const row = lower[i]!;
    for (let j = 0; j <= i; j += 1) {
      let sum = correlation[subset[i]!]![subset[j]!]!;
      for (let k = 0; k < j; k += 1) sum -= row[k]! * lower[j]![k]!;
      row[j] = i === j ? Math.sqrt(sum) : sum / lower[j]![j]!;
    }
    let rest = outcome[subset[i]!]!;
    for (let k = 0; k < i; k += 1) rest -= row[k]! * solved[k]!;
    solved[i] = rest / row[i]!;
    explained += solved[i]! ** 2;
  }
  return explained;
}

/** LMG by fitting every subset on its own and averaging, as its definition says. */
export function plainLmg(
  correlation: readonly (readonly number[])[],
  outcome: readonly number[],
): number[] {
  const count = outcome.length;
  const rSquared = Float64Array.from({ length: 2 ** count }, (_, mask) =>
    subsetRSquared(
      correlation,
      outcome,
      outcome.flatMap((_value, i) => ((mask >> i) & 1 ? [i] : [])),
    ),
  );
  const weights = [1 / count];
  for (let size = 1; size < count; size += 1)
    weights[size] = (weights[size - 1]! * size) / (count - size);
  return outcome.map((_, driver) => {
    let sum = 0;
    for (let mask = 0; mask < rSquared.length; mask += 1) {
      if ((mask >> driver) & 1) continue;
      let size = 0;
      for (let rest = mask; rest > 0; rest &= rest - 1) size += 1;
      sum += weights[size]! * (rSquared[mask | (1 << driver)]! - rSquared[mask]!);
    }
    return sum;
  });
}
