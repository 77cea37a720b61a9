/**
 * Places and weights by which an integral over 0 to 1 becomes a sum: exact for polynomials of degree 2n - 1.
 *
 * @internal
 */
export interface GaussRule {
  /** Where the function is taken, within 0 to 1, ascending. */
  readonly nodes: readonly number[];
  /** What its value counts there; they add up to 1. */
  readonly weights: readonly number[];
}

/**
 * Gauss-Legendre rule of four nodes, for short steps of smooth functions.
 *
 * @remarks NIST DLMF 3.5(v), moved from -1..1 to 0..1; computed with 40 digits.
 * @internal
 */
export const GAUSS_4: GaussRule = {
  nodes: [0.06943184420297371, 0.33000947820757187, 0.6699905217924281, 0.9305681557970263],
  weights: [0.17392742256872692, 0.32607257743127305, 0.32607257743127305, 0.17392742256872692],
};

/**
 * Gauss-Legendre rule of twelve nodes: full precision where a function falls by less than a factor of e^8.
 *
 * @internal
 */
export const GAUSS_12: GaussRule = {
  nodes: [
    ...[0.009219682876640375, 0.04794137181476257, 0.11504866290284765, 0.2063410228566913],
    ...[0.3160842505009099, 0.43738329574426554, 0.5626167042557345, 0.6839157494990901],
    ...[0.7936589771433087, 0.8849513370971523, 0.9520586281852375, 0.9907803171233597],
  ],
  weights: [
    ...[0.023587668193255914, 0.05346966299765921, 0.08003916427167311, 0.10158371336153296],
    ...[0.1167462682691774, 0.12457352290670139, 0.12457352290670139, 0.1167462682691774],
    ...[0.10158371336153296, 0.08003916427167311, 0.05346966299765921, 0.023587668193255914],
  ],
};
