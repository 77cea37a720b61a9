import type { SymmetricMatrix } from "../../shared/statistics/symmetric.js";

/**
 * Splits R² among drivers exactly: what a driver adds when it joins, averaged over all orders of joining.
 *
 * The average over orders is the Shapley value of the game v(S) = R² of the regression on the drivers S:
 *
 *     share(i) = Σ over S without i of w(|S|) (v(S+i) - v(S)),   w(k) = k! (p-k-1)! / p!,   w(p) = 0
 *              = Σ over S with i of (w(|S|-1) + w(|S|)) v(S)  -  Σ over all S of w(|S|) v(S)
 *
 * The second form needs each v(S) once, and its second sum is the same for every driver: it is what makes the
 * shares sum to R². All sets are visited depth first, as growing lists of drivers: below a set stand the sets that
 * add later drivers only. What a set leaves unexplained of the later drivers and the outcome is a smaller
 * covariance matrix (the Schur complement), made from its parent's by one step of elimination. So the sum over the
 * sets with i falls out as the sums of the subtrees that begin with i, and neither a table of 2^p values nor a
 * regression from scratch is needed.
 *
 * @remarks Lindeman, Merenda and Gold (1980, Introduction to Bivariate and Multivariate Analysis, p. 119ff);
 * Grömping (2006, Journal of Statistical Software 17:1). 2^p sets at about three multiplications each.
 * @param correlations - Correlations of the drivers and, last, the outcome; the drivers' part is positive definite.
 * @returns R² shares, one a driver; they sum to R².
 * @internal
 */
export function lmgImportance(correlations: SymmetricMatrix): Float64Array {
  const p = correlations.length - 1;
  const stride = p + 1;
  const weights = setWeights(p);
  const shares = new Float64Array(p);
  let explainedByAll = 0;

  // One matrix for every size of set, each p rows of p + 1 columns with the outcome last; only the upper triangle
  // of later drivers is used.
  const stack = new Float64Array(p * p * stride);
  for (let i = 0; i < p; i += 1) {
    for (let j = i; j <= p; j += 1) stack[i * stride + j] = correlations[i]![j]!;
  }

  /**
   * Visits the sets that add drivers from `first` on to a set of `size` drivers with R² `explained`; returns the
   * sum of (w(|S|-1) + w(|S|)) v(S).
   */
  function visit(size: number, first: number, explained: number): number {
    const matrix = size * p * stride;
    const below = matrix + p * stride;
    let sum = 0;
    for (let k = first; k < p; k += 1) {
      const rowK = matrix + k * stride;
      const pivot = stack[rowK + k]!;
      const withOutcome = stack[rowK + p]!;
      const explainedWithK = explained + (withOutcome * withOutcome) / pivot;
      if (size + 1 === p) explainedByAll = explainedWithK;
      let subtree = weights[size + 1]! * explainedWithK;
      if (k < p - 1) {
        for (let i = k + 1; i < p; i += 1) {
          const factor = stack[rowK + i]! / pivot;
          const from = matrix + i * stride;
          const to = below + i * stride;
          for (let j = i; j <= p; j += 1)
            stack[to + j] = stack[from + j]! - factor * stack[rowK + j]!;
        }
        subtree += visit(size + 1, k + 1, explainedWithK);
      }
      shares[k]! += subtree;
      sum += subtree;
    }
    return sum;
  }

  visit(0, 0, 0);
  const sumOverAll = (shares.reduce((sum, share) => sum + share, 0) - explainedByAll) / p;
  // The exact share is never negative; rounding may leave -1e-18 for a driver that adds nothing.
  return shares.map((share) => Math.max(0, share - sumOverAll));
}

/** By size of the set: w(size - 1) + w(size). */
function setWeights(p: number): Float64Array {
  const weights = new Float64Array(p + 1);
  let weight = 1 / p;
  for (let size = 0; size < p; size += 1) {
    weights[size]! += weight;
    weights[size + 1]! += weight;
    weight *= (size + 1) / (p - size - 1);
  }
  return weights;
}
