import type { RecoveryCase, RemedyKind, RestorationOffer } from "./recovery-case.js";
import type { RecoveryPolicy } from "./recovery-policy.js";

/** What a limit leaves to be granted. @internal */
export interface RecoveryCap {
  /** Which. */
  readonly cap: "case" | "customer" | "period" | "authority";
  /** How much it allows in all, in minor units. */
  readonly limit: number;
  /** How much of it is left, at least 0. */
  readonly left: number;
}

/** What the caps, and the highest level of authority, leave after what was granted before. @internal */
export function recoveryCaps(
  { granted }: RecoveryCase,
  { caps, authority }: RecoveryPolicy,
): readonly RecoveryCap[] {
  const highest = authority.at(-1)?.upTo;
  const limits: readonly (readonly [RecoveryCap["cap"], number | undefined, number])[] = [
    ["case", caps.perCase?.amount, granted?.inCase.amount ?? 0],
    ["customer", caps.perCustomer?.amount, granted?.toCustomer.amount ?? 0],
    ["period", caps.perPeriod?.amount, granted?.inPeriod.amount ?? 0],
    // Nobody may grant more for one case, in however many steps.
    ["authority", highest?.amount, granted?.inCase.amount ?? 0],
  ];
  return limits.flatMap(([cap, limit, used]) =>
    limit === undefined ? [] : [{ cap, limit, left: Math.max(0, limit - used) }],
  );
}

/** What the highest level of authority leaves of one kind of remedy; none where kinds are not told apart. @internal */
export function kindCaps(
  { granted }: RecoveryCase,
  { policy, kind }: { readonly policy: RecoveryPolicy; readonly kind: RemedyKind },
): readonly RecoveryCap[] {
  const limit = policy.authority.at(-1)?.kinds?.[kind]?.amount;
  if (limit === undefined) return [];
  return [{ cap: "authority", limit, left: Math.max(0, limit - (granted?.inCase.amount ?? 0)) }];
}

/** Whether anybody may grant this kind of remedy, be it for nothing. @internal */
export function isGrantable({ authority }: RecoveryPolicy, kind: RemedyKind): boolean {
  const kinds = authority.at(-1)?.kinds;
  return kinds === undefined || Object.hasOwn(kinds, kind);
}

/** What the caps leave once a restoration is paid for. @internal */
export function capsAfter(
  caps: readonly RecoveryCap[],
  restoration: RestorationOffer | undefined,
): readonly RecoveryCap[] {
  const cost = restoration?.cost.amount ?? 0;
  return caps.map((one) => ({ ...one, left: Math.max(0, one.left - cost) }));
}
