import type { Instant } from "../../shared/time/instant.js";
import type { LifecyclePolicy } from "./policy.js";

/** Checks a policy and hands it back. */
export function requireLifecyclePolicy(policy: LifecyclePolicy): LifecyclePolicy {
  const { lapse, attachment } = policy;
  const whole: readonly (readonly [string, number])[] = [
    ["interestDays", policy.interestDays],
    ["interestCoolingDays", policy.interestCoolingDays],
    ["initialSilenceDays", policy.initialSilenceDays],
    ["signalDays", policy.signalDays],
    ["loyalRepurchases", policy.loyalRepurchases],
    ["attachment.positiveSignals", attachment.positiveSignals],
    ["lapse.floorDays", lapse.floorDays],
    ["lapse.minimumIntervals", lapse.minimumIntervals],
    ["lapse.fallbackDays", lapse.fallbackDays],
  ];
  for (const [name, value] of whole) {
    if (Number.isSafeInteger(value) && value >= 1) continue;
    fail(`${name} must be a whole number of at least 1`, value);
  }
  if (policy.interestCoolingDays >= policy.interestDays) {
    fail("interestCoolingDays must lie below interestDays", policy.interestCoolingDays);
  }
  if (!(Number.isFinite(lapse.intervalFactor) && lapse.intervalFactor > 0)) {
    fail("lapse.intervalFactor must be above 0", lapse.intervalFactor);
  }
  if (!(Number.isFinite(lapse.lostFactor) && lapse.lostFactor > 1)) {
    fail("lapse.lostFactor must be above 1", lapse.lostFactor);
  }
  return policy;
}

function fail(problem: string, got: number): never {
  throw new RangeError(`Cannot read the life cycle: ${problem}, got ${String(got)}`);
}

/** The policy as one text, the same for equal policies. */
export function lifecyclePolicyText(policy: LifecyclePolicy): string {
  const { attachment, lapse } = policy;
  return JSON.stringify([
    policy.interestKinds?.toSorted() ?? "every",
    policy.interestDays,
    policy.interestCoolingDays,
    policy.initialSilenceDays,
    policy.sameDayOnce,
    policy.extensionBy,
    policy.signalDays,
    policy.loyalRepurchases,
    [attachment.positiveSignals, attachment.referralCounts],
    [
      lapse.intervalFactor,
      lapse.floorDays,
      lapse.minimumIntervals,
      lapse.fallbackDays,
      lapse.lostFactor,
    ],
  ]);
}

/** Checks that a span runs forwards. */
export function requireSpan({ from, to }: { readonly from: Instant; readonly to: Instant }): void {
  if (from <= to) return;
  throw new RangeError(
    `Cannot follow the life cycle: the span ends before it begins, got ${from} to ${to}`,
  );
}
