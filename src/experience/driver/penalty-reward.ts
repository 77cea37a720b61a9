import { aggregate, type Aggregation } from "../../shared/aggregation.js";
import { ok, refuse, type Result } from "../../shared/result.js";
import type { Comoments } from "../../shared/statistics/comoments.js";
import { DEFAULT_EXPERIENCE_POLICY } from "../policy.js";
import { completeCasesCombine, requireColumns } from "./complete-cases-combine.js";
import type { CompleteCases, DriverRow } from "./complete-cases.js";
import { fitRegression, type RegressionTerm } from "./least-squares.js";
import type { RegressionCoefficient, RegressionRefusal } from "./regression.js";

/** What counts as low and high, and what shall be explained by what. */
export interface PenaltyRewardOptions {
  /** Column of the outcome, such as overall satisfaction. */
  readonly outcome: string;
  /** Columns of the factors' experience; at least one, each once, without the outcome. */
  readonly factors: readonly string[];
  /** A rating up to here, inclusive, is low. */
  readonly lowUpTo: number;
  /** A rating from here on, inclusive, is high; above `lowUpTo`. */
  readonly highFrom: number;
  /** A coefficient counts when its two-sided p-value is below this share; 0.05 by default. */
  readonly significance?: number;
}

/**
 * How a factor works on the outcome: `basic`, it only costs when low; `excitement`, it only pays when high;
 * `performance`, both; `unimportant`, neither.
 */
export type PenaltyRewardKind = "basic" | "performance" | "excitement" | "unimportant";

/** What a low and a high rating of one factor do to the outcome. */
export interface PenaltyRewardFactor {
  /** Column of the factor. */
  readonly factor: string;
  /** Complete rows with a low rating. */
  readonly lowCount: number;
  /** Complete rows with a high rating. */
  readonly highCount: number;
  /** Change of the outcome when the factor is low instead of middling; absent when no row, or every row, is low. */
  readonly penalty?: RegressionCoefficient;
  /** Change of the outcome when the factor is high instead of middling; absent when no row, or every row, is high. */
  readonly reward?: RegressionCoefficient;
  /** How the factor works; absent when penalty or reward is, or when nothing is left to judge chance by. */
  readonly kind?: PenaltyRewardKind;
  /**
   * How far the factor can move the outcome: size of the penalty plus size of the reward. One with the wrong sign
   * counts 0. Absent when penalty or reward is.
   */
  readonly impactRange?: number;
  /**
   * Where in the range the factor works: -1 all penalty, 0 even, 1 all reward. Absent when the range is absent or
   * 0.
   */
  readonly impactAsymmetry?: number;
}

/** What low and high ratings do to an outcome. */
export interface PenaltyReward {
  /** Column of the outcome. */
  readonly outcome: string;
  /** Rows used: those with every answer. */
  readonly n: number;
  /** Rows left out because the outcome or a factor is missing; nothing is imputed. */
  readonly dropped: number;
  /** Share of the outcome's variance explained, 0 to 1. */
  readonly rSquared: number;
  /** The outcome expected of a respondent to whom every factor is middling. */
  readonly intercept: RegressionCoefficient;
  /** The factors, in the order given. */
  readonly factors: readonly PenaltyRewardFactor[];
}

/** A coefficient this small, with outcome and column in their standard deviations, is rounding: it counts 0. */
const ROUNDING = 1e-10;

const PURPOSE = "contrast penalties and rewards";

/**
 * Why a penalty-reward contrast is refused. In `no-answers` a column is named as in the rows, otherwise as the side of
 * it: `price (penalty)` or `price (reward)`.
 */
export type PenaltyRewardRefusal = RegressionRefusal;

