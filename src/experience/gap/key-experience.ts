import type { Reason } from "../../shared/reason.js";
import type { Study } from "../rating/rating.js";
import type { ExperienceGap } from "./experience-gap.js";

/** Where a factor stands in the ranking by importance times satisfaction. */
export interface WeightedFactor {
  /** The factor. */
  readonly factor: string;
  /** Importance times satisfaction; absent when the importance is unstated. */
  readonly weightedSatisfaction?: number;
  /** The lowest value it can have: the value itself, or that of the most telling importance on the scale. */
  readonly lowest: number;
  /** The highest value it can have. */
  readonly highest: number;
}

/** The factor on which to act next: step 3 of the seven. */
export interface KeyExperience {
  /**
   * `found`: one factor is lowest, or several tie. `none`: no factor falls short of what is expected.
   * `undetermined`: unstated importances leave more than one candidate. `unknown`: no satisfaction was measured.
   */
  readonly status: "found" | "none" | "undetermined" | "unknown";
  /** The key factor, or all that tie, or all candidates; in the study's order; empty for `none` and `unknown`. */
  readonly factors: readonly string[];
  /** Whether several factors tie for the lowest value. */
  readonly tied: boolean;
  /** All factors whose satisfaction is known, from the lowest value to the highest; ties in the study's order. */
  readonly ranking: readonly WeightedFactor[];
  /** Factors left out because their satisfaction is unknown. */
  readonly excluded: readonly string[];
  /** Why. */
  readonly reasons: readonly Reason[];
}

/**
 * On which factor should we act next?
 *
 * The key experience is the factor with the lowest importance x satisfaction, provided that is below zero (EXP-3,
 * step 3). The value that decides is the mean of the respondents' products; where single answers are unknown, the
 * product of the means. A factor without satisfaction is left out and named. A factor without importance stands
 * with the whole range its value can have on the scale: the key is found only if it is lowest whatever the unstated
 * importances.
 *
 * @remarks Ranking by the raw experience picks the wrong factor when low experience meets low expectation (EXP-4).
 * @param gaps - The gaps of the factors, from {@link experienceGaps}.
 * @param options - The study: its scale bounds an unstated importance.
 * @param options.study - The study of the gaps, or just its scale.
 * @returns The key experience with its ranking and reasons.
 * @example
 * ```ts
 * import { experienceGaps, keyExperience } from "goodwill/experience";
 *
 * const study = { scale: { min: 0, max: 10 }, factors: ["convenience", "product"] };
 * const figures = [
 *   { factor: "convenience", expectation: 7, experience: 5, importance: 9 },
 *   { factor: "product", expectation: 7, experience: 6 },
 * ];
 * keyExperience(experienceGaps(figures, { study }).overall, { study }).factors; // => ["convenience"]
 * ```
 */
export function keyExperience(
  gaps: readonly Omit<ExperienceGap, "flags">[],
  { study }: { readonly study: Pick<Study, "scale"> },
): KeyExperience {
  const measured = gaps.flatMap((gap) => weightedFactor(gap, study) ?? []);
  const excluded = gaps.filter((gap) => gap.satisfaction === undefined).map((gap) => gap.factor);
  const ranking = measured.toSorted((a, b) => a.lowest - b.lowest);
  const leftOut = excluded.map((factor) => reason("not-measured", { factor }));
  const rest = { ranking, excluded };

  if (measured.length === 0) {
    const nothing = reason("nothing-measured", {});
    return { status: "unknown", factors: [], tied: false, ...rest, reasons: [nothing, ...leftOut] };
  }
  if (measured.every((factor) => factor.lowest >= 0)) {
    return {
      status: "none",
      factors: [],
      tied: false,
      ...rest,
      reasons: [reason("not-dissatisfied", {}), ...leftOut],
    };
  }
  const candidates = lowestCandidates(measured);
  const factors = candidates.map(({ factor }) => factor);
  const tied =
    candidates.length > 1 &&
    candidates.every((factor) => factor.weightedSatisfaction !== undefined);
  if (candidates.length > 1 && !tied) {
    const open = candidates.map(({ factor, lowest }) =>
      reason("could-be-lowest", { factor, lowest }),
    );
    return { status: "undetermined", factors, tied, ...rest, reasons: [...open, ...leftOut] };
  }
  const found = candidates.map((factor) => foundReason(factor, { measured, tied }));
  return { status: "found", factors, tied, ...rest, reasons: [...found, ...leftOut] };
}

/**
 * Those that fall short and are lowest for some admissible importances: they can lie below everybody's highest
 * value, or tie with it.
 */
function lowestCandidates(measured: readonly WeightedFactor[]): WeightedFactor[] {
  const bound = Math.min(...measured.map((factor) => factor.highest));
  return measured.filter(({ lowest, highest }) => {
    if (lowest >= 0) return false;
    return isSame(lowest, bound) ? isSame(highest, bound) : lowest < bound;
  });
}

function weightedFactor(
  gap: Omit<ExperienceGap, "flags">,
  { scale }: Pick<Study, "scale">,
): WeightedFactor | undefined {
  const { factor, satisfaction } = gap;
  if (satisfaction === undefined) return undefined;
  const known = gap.weightedSatisfaction?.mean ?? gap.productOfMeans;
  if (known !== undefined)
    return { factor, weightedSatisfaction: known, lowest: known, highest: known };
  const ends = [scale.min * satisfaction.mean + 0, scale.max * satisfaction.mean + 0];
  return { factor, lowest: Math.min(...ends), highest: Math.max(...ends) };
}

function foundReason(
  { factor, weightedSatisfaction, lowest }: WeightedFactor,
  { measured, tied }: { readonly measured: readonly WeightedFactor[]; readonly tied: boolean },
): Reason {
  if (weightedSatisfaction === undefined) return reason("only-shortfall", { factor, lowest });
  if (tied) return reason("tied-lowest", { factor, weightedSatisfaction });
  const others = measured.filter((other) => other.factor !== factor);
  const allStated = measured.every((other) => other.weightedSatisfaction !== undefined);
  if (allStated) return reason("lowest-weighted-satisfaction", { factor, weightedSatisfaction });
  const nextLowest = Math.min(...others.map((other) => other.lowest));
  return reason("lowest-whatever-the-importance", {
    factor,
    weightedSatisfaction,
    nextLowest,
  });
}

/** Values that differ by rounding only are a tie. */
function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-12 * Math.max(1, Math.abs(a), Math.abs(b));
}

function reason(code: string, params: Reason["params"]): Reason {
  return { code, params };
}
