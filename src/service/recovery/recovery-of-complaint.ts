import type { Money } from "../../shared/money/money.js";
import type { ComplaintCase } from "../complaint/complaint-case.js";
import type {
  RecoveryCase,
  RecoveryFault,
  RecoveryGranted,
  RemedySought,
  RestorationOffer,
} from "./recovery-case.js";
import { isRemedyKind } from "./remedy-kinds.js";

/** What a complaint does not know of its recovery. */
export interface ComplaintRecoveryFacts {
  /** Whose fault it is. */
  readonly fault: RecoveryFault;
  /** What was paid for what failed, at least 0. */
  readonly paid: Money;
  /** The damage shown beyond that, at least 0; none when absent. */
  readonly harm?: Money;
  /**
   * How often the firm failed this customer in the same way before, as `earlierComplaints` with `sameKind: true` counts
   * it; when absent, 1 where the complaint says that it has happened before, otherwise 0.
   */
  readonly earlierFailures?: number;
  /** The customer's value class; none when absent. */
  readonly valueClass?: string;
  /** What the customer is worth; read only where no class is given. */
  readonly customerValue?: Money;
  /** What was granted before, of `recoveryGrantsOfComplaint` and `recoveryGranted`; nothing when absent. */
  readonly granted?: RecoveryGranted;
  /** How what was paid for can be delivered after all, the preferred first; not at all when absent. */
  readonly restorations?: readonly RestorationOffer[];
  /** Why it happened, in words for the customer; absent until it is found out. */
  readonly explanation?: string;
  /** What the customer asks for; what the complaint says when absent. */
  readonly sought?: RemedySought;
}

/**
 * What are the facts of a recovery, for this complaint?
 *
 * The complaint gives id, customer, channel, severity and safety, as they are judged by now; whether it has happened
 * before, where no count is given; and what is asked for, where `remedySought` is the name of a remedy, such as
 * `refund`, and nothing else is given. What is at stake for the customer (`amount`) is what the customer says: it
 * limits who may decide, but is no price paid and no damage shown. The cause is an id of the firm's, no explanation.
 *
 * @remarks SRV-5.
 * @param complaint - The complaint, as its events have left it.
 * @param facts - What it does not know.
 * @returns The case, as `proposeRecovery` takes it; `undefined` before the complaint is received.
 * @example
 * ```ts
 * import { customerId } from "goodwill/customer";
 * import { DEFAULT_RECOVERY_POLICY, proposeRecovery } from "goodwill/service";
 * import { recoveryCaseOfComplaint, replayComplaint } from "goodwill/service";
 * import type { Complaint } from "goodwill/service";
 * import { instant, money } from "goodwill/shared";
 *
 * const at = instant("2026-03-02T09:00:00Z");
 * const record: Complaint = {
 *   id: "K-1",
 *   customer: customerId("C-1"),
 *   at,
 *   receivedBy: "mei",
 *   channel: "phone",
 *   kind: "late-delivery",
 *   subject: "Sofa not delivered",
 *   severity: "medium",
 * };
 * const complaint = replayComplaint([{ kind: "receive", id: "E-1", complaint: "K-1", at, by: "mei", record }]);
 * const given = recoveryCaseOfComplaint(complaint, { fault: "ours", paid: money(100000, "CNY") });
 * given && proposeRecovery(given, DEFAULT_RECOVERY_POLICY).amount; // => { amount: 25000, currency: "CNY" }
 * ```
 */
export function recoveryCaseOfComplaint(
  complaint: ComplaintCase,
  facts: ComplaintRecoveryFacts,
): RecoveryCase | undefined {
  const { record } = complaint;
  if (record === undefined) return undefined;
  const { id, customer, channel, severity, safety, recurrent = false, remedySought } = record;
  const words = remedySought?.trim();
  return {
    earlierFailures: recurrent ? 1 : 0,
    ...(words !== undefined && isRemedyKind(words) && { sought: { kind: words } }),
    ...facts,
    ...{ id, customer, channel, severity },
    ...(safety !== undefined && { safety }),
  };
}
