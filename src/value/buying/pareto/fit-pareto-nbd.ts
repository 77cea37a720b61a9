import { maximiseLikelihood } from "../../fitting/maximise-likelihood.js";
import type { FitOptions, FitReport } from "../../fitting/model-fit.js";
import { historyCells } from "../history-cells.js";
import type { PurchaseCell, PurchaseHistory } from "../purchase-history.js";
import { paretoLogLikelihood } from "./pareto-likelihood.js";
import type { ParetoNbdModel, ParetoNbdParameters } from "./pareto-model.js";

/** A Pareto/NBD model and what its fit says. */
export interface ParetoNbdFit extends ParetoNbdModel, FitReport<ParetoNbdParameters> {}

const NAMES = ["r", "alpha", "s", "beta"] as const;

/** In mean ages: buyers of the common sort, all alike, rare ones who stay, and frequent ones who soon leave. */
const STARTS = [
  [0.6, 0.35, 0.5, 0.35],
  [1, 1, 1, 1],
  [0.3, 1, 0.2, 2],
  [3, 0.3, 2, 0.5],
];

/**
 * Which Pareto/NBD model describes these customers best?
 *
 * Maximum likelihood over customers or cells of customers; the order of the rows does not matter, and a count of 3 is
 * the same as three rows. Where the likelihood has no maximum at finite parameters, or the search stops early, the
 * diagnostic says so; predictions can be made all the same. Often it is s and beta that run off together: then
 * customers do not differ in how long they stay, or nobody leaves.
 *
 * @remarks Schmittlein, Morrison and Colombo (1987, Management Science 33:1). Parameters agree with 30-digit arithmetic
 * to 1e-6.
 * @param customers - Histories, or cells of histories with a count; at least one.
 * @param options - A penalty; none by default.
 * @returns The model with log-likelihood, standard errors, and the diagnostic.
 * @throws RangeError when there are no customers, a history or count is not valid, or the penalty is below 0.
 * @example
 * ```ts
 * import { fitParetoNbd } from "goodwill/value";
 *
 * const fit = fitParetoNbd([
 *   { frequency: 0, recency: 0, age: 30, count: 60 },
 *   { frequency: 1, recency: 5, age: 35, count: 15 },
 *   { frequency: 2, recency: 20, age: 36, count: 12 },
 *   { frequency: 6, recency: 33, age: 38, count: 8 },
 *   { frequency: 9, recency: 37, age: 39, count: 5 },
 * ]);
 * fit.diagnostic; // => { code: "interior-maximum" }
 * fit.parameters.r.toFixed(3); // => "0.616"
 * ```
 */
export function fitParetoNbd(
  customers: Iterable<PurchaseHistory | PurchaseCell>,
  options: FitOptions = {},
): ParetoNbdFit {
  const cells = historyCells(customers, "fit Pareto/NBD");
  const { timeUnit, purchases } = cells;
  const { at, logLikelihood, standardErrors, ...found } = maximiseLikelihood(
    {
      model: "Pareto/NBD",
      names: NAMES,
      starts: STARTS,
      customers: cells.customers,
      logLikelihood: paretoLogLikelihood(cells),
    },
    options,
  );
  return {
    kind: "pareto-nbd",
    parameters: named(at, timeUnit),
    // A density of times measured in mean ages becomes one in the unit of the rows.
    logLikelihood: logLikelihood - purchases * Math.log(timeUnit),
    ...(standardErrors && { standardErrors: named(standardErrors, timeUnit) }),
    ...found,
    customers: cells.customers,
    cells: cells.count.length,
  };
}

function named(at: readonly number[], timeUnit: number): ParetoNbdParameters {
  const [r, alpha, s, beta] = at as readonly [number, number, number, number];
  return { r, alpha: alpha * timeUnit, s, beta: beta * timeUnit };
}
