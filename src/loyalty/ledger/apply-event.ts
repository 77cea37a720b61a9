import { applyPoints } from "./apply-points.js";
import { applyRecord } from "./apply-record.js";
import { LOYALTY_EVENT_VERSION } from "./event-base.js";
import type { LedgerDraft } from "./ledger-draft.js";
import type { LoyaltyEvent } from "./loyalty-event.js";

/** Takes one event into a ledger that is open for changes. */
export function applyEvent(draft: LedgerDraft, event: LoyaltyEvent): void {
  if (event.version !== LOYALTY_EVENT_VERSION) {
    throw new RangeError(
      `Cannot evolve a ledger: event ${event.id} of kind "${event.kind}" has version ${String(event.version)}, ` +
        `known is ${String(LOYALTY_EVENT_VERSION)}; bring it up with upcastLoyaltyEvents`,
    );
  }
  applyPoints(draft, event);
  applyRecord(draft, event);
  const { state, put } = draft;
  state.keys = put(state.keys, event.key, event.fingerprint);
  if (event.sequence > state.sequence) state.sequence = event.sequence;
  if (state.lastAt === undefined || event.occurredAt > state.lastAt) {
    state.lastAt = event.occurredAt;
  }
}
