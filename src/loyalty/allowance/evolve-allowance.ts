import { orderedValue } from "../../shared/ordered-map.js";
import { withEntry, withoutEntry } from "../../shared/ordered-map-change.js";
import type { AllowanceEvent } from "./allowance-event.js";
import { NO_ALLOWANCE } from "./allowance-state.js";
import type { AllowanceReservation, AllowanceState } from "./allowance-state.js";

/**
 * How does this event change the allowance?
 *
 * It takes over what the event says; the state given is not changed.
 *
 * @param state - The allowance so far; `NO_ALLOWANCE` at first.
 * @param event - What happened.
 * @returns The allowance after it.
 * @throws RangeError where the event has a version this package does not know, or speaks of a reservation that is not
 * there.
 * @example
 * ```ts
 * import { evolveAllowance, NO_ALLOWANCE } from "goodwill/loyalty";
 * import { instant } from "goodwill/shared";
 *
 * const opened = evolveAllowance(NO_ALLOWANCE, {
 *   kind: "allowance-opened",
 *   id: "e-1",
 *   key: "k-1",
 *   fingerprint: "f-1",
 *   allowance: "mugs",
 *   version: 1,
 *   sequence: 1,
 *   at: instant("2026-03-02T09:00:00Z"),
 *   counts: "pieces",
 *   limit: 20,
 * });
 * opened.limit; // => 20
 * ```
 */
export function evolveAllowance(state: AllowanceState, event: AllowanceEvent): AllowanceState {
  // At run time an event may have been written by a later version.
  const version: number = event.version;
  if (version !== 1) {
    throw new RangeError(
      `Cannot evolve an allowance: event ${event.id} of kind "${event.kind}" has version ${String(version)}, known is 1`,
    );
  }
  const { sequence, key, fingerprint } = event;
  const keys = withEntry(state.keys, key, fingerprint);
  return { ...changed(state, event), sequence, keys };
}

/**
 * The allowance from its events.
 *
 * @param events - The events of one allowance, in any order: they are taken in by sequence; the same one twice counts
 * once.
 * @returns The allowance after them.
 * @throws RangeError where two different events share a sequence; and as `evolveAllowance`.
 * @example
 * ```ts
 * import { replayAllowance } from "goodwill/loyalty";
 *
 * replayAllowance([]).limit; // => 0
 * ```
 */
export function replayAllowance(events: readonly AllowanceEvent[]): AllowanceState {
  let state = NO_ALLOWANCE;
  let last: AllowanceEvent | undefined;
  for (const event of events.toSorted((a, b) => a.sequence - b.sequence)) {
    if (last?.sequence === event.sequence) {
      if (last.id === event.id) continue;
      throw new RangeError(
        `Cannot replay an allowance: events ${last.id} and ${event.id} share the sequence ${String(event.sequence)}`,
      );
    }
    state = evolveAllowance(state, event);
    last = event;
  }
  return state;
}

function changed(state: AllowanceState, event: AllowanceEvent): AllowanceState {
  switch (event.kind) {
    case "allowance-opened": {
      const { allowance, counts, limit } = event;
      return { ...state, allowance, counts, limit };
    }
    case "allowance-raised":
      return { ...state, limit: state.limit + event.by };
    case "allowance-reserved": {
      const { reservation: id, amount, fallsBackAt } = event;
      const reserved = { amount, fallsBackAt, status: "reserved" } as const;
      return {
        ...state,
        reserved: state.reserved + amount,
        reservations: withEntry(state.reservations, id, reserved),
        open: withEntry(state.open, `${fallsBackAt}|${id}`, id),
      };
    }
    case "allowance-committed": {
      const ended = ending(state, event.reservation, "committed");
      return { ...ended, committed: state.committed + event.amount };
    }
    case "allowance-released":
      return ending(state, event.reservation, "released");
    case "allowance-timed-out":
      return event.reservations.reduce((sum, id) => ending(sum, id, "timed-out"), state);
  }
}

function ending(
  state: AllowanceState,
  id: string,
  status: AllowanceReservation["status"],
): AllowanceState {
  const found = orderedValue(state.reservations, id);
  if (found === undefined) {
    throw new RangeError(
      `Cannot evolve an allowance: there is no reservation ${JSON.stringify(id)}`,
    );
  }
  return {
    ...state,
    reserved: state.reserved - found.amount,
    reservations: withEntry(state.reservations, id, { ...found, status }),
    open: withoutEntry(state.open, `${found.fallsBackAt}|${id}`),
  };
}
