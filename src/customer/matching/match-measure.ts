import type { TextSimilarity } from "./edit-similarity.js";
import type { MatchMeasure } from "./field-evidence.js";
import { DEFAULT_MATCH_POLICY } from "./match-policy.js";
import type { AgreementChances, MatchField, MatchPolicy } from "./match-policy.js";

const FIELDS: readonly MatchField[] = [
  "name",
  "birthday",
  "email",
  "phone",
  "address",
  "identifier",
];

/**
 * Checks a policy and works out its weights, once a task.
 *
 * @internal
 */
export function matchMeasure({
  policy = DEFAULT_MATCH_POLICY,
  similarity,
}: {
  readonly policy?: MatchPolicy | undefined;
  readonly similarity?: TextSimilarity | undefined;
}): MatchMeasure {
  requireMatchPolicy(policy);
  const weights = Object.fromEntries(
    FIELDS.map((field) => [field, policy.fields[field].levels.map(({ m, u }) => Math.log2(m / u))]),
  ) as Record<MatchField, number[]>;
  return { policy, similarity, weights };
}

/**
 * Throws unless a policy holds together.
 *
 * @internal
 */
export function requireMatchPolicy(policy: MatchPolicy): void {
  const fail = (problem: string, value: unknown): never => {
    throw new RangeError(`Cannot match customers: ${problem}, got ${String(value)}`);
  };
  const requireChances = ({ m, u }: AgreementChances, what: string): void => {
    for (const chance of [m, u]) {
      if (!(chance > 0 && chance <= 1))
        fail(`a chance of ${what} must lie above 0, up to 1`, chance);
    }
  };
  for (const field of FIELDS) {
    const { levels, shared } = policy.fields[field];
    for (const [index, one] of levels.entries()) {
      requireChances(one, `${field} "${one.level}"`);
      const before = levels[index - 1]?.atLeast ?? Number.POSITIVE_INFINITY;
      if (!(one.atLeast < before && one.atLeast <= 1)) {
        fail(`the levels of ${field} must fall from at most 1`, one.atLeast);
      }
    }
    if (levels.at(-1)?.atLeast !== 0) {
      fail(`the last level of ${field} must begin at 0`, levels.at(-1)?.atLeast);
    }
    if (shared !== undefined) requireChances(shared, `shared ${field}`);
  }
  const { merge, review, consistent } = policy.thresholds;
  if (!(consistent <= review && review <= merge)) {
    fail(
      "the thresholds must rise from consistent to review to merge",
      `${consistent}, ${review}, ${merge}`,
    );
  }
  for (const name of ["sharedAbove", "maxBlockSize", "maxGroupSize", "phoneTailDigits"] as const) {
    const value = policy[name];
    if (!(Number.isSafeInteger(value) && value >= 1)) {
      fail(`${name} must be a whole number of at least 1`, value);
    }
  }
}
