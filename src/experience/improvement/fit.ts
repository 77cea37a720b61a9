// Whether the firm can do an improvement at all: candidates that do not fit are never chosen.

import type { Reason } from "../../shared/reason.js";
import type { FitDimension, Improvement } from "./improvement.js";

/** The dimensions of fit, in the order of reports. */
export const FIT_DIMENSIONS: readonly FitDimension[] = [
  "strategy",
  "people",
  "process",
  "technology",
];

/** Whether an improvement can be done by this firm, and what says so. */
export interface FitAssessment {
  /** The improvement's id. */
  readonly improvement: string;
  /** `true` unless a dimension is missing. */
  readonly fits: boolean;
  /** The dimensions that are missing; empty when it fits. */
  readonly missing: readonly FitDimension[];
  /**
   * One reason for every dimension, in the order of `FIT_DIMENSIONS`: `fit-ready`, `fit-attainable`, `fit-missing`,
   * or `fit-not-judged` where the improvement says nothing of it.
   */
  readonly reasons: readonly Reason[];
}

/**
 * Does this improvement fit our strategy and capabilities?
 *
 * It does not when one dimension is `missing`; `attainable` fits, at an effort that belongs into the cost; a
 * dimension not judged bars nothing and is reported as such.
 *
 * @remarks Step 6 of the seven steps (EXP-3): a requirement that closes the gap is only worth planning when
 * strategy, people, process and technology can carry it.
 * @param improvement - The candidate.
 * @returns Whether it fits, with a reason for every dimension.
 * @example
 * ```ts
 * import { assessFit } from "goodwill/experience";
 *
 * const { fits, missing } = assessFit({
 *   id: "omnichannel",
 *   cost: 90,
 *   effects: { convenience: 5 },
 *   fit: { strategy: "ready", people: "attainable", technology: "missing" },
 * });
 * fits; // => false
 * missing; // => ["technology"]
 * ```
 */
export function assessFit(improvement: Improvement): FitAssessment {
  const fit = improvement.fit ?? {};
  const missing = FIT_DIMENSIONS.filter((dimension) => fit[dimension] === "missing");
  return {
    improvement: improvement.id,
    fits: missing.length === 0,
    missing,
    reasons: FIT_DIMENSIONS.map((dimension) => ({
      code: `fit-${fit[dimension] ?? "not-judged"}`,
      params: { improvement: improvement.id, dimension },
    })),
  };
}
