import type { RowIssue } from "../../shared/rows.js";
import type { FactorAnswers, Rating, Study, WideRating } from "./rating.js";
import { sameScale, scaleText, type Scale } from "./scale.js";

/** The four measures, in the order of reports. @internal */
export const MEASURES = [
  "importance",
  "expectation",
  "experience",
  "ideal",
] as const satisfies readonly (keyof FactorAnswers)[];

/** What is wrong with a rating in its study; empty when nothing is. @internal */
export function ratingIssues(row: Rating | WideRating, study: Study): readonly RowIssue[] {
  const issues = "factors" in row ? wideIssues(row, study) : longIssues(row, study);
  if (row.weight !== undefined && !(Number.isFinite(row.weight) && row.weight >= 0)) {
    issues.push({
      path: "weight",
      message: `weight must be a number of at least 0, got ${String(row.weight)}`,
    });
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
export function answerIssues(answers: FactorAnswers, study: Study, prefix = ""): RowIssue[] {
  const { min, max } = study.scale;
  return MEASURES.flatMap((measure) => {
    const value = answers[measure];
    if (value === undefined || (value >= min && value <= max)) return [];
    return [
      {
        path: prefix + measure,
        message: `${measure} must lie on ${scaleText(study.scale)}, got ${String(value)}`,
      },
    ];
  });
}

function longIssues(row: Rating, study: Study): RowIssue[] {
  return [...unknownFactor(row.factor, "factor", study), ...answerIssues(row, study)];
}

function wideIssues(row: WideRating, study: Study): RowIssue[] {
  return Object.entries(row.factors).flatMap(([factor, answers]) => {
    const path = `factors.${factor}`;
    return [...unknownFactor(factor, path, study), ...answerIssues(answers, study, `${path}.`)];
  });
}

function unknownFactor(factor: string, path: string, study: Study): RowIssue[] {
  if (study.factors.includes(factor)) return [];
  return [
    { path, message: `unknown factor "${factor}"; the study has ${study.factors.join(", ")}` },
  ];
}
