import type { PurchaseHistory } from "../purchase-history.js";
import type { BgParameters } from "./bg-model.js";

/**
 * Logarithm of the odds that the customer left right after the last purchase; minus infinity where there was no chance.
 *
 * @remarks Fader, Hardie and Lee (2005, equation 7 ff.). The silence enters as log1p, so that it keeps its digits when
 * it is short; the odds stay a logarithm, as they overflow for frequent buyers.
 * @internal
 */
export function logOddsLeft(
  { r, alpha, a, b }: BgParameters,
  { frequency, recency, age }: PurchaseHistory,
  { chances }: { readonly chances: number },
): number {
  if (chances === 0) return -Infinity;
  const silence = logOnePlus((age - recency) / (alpha + recency));
  return Math.log(a / (b + (chances - 1))) + (r + frequency) * silence;
}

/** The chance that goes with the logarithm of its odds against. @internal */
export function chanceAgainst(logOdds: number): number {
  if (logOdds < 0) return 1 / (1 + Math.exp(logOdds));
  const inverse = Math.exp(-logOdds);
  return inverse / (1 + inverse);
}

/** Logarithm of 1 and a number of at least 0; `log1p` takes twice the time and only small ones need it. @internal */
export function logOnePlus(value: number): number {
  return value < 0.1 ? Math.log1p(value) : Math.log(1 + value);
}
