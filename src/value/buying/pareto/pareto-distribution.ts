import { GAUSS_12 } from "../../../shared/numerics/gauss-legendre.js";
import type { ParetoNbdParameters } from "./pareto-model.js";

/**
 * How probable are 0, 1, 2, ... purchases of a new customer within a time?
 *
 * Purchases until a given end have a negative binomial distribution; the end is that of the time, or an earlier
 * leaving, over whose moment it is averaged.
 *
 * @remarks The quantity of Fader and Hardie (2006, "Deriving an expression for P(X(t) = x) under the Pareto/NBD
 * model"), by quadrature instead of differences of hypergeometric functions: every term is positive.
 * @internal
 */
export function newProcessDistribution(
  parameters: ParetoNbdParameters,
  { within, most }: { readonly within: number; readonly most: number },
): number[] {
  const { alpha, s, beta } = parameters;
  const chances = Array.from({ length: most + 1 }, () => 0);
  const stays = Math.exp(-s * Math.log1p(within / beta));
  addCounts(chances, { parameters, until: within, weight: stays });
  const { nodes, weights } = GAUSS_12;
  const near = Math.min(alpha, beta);
  for (let end = within; end > 0;) {
    const start = panelStart(end, { parameters, within, most });
    // Panels of equal width in log(near + u).
    const width = Math.log1p((end - start) / (near + start));
    for (let i = 0; i < nodes.length; i += 1) {
      const growth = width * nodes[i]!;
      const until = start + (near + start) * Math.expm1(growth);
      const density = (s / (beta + until)) * Math.exp(-s * Math.log1p(until / beta));
      const weight = weights[i]! * width * (near + start) * Math.exp(growth) * density;
      addCounts(chances, { parameters, until, weight });
    }
    end = start;
  }
  return chances;
}

/** Up to so many purchases the probability is as smooth at 0 as a polynomial that the quadrature integrates exactly. */
const FEW = 10;

/** What is below e^-40 of the whole does not count. */
const NOTHING = 40;

interface Counting {
  readonly parameters: ParetoNbdParameters;
  readonly within: number;
  readonly most: number;
}

/** Where the panel begins that ends here: within it no probability that counts may change by more than about e^6. */
function panelStart(end: number, counting: Counting): number {
  const { r, alpha, s, beta } = counting.parameters;
  const highest = highestCount(end, counting);
  const rise = highest > FEW ? (highest * alpha) / end : 0;
  const steepness = (rise + r) / (alpha + end) + (s + 1) / (beta + end);
  const length = Math.min(0.8 * (Math.min(alpha, beta) + end), 6 / steepness);
  return length > 0.999 * end ? 0 : end - length;
}

/** The largest number of purchases to whose probability it matters that a customer leaves as early as this. */
function highestCount(end: number, { parameters: { r, alpha }, within, most }: Counting): number {
  const logRatio = (count: number): number => Math.log(Math.min(within, (alpha * count) / r) / end);
  const first = NOTHING / logRatio(most);
  if (!(first > 0 && first < most)) return most;
  const second = NOTHING / logRatio(first);
  return second > 0 ? Math.min(most, second) : most;
}

/** Adds the negative binomial probabilities of 0, 1, 2, ... purchases until an end, times a weight. */
function addCounts(
  chances: number[],
  {
    parameters: { r, alpha },
    until,
    weight,
  }: {
    readonly parameters: ParetoNbdParameters;
    readonly until: number;
    readonly weight: number;
  },
): void {
  const step = until / (alpha + until);
  let log = -r * Math.log1p(until / alpha);
  let factor = Math.exp(log);
  let chance = 1;
  for (let k = 0; k < chances.length; k += 1) {
    chances[k]! += weight * factor * chance;
    chance *= ((r + k) / (k + 1)) * step;
    // Far from the most probable counts the product leaves the range of a double before it comes back.
    if (chance > 1e200) {
      chance *= 1e-200;
      log += 200 * Math.LN10;
      factor = Math.exp(log);
    }
  }
}
