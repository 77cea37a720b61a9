import type { Reason } from "../../shared/reason.js";
import { binomialTail, hypergeometricTail } from "../../shared/statistics/binomial.js";
import { holmAdjusted } from "../../shared/statistics/holm.js";
import { requireLevel } from "../../shared/statistics/interval.js";
import { exactRateRatio } from "./exact-rate-ratio.js";
import type { RateRatio } from "./rate-ratio.js";
import type { ThemeCount, ThemeModel, ThemeRate } from "./theme-count.js";
import { themeHistories } from "./theme-history.js";
import type { ThemeHistory } from "./theme-history.js";

/** When a rise is called systemic. */
export interface SystemicProblemPolicy {
  /**
   * Chance of any false alarm over all themes, if none had risen; the p-value adjusted for their number must lie
   * below it.
   */
  readonly significance: number;
  /** Confidence level of the intervals, as a share. */
  readonly level: number;
}

/** One look in twenty with any false alarm, and 95 percent intervals: the field's custom. */
export const DEFAULT_SYSTEMIC_PROBLEM_POLICY: SystemicProblemPolicy = {
  significance: 0.05,
  level: 0.95,
};

/** What to compare, and how. */
export interface SystemicProblemOptions {
  /** The period looked at. */
  readonly current: string;
  /**
   * The periods it is held against; when absent, all whose name sorts before that of the current one as text, as
   * `2025Q3` before `2025Q4`. Later ones are no history and are left out.
   */
  readonly history?: readonly string[];
  /** What a count is. */
  readonly model: ThemeModel;
  /** When a rise is called systemic; {@link DEFAULT_SYSTEMIC_PROBLEM_POLICY} when absent. */
  readonly policy?: SystemicProblemPolicy;
}

/** One theme, now against its own past. */
export interface SystemicProblem {
  /** The theme. */
  readonly theme: string;
  /** The current period; absent when the theme has no row in it. */
  readonly current?: ThemeRate;
  /** The past, added up; absent when the theme has no row in it. */
  readonly history?: ThemeRate;
  /** How many times as high the rate is now; absent when there is no past or no present. */
  readonly rateRatio?: RateRatio;
  /**
   * One-sided p-value: the chance of so many current cases or more if the rate had not risen; absent when it cannot
   * be tested.
   */
  readonly p?: number;
  /** `p` adjusted for the number of themes tested, after Holm; absent like `p`. */
  readonly pHolm?: number;
  /** Whether the rate has risen beyond chance. */
  readonly systemic: boolean;
  /** Why it is called so, with the numbers. */
  readonly reasons: readonly Reason[];
}

/**
 * Which complaints or low scores have become more frequent than chance explains (EXP-11).
 *
 * Each theme is held against its own past by an exact test, and the p-values are adjusted for the number of themes.
 * Rows of the same theme and period add up. A period without a row says nothing: a period without cases needs a row
 * with count 0. A theme without a past cannot be tested and is listed with the reason `theme-without-history`; one
 * without a current row with `theme-not-in-period`.
 *
 * Where no history is named, the past is every period whose name sorts before that of the current one as text; later
 * periods are left out. Names that do not sort as time runs (as text `Q10` lies before `Q9`) need it named.
 *
 * @remarks Poisson: given all cases of the theme, the current ones are binomial with the current share of the
 * exposure (Przyborowski and Wilenski 1940, Biometrika 31:313). Binomial: Fisher's exact test, one-sided. Both are
 * exact for any size, so that false alarms over all themes stay below the significance however rare the cases. The
 * interval of the ratio is two-sided and that of Poisson counts in both models; for answers it is on the wide side,
 * because counts out of n vary less.
 * @param counts - Counts by theme and period, in any order.
 * @param options - The current period, the past, the model and the policy.
 * @returns One entry a theme: the tested by p-value, then those not tested; equals by name.
 * @throws RangeError when a count is not a whole number of at least 0, an exposure is not above 0 (or, for answers,
 * not whole or below its count), a named period has no row, the current period is also history, or the policy is
 * none; the message names the row or the value.
 * @example
 * ```ts
 * import { systemicProblems } from "goodwill/experience";
 *
 * const counts = [
 *   { theme: "late delivery", period: "Q3", count: 12, exposure: 900 },
 *   { theme: "late delivery", period: "Q4", count: 19, exposure: 300 },
 *   { theme: "attitude", period: "Q3", count: 9, exposure: 900 },
 *   { theme: "attitude", period: "Q4", count: 4, exposure: 300 },
 * ];
 * const [first, second] = systemicProblems(counts, { current: "Q4", model: "poisson" });
 * [first?.theme, first?.rateRatio?.ratio, first?.systemic]; // => ["late delivery", 4.75, true]
 * [second?.theme, second?.p?.toFixed(2), second?.systemic]; // => ["attitude", "0.42", false]
 * ```
 */
export function systemicProblems(
  counts: Iterable<ThemeCount>,
  options: SystemicProblemOptions,
): readonly SystemicProblem[] {
  const policy = options.policy ?? DEFAULT_SYSTEMIC_PROBLEM_POLICY;
  const { significance, level } = policy;
  if (!(Number.isFinite(significance) && significance > 0 && significance < 1)) {
    throw new RangeError(
      `Cannot find systemic problems: a significance must lie between 0 and 1, got ${String(significance)}`,
    );
  }
  requireLevel(level, "find systemic problems");
  const themes = themeHistories(counts, options).toSorted((a, b) => (a.theme < b.theme ? -1 : 1));
  const pValues = themes.map((theme) => pValueOf(theme, options.model));
  const adjusted = holmAdjusted(pValues);
  const findings = themes.map((theme, index) =>
    findingOf(theme, { p: pValues[index], pHolm: adjusted[index], policy }),
  );
  // Sorting keeps the order of names among equals.
  return findings.toSorted((a, b) => (a.p ?? 2) - (b.p ?? 2));
}

function pValueOf({ current, history }: ThemeHistory, model: ThemeModel): number | undefined {
  if (current === undefined || history === undefined) return undefined;
  const cases = current.count + history.count;
  const exposure = current.exposure + history.exposure;
  return model === "poisson"
    ? binomialTail(current.count, { trials: cases, chance: current.exposure / exposure })
    : hypergeometricTail(current.count, {
        drawn: current.exposure,
        markedInAll: cases,
        total: exposure,
      });
}

function findingOf(
  { theme, current, history }: ThemeHistory,
  {
    p,
    pHolm,
    policy,
  }: {
    readonly p?: number | undefined;
    readonly pHolm?: number | undefined;
    readonly policy: SystemicProblemPolicy;
  },
): SystemicProblem {
  if (current === undefined || history === undefined || p === undefined || pHolm === undefined) {
    const seen = current ?? history;
    const params = { theme, count: seen?.count ?? 0, exposure: seen?.exposure ?? 0 };
    return {
      theme,
      ...(current !== undefined && { current }),
      ...(history !== undefined && { history }),
      systemic: false,
      reasons: [
        { code: current === undefined ? "theme-not-in-period" : "theme-without-history", params },
      ],
    };
  }
  const systemic = pHolm < policy.significance;
  const params = {
    theme,
    count: current.count,
    exposure: current.exposure,
    rate: current.rate,
    historyRate: history.rate,
    p,
    pHolm,
    significance: policy.significance,
  };
  return {
    theme,
    current,
    history,
    rateRatio: exactRateRatio(current, { history, level: policy.level }),
    p,
    pHolm,
    systemic,
    reasons: [{ code: systemic ? "rate-rose-beyond-chance" : "rate-within-chance", params }],
  };
}
