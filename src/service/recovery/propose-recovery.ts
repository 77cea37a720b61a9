import type { Money } from "../../shared/money/money.js";
import type { Reason, Trace } from "../../shared/reason.js";
import type { ComplaintGrade } from "../complaint/complaint.js";
import { grantingLevel } from "./granting-level.js";
import { recoveryAmount, recoveryValueShare } from "./recovery-amount.js";
import { capsAfter, recoveryCaps } from "./recovery-cap.js";
import type { CompensationKind, RecoveryCase, RestorationOffer } from "./recovery-case.js";
import type { RecoveryPolicy } from "./recovery-policy.js";
import type {
  RecoveryApology,
  RecoveryExplanation,
  RecoveryProposal,
} from "./recovery-proposal.js";
import { refusedRemedies } from "./refused-remedies.js";
import { requireRecoveryCase } from "./require-recovery-case.js";
import { requireRecoveryPolicy } from "./require-recovery-policy.js";
import { chosenRestoration } from "./restoration.js";
import { countedSeverity } from "./severity-order.js";

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
  const severity = countedSeverity(given, policy.safetySeverity);
  const allCaps = recoveryCaps(given, policy);
  const restoration = chosenRestoration(given, { policy, caps: allCaps });
  const restored = restoration !== undefined;
  const caps = capsAfter(allCaps, restoration);
  const valueShare = recoveryValueShare(given, policy);
  const terms = { policy, severity, restored, caps, valueShare };
  const { amount, parts } = recoveryAmount(given, terms);
  const floor =
    valueShare === 0 ? amount : recoveryAmount(given, { ...terms, valueShare: 0 }).amount;
  const total = amount + (restoration?.cost.amount ?? 0);
  const money = (minor: number): Money => ({ amount: minor, currency });
  const kind = paidKind(given, { severity, policy });
  // Nobody has to be asked to grant nothing.
  const sum = total === 0 ? 0 : total + (given.granted?.inCase.amount ?? 0);
  const { grantedBy, escalateTo } = grantingLevel(sum, { policy, handler: options.handler });
  const trace: Trace = { code: "recovery-amount", value: amount, params: { currency }, parts };
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
      ...{ policy, severity, amount, kind, restoration, caps: allCaps },
      capped: parts.some(({ code }) => code === "recovery-cap"),
    }),
    trace,
    reasons: reasonsOf(given, { severity, restoration, grantedBy, escalateTo, total }),
  };
}

interface Graded {
  readonly severity: ComplaintGrade;
  readonly policy: RecoveryPolicy;
}

/** The kind asked for where the policy has it for this severity, otherwise the preferred one. */
function paidKind({ sought }: RecoveryCase, { severity, policy }: Graded): CompensationKind {
  const kinds = policy.kinds[severity];
  return kinds.find((kind) => kind === sought?.kind) ?? kinds[0]!;
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

function explanationOf({ fault, cause }: RecoveryCase): RecoveryExplanation {
  if (cause === undefined) return { kind: "cause-sought" };
  if (fault === "third-party") return { kind: "third-party", cause };
  return { kind: fault === "customer" ? "guidance" : "cause", cause };
}

function reasonsOf(
  { severity: own, fault, cause }: RecoveryCase,
  found: {
    readonly severity: ComplaintGrade;
    readonly restoration: RestorationOffer | undefined;
    readonly grantedBy: string;
    readonly escalateTo: string | undefined;
    readonly total: number;
  },
): readonly Reason[] {
  const { severity, restoration, grantedBy, escalateTo, total } = found;
  const reasons: Reason[] = [];
  const say = (code: string, params: Reason["params"]): void => void reasons.push({ code, params });
  if (severity !== own) say("recovery-safety", { severity: own, counted: severity });
  if (restoration !== undefined) {
    say("recovery-restoration", { kind: restoration.kind, cost: restoration.cost.amount });
  }
  if (cause === undefined) say("recovery-cause-sought", {});
  if (fault === "customer") say("recovery-fault-customer", {});
  if (total > 0) say("recovery-granted-by", { level: grantedBy, total });
  if (escalateTo !== undefined) say("recovery-escalate", { to: escalateTo, total });
  return reasons;
}
