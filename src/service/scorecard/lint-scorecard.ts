import type { DepartmentScorecard } from "./department-scorecard.js";
import { requireScorecard } from "./require-scorecard.js";
import type { ScorecardFinding } from "./scorecard-result.js";
import { satisfactionWeightShare, weightSum } from "./scorecard-weight.js";

/** One measure with more than this share of the weight decides nearly alone; a house rule. */
const DOMINATING_SHARE = 0.6;

/** Sums of weights err far less. */
const ROUNDING_ERROR = 1e-9;

/**
 * Does this scorecard keep the rules, and does it see both sides?
 *
 * For a customer-facing department the satisfaction of customers (external measures about satisfaction) must weigh more
 * than half: exactly half is an error (SRV-7). A scorecard without internal or without external measures, and one
 * measure with more than 60 percent of the weight, are warnings.
 *
 * @remarks SRV-7 gives the weight rule; 60 percent is a house rule, with no source.
 * @param card - The scorecard.
 * @returns The findings, errors first; none for a scorecard in order.
 * @throws RangeError when there are no measures, an id stands twice, a weight is not above 0, or the worst value is not
 * on the worse side of the target.
 * @example
 * ```ts
 * import { lintScorecard } from "goodwill/service";
 *
 * const findings = lintScorecard({ department: "service", customerFacing: true, measures: [
 *   { id: "csat", name: "Satisfaction", side: "external", about: "satisfaction", weight: 50, better: "higher",
 *     target: 90, worst: 50 },
 *   { id: "handling", name: "Handling time", side: "internal", about: "efficiency", weight: 50, better: "lower",
 *     target: 5, worst: 15 },
 * ] });
 * findings.map(({ code, severity }) => [code, severity]); // => [["scorecard-satisfaction-too-light", "error"]]
 * ```
 */
export function lintScorecard(card: DepartmentScorecard): readonly ScorecardFinding[] {
  requireScorecard("check a scorecard", card);
  const { department, customerFacing, measures } = card;
  const findings: ScorecardFinding[] = [];
  const share = satisfactionWeightShare(measures);
  if (customerFacing && share <= 0.5 + ROUNDING_ERROR) {
    findings.push({
      code: "scorecard-satisfaction-too-light",
      severity: "error",
      params: { department, share },
    });
  }
  if (!measures.some(({ side }) => side === "internal")) {
    findings.push({
      code: "scorecard-without-internal",
      severity: "warning",
      params: { department },
    });
  }
  if (!measures.some(({ side }) => side === "external")) {
    findings.push({
      code: "scorecard-without-external",
      severity: "warning",
      params: { department },
    });
  }
  const sum = weightSum(measures);
  for (const { id, weight } of measures) {
    if (weight / sum <= DOMINATING_SHARE + ROUNDING_ERROR) continue;
    findings.push({
      code: "scorecard-measure-dominates",
      severity: "warning",
      params: { measure: id, share: weight / sum, most: DOMINATING_SHARE },
    });
  }
  return findings;
}
