import { quantile } from "../../shared/statistics/quantile.js";
import { requireOneToOneFigures } from "./one-to-one-check.js";
import type { OneToOneFigures, OneToOnePolicy } from "./one-to-one-figures.js";

/** Which part of the customers counts as high. */
export interface OneToOneTopShares {
  /** Share of the customers, 0 to 1. */
  readonly valueShare: number;
  /** Share of the customers, 0 to 1. */
  readonly potentialShare: number;
}

/**
 * The top fifth by value and the top fifth by potential.
 *
 * @remarks The fifth is the rule of 80/20; Peppers and Rogers leave the bounds to the firm.
 */
export const DEFAULT_ONE_TO_ONE_SHARES: OneToOneTopShares = {
  valueShare: 0.2,
  potentialShare: 0.2,
};

/**
 * From which amounts on is a customer of this base valuable, and from which on growable?
 *
 * The amounts that the given shares of the customers reach, by quantile (type 7), but at least one minor unit.
 *
 * @param customers - The figures of the base, at least one customer.
 * @param shares - The shares; {@link DEFAULT_ONE_TO_ONE_SHARES} when absent.
 * @returns The policy, to be kept while customers are compared.
 * @throws RangeError when there is no customer, a figure is not valid, or a share is not between 0 and 1.
 * @example
 * ```ts
 * import { oneToOnePolicyOf } from "goodwill/value";
 *
 * const customers = [100, 200, 300, 400, 500, 600].map((presentValue) => ({
 *   presentValue,
 *   potential: 700 - presentValue,
 *   costToServe: 50,
 * }));
 * oneToOnePolicyOf(customers); // => { highValue: 450, highPotential: 500 }
 * ```
 */
export function oneToOnePolicyOf(
  customers: readonly OneToOneFigures[],
  shares: OneToOneTopShares = DEFAULT_ONE_TO_ONE_SHARES,
): OneToOnePolicy {
  if (customers.length === 0) throw cannot("it needs at least one customer, got none");
  const { valueShare, potentialShare } = shares;
  for (const [name, share] of Object.entries({ valueShare, potentialShare })) {
    if (share >= 0 && share <= 1) continue;
    throw cannot(`${name} must be from 0 to 1, got ${String(share)}`);
  }
  for (const figures of customers) requireOneToOneFigures(figures);
  const bound = (values: readonly number[], share: number): number =>
    Math.max(
      1,
      quantile(
        values.toSorted((a, b) => a - b),
        1 - share,
      ),
    );
  return {
    highValue: bound(
      customers.map(({ presentValue, costToServe }) => presentValue - costToServe),
      valueShare,
    ),
    highPotential: bound(
      customers.map(({ potential }) => potential),
      potentialShare,
    ),
  };
}

function cannot(why: string): RangeError {
  return new RangeError(`Cannot find the bounds of one-to-one classes: ${why}`);
}
