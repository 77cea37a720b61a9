import type { Purchase } from "goodwill/customer";
import {
  DEFAULT_RECOVERY_POLICY,
  earlierComplaints,
  proposeRecovery,
  type Complaint,
  type RecoveryCase,
  type RecoveryProposal,
} from "goodwill/service";

/** An open complaint, and what the firm's rules give its customer. */
export interface ProposedRecovery {
  readonly complaint: Complaint;
  readonly given: RecoveryCase;
  readonly proposal: RecoveryProposal;
}

/** What is known of the customers and what they bought. */
export interface RecoveryBase {
  readonly complaints: readonly Complaint[];
  readonly purchases: readonly Purchase[];
  /** The value class of each customer. */
  readonly classes: ReadonlyMap<string, string>;
}

/** What a part costs that is fitted in place of a wrong one. */
const PART = { amount: 120_00, currency: "CNY" } as const;

const NOTHING = { amount: 0, currency: "CNY" } as const;

/** The causes that a part mends. */
const MENDED: readonly string[] = ["wrong-part", "damage"];

/** What is owed for each of these complaints; the courier is the firm's choice, so its failures are the firm's. */
export function proposedRecoveries(
  open: readonly Complaint[],
  { complaints, purchases, classes }: RecoveryBase,
): readonly ProposedRecovery[] {
  return open.map((complaint) => {
    const { id, customer, channel, severity, cause, reference } = complaint;
    const paid = purchases.find((one) => one.id === reference)?.total ?? NOTHING;
    const valueClass = classes.get(customer);
    const given: RecoveryCase = {
      ...{ id, customer, channel, severity, fault: "ours" },
      paid,
      earlierFailures: earlierComplaints(complaint, complaints),
      ...(valueClass !== undefined && { valueClass }),
      ...(cause !== undefined && { explanation: cause.replaceAll("-", " ") }),
      ...(cause !== undefined &&
        MENDED.includes(cause) && { restorations: [{ kind: "repair", cost: PART }] }),
    };
    const proposal = proposeRecovery(given, DEFAULT_RECOVERY_POLICY, { handler: "frontline" });
    return { complaint, given, proposal };
  });
}
