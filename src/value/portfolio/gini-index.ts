import { sortedValues } from "./concentration-values.js";

/**
 * How unequally is the value spread over the customers (VAL-1)?
 *
 * Twice the area between the Lorenz curve and the line of equality: 0 when all are equal, (n - 1) / n when one customer
 * has everything. It does not change with the unit. It describes the customers given; a sample of a larger base would
 * be multiplied by n / (n - 1).
 *
 * @remarks Gini (1914, Sulla misura della concentrazione e della variabilita dei caratteri); the form with ranks is
 * sum((2 i - n - 1) x_i) / (n sum(x_i)), values ascending.
 * @param values - One value a customer, of at least 0, in any unit; values below 0 have no Lorenz curve.
 * @returns The index, 0 to below 1; absent without customers or when all have 0.
 * @throws RangeError when a value is below 0 or no number.
 * @example
 * ```ts
 * import { giniIndex } from "goodwill/value";
 *
 * giniIndex([100, 100, 100, 100]); // => 0
 * giniIndex([0, 0, 0, 100]); // => 0.75
 * giniIndex([]); // => undefined
 * ```
 */
export function giniIndex(values: ArrayLike<number>): number | undefined {
  const { sorted, total } = sortedValues("find the Gini index", values);
  if (total === 0) return undefined;
  const n = sorted.length;
  let weighted = 0;
  // Pairs from both ends: equal values cancel exactly, and no term is below 0.
  for (let i = 0; i < n - 1 - i; i += 1)
    weighted += (n - 1 - 2 * i) * (sorted[n - 1 - i]! - sorted[i]!);
  return weighted / (n * total);
}
