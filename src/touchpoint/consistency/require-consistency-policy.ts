import type { ConsistencyPolicy } from "./consistency-policy.js";

// Internal: not part of the package's surface.

/** Checks a policy; the message names what is wrong. */
export function requireConsistencyPolicy(policy: ConsistencyPolicy): ConsistencyPolicy {
  const { priceToleranceShare, minimumAsks, rates } = policy;
  const fail = (problem: string): never => {
    throw new RangeError(`Cannot compare statements: ${problem}`);
  };
  if (!(priceToleranceShare >= 0 && priceToleranceShare < 1)) {
    fail(`priceToleranceShare must lie from 0 to below 1, got ${String(priceToleranceShare)}`);
  }
  if (!Number.isSafeInteger(minimumAsks) || minimumAsks < 1) {
    fail(`minimumAsks must be a whole number of at least 1, got ${String(minimumAsks)}`);
  }
  for (const { from, to, rate } of rates) {
    const { numerator, denominator } = rate;
    const isRate = [numerator, denominator].every((one) => Number.isSafeInteger(one) && one > 0);
    if (!isRate || from === to) {
      fail(
        `the rate from ${from} to ${to} must be a fraction of whole numbers above 0 between two currencies, got ${String(numerator)}/${String(denominator)}`,
      );
    }
  }
  return policy;
}
