import { maximiseLikelihood } from "../../fitting/maximise-likelihood.js";
import type { FitOptions, FitReport } from "../../fitting/model-fit.js";
import { requireHistory } from "../history-check.js";
import { historyCells, type DistinctValues } from "../history-cells.js";
import type { PurchaseCell, PurchaseHistory } from "../purchase-history.js";
import { bgBbCellsLogLikelihood } from "./bg-bb-likelihood.js";
import type { BgBbModel, BgBbParameters } from "./bg-bb-model.js";
import { requireOpportunityHistory } from "./opportunity-history.js";

/** A BG/BB model and what its fit says. */
export interface BgBbFit extends BgBbModel, FitReport<BgBbParameters> {}

const NAMES = ["alpha", "beta", "gamma", "delta"] as const;

/** Customers who differ much and few of whom leave; customers more alike; rare buyers; frequent ones who soon leave. */
const STARTS = [
  [1, 1, 0.5, 3],
  [2, 5, 1, 10],
  [0.3, 3, 0.3, 1],
  [5, 1, 1, 1],
];

/**
 * Which BG/BB model describes these customers best?
 *
 * For purchases that can happen only at given opportunities: a season, a yearly appeal, a monthly box. Maximum
 * likelihood over customers or cells of customers; the order of the rows does not matter, and a count of 3 is the same
 * as three rows. Where the likelihood has no maximum at finite parameters, or the search stops early, the diagnostic
 * says so; predictions can be made all the same.
 *
 * @remarks Fader, Hardie and Shang (2010, Marketing Science 29:1086). Parameters agree with 30-digit arithmetic to
 * 1e-6.
 * @param customers - Histories in opportunities, or cells of them with a count; at least one. The frequency is the
 * number of opportunities used, the recency the number of the last one used (0 without), the age the number of them so
 * far.
 * @param options - A penalty; none by default.
 * @returns The model with log-likelihood, standard errors, and the diagnostic.
 * @throws RangeError when there are no customers, a history is not in whole opportunities or a count not above 0, or
 * the penalty is below 0.
 * @example
 * ```ts
 * import { fitBgBb } from "goodwill/value";
 *
 * const fit = fitBgBb([
 *   { frequency: 0, recency: 0, age: 4, count: 300 },
 *   { frequency: 1, recency: 1, age: 4, count: 90 },
 *   { frequency: 1, recency: 4, age: 4, count: 40 },
 *   { frequency: 2, recency: 2, age: 4, count: 50 },
 *   { frequency: 2, recency: 4, age: 4, count: 60 },
 *   { frequency: 3, recency: 4, age: 4, count: 80 },
 *   { frequency: 4, recency: 4, age: 4, count: 90 },
 * ]);
 * fit.diagnostic; // => { code: "interior-maximum" }
 * fit.parameters.alpha.toFixed(2); // => "1.75"
 * ```
 */
export function fitBgBb(
  customers: Iterable<PurchaseHistory | PurchaseCell>,
  options: FitOptions = {},
): BgBbFit {
  const cells = historyCells(wholeHistories(customers), "fit BG/BB");
  const { timeUnit, count } = cells;
  const opportunities = ({ values, of }: DistinctValues): Float64Array =>
    Float64Array.from(of, (position) => Math.round(values[position]! * timeUnit));
  const { at, logLikelihood, standardErrors, ...found } = maximiseLikelihood(
    {
      ...{ model: "BG/BB", names: NAMES, starts: STARTS, customers: cells.customers },
      logLikelihood: bgBbCellsLogLikelihood({
        frequency: Float64Array.from(cells.frequency.of, (k) => cells.frequency.values[k]!),
        recency: opportunities(cells.recency),
        age: opportunities(cells.age),
        count,
      }),
    },
    options,
  );
  return {
    kind: "bg-bb",
    parameters: named(at),
    logLikelihood,
    ...(standardErrors && { standardErrors: named(standardErrors) }),
    ...found,
    customers: cells.customers,
    cells: count.length,
  };
}

function* wholeHistories(
  customers: Iterable<PurchaseHistory | PurchaseCell>,
): Iterable<PurchaseHistory | PurchaseCell> {
  for (const customer of customers) {
    requireHistory(customer, "fit BG/BB");
    requireOpportunityHistory(customer, "fit BG/BB");
    yield customer;
  }
}

function named(at: readonly number[]): BgBbParameters {
  const [alpha, beta, gamma, delta] = at as readonly [number, number, number, number];
  return { alpha, beta, gamma, delta };
}
