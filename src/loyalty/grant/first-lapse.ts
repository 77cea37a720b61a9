import type { Decision } from "../decision/decision.js";
import { lapsesAfterActivity } from "../decision/lapses.js";
import type { LapseMoved } from "../ledger/event-base.js";

/**
 * When points of a kind lapse that a member is given without being active. While older points are running, with them; a
 * member who has no running lapse begins one, else the points would be gone as they come, or never.
 */
export function firstLapse(decision: Decision, kind: string): LapseMoved[] {
  const { state, command } = decision;
  const lapsesAt = state.wallets[kind]?.lapsesAt;
  if (lapsesAt !== undefined && lapsesAt > command.occurredAt) return [];
  return lapsesAfterActivity(decision).filter((moved) => moved.kind === kind);
}