/**
 * Which factors only cost when they are bad, which only pay when they are good.
 *
 * The outcome is regressed on two yes-or-no columns a factor: rated low, rated high; middling is what both are
 * compared with. A factor is `basic` when its penalty is significantly negative and its reward not significantly
 * positive, `excitement` the other way round, `performance` when both, `unimportant` when neither. Without a
 * middling rating in any row the two columns of a factor follow from each other, and the analysis is refused.
 *
 * @remarks Penalty-reward contrast analysis: Brandt (1987, in Surprenant (ed.), Add Value to Your Service, p. 61).
 * Range and asymmetry after Mikulić and Prebežac (2008, Managing Service Quality 18:559). Rows with a missing
 * answer are left out, as regression programs do; counting a missing rating as middling would be an answer nobody
 * gave. Not significant is not none: with few low ratings a basic factor is easily missed.
 * @param rows - One row a respondent: answers by column; a missing answer is absent. Read once, so it may be a
 * generator.
 * @param options - Outcome, factors, and what is low, high and significant.
 * @returns The factors, in the order given; or a refusal: a column that no row answers, too few complete rows, a
 * column without variation, or dependent columns.
 * @throws RangeError when no factor is named, one is named twice or is the outcome, an answer is not finite,
 * `lowUpTo` is not below `highFrom`, or the significance is not between 0 and 1.
 * @example
 * ```ts
 * import { penaltyReward } from "goodwill/experience";
 *
 * const prices = [2, 2, 2, 5, 5, 5, 9, 9, 9];
 * const rows = prices.map((price, i) => ({ price, overall: (price === 2 ? 3 : 7) + (i % 3) / 10 }));
 * const result = penaltyReward(rows, { outcome: "overall", factors: ["price"], lowUpTo: 4, highFrom: 8 });
 * result.ok && result.value.factors[0]?.kind; // => "basic"
 * result.ok && result.value.factors[0]?.penalty?.coefficient.toFixed(2); // => "-4.00"
 * ```
 */
export function penaltyReward(
  rows: Iterable<DriverRow>,
  options: PenaltyRewardOptions,
): Result<PenaltyReward, PenaltyRewardRefusal> {
  return aggregate(rows, penaltyRewardCombine(options));
}

/**
 * Which factors only cost, which only pay, from rows that are streamed or spread over machines: {@link
 * penaltyReward} as an aggregation.
 *
 * @param options - Outcome, factors, and what is low, high and significant.
 * @returns The aggregation; its output is that of `penaltyReward`.
 * @throws RangeError as `penaltyReward`.
 * @example
 * ```ts
 * import { penaltyRewardCombine } from "goodwill/experience";
 *
 * const combine = penaltyRewardCombine({ outcome: "overall", factors: ["price"], lowUpTo: 4, highFrom: 8 });
 * const accumulator = combine.addInput(combine.createAccumulator(), { price: 3, overall: 4 });
 * combine.extractOutput(accumulator); // => { ok: false, error: { code: "too-few-rows", have: 1, needed: 4 } }
 * ```
 */
export function penaltyRewardCombine(
  options: PenaltyRewardOptions,
): Aggregation<DriverRow, CompleteCases, Result<PenaltyReward, PenaltyRewardRefusal>> {
  requireOptions(options);
  const { outcome, factors, lowUpTo, highFrom } = options;
  const rows = completeCasesCombine({
    purpose: PURPOSE,
    columns: [...factors, outcome],
    settings: { lowUpTo, highFrom },
    width: 2 * factors.length + 1,
    encode: (answers, vector) => {
      for (let i = 0; i < factors.length; i += 1) {
        vector[2 * i] = answers[i]! <= lowUpTo ? 1 : 0;
        vector[2 * i + 1] = answers[i]! >= highFrom ? 1 : 0;
      }
      vector[2 * factors.length] = answers[factors.length]!;
    },
  });
  const names = [
    ...factors.flatMap((factor) => [`${factor} (penalty)`, `${factor} (reward)`]),
    outcome,
  ];
  return {
    ...rows,
    extractOutput: (accumulator) => {
      const cases = rows.extractOutput(accumulator);
      if (!cases.ok) return cases;
      const { comoments, dropped } = cases.value;
      const { n, means } = comoments;
      const needed = means.length + 1;
      if (n < needed) return refuse({ code: "too-few-rows", have: n, needed });
      const counts = means.slice(0, -1).map((share) => Math.round(share * n));
      // A side that no row or every row takes has no contrast; the others can still be told.
      const contrasted = counts.flatMap((count, i) => (count === 0 || count === n ? [] : [i]));
      if (contrasted.length === 0) return refuse({ code: "no-variation", column: names[0]! });
      const kept = [...contrasted, counts.length];
      const fitted = fitRegression(
        selectColumns(comoments, kept),
        kept.map((i) => names[i]!),
      );
      if (!fitted.ok) return fitted;
      const { rSquared, intercept, terms } = fitted.value;
      const termOf = (column: number): RegressionTerm | undefined =>
        terms[contrasted.indexOf(column)];
      return ok({
        outcome,
        n,
        dropped,
        rSquared,
        intercept,
        factors: factors.map((factor, i) => ({
          factor,
          lowCount: counts[2 * i]!,
          highCount: counts[2 * i + 1]!,
          ...contrast(termOf(2 * i), termOf(2 * i + 1), options.significance),
        })),
      });
    },
  };
}

