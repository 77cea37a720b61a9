import type { SymmetricMatrix } from "../statistics/symmetric.js";
import type { Objective } from "./minimise.js";

/** The cube root of the rounding of a gradient, by which the errors of central differences balance. */
const CENTRAL_STEP = 4e-5;

/** The square root of it, for differences on one side. */
const ONE_SIDED_STEP = 2e-7;

/**
 * Second derivatives of a function, from differences of its gradient.
 *
 * Central differences, which keep about nine digits where the variables are of the order of 1. With the gradient at the
 * point given, differences on one side only: half the work, and six digits.
 *
 * @internal
 */
export function hessianOf(
  objective: Objective,
  at: Float64Array,
  { gradient }: { readonly gradient?: Float64Array } = {},
): SymmetricMatrix {
  const moved = (i: number, step: number): Float64Array => {
    const beside = Float64Array.from(at);
    beside[i]! += step;
    const result = new Float64Array(at.length);
    objective(beside, result);
    return result;
  };
  const rows = Array.from(at, (value, i) => {
    const step = (gradient ? ONE_SIDED_STEP : CENTRAL_STEP) * Math.max(1, Math.abs(value));
    const above = moved(i, step);
    const below = gradient ?? moved(i, -step);
    const width = gradient ? step : 2 * step;
    return above.map((entry, j) => (entry - below[j]!) / width);
  });
  return rows.map((row, i) => Array.from(row, (value, j) => (value + rows[j]![i]!) / 2));
}
