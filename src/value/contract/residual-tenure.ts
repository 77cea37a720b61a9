import { requireContractModel, requireRenewals } from "./contract-check.js";
import type { ContractModel } from "./contract-model.js";
import { discountedStay } from "./discounted-stay.js";
import { logStayChance } from "./stay-chance.js";

/** How the periods to come are discounted. */
export interface TenureOptions {
  /** Discount rate per period, above 0: 0.1 is 10 percent. At least 0.000001 for the beta-discrete-Weibull model. */
  readonly discountRate: number;
}

/** A customer who has renewed so often, and how the periods to come are discounted. */
export interface ResidualTenureOptions extends TenureOptions {
  /** How often the customer has renewed: an integer of at least 0. */
  readonly renewals: number;
}

/** The sum over the periods stops when what is left out cannot reach this part of it. */
const LEFT_OUT = 1e-13;

/** With a smaller rate the sum would have too many terms. */
const LEAST_RATE = 1e-6;

/**
 * How many more periods, discounted to the renewal now due, will someone stay who has renewed so often?
 *
 * Usually called DERL, discounted expected residual lifetime. The period that the renewal now due would begin counts in
 * full, if it is renewed, and each later one by 1 / (1 + rate) less. Times the margin of a period it is what a customer
 * under contract is worth just before the renewal; those who have renewed often are worth more, as they are likelier to
 * be of the sort that stays.
 *
 * @remarks Fader and Hardie (2010, Marketing Science 29:85), by a continued fraction. For the
 * beta-discrete-Weibull model the sum itself: it ends when all that is left out is below 1e-13 of it, which takes about
 * 30 / rate terms.
 * @param model - A fit, or parameters under the name of their model.
 * @param options - Renewals so far, and the discount rate per period.
 * @returns The discounted number of periods, at least 0.
 * @throws RangeError when a parameter, the number or the rate is not valid; TypeError when the kind of model is not
 * known.
 * @example
 * ```ts
 * import { residualTenure } from "goodwill/value";
 *
 * const model = {
 *   kind: "shifted-beta-geometric",
 *   parameters: { alpha: 0.668, beta: 3.806 },
 * } as const;
 * residualTenure(model, { renewals: 0, discountRate: 0.1 }).toFixed(2); // => "5.41"
 * residualTenure(model, { renewals: 7, discountRate: 0.1 }).toFixed(2); // => "7.53"
 * ```
 */
export function residualTenure(model: ContractModel, options: ResidualTenureOptions): number {
  const { renewals, discountRate } = options;
  const task = "value the periods to come";
  requireContractModel(model, task);
  requireRenewals(renewals, { least: 0, what: "the number of renewals", task });
  if (!(discountRate > 0 && discountRate < Infinity)) {
    throw new RangeError(
      `Cannot ${task}: the discount rate must be a number above 0, got ${String(discountRate)}`,
    );
  }
  const factor = 1 / (1 + discountRate);
  if (model.kind === "shifted-beta-geometric") {
    const { alpha, beta } = model.parameters;
    return discountedStay({ leave: alpha, stay: beta + renewals, factor });
  }
  if (discountRate < LEAST_RATE) {
    throw new RangeError(
      `Cannot ${task}: the discount rate must be at least 0.000001 for this model, got ${String(discountRate)}`,
    );
  }
  let sum = 0;
  let stays = 1;
  let counts = 1;
  for (let t = renewals; ; t += 1) {
    stays *= Math.exp(logStayChance(model, { from: t, to: t + 1 }));
    sum += stays * counts;
    counts *= factor;
    // As if all who are left stayed for ever.
    if (stays * counts <= LEFT_OUT * sum * (1 - factor)) return sum;
  }
}
