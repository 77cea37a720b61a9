/**
 * The value below which the given share of the numbers lies, interpolated between neighbours.
 *
 * @remarks Type 7 of Hyndman and Fan (1996, The American Statistician 50:361), the default of R and NumPy.
 * @param sorted - Numbers in ascending order, at least one.
 * @param share - From 0 (the smallest) to 1 (the largest).
 * @returns The quantile.
 * @throws RangeError when there are no numbers or the share is not between 0 and 1.
 * @example
 * ```ts
 * import { quantile } from "goodwill/shared";
 *
 * quantile([1, 2, 3, 4], 0.5); // => 2.5
 * ```
 */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  if (sorted.length === 0) throw new RangeError("A quantile needs at least one number");
  if (!(share >= 0 && share <= 1))
    throw new RangeError(`A quantile needs a share from 0 to 1, got ${String(share)}`);
  const position = share * (sorted.length - 1);
  const below = Math.floor(position);
  const low = sorted[below] ?? 0;
  const high = sorted[below + 1] ?? low;
  return low + (position - below) * (high - low);
}
