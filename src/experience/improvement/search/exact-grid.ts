// Decimals as whole numbers, so that costs and points add exactly.

/**
 * The largest total kept on a grid. Below 2^40 a sum of hundreds of fractions is off by less than a tenth of a
 * step, so neither a scaled decimal nor a computed bound is ever taken for the wrong whole number.
 */
const LARGEST_WHOLE = 2 ** 40;

/**
 * A common power of ten that makes a list of decimals whole, so that sums of them are exact and equal sums are
 * equal: on plain floating point 0.1 + 0.2 exceeds a budget of 0.3. @internal
 */
export interface ExactGrid {
  /** Steps of the grid in one unit: a power of ten; 1 when the numbers have too many digits to be made whole. */
  readonly steps: number;
  /** Whether the numbers are whole on the grid. */
  readonly exact: boolean;
}

/** The decimals of the shortest text that reads back as the number. */
function decimalsOf(value: number): number {
  const [digits = "", exponent = "0"] = String(value).split("e");
  const fraction = digits.split(".")[1]?.length ?? 0;
  return Math.max(0, fraction - Number(exponent));
}

/** The coarsest grid on which all the values, and every sum of some of them, are whole. @internal */
export function exactGridOf(values: readonly number[]): ExactGrid {
  const steps = 10 ** values.reduce((most, value) => Math.max(most, decimalsOf(value)), 0);
  const total = values.reduce((sum, value) => sum + Math.abs(value), 0) * steps;
  return total <= LARGEST_WHOLE ? { steps, exact: true } : { steps: 1, exact: false };
}

/** A number in steps of the grid. @internal */
export function toSteps(grid: ExactGrid, value: number): number {
  return grid.exact ? Math.round(value * grid.steps) : value;
}

/** Whether a total in grid steps, such as a product of two grids, is still whole and exact. @internal */
export function isExactTotal(total: number): boolean {
  return total <= LARGEST_WHOLE;
}
