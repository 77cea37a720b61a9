import type { ComplaintGrade } from "../complaint/complaint.js";
import { recoveryAmount, recoveryValueShare } from "./recovery-amount.js";
import type { RecoveryAmountTerms } from "./recovery-amount.js";
import { capsAfter, isGrantable, kindCaps, recoveryCaps } from "./recovery-cap.js";
import type { RecoveryCap } from "./recovery-cap.js";
import type { CompensationKind, RecoveryCase, RestorationOffer } from "./recovery-case.js";
import type { RecoveryPolicy } from "./recovery-policy.js";
import { chosenRestoration, leastLeft } from "./restoration.js";
import { countedSeverity } from "./severity-order.js";

/** What a policy says to a case before an amount is computed. @internal */
export interface RecoveryTerms extends RecoveryAmountTerms {
  /** What the caps leave before a restoration. */
  readonly allCaps: readonly RecoveryCap[];
  /** How what was paid for is delivered after all. */
  readonly restoration: RestorationOffer | undefined;
  /** In which form money would be paid. */
  readonly kind: CompensationKind;
}

/** The terms of a case, by a policy that is valid. @internal */
export function recoveryTerms(given: RecoveryCase, policy: RecoveryPolicy): RecoveryTerms {
  const severity = countedSeverity(given, policy.safetySeverity);
  const allCaps = recoveryCaps(given, policy);
  const restoration = chosenRestoration(given, { policy, caps: allCaps });
  const kind = paidKind(given, { severity, policy });
  return {
    ...{ policy, severity, allCaps, restoration, kind, restored: restoration !== undefined },
    caps: [...capsAfter(allCaps, restoration), ...kindCaps(given, { policy, kind })],
    valueShare: recoveryValueShare(given, policy),
  };
}

/** The kind asked for where the policy has it for this severity, otherwise the preferred one. */
function paidKind(
  { sought }: RecoveryCase,
  { severity, policy }: { readonly severity: ComplaintGrade; readonly policy: RecoveryPolicy },
): CompensationKind {
  const kinds = policy.kinds[severity].filter((kind) => isGrantable(policy, kind));
  return kinds.find((kind) => kind === sought?.kind) ?? kinds[0]!;
}

/**
 * What the caps leave, where they change the remedy; `undefined` where it would be the same without them.
 *
 * Cases that are equal otherwise, and equal in this, have the same remedy.
 * @internal
 */
export function bindingLimits(
  given: RecoveryCase,
  policy: RecoveryPolicy,
): readonly number[] | undefined {
  const terms = recoveryTerms(given, policy);
  const { allCaps, restoration, kind, caps } = terms;
  const wished = chosenRestoration(given, { policy, caps: undefined });
  const { amount } = recoveryAmount(given, { ...terms, caps: [] });
  if (wished === restoration && amount <= leastLeft(caps)) return undefined;
  const kinds = [kind, ...(given.restorations ?? []).map((one) => one.kind)];
  const lefts = kinds.map((one) =>
    leastLeft([...allCaps, ...kindCaps(given, { policy, kind: one })]),
  );
  return [leastLeft(allCaps), ...lefts];
}
