import type { ReviewPolicy } from "./review-policy.js";

/** Checks a policy. @internal */
export function requireReviewPolicy(policy: ReviewPolicy): ReviewPolicy {
  const { level, minimumCustomers, leastDifference, power, stoppedShare, normalResponse } = policy;
  requireWithin("level", level, { above: 0, below: 1 });
  requireWithin("leastDifference", leastDifference, { above: 0, below: 1 });
  requireWithin("power", power, { above: 0.5, below: 1 });
  if (!Number.isSafeInteger(minimumCustomers) || minimumCustomers < 1)
    refuse("minimumCustomers must be a whole number of at least 1", minimumCustomers);
  if (!(stoppedShare > 0 && stoppedShare <= 1))
    refuse("stoppedShare must be above 0 and at most 1", stoppedShare);
  const { lower, upper } = normalResponse;
  if (!(lower >= 0 && lower <= upper && upper <= 1))
    refuse("normalResponse must be two rising shares", `${String(lower)} to ${String(upper)}`);
  return policy;
}

function requireWithin(
  name: string,
  value: number,
  { above, below }: { readonly above: number; readonly below: number },
): void {
  if (!(value > above && value < below))
    refuse(`${name} must be above ${String(above)} and below ${String(below)}`, value);
}

function refuse(rule: string, got: number | string): never {
  throw new RangeError(`Cannot review a plan: ${rule}, got ${String(got)}`);
}
