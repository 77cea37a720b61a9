import { brokenContract } from "../../shared/broken-contract.js";
import type { QualityCriterion, QualityEvaluation, QualityForm } from "./quality-form.js";

/** Throws unless the form makes sense and the answers fit it. @internal */
export function requireEvaluation(form: QualityForm, evaluation: QualityEvaluation): void {
  const { criteria, passShare } = form;
  if (criteria.length === 0) throw broken("form.criteria must not be empty", criteria);
  if (!(passShare >= 0 && passShare <= 1)) {
    throw broken("form.passShare must be a share from 0 to 1", passShare);
  }
  const byId = new Map<string, QualityCriterion>();
  for (const criterion of criteria) {
    const { id, weight, points } = criterion;
    if (byId.has(id)) throw broken("each criterion of the form must stand once", id);
    if (!(Number.isFinite(weight) && weight > 0)) {
      throw broken(`the weight of ${id} must be above 0`, weight);
    }
    if (!(Number.isFinite(points) && points > 0)) {
      throw broken(`the points of ${id} must be above 0`, points);
    }
    byId.set(id, criterion);
  }
  for (const [id, answer] of Object.entries(evaluation.answers)) {
    const criterion = byId.get(id);
    if (criterion === undefined) throw broken("answers must be on criteria of the form", id);
    if (answer === "not-applicable" || (answer >= 0 && answer <= criterion.points)) continue;
    throw broken(
      `the answer on ${id} must be points from 0 to ${String(criterion.points)}`,
      answer,
    );
  }
}

function broken(rule: string, got: unknown): RangeError {
  return brokenContract("score a contact", rule, got);
}
