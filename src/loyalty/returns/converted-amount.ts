import { divideRounded } from "../../shared/money/division.js";
import type { OrderRate } from "../ledger/earning-event.js";

/** Minor units of an order's currency in minor units of the programme's, at a recorded rate. */
export function convertedAmount(
  amount: number,
  { numerator, denominator }: Omit<OrderRate, "currency">,
): number {
  const product = BigInt(amount) * BigInt(numerator);
  return Number(divideRounded(product, BigInt(denominator), "half-even"));
}
