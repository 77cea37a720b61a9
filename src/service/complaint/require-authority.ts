import { epochMilliseconds } from "../../shared/time/instant.js";
import type { AuthorityPolicy } from "./authority-policy.js";
import type { AuthorityQuestion } from "./authority-question.js";
import { COMPLAINT_GRADES } from "./complaint.js";

const TASK = "decide who may resolve a complaint";

/** Throws where the question or the policy is broken. @internal */
export function requireAuthority(question: AuthorityQuestion, policy: AuthorityPolicy): void {
  const { complaint, remedies, granted = [], earlier = 0, asOf } = question;
  if (epochMilliseconds(asOf) < epochMilliseconds(complaint.at)) {
    throw new RangeError(`Cannot ${TASK}: asOf must not lie before ${complaint.at}, got ${asOf}`);
  }
  if (!COMPLAINT_GRADES.includes(complaint.severity)) {
    throw new RangeError(`Cannot ${TASK}: severity must be a grade, got ${complaint.severity}`);
  }
  requireWhole("earlier", earlier);
  for (const { kind, amount } of [...granted, ...remedies]) {
    requireWhole(`the amount of "${kind}"`, amount?.amount ?? 0);
  }
  requireLevels(policy);
}

function requireLevels({ levels, safetyLevel }: AuthorityPolicy): void {
  if (levels.length === 0) throw new RangeError(`Cannot ${TASK}: there must be a level, got none`);
  const seen = new Set<number>();
  for (const { level, grants, together = [], stakes = [], withinDays = 0, earlier = 0 } of levels) {
    if (!Number.isInteger(level) || level < 1 || seen.has(level)) {
      throw new RangeError(
        `Cannot ${TASK}: levels must be whole numbers from 1, each once, got ${level}`,
      );
    }
    seen.add(level);
    for (const { remedy, upTo } of grants)
      requireWhole(`the limit of "${remedy}"`, upTo?.amount ?? 0);
    for (const { amount } of [...together, ...stakes]) requireWhole("a limit of money", amount);
    requireWhole("earlier", earlier);
    if (!(withinDays >= 0)) {
      throw new RangeError(`Cannot ${TASK}: withinDays must be at least 0, got ${withinDays}`);
    }
  }
  if (!seen.has(safetyLevel)) {
    throw new RangeError(
      `Cannot ${TASK}: safetyLevel must be one of the levels, got ${safetyLevel}`,
    );
  }
}

function requireWhole(what: string, value: number): void {
  if (Number.isSafeInteger(value) && value >= 0) return;
  throw new RangeError(`Cannot ${TASK}: ${what} must be whole and at least 0, got ${value}`);
}
