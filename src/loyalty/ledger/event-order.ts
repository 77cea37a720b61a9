import type { LoyaltyEvent } from "./loyalty-event.js";

/** Events by when they happened, then by sequence. */
export function inOrder(events: readonly LoyaltyEvent[]): readonly LoyaltyEvent[] {
  for (let index = 1; index < events.length; index += 1) {
    if (compareEvents(events[index - 1]!, events[index]!) > 0)
      return events.toSorted(compareEvents);
  }
  return events;
}

function compareEvents(a: LoyaltyEvent, b: LoyaltyEvent): number {
  if (a.occurredAt !== b.occurredAt) return a.occurredAt < b.occurredAt ? -1 : 1;
  return a.sequence - b.sequence;
}
