import { aggregate, type Aggregation } from "../../shared/aggregation.js";
import { ok, type Result } from "../../shared/result.js";
import { completeCasesCombine, requireColumns } from "./complete-cases-combine.js";
import type { CompleteCases, DriverRow } from "./complete-cases.js";
import { fitRegression } from "./least-squares.js";
import { lmgImportance } from "./lmg.js";
import type { RegressionRefusal } from "./regression.js";
import { relativeWeights } from "./relative-weights.js";

/**
 * How R² is split among the drivers: `lmg`, exactly, as the average over all orders of joining; `johnson`, by
 * relative weights, which come close at a fraction of the work.
 */
export type ImportanceMethod = "lmg" | "johnson";

/**
 * The most drivers that are decomposed exactly: the work doubles with each, and at 20 is about a million
 * regressions.
 */
export const MOST_LMG_DRIVERS = 20;

/** What shall be explained, by what, and how the explanation is split. */
export interface KeyDriversOptions {
  /** Column of the outcome, such as overall satisfaction. */
  readonly outcome: string;
  /** Columns of the drivers, such as the experience of each factor; at least one, each once, without the outcome. */
  readonly drivers: readonly string[];
  /** How R² is split; by default `lmg` up to {@link MOST_LMG_DRIVERS} drivers and `johnson` beyond. */
  readonly method?: ImportanceMethod;
}

/** One driver of the outcome. */
export interface KeyDriver {
  /** Column of the driver. */
  readonly driver: string;
  /** Change of the outcome for one more unit of the driver, the other drivers equal; in units of the outcome. */
  readonly coefficient: number;
  /** Standard error of the coefficient. */
  readonly standardError: number;
  /** Coefficient by standard error; absent when the drivers explain the outcome but for rounding. */
  readonly t?: number;
  /** Two-sided p-value that the coefficient is 0; absent together with `t`. */
  readonly p?: number;
  /** The coefficient when outcome and driver are measured in their standard deviations. */
  readonly standardizedCoefficient: number;
  /** Correlation with the outcome, -1 to 1, whatever the other drivers. */
  readonly correlation: number;
  /**
   * The part of R² that is due to the driver, at least 0; the parts sum to R². It says how much, not in which
   * direction.
   */
  readonly importance: number;
  /** The importance as a share of all; the shares sum to 1. All are 0 when R² is 0 but for rounding. */
  readonly importanceShare: number;
  /** 1 for the most important; importances equal to 1e-12 share the better rank. */
  readonly rank: number;
}

/** What drives an outcome, and how far. */
export interface KeyDrivers {
  /** How R² was split among the drivers. */
  readonly method: ImportanceMethod;
  /** Column of the outcome. */
  readonly outcome: string;
  /** Rows used: those with every answer. */
  readonly n: number;
  /** Rows left out because the outcome or a driver is missing; nothing is imputed. */
  readonly dropped: number;
  /** Share of the outcome's variance that the drivers explain together, 0 to 1. */
  readonly rSquared: number;
  /** R² less what as many drivers explain by chance; may be negative. */
  readonly adjustedRSquared: number;
  /**
   * F of the regression, with as many and n - drivers - 1 degrees of freedom; absent when the drivers explain all
   * but rounding.
   */
  readonly f?: number;
  /** p-value of F: that no driver matters; absent together with `f`. */
  readonly p?: number;
  /** Standard deviation of what is left unexplained, in units of the outcome. */
  readonly residualStandardDeviation: number;
  /** The outcome expected where every driver is 0. */
  readonly intercept: number;
  /** The drivers, in the order given. */
  readonly drivers: readonly KeyDriver[];
}

/** Why key drivers are refused. */
export type KeyDriversRefusal = RegressionRefusal;

/** R² below this is rounding: no share of it is told. Importances closer than a hundredth of it rank equal. */
const EXPLAINED_TOLERANCE = 1e-10;

