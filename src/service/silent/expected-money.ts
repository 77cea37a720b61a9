import { multiplyMoney } from "../../shared/money/arithmetic.js";
import type { Money } from "../../shared/money/money.js";

/** So many parts of a customer are told apart. */
const PARTS = 1_000_000;

/** What an expected number of customers is worth, which need not be whole: to the nearest minor unit. @internal */
export function expectedMoney(customers: number, value: Money): Money {
  const factor = { numerator: Math.round(customers * PARTS), denominator: PARTS };
  return multiplyMoney(value, factor, { rounding: "half-even" });
}
