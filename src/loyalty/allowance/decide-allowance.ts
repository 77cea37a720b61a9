import { orderedValue } from "../../shared/ordered-map.js";
import { ok } from "../../shared/result.js";
import type { Result } from "../../shared/result.js";
import { addMilliseconds } from "../../shared/time/instant.js";
import type { Instant } from "../../shared/time/instant.js";
import { commandFingerprint } from "../decision/fingerprint.js";
import type { LoyaltyRefusal } from "../decision/loyalty-refusal.js";
import type { AllowanceCommand, ReserveAllowance } from "./allowance-command.js";
import type { AllowanceEvent, AllowanceEventBase } from "./allowance-event.js";
import { allowanceFault } from "./allowance-fault.js";
import type { AllowanceReservation, AllowanceState } from "./allowance-state.js";
import { evolveAllowance } from "./evolve-allowance.js";
import { timedOutReservations } from "./timed-out-reservations.js";

const MINUTE_MS = 60_000;

/** What a decision about an allowance is made with. */
export interface AllowanceOptions {
  /** Now: time-outs are judged at it. */
  readonly now: Instant;
  /** Gives ids to events: called once an event, with its place in this decision from 0. */
  readonly ids: (index: number) => string;
  /** The sequence the host read the ledger at; not checked when absent. */
  readonly expectedSequence?: number;
}

type DraftOf<Event> = Event extends AllowanceEvent ? Omit<Event, keyof AllowanceEventBase> : never;

/**
 * Is there enough of it, and what happens to the allowance?
 *
 * A budget, a stock or the limit of a campaign is shared by all members, so it is a ledger of its own: a host first
 * sets a part aside, then decides in the member's ledger, then uses or gives up what was set aside. What is used and
 * set aside together never passes the limit, in whatever order the commands come. A reservation whose time is over can
 * neither be used nor given up; that is recorded before the next command.
 *
 * @param state - The allowance; `NO_ALLOWANCE` at first.
 * @param command - What is to be done.
 * @param options - Now, ids for the events, and the expected sequence.
 * @returns The events to append, in order, none for a command taken in before; or why not, with the numbers.
 * @example
 * ```ts
 * import { decideAllowance, NO_ALLOWANCE } from "goodwill/loyalty";
 * import { instant } from "goodwill/shared";
 *
 * const options = { now: instant("2026-03-02T09:00:00Z"), ids: (n: number) => `e-${n}` };
 * const open = { kind: "open-allowance", key: "k-1", allowance: "mugs", counts: "pieces", limit: 20 } as const;
 * const decided = decideAllowance(NO_ALLOWANCE, open, options);
 * decided.ok && decided.value.map(({ kind }) => kind); // => ["allowance-opened"]
 * ```
 */
export function decideAllowance(
  state: AllowanceState,
  command: AllowanceCommand,
  options: AllowanceOptions,
): Result<readonly AllowanceEvent[], LoyaltyRefusal> {
  const fault = allowanceFault(command);
  if (fault !== undefined) return { ok: false, error: fault };
  const { key } = command;
  // The text of a payload is made the same way for commands of any ledger.
  const fingerprint = commandFingerprint(command);
  const applied = orderedValue(state.keys, key);
  if (applied === fingerprint) return ok([]);
  if (applied !== undefined) return { ok: false, error: { code: "key-reused", key } };
  const obstacle = obstacleOf(state, command, options);
  if (obstacle !== undefined) return { ok: false, error: obstacle };
  const events: AllowanceEvent[] = [];
  let now = state;
  const append = (draft: DraftOf<AllowanceEvent>): void => {
    const event = {
      id: options.ids(events.length),
      key,
      fingerprint,
      allowance: command.allowance,
      version: 1,
      sequence: now.sequence + 1,
      at: options.now,
      ...draft,
    } as AllowanceEvent;
    events.push(event);
    now = evolveAllowance(now, event);
  };
  const reservations = timedOutReservations(state, options.now);
  if (reservations.length > 0) append({ kind: "allowance-timed-out", reservations });
  const drafted = draftOf(now, command, options);
  if (!drafted.ok) return drafted;
  append(drafted.value);
  return ok(events);
}

function obstacleOf(
  { sequence, allowance }: AllowanceState,
  command: AllowanceCommand,
  { expectedSequence }: AllowanceOptions,
): LoyaltyRefusal | undefined {
  if (expectedSequence !== undefined && expectedSequence !== sequence) {
    return { code: "stale-version", expected: expectedSequence, actual: sequence };
  }
  if (command.kind === "open-allowance") {
    return allowance === undefined
      ? undefined
      : { code: "already-there", what: "allowance", id: allowance };
  }
  if (allowance === command.allowance) return undefined;
  return { code: "unknown", what: "allowance", id: command.allowance };
}

function draftOf(
  state: AllowanceState,
  command: AllowanceCommand,
  { now }: AllowanceOptions,
): Result<DraftOf<AllowanceEvent>, LoyaltyRefusal> {
  switch (command.kind) {
    case "open-allowance":
      return ok({
        kind: "allowance-opened",
        counts: command.counts,
        limit: command.limit,
      });
    case "raise-limit": {
      const { by } = command;
      if (Number.isSafeInteger(state.limit + by)) return ok({ kind: "allowance-raised", by });
      const mustBe = "small enough for a limit of at most 2^53 - 1";
      return { ok: false, error: { code: "invalid-field", field: "by", mustBe, got: String(by) } };
    }
    case "reserve-allowance":
      return reservation(state, command, now);
    case "commit-allowance":
    case "release-allowance": {
      const found = openReservation(state, command.reservation);
      if (!found.ok) return found;
      const { reservation: id } = command;
      if (command.kind === "release-allowance") {
        return ok({ kind: "allowance-released", reservation: id });
      }
      const { amount: left } = found.value;
      const amount = command.amount ?? left;
      if (amount <= left) return ok({ kind: "allowance-committed", reservation: id, amount });
      const what = "reservation";
      return { ok: false, error: { code: "more-than-left", what, left, asked: amount } };
    }
  }
}

function reservation(
  { reservations, limit, committed, reserved }: AllowanceState,
  { reservation: id, allowance: stock, amount, minutes }: ReserveAllowance,
  now: Instant,
): Result<DraftOf<AllowanceEvent>, LoyaltyRefusal> {
  if (orderedValue(reservations, id) !== undefined) {
    return { ok: false, error: { code: "already-there", what: "reservation", id } };
  }
  const left = limit - committed - reserved;
  if (left < amount) {
    return { ok: false, error: { code: "out-of-stock", stock, left, needed: amount } };
  }
  const fallsBackAt = addMilliseconds(now, minutes * MINUTE_MS);
  return ok({ kind: "allowance-reserved", reservation: id, amount, fallsBackAt });
}

function openReservation(
  { reservations }: AllowanceState,
  id: string,
): Result<AllowanceReservation, LoyaltyRefusal> {
  const what = "reservation";
  const found = orderedValue(reservations, id);
  if (found === undefined) return { ok: false, error: { code: "unknown", what, id } };
  const { status: state, fallsBackAt: until } = found;
  if (state === "reserved") return ok(found);
  if (state === "timed-out") return { ok: false, error: { code: "too-late", what, until } };
  return { ok: false, error: { code: "not-possible-now", what, state } };
}
