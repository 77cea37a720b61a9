import { record } from "../decision/decision.js";
import type { Decision } from "../decision/decision.js";
import type { ChangeCard } from "../decision/loyalty-command.js";
import type { LoyaltyRefusal } from "../decision/loyalty-refusal.js";
import type { LoyaltyAccount } from "../ledger/loyalty-state.js";
import { blankField } from "./blank-field.js";

/**
 * Issues a card, blocks it, or issues one in place of another, which is blocked by it. A number that was used once in
 * the account is never issued again; only an active card is blocked or replaced, and why has to be said.
 */
export function decideCard(decision: Decision, command: ChangeCard): LoyaltyRefusal | undefined {
  const { account } = decision.state;
  if (account === undefined) return { code: "not-enrolled" };
  const { kind, card, replaces, why } = command;
  const isReplaced = kind === "replace-card";
  const missing = blankField({
    card,
    replaces: isReplaced ? (replaces ?? "") : undefined,
    why: kind === "issue-card" ? why : (why ?? ""),
  });
  if (missing !== undefined) return missing;
  const old = kind === "block-card" ? card : isReplaced ? replaces : undefined;
  const refusal = old === undefined ? undefined : notActive(account, old);
  if (refusal !== undefined) return refusal;
  if (kind !== "block-card" && Object.hasOwn(account.cards, card)) {
    return { code: "already-there", what: "card", id: card };
  }
  record(decision, {
    kind: "card-changed",
    card,
    status: kind === "block-card" ? "blocked" : "active",
    ...(isReplaced && replaces !== undefined && { replaces }),
    ...(why !== undefined && { why }),
  });
  return undefined;
}

function notActive({ cards }: LoyaltyAccount, card: string): LoyaltyRefusal | undefined {
  if (!Object.hasOwn(cards, card)) return { code: "unknown", what: "card", id: card };
  const state = cards[card]!;
  return state === "active" ? undefined : { code: "not-possible-now", what: "card", state };
}
