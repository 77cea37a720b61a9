import { LOYALTY_EVENT_VERSION } from "../ledger/event-base.js";
import type { LoyaltyEventBase } from "../ledger/event-base.js";
import { evolveLoyalty } from "../ledger/evolve-loyalty.js";
import type { LoyaltyEvent } from "../ledger/loyalty-event.js";
import type { LoyaltyState } from "../ledger/loyalty-state.js";
import type { LoyaltyOptions } from "./decision-options.js";
import type { LoyaltyCommand } from "./loyalty-command.js";

/**
 * A decision while it is made: each event recorded changes the state, so that what is decided next sees it. Nothing of
 * it leaves the call it is made in.
 */
export interface Decision {
  /** The ledger, after the events recorded so far. */
  state: LoyaltyState;
  /** What is to happen. */
  readonly command: Pick<LoyaltyCommand, "key" | "member" | "occurredAt" | "cause">;
  /** What the command says, as a short text. */
  readonly fingerprint: string;
  /** Clock, rules and ids. */
  readonly options: LoyaltyOptions;
  /** The events recorded so far. */
  readonly events: LoyaltyEvent[];
}

type SharedField = Exclude<
  keyof LoyaltyEventBase,
  "lots" | "movements" | "capUses" | "qualifying" | "lapses" | "moved" | "occurredAt"
>;

type DraftOf<Event> = Event extends LoyaltyEvent
  ? Omit<Event, SharedField | "occurredAt"> & Partial<Pick<Event, "occurredAt">>
  : never;

/** An event without what all events of a decision share; it happens when the command did unless it says otherwise. */
export type EventDraft = DraftOf<LoyaltyEvent>;

/** Records an event: it is appended and its effect is in `decision.state` from now on. */
export function record(decision: Decision, draft: EventDraft): void {
  const { command, options, state, events } = decision;
  const event = {
    id: options.ids(events.length),
    key: command.key,
    fingerprint: decision.fingerprint,
    member: command.member,
    version: LOYALTY_EVENT_VERSION,
    sequence: state.sequence + 1,
    occurredAt: command.occurredAt,
    recordedAt: options.now,
    programme: { id: options.programme.id, version: options.programme.version },
    ...(command.cause !== undefined && { cause: command.cause }),
    ...draft,
  } as LoyaltyEvent;
  events.push(event);
  decision.state = evolveLoyalty(state, event);
}

/** The id of the n-th lot of the event that is recorded next: ids sort in the order lots are issued. */
export function nextLotId(decision: Decision, index: number): string {
  return lotId(decision.state.sequence + 1, index);
}

/** The id of a lot: the sequence of its event in ten digits, and its place in the event in three. */
export function lotId(sequence: number, index: number): string {
  return `${String(sequence).padStart(10, "0")}-${String(index).padStart(3, "0")}`;
}