/**
 * What moves the outcome: each driver's effect, its significance, and its part of what all explain together.
 *
 * Rows where the outcome or a driver is missing are left out and counted. Drivers that follow from others are
 * refused by name, not regularised.
 *
 * @remarks Ordinary least squares with intercept. Importance is the exact R² decomposition of Lindeman, Merenda and
 * Gold (1980) for up to 20 drivers (Grömping 2006, Journal of Statistical Software 17:1), and Johnson's relative
 * weights (2000, Multivariate Behavioral Research 35:1) beyond. Both sum to R² and are not negative, where squared
 * coefficients and products with correlations are not a split at all. A driver moves with the outcome; whether it
 * causes it, an experiment tells. Figures hold to 1e-12 for well-conditioned drivers.
 * @param rows - One row a respondent: answers by column; a missing answer is absent. Read once, so it may be a
 * generator.
 * @param options - Outcome, drivers and method.
 * @returns The drivers, in the order given; or a refusal: a column that no row answers, too few complete rows, a
 * column without variation, or dependent columns.
 * @throws RangeError when no driver is named, one is named twice or is the outcome, an answer is not finite, or `lmg`
 * is asked for more than 20 drivers.
 * @example
 * ```ts
 * import { keyDrivers } from "goodwill/experience";
 *
 * const rows = [
 *   { product: 4, price: 4, overall: 3 },
 *   { product: 8, price: 4, overall: 7 },
 *   { product: 4, price: 8, overall: 5 },
 *   { product: 8, price: 8, overall: 9 },
 *   { product: 6, price: 6, overall: 7 },
 *   { product: 5, overall: 6 },
 * ];
 * const result = keyDrivers(rows, { outcome: "overall", drivers: ["product", "price"] });
 * result.ok && [result.value.method, result.value.n, result.value.dropped]; // => ["lmg", 5, 1]
 * result.ok && result.value.drivers.map(({ coefficient }) => coefficient.toFixed(2)); // => ["1.00", "0.50"]
 * result.ok && result.value.drivers.map(({ importanceShare }) => importanceShare.toFixed(2)); // => ["0.80", "0.20"]
 * ```
 */
export function keyDrivers(
  rows: Iterable<DriverRow>,
  options: KeyDriversOptions,
): Result<KeyDrivers, KeyDriversRefusal> {
  return aggregate(rows, keyDriversCombine(options));
}

/**
 * What moves the outcome, from rows that are streamed or spread over machines: {@link keyDrivers} as an aggregation.
 *
 * The accumulator holds means and co-moments of the columns, not the rows: its size does not depend on their number.
 *
 * @param options - Outcome, drivers and method.
 * @returns The aggregation; its output is that of `keyDrivers`.
 * @throws RangeError as `keyDrivers`.
 * @example
 * ```ts
 * import { keyDriversCombine } from "goodwill/experience";
 *
 * const combine = keyDriversCombine({ outcome: "overall", drivers: ["price"] });
 * const monday = combine.addInput(combine.createAccumulator(), { price: 3, overall: 4 });
 * const tuesday = combine.addInput(combine.createAccumulator(), { price: 5, overall: 8 });
 * const both = combine.mergeAccumulators(monday, tuesday);
 * combine.extractOutput(both); // => { ok: false, error: { code: "too-few-rows", have: 2, needed: 3 } }
 * ```
 */
export function keyDriversCombine(
  options: KeyDriversOptions,
): Aggregation<DriverRow, CompleteCases, Result<KeyDrivers, KeyDriversRefusal>> {
  const { outcome, drivers } = options;
  requireColumns("find key drivers", { outcome, columns: drivers, called: "driver" });
  const method = options.method ?? (drivers.length <= MOST_LMG_DRIVERS ? "lmg" : "johnson");
  if (method === "lmg" && drivers.length > MOST_LMG_DRIVERS) {
    throw new RangeError(
      `Cannot find key drivers: lmg takes at most ${String(MOST_LMG_DRIVERS)} drivers, got ${String(drivers.length)}`,
    );
  }
  const columns = [...drivers, outcome];
  const rows = completeCasesCombine({ purpose: "find key drivers", columns });
  return {
    ...rows,
    extractOutput: (accumulator) => {
      const cases = rows.extractOutput(accumulator);
      if (!cases.ok) return cases;
      const { comoments, dropped } = cases.value;
      const fitted = fitRegression(comoments, columns);
      if (!fitted.ok) return fitted;
      const { terms, correlations, intercept, n, ...figures } = fitted.value;
      const importances =
        method === "lmg" ? lmgImportance(correlations) : relativeWeights(correlations);
      const total = importances.reduce((sum, importance) => sum + importance, 0);
      return ok({
        method,
        outcome,
        n,
        dropped,
        ...figures,
        intercept: intercept.coefficient,
        drivers: terms.map((term, i) => ({
          driver: drivers[i]!,
          ...term,
          importance: importances[i]!,
          importanceShare: total > EXPLAINED_TOLERANCE ? importances[i]! / total : 0,
          rank: rankOf(importances[i]!, importances),
        })),
      });
    },
  };
}

function rankOf(importance: number, all: Float64Array): number {
  return 1 + all.filter((other) => other > importance + 0.01 * EXPLAINED_TOLERANCE).length;
}
