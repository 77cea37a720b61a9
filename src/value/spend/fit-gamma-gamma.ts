import { maximiseLikelihood } from "../fitting/maximise-likelihood.js";
import type { FitOptions, FitReport } from "../fitting/model-fit.js";
import { historyCells } from "../buying/history-cells.js";
import type { PurchaseCell } from "../buying/purchase-history.js";
import { gammaGammaLogLikelihood } from "./gamma-gamma-likelihood.js";
import type { GammaGammaModel, GammaGammaParameters } from "./gamma-gamma-model.js";
import { requireSpendHistory, spendCount } from "./spend-check.js";
import type { SpendHistory } from "./spend-history.js";

/** A Gamma-Gamma model and what its fit says. */
export interface GammaGammaFit extends GammaGammaModel, FitReport<GammaGammaParameters> {}

const NAMES = ["p", "q", "v"] as const;

/**
 * In mean spends: an ordinary shop, spends of one purchase that vary much, customers alike, and very unlike customers.
 */
const STARTS = [
  [6, 4, 0.5],
  [1, 3, 2],
  [20, 50, 2.5],
  [3, 1.2, 0.1],
];

/**
 * Which Gamma-Gamma model describes what these customers spend on a purchase?
 *
 * Maximum likelihood over customers or cells of customers with at least one repeat purchase each: `spendHistories`
 * picks them. The order of the rows does not matter, a count of 3 is the same as three rows, and the unit of money
 * changes v only. Where the likelihood has no maximum at finite parameters, as when all spend the same, or the search
 * stops early, the diagnostic says so. Check first with `spendFrequencyCorrelation` that spend does not depend on
 * frequency.
 *
 * @remarks Fader, Hardie and Lee (2005, Journal of Marketing Research 42:415); Fader and Hardie (2013, note 025 at
 * brucehardie.com). Parameters agree with 30-digit arithmetic to 1e-6.
 * @param customers - Frequency and mean spend, in one unit of one currency; at least one customer.
 * @param options - A penalty; none by default.
 * @returns The model with log-likelihood, standard errors, and the diagnostic.
 * @throws RangeError when there are no customers, a frequency is below 1 or not whole, a mean spend or count is not
 * above 0, or the penalty is below 0.
 * @example
 * ```ts
 * import { fitGammaGamma } from "goodwill/value";
 *
 * const fit = fitGammaGamma([
 *   { frequency: 1, meanSpend: 12, count: 20 },
 *   { frequency: 1, meanSpend: 45, count: 15 },
 *   { frequency: 2, meanSpend: 20, count: 12 },
 *   { frequency: 3, meanSpend: 38, count: 10 },
 *   { frequency: 5, meanSpend: 95, count: 3 },
 * ]);
 * fit.diagnostic; // => { code: "interior-maximum" }
 * fit.parameters.q.toFixed(2); // => "4.16"
 * ```
 */
export function fitGammaGamma(
  customers: Iterable<SpendHistory>,
  options: FitOptions = {},
): GammaGammaFit {
  const cells = historyCells(asPurchaseCells(customers), "fit Gamma-Gamma");
  // The mean spend is the unit: see asPurchaseCells.
  const { timeUnit: moneyUnit, count, customers: total } = cells;
  const { at, logLikelihood, standardErrors, ...found } = maximiseLikelihood(
    {
      ...{ model: "Gamma-Gamma", names: NAMES, starts: STARTS, customers: total },
      logLikelihood: gammaGammaLogLikelihood({
        frequencies: cells.frequency.values,
        of: cells.frequency.of,
        meanSpend: Float64Array.from(cells.age.of, (k) => cells.age.values[k]!),
        count,
      }),
    },
    options,
  );
  return {
    kind: "gamma-gamma",
    parameters: named(at, moneyUnit),
    // A density of spend in mean spends becomes one in the unit of the rows.
    logLikelihood: logLikelihood - total * Math.log(moneyUnit),
    ...(standardErrors && { standardErrors: named(standardErrors, moneyUnit) }),
    ...found,
    customers: total,
    cells: count.length,
  };
}

/** Equal rows are gathered as equal histories of purchases are, with the spend in the place of the times. */
function* asPurchaseCells(customers: Iterable<SpendHistory>): Iterable<PurchaseCell> {
  const task = "fit Gamma-Gamma";
  for (const customer of customers) {
    requireSpendHistory(customer, task);
    const { frequency, meanSpend } = customer;
    yield { frequency, recency: meanSpend, age: meanSpend, count: spendCount(customer, task) };
  }
}

function named(at: readonly number[], moneyUnit: number): GammaGammaParameters {
  const [p, q, v] = at as readonly [number, number, number];
  return { p, q, v: v * moneyUnit };
}
