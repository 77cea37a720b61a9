import type { PurchaseHistory } from "../purchase-history.js";
import type { BgBbParameters } from "./bg-bb-model.js";

/** A number above this is divided by it, and its logarithm put aside. */
const LARGE = 1e250;
const LOG_LARGE = Math.log(LARGE);

/** Odds that a customer has left, as a number and a logarithm to be added to its logarithm. @internal */
export interface LeavingOdds {
  /** The odds over e to the power of the excess. */
  readonly odds: number;
  /** 0 unless the odds are larger than a double can be. */
  readonly excess: number;
}

/**
 * Odds that someone silent since their last purchase left in one of the opportunities since, against being there at the
 * last opportunity and not buying.
 *
 * @remarks The sum of Fader, Hardie and Shang (2010, Marketing Science 29:1086, the likelihood) over its first term.
 * From one term to the next is a ratio of two products: no beta function is needed, all is above 0, and nothing
 * cancels.
 * @internal
 */
export function leavingOdds(
  { alpha, beta, gamma, delta }: BgBbParameters,
  { frequency, recency, age }: PurchaseHistory,
): LeavingOdds {
  let odds = 0;
  let excess = 0;
  for (let m = recency; m < age; m += 1) {
    const leaves = excess > 0 ? 0 : gamma / (gamma + delta + m);
    const likelier =
      ((alpha + beta + m) / (beta + m - frequency)) * ((gamma + delta + m) / (delta + m));
    odds = (odds + leaves) * likelier;
    if (odds > LARGE) {
      odds /= LARGE;
      excess += LOG_LARGE;
    }
  }
  return { odds, excess };
}
