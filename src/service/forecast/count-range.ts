import { normalQuantile } from "../../shared/statistics/normal.js";

/** A count and how it varies. @internal */
export interface CountSpread {
  /** What is expected; at least 0. */
  readonly mean: number;
  /** How it varies; at least 0. */
  readonly variance: number;
}

/** From here on the chances are summed no longer: the gamma curve is as good. */
const LARGE_MEAN = 60;

/**
 * The counts between which a count lies with the given confidence.
 *
 * Negative binomial where the counts vary more than those of chance arrivals, Poisson otherwise; each end leaves out at
 * most half of the rest.
 *
 * @remarks Large means by Wilson and Hilferty (1931) for the gamma curve with the same mean and variance.
 * @internal
 */
export function countRange(
  spread: CountSpread,
  level: number,
): { readonly lower: number; readonly upper: number } {
  const { mean } = spread;
  if (mean <= 0) return { lower: 0, upper: 0 };
  const tail = (1 - level) / 2;
  if (mean > LARGE_MEAN) {
    const z = normalQuantile(1 - tail);
    return {
      lower: Math.max(0, Math.round(gammaQuantile(spread, -z))),
      upper: Math.round(gammaQuantile(spread, z)),
    };
  }
  return { lower: countQuantile(spread, tail), upper: countQuantile(spread, 1 - tail) };
}

function gammaQuantile({ mean, variance }: CountSpread, z: number): number {
  const shape = (mean * mean) / Math.max(variance, mean / 1e6);
  return mean * Math.max(0, 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape))) ** 3;
}

/** The least count whose chance, with all below it, reaches the share. */
function countQuantile({ mean, variance }: CountSpread, share: number): number {
  const excess = variance - mean;
  const size = excess > mean * 1e-9 ? (mean * mean) / excess : Infinity;
  let chance = size === Infinity ? Math.exp(-mean) : Math.exp(-size * Math.log1p(mean / size));
  const ratio = size === Infinity ? mean : mean / (size + mean);
  let sum = chance;
  let count = 0;
  while (sum < share && count < 1e6) {
    chance *= size === Infinity ? ratio / (count + 1) : (ratio * (size + count)) / (count + 1);
    count += 1;
    sum += chance;
  }
  return count;
}
