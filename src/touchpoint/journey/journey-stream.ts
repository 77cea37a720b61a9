import type { RejectedRow } from "../../shared/rows.js";
import { epochMilliseconds, type Instant } from "../../shared/time/instant.js";
import { foundText } from "../catalogue/found-text.js";
import type { Interaction } from "../interaction.js";
import type { Journey } from "./journey.js";
import type { JourneyOptions } from "./journey-options.js";
import {
  beginSession,
  endSession,
  extendSession,
  isRepeated,
  journeyCut,
  type JourneyCut,
  type JourneySession,
} from "./journey-session.js";
import { openSessions } from "./open-sessions.js";

/** How a log of any size becomes journeys. */
export interface StreamJourneysOptions extends JourneyOptions {
  /**
   * The order the log is in. `by-customer`: by customer, compared by code unit as `<` does, then by time; one journey
   * is kept in memory. `by-time`: by time; the journeys that may go on are kept in memory. Interactions of one time may
   * come in any order.
   */
  readonly order: "by-customer" | "by-time";
  /** Takes an interaction that is out of order or came twice; when absent, the first of them is an error. */
  readonly onRejected?: (rejected: RejectedRow) => void;
}

/** Takes interactions one by one and gives back journeys as they end. */
export interface JourneyReader {
  /** Takes in the next interaction and returns the journeys that are now known to be over. */
  take(interaction: Interaction): readonly Journey[];
  /** Returns the journeys that were going on when the log ended; the reader can then begin another log. */
  end(): readonly Journey[];
}

const NONE: readonly Journey[] = [];

/**
 * Which journeys did the customers take, in a log of any size?
 *
 * Gives the journeys of {@link journeysOf}, lazily, from a log that is in order already. What is not in order is handed
 * back, never sorted silently: a later row cannot change a journey that has been given out.
 *
 * @param interactions - The log, in the declared order; a row may be read only once.
 * @param options - The order, who takes what is out of order, and how journeys are cut.
 * @returns The journeys. By customer: in the order of the log. By time: as they end, those that end at one time by
 * customer.
 * @throws RangeError as {@link journeysOf} does, when `order` is none of the two, and for a row out of order when
 * nobody takes it.
 * @example
 * ```ts
 * import { customerId } from "goodwill/customer";
 * import { instant } from "goodwill/shared";
 * import { streamJourneys, type Interaction } from "goodwill/touchpoint";
 *
 * function* log(): Generator<Interaction> {
 *   const met = { touchpoint: "shop", channel: "store", direction: "inbound", kind: "visit" } as const;
 *   yield { ...met, id: "1", customer: customerId("A"), at: instant("2026-02-13T09:00:00Z") };
 *   yield { ...met, id: "2", customer: customerId("B"), at: instant("2026-02-13T09:10:00Z") };
 *   yield { ...met, id: "3", customer: customerId("A"), at: instant("2026-02-13T09:05:00Z") };
 *   yield { ...met, id: "4", customer: customerId("A"), at: instant("2026-02-13T09:40:00Z") };
 * }
 * const late: unknown[] = [];
 * const journeys = streamJourneys(log(), { order: "by-time", onRejected: ({ index }) => late.push(index) });
 * Array.from(journeys, ({ customer, steps }) => [customer, steps.length]); // => [["A", 1], ["B", 1], ["A", 1]]
 * late; // => [2]
 * ```
 */
export function streamJourneys(
  interactions: Iterable<Interaction>,
  options: StreamJourneysOptions,
): Generator<Journey, void, undefined> {
  return readAll(interactions, journeyReader(options));
}

function* readAll(
  interactions: Iterable<Interaction>,
  reader: JourneyReader,
): Generator<Journey, void, undefined> {
  for (const interaction of interactions) yield* reader.take(interaction);
  yield* reader.end();
}

/**
 * How does a log that arrives piece by piece become journeys?
 *
 * The same as {@link streamJourneys}, for a source that cannot be iterated at once, such as a file read
 * asynchronously: call `take` in a `for await` loop, and `end` after it.
 *
 * @param options - The order, who takes what is out of order, and how journeys are cut.
 * @returns A reader with a memory of its own: the journeys that go on.
 * @throws RangeError when `gapMinutes` is not above 0, or `order` is none of the two.
 * @example
 * ```ts
 * import { customerId } from "goodwill/customer";
 * import { instant } from "goodwill/shared";
 * import { journeyReader } from "goodwill/touchpoint";
 *
 * const reader = journeyReader({ order: "by-time" });
 * const met = { customer: customerId("A"), touchpoint: "shop", channel: "store", direction: "inbound" } as const;
 * reader.take({ ...met, id: "1", kind: "visit", at: instant("2026-02-13T09:00:00Z") }); // => []
 * reader.take({ ...met, id: "2", kind: "visit", at: instant("2026-02-13T10:00:00Z") }).length; // => 1
 * reader.end().length; // => 1
 * ```
 */
