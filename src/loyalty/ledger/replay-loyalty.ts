import { applyEvent } from "./apply-event.js";
import { inOrder } from "./event-order.js";
import { openFold } from "./ledger-draft.js";
import type { LoyaltyEvent } from "./loyalty-event.js";
import { NO_LOYALTY } from "./loyalty-state.js";
import type { LoyaltyState } from "./loyalty-state.js";

/**
 * The ledger of a member from its events.
 *
 * They may come in any order: they are taken in by when they happened, then by sequence, so that late events stand
 * where they belong. The same event twice counts once. One pass; a million events of one member take about a second.
 *
 * @param events - The events of one member.
 * @param from - A snapshot to begin with; every event must have happened after those it was made of, at the earliest
 * at the same moment. The empty ledger when absent.
 * @returns The ledger after them.
 * @throws RangeError where two different events share a sequence, events are of several members, or happened before
 * the snapshot; and as `evolveLoyalty`.
 * @example
 * ```ts
 * import { replayLoyalty } from "goodwill/loyalty";
 *
 * replayLoyalty([]).sequence; // => 0
 * ```
 */
export function replayLoyalty(
  events: readonly LoyaltyEvent[],
  from: LoyaltyState = NO_LOYALTY,
): LoyaltyState {
  const draft = openFold(from);
  const ordered = inOrder(distinct(events));
  requireOneMember(from, ordered);
  requireAfter(from, ordered[0]);
  for (const event of ordered) applyEvent(draft, event);
  return draft.state;
}

/** The events, each once. */
function distinct(events: readonly LoyaltyEvent[]): readonly LoyaltyEvent[] {
  const isAscending = events.every(
    ({ sequence }, index) => index === 0 || sequence > events[index - 1]!.sequence,
  );
  if (isAscending) return events;
  const bySequence = new Map<number, LoyaltyEvent>();
  for (const event of events) {
    const known = bySequence.get(event.sequence);
    if (known === undefined) bySequence.set(event.sequence, event);
    else if (known.id !== event.id) {
      throw new RangeError(
        `Cannot replay a ledger: events ${known.id} and ${event.id} share the sequence ${String(event.sequence)}`,
      );
    }
  }
  return [...bySequence.values()];
}

function requireOneMember({ account }: LoyaltyState, events: readonly LoyaltyEvent[]): void {
  const member = account?.member ?? events[0]?.member;
  const other = events.find((event) => event.member !== member);
  if (other === undefined) return;
  throw new RangeError(
    `Cannot replay a ledger: the events must be of one member, got ${JSON.stringify(member)} and ${JSON.stringify(other.member)}`,
  );
}

function requireAfter({ lastAt, sequence }: LoyaltyState, first: LoyaltyEvent | undefined): void {
  if (first === undefined || lastAt === undefined) return;
  if (first.occurredAt < lastAt || first.sequence <= sequence) {
    throw new RangeError(
      `Cannot replay a ledger: event ${first.id} (sequence ${String(first.sequence)}, ${first.occurredAt}) belongs ` +
        `before the snapshot (sequence ${String(sequence)}, ${lastAt}); replay from the beginning`,
    );
  }
}
