import { record } from "../decision/decision.js";
import type { Decision } from "../decision/decision.js";
import type { ChangeMemberStatus } from "../decision/loyalty-command.js";
import type { LoyaltyRefusal } from "../decision/loyalty-refusal.js";
import { blankField } from "./blank-field.js";

/**
 * Pauses, resumes or closes an account. Only an active account is paused and only a paused one resumed; both can be
 * closed, and a closed one stays closed. Points and tiers go on with the clock all the while.
 */
export function decideStatus(
  decision: Decision,
  command: ChangeMemberStatus,
): LoyaltyRefusal | undefined {
  const { account } = decision.state;
  const { kind, why } = command;
  if (account === undefined) return { code: "not-enrolled" };
  const blank = blankField({ why });
  if (blank !== undefined) return blank;
  const { status } = account;
  if (status === "closed") return { code: "account-not-active", status };
  if (kind !== "close" && (kind === "resume") !== (status === "paused")) {
    return { code: "not-possible-now", what: "account", state: status };
  }
  const next = kind === "close" ? "closed" : kind === "pause" ? "paused" : "active";
  record(decision, { kind: "member-status-changed", status: next, why });
  return undefined;
}
