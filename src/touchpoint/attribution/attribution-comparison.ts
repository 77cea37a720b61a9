import { aggregate } from "../../shared/aggregation.js";
import { compareText } from "../../shared/text-order.js";
import { attributionCombine, type AttributionCombineOptions } from "./attribution-combine.js";
import type { Attribution, AttributionPath } from "./attribution.js";

/** What the models say of one touchpoint. */
export interface AttributionDifference {
  /** The touchpoint. */
  readonly touchpoint: string;
  /** Its share of all conversions by each model, in the order of the models; 0 where there are none. */
  readonly shares: readonly number[];
  /** How far the highest share lies above the lowest. */
  readonly rangeShare: number;
}

/** The same outcomes shared by several models. */
export interface AttributionComparison {
  /** The attributions, in the order of the models asked for. */
  readonly attributions: readonly Attribution[];
  /** The touchpoints, those on which the models differ most first, equals by name. */
  readonly touchpoints: readonly AttributionDifference[];
  /**
   * For each model, in order, the share of conversions it gives to other touchpoints than the first model does: 0 for
   * the first, 1 when nothing agrees.
   */
  readonly movedShares: readonly number[];
}

/**
 * How far do the models differ in what they credit each touchpoint with (TP-9)?
 *
 * Where the models agree, the choice among them does not matter; where they differ, no figure alone should decide a
 * budget.
 *
 * @param rows - The paths with their counts, in any order.
 * @param options - The models, at least one, the one to compare with first, and their policy.
 * @returns The attributions and the differences between them.
 * @throws RangeError as {@link attributeOutcomes}, and when no model is asked for or one twice.
 * @example
 * ```ts
 * import { compareAttribution } from "goodwill/touchpoint";
 *
 * const rows = [{ steps: ["search", "mail"], conversions: 4, nulls: 0 }];
 * const { touchpoints, movedShares } = compareAttribution(rows, { models: ["last", "linear"] });
 * touchpoints[0]; // => { touchpoint: "mail", shares: [1, 0.5], rangeShare: 0.5 }
 * movedShares; // => [0, 0.5]
 * ```
 */
export function compareAttribution(
  rows: Iterable<AttributionPath>,
  options: AttributionCombineOptions,
): AttributionComparison {
  const attributions = aggregate(rows, attributionCombine(options));
  const sharesOf = attributions.map(
    ({ credits }) => new Map(credits.map(({ touchpoint, share = 0 }) => [touchpoint, share])),
  );
  const touchpoints = attributions[0]!.credits.map(({ touchpoint }) => {
    const shares = sharesOf.map((byTouchpoint) => byTouchpoint.get(touchpoint)!);
    return { touchpoint, shares, rangeShare: Math.max(...shares) - Math.min(...shares) };
  });
  return {
    attributions,
    touchpoints: touchpoints.toSorted(
      (a, b) => b.rangeShare - a.rangeShare || compareText(a.touchpoint, b.touchpoint),
    ),
    movedShares: attributions.map((_, model) =>
      touchpoints.reduce((sum, { shares }) => sum + Math.max(shares[model]! - shares[0]!, 0), 0),
    ),
  };
}
