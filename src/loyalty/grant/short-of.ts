import type { ClawBack } from "../decision/claw-back.js";
import type { ReturnReversal } from "../ledger/return-event.js";

/** What of points taken back was not there, by kind: owed from now on, or let go. */
export function shortOf(
  kind: string,
  { owed, letGo }: Pick<ClawBack, "owed" | "letGo">,
): Pick<ReturnReversal, "owed" | "letGo"> {
  return {
    owed: owed > 0 ? { [kind]: owed } : {},
    letGo: letGo > 0 ? { [kind]: letGo } : {},
  };
}
