import type { Objective } from "../../shared/optimisation/minimise.js";
import { digamma } from "../../shared/statistics/digamma.js";
import { logBeta } from "../../shared/statistics/gamma.js";

/** Spend histories gathered into cells. @internal */
export interface SpendCells {
  /** The different frequencies, ascending. */
  readonly frequencies: Float64Array;
  /** Position among the frequencies, by cell. */
  readonly of: Int32Array;
  /** Mean spend, by cell. */
  readonly meanSpend: Float64Array;
  /** Customers, by cell. */
  readonly count: Float64Array;
}

/**
 * The log-likelihood of Gamma-Gamma with its derivatives by p, q, v.
 *
 * @remarks Fader and Hardie (2013, note 025), with the powers gathered into two ratios so that large p and q
 * do not cancel.
 * @internal
 */
export function gammaGammaLogLikelihood({
  frequencies,
  of,
  meanSpend,
  count,
}: SpendCells): Objective {
  const spent = meanSpend.map((mean, i) => frequencies[of[i]!]! * mean);
  const logSpent = spent.map(Math.log);
  const logMean = meanSpend.map(Math.log);
  const beta = new Float64Array(frequencies.length);
  const byShape = new Float64Array(frequencies.length);
  const digammaBoth = new Float64Array(frequencies.length);
  return (at, gradient) => {
    const [p, q, v] = at as unknown as readonly [number, number, number];
    for (let k = 0; k < frequencies.length; k += 1) {
      const shape = p * frequencies[k]!;
      beta[k] = logBeta(shape, q);
      digammaBoth[k] = digamma(shape + q);
      byShape[k] = digammaBoth[k]! - digamma(shape);
    }
    const digammaQ = digamma(q);
    const logV = Math.log(v);
    let total = 0;
    let [byP, byQ, byV] = [0, 0, 0];
    for (let i = 0; i < count.length; i += 1) {
      const weight = count[i]!;
      const k = of[i]!;
      const x = frequencies[k]!;
      const logBoth = Math.log(spent[i]! + v);
      const belowSpent = logBoth - logSpent[i]!;
      const belowV = logBoth - logV;
      total -= weight * (beta[k]! + logMean[i]! + p * x * belowSpent + q * belowV);
      byP += weight * x * (byShape[k]! - belowSpent);
      byQ += weight * (digammaBoth[k]! - digammaQ - belowV);
      byV += (weight * ((q * spent[i]!) / v - p * x)) / (spent[i]! + v);
    }
    gradient.set([byP, byQ, byV]);
    return total;
  };
}
