import { betaShare } from "../../shared/statistics/beta.js";
import { minimise } from "../../shared/optimisation/minimise.js";

/** So many passed of so many, and how many agents have just that. @internal */
export interface TallyCount {
  /** Contacts judged. */
  readonly n: number;
  /** Of them, passed. */
  readonly passed: number;
  /** Agents. */
  readonly agents: number;
}

/** A beta distribution by its mean and weight. @internal */
export interface BetaPrior {
  /** Its mean, above 0 and below 1. */
  readonly mean: number;
  /** The sum of its parameters: how many contacts it is worth. */
  readonly weight: number;
}

/** Beyond this weight agents differ by less than a thousandth: no more than by chance. */
const MOST_WEIGHT = 250_000;
/**
 * Below this weight a few contacts would be taken for certainty: of two agents with 2 of 2 and 0 of 2 the one would be
 * better for sure. That of Jeffreys' prior, which stands for knowing nothing.
 */
const LEAST_WEIGHT = 1;
const LONGEST_ODDS = 12;

/**
 * What the agents' true shares have in common: the beta distribution under which the tallies are most likely;
 * `undefined` where they differ no more than by chance.
 *
 * @remarks Beta-binomial likelihood (Skellam 1948), as a product over contacts, which needs no gamma function and loses
 * no digits for a large weight. Variables are the log odds of the mean and the log of the weight.
 * @internal
 */
export function fitBetaPrior(tallies: readonly TallyCount[]): BetaPrior | undefined {
  const all = tallies.reduce((sum, { n, agents }) => sum + n * agents, 0);
  const passed = tallies.reduce((sum, { passed: own, agents }) => sum + own * agents, 0);
  if (passed === 0 || passed === all) return undefined;
  // Of one contact each nothing tells how agents differ.
  if (tallies.every(({ n }) => n < 2)) return undefined;
  const odds = Math.log(passed / (all - passed));
  const minimum = minimise(
    (at, gradient) => minusLogLikelihood(tallies, { at, gradient, scale: all }),
    {
      start: [odds, Math.log(10)],
      lower: [-LONGEST_ODDS, Math.log(LEAST_WEIGHT)],
      upper: [LONGEST_ODDS, Math.log(MOST_WEIGHT)],
      gradientTolerance: 1e-9,
      maximumIterations: 200,
    },
  );
  const weight = Math.exp(minimum.at[1]!);
  if (weight >= MOST_WEIGHT * 0.99) return undefined;
  return { mean: 1 / (1 + Math.exp(-minimum.at[0]!)), weight };
}

/** By contact, so that its size does not depend on how many there are. */
function minusLogLikelihood(
  tallies: readonly TallyCount[],
  {
    at,
    gradient,
    scale,
  }: { readonly at: Float64Array; readonly gradient: Float64Array; readonly scale: number },
): number {
  const mean = 1 / (1 + Math.exp(-at[0]!));
  const weight = Math.exp(at[1]!);
  const a = mean * weight;
  const b = weight - a;
  let value = 0;
  let byA = 0;
  let byB = 0;
  for (const { n, passed, agents } of tallies) {
    for (let i = 0; i < passed; i += 1) {
      value += agents * Math.log(a + i);
      byA += agents / (a + i);
    }
    for (let i = 0; i < n - passed; i += 1) {
      value += agents * Math.log(b + i);
      byB += agents / (b + i);
    }
    for (let i = 0; i < n; i += 1) {
      value -= agents * Math.log(weight + i);
      byA -= agents / (weight + i);
      byB -= agents / (weight + i);
    }
  }
  gradient.set([-((byA - byB) * weight * mean * (1 - mean)) / scale, -(byA * a + byB * b) / scale]);
  return -value / scale;
}

/** The x below which a beta distribution has this share, by halving; to 12 digits. @internal */
export function betaQuantile(share: number, a: number, b: number): number {
  let lower = 0;
  let upper = 1;
  for (let step = 0; step < 60 && upper - lower > 1e-13; step += 1) {
    const middle = (lower + upper) / 2;
    if (betaShare(middle, 1 - middle, a, b) < share) lower = middle;
    else upper = middle;
  }
  return (lower + upper) / 2;
}
