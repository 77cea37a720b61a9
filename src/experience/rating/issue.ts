import type { RowIssue } from "../../shared/rows.js";
import type { FactorAnswers, Rating, Study, WideRating } from "./rating.js";
import { sameScale, scaleText } from "./scale-text.js";
import type { Scale } from "./scale.js";

/** The four measures, in the order of reports. @internal */
export const MEASURES = [
  "importance",
  "expectation",
  "experience",
  "ideal",
] as const satisfies readonly (keyof FactorAnswers)[];

/**
 * What is wrong with a rating in its study; empty when nothing is.
 *
 * Plain loops, because every row of every study passes here.
 *
 * @internal
 */
export function ratingIssues(row: Rating | WideRating, study: Study): readonly RowIssue[] {
  const issues: RowIssue[] = [];
  if ("factors" in row) {
    for (const factor of Object.keys(row.factors)) {
      const path = `factors.${factor}`;
      addUnknownFactor(issues, factor, { path, study });
      addAnswerIssues(issues, row.factors[factor] ?? {}, { prefix: `${path}.`, study });
    }
  } else {
    addUnknownFactor(issues, row.factor, { path: "factor", study });
    addAnswerIssues(issues, row, { prefix: "", study });
  }
  if (row.weight !== undefined && !isWeight(row.weight)) {
    const message = `weight must be 0 or a number from 1e-100 to 1e100, got ${String(row.weight)}`;
    issues.push({ path: "weight", message });
  }
  if (row.segment === "__proto__") {
    issues.push({ path: "segment", message: "__proto__ cannot name a segment" });
  }
  const scale = scaleIssue(row.scale, study);
  if (scale !== undefined) issues.push(scale);
  if (row.respondent === "")
    issues.push({ path: "respondent", message: "respondent must not be empty" });
  return issues;
}

/** What is wrong with a scale declared beside the study's. @internal */
export function scaleIssue(scale: Scale | undefined, study: Study): RowIssue | undefined {
  if (scale === undefined || sameScale(scale, study.scale)) return undefined;
  return {
    path: "scale",
    message: `two scales in one study, ${scaleText(study.scale)} and ${scaleText(scale)}: rescale first (rescaleRating)`,
  };
}

/** What is wrong with answers on one factor. @internal */
export function answerIssues(answers: FactorAnswers, study: Study): readonly RowIssue[] {
  const issues: RowIssue[] = [];
  addAnswerIssues(issues, answers, { prefix: "", study });
  return issues;
}

function addAnswerIssues(
  issues: RowIssue[],
  answers: FactorAnswers,
  { prefix, study }: { readonly prefix: string; readonly study: Study },
): void {
  const { min, max } = study.scale;
  for (const measure of MEASURES) {
    const value = answers[measure];
    // null is no answer of 0, and text no number, whatever comparison makes of them
    if (value === undefined || (typeof value === "number" && value >= min && value <= max))
      continue;
    const message = `${measure} must lie on ${scaleText(study.scale)}, got ${String(value)}`;
    issues.push({ path: prefix + measure, message });
  }
}

function addUnknownFactor(
  issues: RowIssue[],
  factor: string,
  { path, study }: { readonly path: string; readonly study: Study },
): void {
  if (study.factors.includes(factor)) return;
  const message = `unknown factor "${factor}"; the study has ${study.factors.join(", ")}`;
  issues.push({ path, message });
}

/** Whether a number can weigh a respondent: its square must neither overflow nor vanish. @internal */
export function isWeight(weight: number): boolean {
  return weight === 0 || (weight >= 1e-100 && weight <= 1e100);
}
