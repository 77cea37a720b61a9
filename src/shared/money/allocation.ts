import type { CurrencyCode } from "./currency.js";
import type { Money } from "./money.js";

/**
 * How is this money split by these weights, with nothing lost?
 *
 * Everyone first gets the whole minor units of the exact share; the units left over go, one each, to those whose
 * exact share was cut the most. Where two were cut alike, the earlier in the list comes first. A negative amount is
 * split like the positive one, with the sign turned. A weight of 0 gets 0.
 *
 * @remarks The method of largest remainders (Hamilton, 1792; Balinski and Young, "Fair Representation", 1982). Shares
 * are computed exactly; a weight of 0.7 counts as seven tenths, not as the binary fraction next to it.
 * @param value - The money to split.
 * @param weights - One weight a part, finite and not negative, not all 0. They need not sum to anything.
 * @returns One amount a weight, in the same order; they sum to `value`. No part is a whole minor unit or more away
 * from its exact share.
 * @throws RangeError where there are no weights, one is negative or not finite, or all are 0.
 * @example
 * ```ts
 * import { allocateMoney, money } from "goodwill/shared";
 *
 * allocateMoney(money(100, "EUR"), [1, 1, 1]).map((part) => part.amount); // => [34, 33, 33]
 * allocateMoney(money(5, "EUR"), [0.7, 0.3]).map((part) => part.amount); // => [4, 1]
 * ```
 */
export function allocateMoney<Currency extends CurrencyCode>(
  value: Money<Currency>,
  weights: readonly number[],
): readonly Money<Currency>[] {
  assertWeights(weights);
  const shares = exactWeights(weights);
  const total = shares.reduce((sum, share) => sum + share, 0n);
  const size = BigInt(Math.abs(value.amount));
  const parts = shares.map((share) => (size * share) / total);
  const remainders = shares.map((share) => (size * share) % total);
  const left = Number(size - parts.reduce((sum, part) => sum + part, 0n));
  const byRemainder = remainders
    .map((remainder, index) => ({ remainder, index }))
    .sort((a, b) =>
      a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
    );
  const lucky = new Set(byRemainder.slice(0, left).map(({ index }) => index));
  return parts.map((part, index) => {
    const units = Number(part) + (lucky.has(index) ? 1 : 0);
    return { amount: value.amount < 0 ? 0 - units : units, currency: value.currency };
  });
}

function assertWeights(weights: readonly number[]): void {
  if (weights.length === 0) throw new RangeError("Cannot allocate money: there are no weights");
  weights.forEach((weight, index) => {
    if (Number.isFinite(weight) && weight >= 0) return;
    throw new RangeError(
      `Cannot allocate money: a weight must be finite and not negative, got ${String(weight)} at index ${String(index)}`,
    );
  });
  if (weights.every((weight) => weight === 0)) {
    throw new RangeError("Cannot allocate money: all weights are 0");
  }
}

/**
 * The weights as integers in exact proportion, read as the decimal numbers they are written as: 0.7 is seven tenths,
 * not the binary fraction next to it, so that 0.5 unit and 0.5 unit left over are a tie.
 */
function exactWeights(weights: readonly number[]): readonly bigint[] {
  const decimals = weights.map((weight) => {
    const [mantissa = "0", exponent = "0"] = weight.toExponential().split("e");
    const [whole = "0", fraction = ""] = mantissa.split(".");
    return { digits: BigInt(whole + fraction), exponent: Number(exponent) - fraction.length };
  });
  const least = decimals.reduce((min, { exponent }) => Math.min(min, exponent), 0);
  return decimals.map(({ digits, exponent }) => digits * 10n ** BigInt(exponent - least));
}
