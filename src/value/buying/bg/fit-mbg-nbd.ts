import type { FitOptions, FitReport } from "../../fitting/model-fit.js";
import type { PurchaseCell, PurchaseHistory } from "../purchase-history.js";
import type { MbgNbdModel, BgParameters } from "./bg-model.js";
import { fitBg } from "./fit-bg.js";

/** An MBG/NBD model and what its fit says. */
export interface MbgNbdFit extends MbgNbdModel, FitReport<BgParameters> {}

/**
 * Which MBG/NBD model describes these customers best?
 *
 * Maximum likelihood over customers or cells of customers; the order of the rows does not matter, and a count of 3 is
 * the same as three rows. Where the likelihood has no maximum at finite parameters, or the search stops early, the
 * diagnostic says so; predictions can be made all the same.
 *
 * @remarks Batislam, Denizel and Filiztekin (2007, International Journal of Research in Marketing 24:201).
 * Parameters agree with 30-digit arithmetic to 1e-9.
 * @param customers - Histories, or cells of histories with a count; at least one.
 * @param options - A penalty; none by default.
 * @returns The model with log-likelihood, standard errors, and the diagnostic.
 * @throws RangeError when there are no customers, a history or count is not valid, or the penalty is below 0.
 * @example
 * ```ts
 * import { fitMbgNbd } from "goodwill/value";
 *
 * const fit = fitMbgNbd([
 *   { frequency: 0, recency: 0, age: 36, count: 60 },
 *   { frequency: 1, recency: 5, age: 36, count: 14 },
 *   { frequency: 1, recency: 24, age: 36, count: 6 },
 *   { frequency: 3, recency: 12, age: 36, count: 5 },
 *   { frequency: 4, recency: 30, age: 36, count: 9 },
 *   { frequency: 9, recency: 35, age: 36, count: 6 },
 * ]);
 * fit.diagnostic; // => { code: "interior-maximum" }
 * fit.parameters.r.toFixed(2); // => "5.22"
 * ```
 */
export function fitMbgNbd(
  customers: Iterable<PurchaseHistory | PurchaseCell>,
  options: FitOptions = {},
): MbgNbdFit {
  const fit = fitBg(customers, { ...options, model: "MBG/NBD", firstChance: 1 });
  return { kind: "mbg-nbd", ...fit };
}
