/** The business scenario the rule VAL-4 comes from: a best customer of 3,500 a year against ordinary ones of 275. */
export const BEST_CUSTOMER = { lost: 350_000, ordinary: 27_500, replacements: 13 } as const;

/**
 * Multiples of the margin by retention and discount, first margin after the first renewal, without an end.
 * Gupta and Lehmann (2003, Journal of Interactive Marketing 17:9, the margin multiple): r / (1 + d - r).
 */
export const MARGIN_MULTIPLES: readonly (readonly [retention: number, discount: number, multiple: string])[] = [
  [0.6, 0.1, "1.20"],
  [0.6, 0.16, "1.07"],
  [0.7, 0.12, "1.67"],
  [0.8, 0.1, "2.67"],
  [0.9, 0.1, "4.50"],
  [0.9, 0.16, "3.46"],
];
