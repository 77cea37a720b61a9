import type { Objective } from "../../../shared/optimisation/minimise.js";
import { createRisingSums, fillRisingSums } from "../rising-sums.js";

/** Histories of opportunities gathered into cells, as bare columns. @internal */
export interface OpportunityCells {
  /** Opportunities used. */
  readonly frequency: Float64Array;
  /** Number of the last one used. */
  readonly recency: Float64Array;
  /** Opportunities so far. */
  readonly age: Float64Array;
  /** Customers. */
  readonly count: Float64Array;
}

/** A number above this is divided by it, and its logarithm put aside. */
const LARGE = 1e250;
const LOG_LARGE = Math.log(LARGE);

/**
 * The log-likelihood of BG/BB with its derivatives by alpha, beta, gamma, delta.
 *
 * @remarks Fader, Hardie and Shang (2010, Marketing Science 29:1086).
 * @internal
 */
export function bgBbCellsLogLikelihood(cells: OpportunityCells): Objective {
  const { frequency, age, count } = cells;
  const longest = age.reduce((most, n) => Math.max(most, n), 0);
  const lengths = Float64Array.from({ length: longest + 1 }, (_, i) => i);
  const buys = createRisingSums(lengths);
  const passes = createRisingSums(lengths);
  const chances = createRisingSums(lengths);
  const stays = createRisingSums(lengths);
  const exits = createRisingSums(lengths);
  const left = new Float64Array(4);
  return (at, gradient) => {
    const [alpha, beta, gamma, delta] = at as unknown as readonly [number, number, number, number];
    fillRisingSums(buys, { lengths, from: alpha });
    fillRisingSums(passes, { lengths, from: beta });
    fillRisingSums(chances, { lengths, from: alpha + beta });
    fillRisingSums(stays, { lengths, from: delta });
    fillRisingSums(exits, { lengths, from: gamma + delta });
    let total = 0;
    let [byAlpha, byBeta, byGamma, byDelta] = [0, 0, 0, 0];
    for (let i = 0; i < count.length; i += 1) {
      const weight = count[i]!;
      const x = frequency[i]!;
      const n = age[i]!;
      const lift = liftOfLeaving(at, { cells, cell: i, derivatives: left });
      total +=
        weight *
        (buys.logs[x]! +
          passes.logs[n - x]! -
          chances.logs[n]! +
          stays.logs[n]! -
          exits.logs[n]! +
          lift);
      byAlpha += weight * (buys.inverses[x]! - chances.inverses[n]! + left[0]!);
      byBeta += weight * (passes.inverses[n - x]! - chances.inverses[n]! + left[1]!);
      byGamma += weight * (left[2]! - exits.inverses[n]!);
      byDelta += weight * (stays.inverses[n]! - exits.inverses[n]! + left[3]!);
    }
    gradient.set([byAlpha, byBeta, byGamma, byDelta]);
    return total;
  };
}

/**
 * Logarithm of how many times likelier the history is because the customer may have left since the last purchase than
 * if they were still there; writes its derivatives.
 */
function liftOfLeaving(
  at: Float64Array,
  task: {
    readonly cells: OpportunityCells;
    readonly cell: number;
    readonly derivatives: Float64Array;
  },
): number {
  const [alpha, beta, gamma, delta] = at as unknown as readonly [number, number, number, number];
  const { cells, cell, derivatives } = task;
  const x = cells.frequency[cell]!;
  // From the last opportunity backwards: each term is a chance to leave times a growing product of ratios.
  let [product, sum, excess] = [1, 1, 0];
  let [productAlpha, productBeta, productGamma, productDelta] = [0, 0, 0, 0];
  let [byAlpha, byBeta, byGamma, byDelta] = [0, 0, 0, 0];
  for (let m = cells.age[cell]! - 1; m >= cells.recency[cell]!; m -= 1) {
    const either = alpha + beta + m;
    const passes = beta + m - x;
    const exits = gamma + delta + m;
    const stays = delta + m;
    product *= (either / passes) * (exits / stays);
    productAlpha += 1 / either;
    productBeta += 1 / either - 1 / passes;
    productGamma += 1 / exits;
    productDelta += 1 / exits - 1 / stays;
    const term = (product * gamma) / exits;
    sum += term;
    byAlpha += term * productAlpha;
    byBeta += term * productBeta;
    byGamma += term * (productGamma + stays / (gamma * exits));
    byDelta += term * (productDelta - 1 / exits);
    if (product > LARGE) {
      product /= LARGE;
      sum /= LARGE;
      byAlpha /= LARGE;
      byBeta /= LARGE;
      byGamma /= LARGE;
      byDelta /= LARGE;
      excess += LOG_LARGE;
    }
  }
  derivatives[0] = byAlpha / sum;
  derivatives[1] = byBeta / sum;
  derivatives[2] = byGamma / sum;
  derivatives[3] = byDelta / sum;
  return excess + Math.log(sum);
}
