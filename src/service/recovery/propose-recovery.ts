import { formatMoney } from "../../shared/money/money.js";
import type { Money } from "../../shared/money/money.js";
import type { Reason, Trace } from "../../shared/reason.js";
import type { ComplaintGrade } from "../complaint/complaint.js";
import { grantingLevel } from "./granting-level.js";
import { recoveryAmount } from "./recovery-amount.js";
import { kindCaps } from "./recovery-cap.js";
import type { RecoveryCase, RestorationOffer } from "./recovery-case.js";
import type { RecoveryPolicy } from "./recovery-policy.js";
import type {
  RecoveryApology,
  RecoveryExplanation,
  RecoveryProposal,
} from "./recovery-proposal.js";
import { recoveryTerms } from "./recovery-terms.js";
import { refusedRemedies } from "./refused-remedies.js";
import { requireRecoveryCase } from "./require-recovery-case.js";
import { requireRecoveryPolicy } from "./require-recovery-policy.js";
import { isRestoration } from "./restoration.js";

const TASK = "propose a recovery";

/** Who handles the case. */
export interface ProposeRecoveryOptions {
  /** The handler's level of authority; when absent, nobody is told to escalate. */
  readonly handler?: string;
}

/**
 * What is owed to this customer for this failure: which apology, explanation and remedy, and who may grant it?
 *
 * What was paid for is delivered after all where it can be, unless the customer asks for money. The compensation is a
 * share of the price by severity, and the damage; as far as it is the firm's fault; at least the policy's minimum; more
 * for earlier failures and for the customer's value; rounded; within the caps and the highest authority. Value only
 * adds: `floor` is what anybody gets. Equal facts give equal remedies: nothing but the case and the policy is looked
 * at, and the handler decides only whether somebody else must be asked. Asking for less does not lower it.
 *
 * `earlierFailures` are those in the same way: `earlierComplaints` counts them with `sameKind: true`. The case of a
 * complaint is made by `recoveryCaseOfComplaint`; it is answered with `complaintRemedies` of the proposal.
 *
 * Caps are for goodwill. What the law or a contract gives the customer is not subject to them: grant it apart.
 *
 * @remarks SRV-5. Sources of the rules: {@link DEFAULT_RECOVERY_POLICY}.
 * @param given - The facts of the case.
 * @param policy - The firm's rules.
 * @param options - Who handles it.
 * @returns The proposal; `trace` adds up to `amount`, `refused` says what was asked for and is not granted.
 * @throws RangeError when a fact or the policy is not valid, amounts are not all in the policy's currency, or the
 * handler's level is not one of the policy's.
 * @example
 * ```ts
 * import { customerId } from "goodwill/customer";
 * import { DEFAULT_RECOVERY_POLICY, proposeRecovery } from "goodwill/service";
 *
 * const late = {
 *   id: "c-17",
 *   customer: customerId("ann"),
 *   channel: "chat",
 *   severity: "high",
 *   fault: "ours",
 *   paid: { amount: 480_00, currency: "CNY" },
 *   earlierFailures: 0,
 * } as const;
 * const proposal = proposeRecovery(late, DEFAULT_RECOVERY_POLICY, { handler: "frontline" });
 * proposal.compensation; // => { kind: "refund", amount: { amount: 24000, currency: "CNY" } }
 * proposal.escalateTo; // => "supervisor"
 * ```
 */
export function proposeRecovery(
  given: RecoveryCase,
  policy: RecoveryPolicy,
  options: ProposeRecoveryOptions = {},
): RecoveryProposal {
  const currency = requireRecoveryPolicy(TASK, policy);
  requireRecoveryCase(TASK, { given, currency });
  const terms = recoveryTerms(given, policy);
  const { severity, restoration, kind, allCaps } = terms;
  const { amount, parts } = recoveryAmount(given, terms);
  const floor =
    terms.valueShare === 0 ? amount : recoveryAmount(given, { ...terms, valueShare: 0 }).amount;
  const total = amount + (restoration?.cost.amount ?? 0);
  const money = (minor: number): Money => ({ amount: minor, currency });
  const remedies = [
    ...(restoration === undefined
      ? []
      : [{ kind: restoration.kind, amount: restoration.cost.amount }]),
    ...(amount > 0 ? [{ kind, amount }] : []),
  ];
  const asked = { remedies, before: given.granted?.inCase.amount ?? 0 };
  const level = grantingLevel(asked, { policy, handler: options.handler });
  const { grantedBy, escalateTo } = level;
  const soughtKind = given.sought?.kind;
  const limited = soughtKind !== undefined && isRestoration(soughtKind) ? soughtKind : kind;
  const said = { amount: formatMoney(money(amount)) };
  const trace: Trace = { code: "recovery-amount", value: amount, params: said, parts };
  return {
    case: given.id,
    customer: given.customer,
    severity,
    apology: apologyOf(given, { severity, policy }),
    explanation: explanationOf(given),
    ...(restoration !== undefined && { restoration }),
    ...(amount > 0 && { compensation: { kind, amount: money(amount) } }),
    amount: money(amount),
    floor: money(floor),
    total: money(total),
    grantedBy,
    ...(escalateTo !== undefined && { escalateTo }),
    refused: refusedRemedies(given, {
      ...{ policy, severity, amount, kind, restoration },
      caps: [...allCaps, ...kindCaps(given, { policy, kind: limited })],
      capped: parts.some(({ code }) => code === "recovery-cap"),
    }),
    trace,
    reasons: reasonsOf(given, { severity, restoration, ...level, total: money(total) }),
  };
}

interface Graded {
  readonly severity: ComplaintGrade;
  readonly policy: RecoveryPolicy;
}

function apologyOf(
  { fault, channel }: RecoveryCase,
  { severity, policy }: Graded,
): RecoveryApology {
  const rule = policy.apology[severity];
  const kind =
    fault === "ours" ? "responsibility" : fault === "shared" ? "shared-responsibility" : "regret";
  return { kind, by: rule.by, channel: rule.channel === "same" ? channel : rule.channel };
}

function explanationOf({ fault, explanation: text }: RecoveryCase): RecoveryExplanation {
  if (text === undefined) return { kind: "cause-sought" };
  if (fault === "third-party") return { kind: "third-party", text };
  return { kind: fault === "customer" ? "guidance" : "cause", text };
}

function reasonsOf(
  { severity: own, fault, explanation }: RecoveryCase,
  found: {
    readonly severity: ComplaintGrade;
    readonly restoration: RestorationOffer | undefined;
    readonly grantedBy: string;
    readonly escalateTo: string | undefined;
    readonly isNobodys: boolean;
    readonly total: Money;
  },
): readonly Reason[] {
  const { severity, restoration, grantedBy, escalateTo, isNobodys } = found;
  const total = formatMoney(found.total);
  const reasons: Reason[] = [];
  const say = (code: string, params: Reason["params"]): void => void reasons.push({ code, params });
  if (severity !== own) say("recovery-safety", { severity: own, counted: severity });
  if (restoration !== undefined) {
    say("recovery-restoration", { kind: restoration.kind, cost: formatMoney(restoration.cost) });
  }
  if (explanation === undefined) say("recovery-cause-sought", {});
  if (fault === "customer") say("recovery-fault-customer", {});
  if (isNobodys) say("recovery-nobody-may", { level: grantedBy });
  else if (found.total.amount > 0) say("recovery-granted-by", { level: grantedBy, total });
  if (escalateTo !== undefined) say("recovery-escalate", { to: escalateTo, total });
  return reasons;
}
