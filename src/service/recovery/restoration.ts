import { isGrantable, kindCaps } from "./recovery-cap.js";
import type { RecoveryCap } from "./recovery-cap.js";
import type { RecoveryCase, RestorationKind, RestorationOffer } from "./recovery-case.js";
import type { RecoveryPolicy } from "./recovery-policy.js";

/** Whether a remedy delivers what was paid for, rather than money. @internal */
export function isRestoration(kind: string): kind is RestorationKind {
  return kind === "replacement" || kind === "repair";
}

/**
 * How what was paid for is delivered after all: as asked for, otherwise the first way within the caps; not at all for
 * a customer who asks for money, or a fault the policy does not restore. Whatever it costs where no caps are given.
 * @internal
 */
export function chosenRestoration(
  given: RecoveryCase,
  terms: { readonly policy: RecoveryPolicy; readonly caps: readonly RecoveryCap[] | undefined },
): RestorationOffer | undefined {
  const { restorations = [], fault, sought } = given;
  const { policy, caps } = terms;
  if (!policy.restoreFor.includes(fault)) return undefined;
  if (sought !== undefined && !isRestoration(sought.kind)) return undefined;
  const within = restorations.filter(
    ({ kind, cost }) =>
      isGrantable(policy, kind) &&
      (caps === undefined ||
        cost.amount <= leastLeft([...caps, ...kindCaps(given, { policy, kind })])),
  );
  return within.find(({ kind }) => kind === sought?.kind) ?? within[0];
}

/** What the tightest cap leaves. @internal */
export function leastLeft(caps: readonly RecoveryCap[]): number {
  return Math.min(Number.MAX_SAFE_INTEGER, ...caps.map(({ left }) => left));
}
