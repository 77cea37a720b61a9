import { answerIssues, scaleIssue } from "../rating/issue.js";
import type { FactorFigures, Rating, Study, WideRating } from "../rating/rating.js";
import type { ExperienceGap } from "./experience-gap.js";
import { absentMeasures, productOfMeans } from "./gap-of-sums.js";

/** Whether rows are bare figures: they name no respondent. @internal */
export function isFigures(
  rows: readonly (Rating | WideRating)[] | readonly FactorFigures[],
): rows is readonly FactorFigures[] {
  const [first] = rows;
  return first !== undefined && !("respondent" in first);
}

/** The gaps of factors known only by their figures. @internal */
export function gapsOfFigures(
  figures: readonly FactorFigures[],
  study: Study,
): readonly ExperienceGap[] {
  const byFactor = new Map<string, FactorFigures>();
  figures.forEach((row, index) => {
    const message = figuresIssue(row, byFactor, study);
    if (message !== undefined) {
      throw new RangeError(`Cannot find experience gaps: row ${String(index)}: ${message}`);
    }
    byFactor.set(row.factor, row);
  });
  return study.factors.map((factor) => gapOf(byFactor.get(factor) ?? { factor }));
}

function figuresIssue(
  row: FactorFigures,
  known: ReadonlyMap<string, FactorFigures>,
  study: Study,
): string | undefined {
  if (!study.factors.includes(row.factor)) {
    return `unknown factor "${row.factor}"; the study has ${study.factors.join(", ")}`;
  }
  if (known.has(row.factor)) return `factor "${row.factor}" is given twice`;
  return (scaleIssue(row.scale, study) ?? answerIssues(row, study)[0])?.message;
}

function gapOf({
  factor,
  importance,
  expectation,
  experience,
  ideal,
}: FactorFigures): ExperienceGap {
  const from = (other: number | undefined): { mean: number } | undefined =>
    experience === undefined || other === undefined ? undefined : { mean: experience - other };
  const satisfaction = from(expectation);
  const idealGap = from(ideal);
  const figures = {
    factor,
    ...(experience !== undefined && { experience: { mean: experience } }),
    ...(expectation !== undefined && { expectation: { mean: expectation } }),
    ...(satisfaction && { satisfaction }),
    ...(importance !== undefined && { importance: { mean: importance } }),
    ...(ideal !== undefined && { ideal: { mean: ideal } }),
    ...(idealGap && { idealGap }),
  };
  const flags = [{ code: "no-sample", params: { factor } }, ...absentMeasures(figures)];
  return { ...figures, ...productOfMeans(figures), flags };
}