/** What can be said of a factor from its two coefficients. */
function contrast(
  low: RegressionTerm | undefined,
  high: RegressionTerm | undefined,
  significance: number = DEFAULT_EXPERIENCE_POLICY.significance,
): Omit<PenaltyRewardFactor, "factor" | "lowCount" | "highCount"> {
  const sides = {
    ...(low && { penalty: coefficientOf(low) }),
    ...(high && { reward: coefficientOf(high) }),
  };
  if (low === undefined || high === undefined) return sides;
  const penaltySize = low.standardizedCoefficient < -ROUNDING ? -low.coefficient : 0;
  const rewardSize = high.standardizedCoefficient > ROUNDING ? high.coefficient : 0;
  const impactRange = penaltySize + rewardSize;
  return {
    ...sides,
    ...(low.p !== undefined &&
      high.p !== undefined && {
        kind: kindOf({
          costs: penaltySize > 0 && low.p < significance,
          pays: rewardSize > 0 && high.p < significance,
        }),
      }),
    impactRange,
    ...(impactRange > 0 && { impactAsymmetry: (rewardSize - penaltySize) / impactRange }),
  };
}

function kindOf({
  costs,
  pays,
}: {
  readonly costs: boolean;
  readonly pays: boolean;
}): PenaltyRewardKind {
  if (costs) return pays ? "performance" : "basic";
  return pays ? "excitement" : "unimportant";
}

function coefficientOf({
  coefficient,
  standardError,
  t,
  p,
}: RegressionTerm): RegressionCoefficient {
  return {
    coefficient,
    standardError,
    ...(t !== undefined && { t }),
    ...(p !== undefined && { p }),
  };
}

function selectColumns(comoments: Comoments, columns: readonly number[]): Comoments {
  return {
    ...comoments,
    means: columns.map((i) => comoments.means[i]!),
    codeviations: columns.map((i, row) =>
      columns.slice(0, row + 1).map((j) => comoments.codeviations[i]![j]!),
    ),
  };
}

function requireOptions({
  outcome,
  factors,
  lowUpTo,
  highFrom,
  significance,
}: PenaltyRewardOptions): void {
  requireColumns(PURPOSE, { outcome, columns: factors, called: "factor" });
  if (!(Number.isFinite(lowUpTo) && Number.isFinite(highFrom) && lowUpTo < highFrom)) {
    const got = `${String(lowUpTo)} and ${String(highFrom)}`;
    throw new RangeError(`Cannot ${PURPOSE}: lowUpTo must be below highFrom, got ${got}`);
  }
  if (significance !== undefined && !(significance > 0 && significance < 1)) {
    throw new RangeError(
      `Cannot ${PURPOSE}: significance must lie between 0 and 1, got ${String(significance)}`,
    );
  }
}
