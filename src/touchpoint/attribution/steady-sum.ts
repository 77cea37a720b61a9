import type { SteadySums } from "./attribution-accumulator.js";

/** No sums yet. */
export function noSums(): SteadySums {
  return { sums: [], rests: [] };
}

/** Adds a term to one of the sums. */
export function addTerm(
  { sums, rests }: SteadySums,
  { at, term }: { readonly at: number; readonly term: number },
): void {
  const before = sums[at]!;
  const after = before + term;
  const added = after - before;
  sums[at] = after;
  rests[at]! += before - (after - added) + (term - added);
}

/** A sum with what rounding had left out. */
export function totalOf({ sums, rests }: SteadySums, at: number): number {
  return sums[at]! + rests[at]!;
}
