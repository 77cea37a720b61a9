/**
 * Adjusts p-values for having asked several questions at once, so that the chance of even one false alarm stays
 * within bounds.
 *
 * @remarks Step-down method of Holm (1979, Scandinavian Journal of Statistics 6:65). It is never weaker than
 * Bonferroni.
 * @param pValues - The p-values, in any order; an `undefined` one (no test was possible) stays undefined and does
 * not count.
 * @returns The adjusted p-values, in the same order, each at least the one given and at most 1.
 * @throws RangeError when a p-value is not between 0 and 1.
 * @example
 * ```ts
 * import { holmAdjusted } from "goodwill/shared";
 *
 * holmAdjusted([0.25, 0.5, 0.0625]); // => [0.5, 0.5, 0.1875]
 * ```
 */
export function holmAdjusted(pValues: readonly number[]): number[];
/**
 * As above, for p-values some of which are absent.
 */
export function holmAdjusted(pValues: readonly (number | undefined)[]): (number | undefined)[];
export function holmAdjusted(pValues: readonly (number | undefined)[]): (number | undefined)[] {
  const tested = pValues.flatMap((p, index) => (p === undefined ? [] : [{ p, index }]));
  const adjusted: (number | undefined)[] = pValues.map(() => undefined);
  let highest = 0;
  tested
    .toSorted((a, b) => a.p - b.p)
    .forEach(({ p, index }, rank) => {
      if (!(p >= 0 && p <= 1))
        throw new RangeError(`A p-value must lie between 0 and 1, got ${String(p)}`);
      highest = Math.max(highest, Math.min(1, p * (tested.length - rank)));
      adjusted[index] = highest;
    });
  return adjusted;
}
