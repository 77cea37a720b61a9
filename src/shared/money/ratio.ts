/**
 * To which whole number does a fraction go?
 *
 * - `half-even`: the nearest; a tie to the even neighbour (2.5 to 2, 3.5 to 4). Errors do not pile up on one side.
 * - `half-up`: the nearest; a tie away from zero (2.5 to 3, -2.5 to -3).
 * - `half-down`: the nearest; a tie towards zero (2.5 to 2, -2.5 to -2).
 * - `up`: away from zero. `down`: towards zero.
 * - `ceiling`: towards plus infinity. `floor`: towards minus infinity.
 *
 * The names and their meaning for negative numbers are those of the General Decimal Arithmetic Specification
 * (Cowlishaw, 2009, "Rounding"), which Java, Python and databases share.
 */
export type Rounding = "half-even" | "half-up" | "half-down" | "up" | "down" | "ceiling" | "floor";

/**
 * An exact fraction of two integers, such as a rate: 1 point per 100 is `{ numerator: 1, denominator: 100 }`.
 */
export interface Ratio {
  /** An integer up to 2^53 - 1 in size. */
  readonly numerator: number;
  /** An integer from 1 to 2^53 - 1. */
  readonly denominator: number;
}
