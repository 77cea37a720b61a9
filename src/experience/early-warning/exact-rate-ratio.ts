import { binomialTail } from "../../shared/statistics/binomial.js";
import type { RateRatio } from "./rate-ratio.js";
import type { ThemeRate } from "./theme-count.js";

/**
 * How many times as high a rate is now, with an exact interval.
 *
 * Given how many cases there are in all, the current ones are binomial with the chance r e / (r e + E), where e and
 * E are the exposures and r the true ratio; the interval of Clopper and Pearson (1934, Biometrika 26:404) of that
 * chance is turned into one of r.
 */
export function exactRateRatio(
  current: ThemeRate,
  { history, level }: { readonly history: ThemeRate; readonly level: number },
): RateRatio {
  const beyond = 0.5 * (1 - level);
  const trials = current.count + history.count;
  const perOdds = history.exposure / current.exposure;
  // The tail grows with the chance: the lower end is where so many cases become just possible, the upper where so
  // few do.
  const lowerChance =
    current.count === 0
      ? 0
      : whereCrossed((chance) => binomialTail(current.count, { trials, chance }) >= beyond);
  const upperChance =
    history.count === 0
      ? undefined
      : whereCrossed(
          (chance) => binomialTail(history.count, { trials, chance: 1 - chance }) <= beyond,
        );
  return {
    ...(history.count > 0 && { ratio: current.rate / history.rate }),
    lower: oddsOf(lowerChance) * perOdds,
    ...(upperChance !== undefined && { upper: oddsOf(upperChance) * perOdds }),
    level,
  };
}

function oddsOf(chance: number): number {
  return chance / (1 - chance);
}

/** The chance from which on a condition holds, to the last bit. */
function whereCrossed(holds: (chance: number) => boolean): number {
  let low = 0;
  let high = 1;
  for (;;) {
    const middle = 0.5 * (low + high);
    if (middle === low || middle === high) return high;
    if (holds(middle)) high = middle;
    else low = middle;
  }
}
