import type { AttributionPolicy } from "./attribution-policy.js";

/** Refuses a policy whose numbers are out of bounds. */
export function requireAttributionPolicy(policy: AttributionPolicy): AttributionPolicy {
  const { firstShare, lastShare, halfLifeDays, halfLifeSteps, markovOrder } = policy;
  if (!(
    firstShare >= 0 &&
    lastShare >= 0 &&
    firstShare + lastShare <= 1 &&
    firstShare + lastShare > 0
  )) {
    throw cannotShare(
      "the shares of the first and last step must be at least 0 and add up to more than 0 and at most 1",
      `${String(firstShare)} and ${String(lastShare)}`,
    );
  }
  for (const halfLife of [halfLifeDays, halfLifeSteps]) {
    if (!(Number.isFinite(halfLife) && halfLife > 0))
      throw cannotShare("a half-life must be above 0", String(halfLife));
  }
  if (![1, 2, 3].includes(markovOrder))
    throw cannotShare("the order must be 1, 2 or 3", String(markovOrder));
  return policy;
}

function cannotShare(rule: string, got: string): RangeError {
  return new RangeError(`Cannot attribute outcomes: ${rule}, got ${got}`);
}
