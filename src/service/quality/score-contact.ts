import type { Trace } from "../../shared/reason.js";
import type { ContactScore } from "./contact-score.js";
import type { QualityEvaluation, QualityForm } from "./quality-form.js";
import { requireEvaluation } from "./require-quality-form.js";

/** No two scores a judge can give lie closer together; sums of shares err far less. */
const ROUNDING_ERROR = 1e-9;

/**
 * How good was this contact, by the form?
 *
 * The score is the weighted mean of points by most points, over the criteria that apply. It passes from the form's
 * share on, unless a critical criterion that applies has no point: that fails it whatever the score. While an answer is
 * missing there is no score; a critical failure is known at once.
 *
 * @param evaluation - The judge's answers.
 * @param form - The form.
 * @returns Score, passed or not, critical failures and missing answers by criterion.
 * @throws RangeError when the form is not valid, or an answer is on no criterion of it or beyond its points.
 * @example
 * ```ts
 * import { scoreContact } from "goodwill/service";
 *
 * const form = { id: "f", passShare: 0.8, criteria: [
 *   { id: "polite", text: "Is polite.", weight: 1, points: 1 },
 *   { id: "right", text: "Is right.", weight: 3, points: 2, critical: true },
 * ] };
 * const score = scoreContact({ contact: "k-1", agent: "eve", answers: { polite: 1, right: 1 } }, form);
 * [score.score, score.passed]; // => [0.625, false]
 * ```
 */
export function scoreContact(evaluation: QualityEvaluation, form: QualityForm): ContactScore {
  requireEvaluation(form, evaluation);
  const { contact, agent, answers } = evaluation;
  const answerOf = (id: string): number | "not-applicable" | undefined =>
    Object.hasOwn(answers, id) ? answers[id] : undefined;
  const missing = form.criteria.filter(({ id }) => answerOf(id) === undefined);
  const criticalFailures = form.criteria.filter(
    ({ id, critical = false }) => critical && answerOf(id) === 0,
  );
  const failed = criticalFailures.length > 0;
  const trace = missing.length > 0 ? undefined : scoreTrace(form, answers);
  const passed = trace === undefined ? undefined : trace.value >= form.passShare - ROUNDING_ERROR;
  return {
    contact,
    agent,
    ...(trace !== undefined && { score: trace.value, trace }),
    ...(failed ? { passed: false } : passed !== undefined && { passed }),
    criticalFailures: criticalFailures.map(({ id }) => id),
    missing: missing.map(({ id }) => id),
  };
}

/** The score and its parts; `undefined` where nothing applies. */
function scoreTrace(form: QualityForm, answers: QualityEvaluation["answers"]): Trace | undefined {
  const applying = form.criteria.flatMap(({ id, weight, points }) => {
    const answer = answers[id];
    return typeof answer === "number" ? [{ id, weight, points, answer }] : [];
  });
  if (applying.length === 0) return undefined;
  const weights = applying.reduce((sum, { weight }) => sum + weight, 0);
  const parts = applying.map(({ id, weight, points, answer }) => ({
    code: "quality-criterion",
    value: (weight / weights) * (answer / points),
    params: { criterion: id, answer, points, weightShare: weight / weights },
  }));
  // Full marks are 1, whatever the weights add up to.
  const full = applying.every(({ points, answer }) => answer === points);
  const value = full ? 1 : parts.reduce((sum, part) => sum + part.value, 0);
  return { code: "quality-score", value, parts };
}