export function journeyReader(options: StreamJourneysOptions): JourneyReader {
  const cut = journeyCut(options);
  const { order } = options;
  if (order === "by-time") return readByTime(options, cut);
  if (order === "by-customer") return readByCustomer(options, cut);
  throw new RangeError(
    `Cannot cut journeys: order must be by-customer or by-time, got ${foundText(order)}`,
  );
}

function readByCustomer({ onRejected }: StreamJourneysOptions, cut: JourneyCut): JourneyReader {
  let index = -1;
  let session: JourneySession | undefined;
  const end = (): Journey[] => {
    const ended: Journey[] = [];
    if (session !== undefined) endSession(session, { cut, ended });
    session = undefined;
    return ended;
  };
  return {
    take: (row) => {
      index += 1;
      if (cut.asOf !== undefined && row.at > cut.asOf) return NONE;
      if (session === undefined || row.customer > session.customer) {
        const ended = session === undefined ? NONE : end();
        session = beginSession(row);
        return ended;
      }
      const issue =
        row.customer < session.customer
          ? { path: "customer", message: `out of order: after customer "${session.customer}"` }
          : (lateness(row, session.at) ?? repetition(row, session));
      if (issue !== undefined) {
        reject({ index, row, issues: [issue] }, onRejected);
        return NONE;
      }
      const ended: Journey[] = [];
      extendSession(session, row, { cut, ended });
      return ended;
    },
    end: () => {
      index = -1;
      return end();
    },
  };
}

function readByTime({ onRejected }: StreamJourneysOptions, cut: JourneyCut): JourneyReader {
  const sessions = openSessions();
  let index = -1;
  let now: Instant | undefined;
  let ended: Journey[] = [];
  const giveOut = (): readonly Journey[] => {
    if (ended.length === 0) return NONE;
    const journeys = ended.length === 1 ? ended : ended.sort(byEnd);
    ended = [];
    return journeys;
  };
  const endPaused = (milliseconds: number): void => {
    const hasPaused = (session: JourneySession): boolean =>
      milliseconds - session.milliseconds >= cut.gapMilliseconds;
    for (;;) {
      const session = sessions.takeFirst(hasPaused);
      if (session === undefined) return;
      endSession(session, { cut, ended });
    }
  };
  return {
    take: (row) => {
      index += 1;
      if (cut.asOf !== undefined && row.at > cut.asOf) return NONE;
      const known = sessions.get(row.customer);
      const issue = lateness(row, now) ?? (known && repetition(row, known));
      if (issue !== undefined) {
        reject({ index, row, issues: [issue] }, onRejected);
        return NONE;
      }
      // Only when time moves on is it known what ended at one time.
      let given = NONE;
      if (row.at !== now) {
        endPaused(epochMilliseconds(row.at));
        given = giveOut();
        now = row.at;
      }
      const going = sessions.get(row.customer);
      if (going !== undefined) extendSession(going, row, { cut, ended });
      sessions.toBack(going ?? beginSession(row));
      return given;
    },
    end: () => {
      endPaused(Infinity);
      index = -1;
      now = undefined;
      return giveOut();
    },
  };
}

function byEnd(a: Journey, b: Journey): number {
  const first = a.steps.at(-1)?.at ?? "";
  const second = b.steps.at(-1)?.at ?? "";
  if (first !== second) return first < second ? -1 : 1;
  return a.customer < b.customer ? -1 : a.customer > b.customer ? 1 : 0;
}

function lateness(
  row: Interaction,
  now: Instant | undefined,
): RejectedRow["issues"][0] | undefined {
  if (now === undefined || row.at >= now) return undefined;
  return { path: "at", message: `out of order: ${row.at} after ${now}` };
}

function repetition(
  row: Interaction,
  session: JourneySession,
): RejectedRow["issues"][0] | undefined {
  if (!isRepeated(session, row)) return undefined;
  return { path: "id", message: `id "${row.id}" came twice at ${row.at}` };
}

function reject(
  rejected: RejectedRow & { readonly row: Interaction },
  onRejected: StreamJourneysOptions["onRejected"],
): void {
  if (onRejected !== undefined) {
    onRejected(rejected);
    return;
  }
  const { index, row, issues } = rejected;
  throw new RangeError(
    `Cannot cut journeys: ${issues[0]?.message ?? ""}, got interaction "${row.id}" at index ${index}`,
  );
}
