import { customerId } from "goodwill/customer";
import type {
  ComplaintGrade,
  RecoveryCase,
  RecoveryFault,
  RecoveryPolicy,
  RemedyKind,
  RestorationKind,
} from "goodwill/service";
import { DEFAULT_RECOVERY_POLICY } from "goodwill/service";
import type { Money } from "goodwill/shared";
import fc from "fast-check";

export function cny(amount: number): Money {
  return { amount, currency: "CNY" };
}

/** A case of a failure that is the firm's fault, with what a test needs changed. */
export function failure(more: Partial<RecoveryCase> = {}): RecoveryCase {
  return {
    id: "c-1",
    customer: customerId("ann"),
    channel: "chat",
    severity: "medium",
    fault: "ours",
    paid: cny(1000_00),
    earlierFailures: 0,
    ...more,
  };
}

export const GRADES: readonly ComplaintGrade[] = ["low", "medium", "high", "critical"];
const FAULTS: readonly RecoveryFault[] = ["ours", "shared", "third-party", "customer"];
const KINDS: readonly RemedyKind[] = ["replacement", "repair", "refund", "credit", "points"];
const RESTORATIONS: readonly RestorationKind[] = ["replacement", "repair"];

function amount(most: number): fc.Arbitrary<Money> {
  return fc.integer({ min: 0, max: most }).map(cny);
}

/** Any case, with everything that may be absent now and then absent. */
export const ANY_CASE: fc.Arbitrary<RecoveryCase> = fc
  .record(
    {
      severity: fc.constantFrom(...GRADES),
      fault: fc.constantFrom(...FAULTS),
      paid: amount(5_000_000),
      harm: amount(1_000_000),
      valueClass: fc.constantFrom("A", "B", "C"),
      earlierFailures: fc.integer({ min: 0, max: 5 }),
      granted: fc.record({
        inCase: amount(3_000_000),
        toCustomer: amount(9_000_000),
        inPeriod: amount(100_000_000),
      }),
      restorations: fc.array(
        fc.record({ kind: fc.constantFrom(...RESTORATIONS), cost: amount(6_000_000) }),
        { maxLength: 2 },
      ),
      safety: fc.boolean(),
      sought: fc.record(
        { kind: fc.constantFrom(...KINDS), amount: amount(6_000_000) },
        { requiredKeys: ["kind"] },
      ),
    },
    { requiredKeys: ["severity", "fault", "paid", "earlierFailures"] },
  )
  .map((facts) => failure(facts));

/** Policies that differ in caps, rounding and bounds. */
export const ANY_POLICY: fc.Arbitrary<RecoveryPolicy> = fc
  .record({
    perCase: amount(4_000_000),
    perCustomer: amount(9_000_000),
    perPeriod: amount(100_000_000),
    toMinorUnits: fc.constantFrom(1, 5, 100, 1000),
    rounding: fc.constantFrom("up", "down", "half-even", "half-up"),
    atMostShare: fc.constantFrom(0, 0.05, 0.2, 1),
  })
  .map(({ perCase, perCustomer, perPeriod, toMinorUnits, rounding, atMostShare }) => ({
    ...DEFAULT_RECOVERY_POLICY,
    caps: { perCase, perCustomer, perPeriod, periodDays: 365 },
    rounding: { toMinorUnits, rounding },
    value: { ...DEFAULT_RECOVERY_POLICY.value, atMostShare },
  }));
