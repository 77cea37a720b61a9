import { subtractMoney } from "../../shared/money/arithmetic.js";
import type { Money } from "../../shared/money/money.js";
import { keptAfterProblems } from "./kept-after-problems.js";
import type {
  HandledProblems,
  KeptAfterProblems,
  KeptAfterProblemsOptions,
} from "./kept-after-problems.js";

/** What another way of handling problems is worth. */
export interface BetterHandling {
  /** As it is. */
  readonly now: KeptAfterProblems;
  /** As it would be. */
  readonly then: KeptAfterProblems;
  /** How many more customers stay; below 0 where it is worse. */
  readonly moreKept: number;
  /** What these are worth; absent where no value is given. */
  readonly worth?: Money;
}

/**
 * What is it worth to handle the same problems better?
 *
 * The customers are the same, by how bad their problem is: better handling changes what becomes of it only. So a
 * complaint procedure that silent customers use moves them from `silent` to `resolved`.
 *
 * @param now - What becomes of the problems today.
 * @param then - What would become of them.
 * @param options - What is assumed, and what a customer is worth.
 * @returns Both, and the difference.
 * @throws RangeError where the customers of a severity are not as many then as now, or `keptAfterProblems` refuses.
 * @example
 * ```ts
 * import { betterHandling } from "goodwill/service";
 * import { money } from "goodwill/shared";
 *
 * const silent = { severity: "major", handling: "silent", customers: 100 } as const;
 * const { moreKept, worth } = betterHandling([silent], [{ ...silent, handling: "resolved" }], {
 *   valuePerCustomer: money(10000, "EUR"),
 * });
 * [moreKept, worth]; // => [45, { amount: 450000, currency: "EUR" }]
 * ```
 */
export function betterHandling(
  now: readonly HandledProblems[],
  then: readonly HandledProblems[],
  options: KeptAfterProblemsOptions = {},
): BetterHandling {
  for (const severity of ["minor", "major"] as const) {
    const [before, after] = [customersOf(now, severity), customersOf(then, severity)];
    if (Math.abs(before - after) <= 1e-9 * Math.max(before, after)) continue;
    throw new RangeError(
      `Cannot compare ways of handling: there must be ${before} customers with ${severity} problems, got ${after}`,
    );
  }
  const [is, would] = [keptAfterProblems(now, options), keptAfterProblems(then, options)];
  const [lostNow, lostThen] = [is.lostMoney, would.lostMoney];
  return {
    now: is,
    then: would,
    moreKept: would.kept - is.kept,
    ...(lostNow !== undefined &&
      lostThen !== undefined && { worth: subtractMoney(lostNow, lostThen) }),
  };
}

function customersOf(problems: readonly HandledProblems[], severity: string): number {
  return problems
    .filter((one) => one.severity === severity)
    .reduce((sum, { customers }) => sum + customers, 0);
}
