import type { ComplaintRemedy } from "../complaint/complaint-remedy.js";
import type { RecoveryProposal } from "./recovery-proposal.js";

/**
 * What is granted by this proposal, in the words of an answer to a complaint?
 *
 * The apology, without an amount; then how what was paid for is delivered after all, with what it costs; then what is
 * paid. An answer with these is within the authority of the level the proposal names, see `recoveryAuthority`.
 *
 * @remarks SRV-5.
 * @param proposal - What is proposed.
 * @returns The remedies, as the commands `answer` and `approve` of `decideComplaint` take them; an apology at least.
 * @example
 * ```ts
 * import { customerId } from "goodwill/customer";
 * import { complaintRemedies, DEFAULT_RECOVERY_POLICY, proposeRecovery } from "goodwill/service";
 * import { money } from "goodwill/shared";
 *
 * const late = { id: "K-1", customer: customerId("C-1"), channel: "chat", severity: "high", fault: "ours",
 *   paid: money(48000, "CNY"), earlierFailures: 0 } as const;
 * const proposal = proposeRecovery(late, DEFAULT_RECOVERY_POLICY);
 * complaintRemedies(proposal).map(({ kind, amount }) => [kind, amount?.amount]);
 * // => [["apology", undefined], ["refund", 24000]]
 * ```
 */
export function complaintRemedies({
  restoration,
  compensation,
}: Pick<RecoveryProposal, "restoration" | "compensation">): readonly ComplaintRemedy[] {
  return [
    { kind: "apology" },
    ...(restoration === undefined ? [] : [{ kind: restoration.kind, amount: restoration.cost }]),
    ...(compensation === undefined ? [] : [compensation]),
  ];
}
