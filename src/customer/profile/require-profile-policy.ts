import { CUSTOMER_QUESTIONS } from "./customer-question.js";
import { PROFILE_KINDS } from "./profile-item.js";
import type { ProfilePolicy } from "./profile-policy.js";

const QUESTIONS: ReadonlySet<string> = new Set(CUSTOMER_QUESTIONS.map(({ id }) => id));

/** Refuses a policy that cannot be computed with. */
export function requireProfilePolicy(policy: ProfilePolicy): void {
  const { items, kindWeights, staleBelowShare, undatedShare, askAgainDays } = policy;
  if (items.length === 0) fail("a policy needs at least one item", 0);
  const ids = new Set<string>();
  for (const { id, kind, question, weight, halfLifeDays } of items) {
    if (ids.has(id)) fail("each item may be given once", id);
    ids.add(id);
    if (!PROFILE_KINDS.includes(kind)) fail(`the kind of "${id}" must be one of the four`, kind);
    if (!QUESTIONS.has(question)) {
      fail(`the question of "${id}" must be one of the eight`, question);
    }
    if (!isAboveZero(weight)) fail(`the weight of "${id}" must be above 0`, weight);
    if (halfLifeDays !== undefined && !isAboveZero(halfLifeDays)) {
      fail(`the half-life of "${id}" must be above 0`, halfLifeDays);
    }
  }
  for (const kind of PROFILE_KINDS) {
    if (!isAmount(kindWeights[kind])) {
      fail(`the weight of the kind ${kind} must be at least 0`, kindWeights[kind]);
    }
  }
  if (!(staleBelowShare > 0 && staleBelowShare <= 1)) {
    fail("what is stale must lie above 0 and at most at 1", staleBelowShare);
  }
  if (!(undatedShare >= 0 && undatedShare <= 1)) {
    fail("the worth of undated information must be 0 to 1", undatedShare);
  }
  if (!isAmount(askAgainDays)) fail("days between askings must be at least 0", askAgainDays);
}

function isAboveZero(value: number): boolean {
  return value > 0 && Number.isFinite(value);
}

function isAmount(value: number): boolean {
  return value >= 0 && Number.isFinite(value);
}

function fail(problem: string, value: unknown): never {
  throw new RangeError(`Cannot judge a profile: ${problem}, got ${String(value)}`);
}
