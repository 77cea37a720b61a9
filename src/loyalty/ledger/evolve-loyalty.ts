import { applyEvent } from "./apply-event.js";
import { openDraft, openFold } from "./ledger-draft.js";
import type { LoyaltyEvent } from "./loyalty-event.js";
import type { LoyaltyState } from "./loyalty-state.js";

/**
 * How does this event change the ledger?
 *
 * It takes over what the event says and infers nothing: no rule of a programme is looked at, so a ledger of ten years
 * ago folds to the same state under the rules of today. The state given is not changed; the new one shares what stayed.
 *
 * @param state - The ledger so far; `NO_LOYALTY` at first.
 * @param event - What happened.
 * @returns The ledger after it.
 * @throws RangeError where the event has a version this package does not know, or speaks of a lot, order, redemption
 * or voucher the ledger does not hold.
 * @example
 * ```ts
 * import { evolveLoyalty, NO_LOYALTY } from "goodwill/loyalty";
 * import { instant, plainDate } from "goodwill/shared";
 *
 * const at = instant("2026-03-02T09:00:00Z");
 * const enrolled = evolveLoyalty(NO_LOYALTY, {
 *   kind: "member-enrolled",
 *   id: "e-1",
 *   key: "k-1",
 *   fingerprint: "f-1",
 *   member: "ann",
 *   version: 1,
 *   sequence: 1,
 *   occurredAt: at,
 *   recordedAt: at,
 *   programme: { id: "beans", version: 1 },
 *   holder: "member",
 *   day: plainDate("2026-03-02"),
 * });
 * enrolled.account?.status; // => "active"
 * ```
 */
export function evolveLoyalty(state: LoyaltyState, event: LoyaltyEvent): LoyaltyState {
  // An event that moves points in most lots copies the ledger once rather than each part of it anew.
  const movements = event.movements?.length ?? 0;
  const draft = movements > 8 * state.lots.length + 64 ? openFold(state) : openDraft(state);
  applyEvent(draft, event);
  return draft.state;
}
