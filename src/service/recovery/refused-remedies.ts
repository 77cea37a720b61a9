import { formatMoney } from "../../shared/money/money.js";
import type { Reason } from "../../shared/reason.js";
import type { ComplaintGrade } from "../complaint/complaint.js";
import type { RecoveryCap } from "./recovery-cap.js";
import type { CompensationKind, RecoveryCase, RestorationOffer } from "./recovery-case.js";
import type { RecoveryPolicy } from "./recovery-policy.js";
import type { RemedyRefused } from "./recovery-proposal.js";
import { isRestoration, leastLeft } from "./restoration.js";

/** What was granted, to hold the wish against. @internal */
export interface GrantedRemedy {
  /** The rules. */
  readonly policy: RecoveryPolicy;
  /** The severity the case counts as. */
  readonly severity: ComplaintGrade;
  /** What is paid, in minor units. */
  readonly amount: number;
  /** Whether a cap has lowered it. */
  readonly capped: boolean;
  /** In which form it would be paid. */
  readonly kind: CompensationKind;
  /** How what was paid for is delivered after all. */
  readonly restoration: RestorationOffer | undefined;
  /** What the caps left before. */
  readonly caps: readonly RecoveryCap[];
}

/** What was asked for and is not granted, with the first rule that stands against it. @internal */
export function refusedRemedies(
  given: RecoveryCase,
  granted: GrantedRemedy,
): readonly RemedyRefused[] {
  const { sought } = given;
  if (sought === undefined) return [];
  if (isRestoration(sought.kind)) {
    if (granted.restoration?.kind === sought.kind) return [];
    return [{ kind: sought.kind, reason: whyNotRestored(given, granted) }];
  }
  const { amount, capped, kind, severity } = granted;
  const { currency } = given.paid;
  const asked = sought.amount;
  const missing = asked === undefined ? 0 : Math.max(0, asked.amount - amount);
  const left = asked !== undefined && missing > 0 ? { ...asked, amount: missing } : undefined;
  const refuse = (code: string, params: Reason["params"]): RemedyRefused => ({
    kind: sought.kind,
    ...(left !== undefined && { amount: left }),
    reason: { code, params },
  });
  const used = granted.caps.find((one) => one.left === 0);
  if (amount === 0 && capped && used !== undefined) {
    return [
      refuse("recovery-cap-used", {
        cap: used.cap,
        limit: formatMoney({ amount: used.limit, currency }),
      }),
    ];
  }
  if (amount === 0) return [refuse("recovery-nothing-due", { fault: given.fault })];
  return [
    ...(kind === sought.kind
      ? []
      : [refuse("recovery-kind-not-given", { kind: sought.kind, severity, instead: kind })]),
    ...(left === undefined
      ? []
      : [
          refuse("recovery-asked-more", {
            asked: formatMoney(asked!),
            granted: formatMoney({ amount, currency }),
          }),
        ]),
  ];
}

function whyNotRestored(
  { fault, restorations = [], sought }: RecoveryCase,
  { policy, caps }: GrantedRemedy,
): Reason {
  const kind = String(sought?.kind);
  const offer = restorations.find((one) => one.kind === kind);
  if (!policy.restoreFor.includes(fault)) {
    return { code: "recovery-not-restored", params: { kind, fault } };
  }
  if (offer === undefined) return { code: "recovery-not-available", params: { kind } };
  return {
    code: "recovery-beyond-caps",
    params: {
      kind,
      cost: formatMoney(offer.cost),
      left: formatMoney({ amount: leastLeft(caps), currency: offer.cost.currency }),
    },
  };
}
