import type { Aggregation, ConfiguredAccumulator } from "../../shared/aggregation.js";
import { aggregate, requireSameConfiguration } from "../../shared/aggregation.js";
import { requireLevel } from "../../shared/statistics/interval.js";
import { isInstant } from "../../shared/time/instant.js";
import type { Instant } from "../../shared/time/instant.js";
import type { TimeZone } from "../../shared/time/time-zone.js";
import type { Interaction } from "../interaction.js";
import { loggedInteractionIssues } from "../business/logged-interaction.js";
import { expectationsOfSums } from "./modern-expectations-of-sums.js";
import type {
  MatterContact,
  ModernExpectations,
  ModernExpectationsPolicy,
} from "./modern-expectation.js";
import { DEFAULT_MODERN_EXPECTATIONS_POLICY } from "./modern-expectation.js";
import { openSpans } from "../opening/opening-hours.js";
import { foundText } from "../catalogue/found-text.js";
import { ownEntry, setOwnEntry } from "../catalogue/own-entry.js";
import { requireTouchpointCatalogue } from "../catalogue/touchpoint-catalogue.js";
import type { Touchpoint } from "../catalogue/touchpoint.js";
import { minuteOfWeekAt } from "../opening/week-clock.js";

/** What is kept of a log to judge the three expectations; it can be stored, sent and merged. */
export interface ModernExpectationsAccumulator extends ConfiguredAccumulator {
  /** Contacts by customer, then by topic: time, touchpoint, id, and the outcome or 0. */
  readonly contacts: Record<string, Record<string, MatterContact[]>>;
  /** Inbound contacts at touchpoints with known hours. */
  withHours: number;
  /** Those of them outside the hours. */
  outsideHours: number;
  /** Rows that could not be counted. */
  rejected: number;
}

/** Against what the log is held. */
export interface ModernExpectationsOptions {
  /** The firm's touchpoints, with their hours where they are known. */
  readonly catalogue: Iterable<Touchpoint>;
  /** The zones in which customers live: on their clocks the hours are shown. */
  readonly zones: readonly TimeZone[];
  /** Up to when the log reaches, exclusive: later rows do not count, and matters too near to it are not decided. */
  readonly asOf: Instant;
  /** What counts as again and what is missed; {@link DEFAULT_MODERN_EXPECTATIONS_POLICY} when absent. */
  readonly policy?: ModernExpectationsPolicy;
}

/**
 * The three expectations of a modern customer (TP-10), as an aggregation over a log.
 *
 * Of each inbound contact with a topic, time, touchpoint, id and outcome are kept, about 150 bytes: whether a customer
 * came again can only be told when all contacts are there, in whatever order they arrive. For a log that does not fit,
 * split it by customer and merge the figures.
 *
 * @param options - Catalogue, zones, the moment the log reaches to, and the policy.
 * @returns The aggregation; see {@link modernExpectations} for the rules.
 * @throws RangeError when the catalogue, a zone, the moment or the policy is not valid.
 * @example
 * ```ts
 * import { aggregate, instant, timeZone } from "goodwill/shared";
 * import { modernExpectationsCombine, STANDARD_TOUCHPOINTS } from "goodwill/touchpoint";
 *
 * const asOf = instant("2026-03-01T00:00:00Z");
 * const zones = [timeZone("Asia/Shanghai")];
 * const combine = modernExpectationsCombine({ catalogue: STANDARD_TOUCHPOINTS, zones, asOf });
 * aggregate([], combine).access.zones[0]?.openShare; // => 1
 * ```
 */
export function modernExpectationsCombine(
  options: ModernExpectationsOptions,
): Aggregation<Interaction, ModernExpectationsAccumulator, ModernExpectations> {
  const { zones, asOf, policy = DEFAULT_MODERN_EXPECTATIONS_POLICY } = options;
  const catalogue = [...requireTouchpointCatalogue(options.catalogue).values()];
  if (!isInstant(asOf)) {
    throw new RangeError(
      `Cannot judge expectations: asOf must be a canonical instant, got ${foundText(asOf)}`,
    );
  }
  requirePolicy(policy);
  const hours = new Map(
    catalogue
      .filter((touchpoint) => touchpoint.hours !== undefined)
      .map(({ id, hours: known }) => [id, { zone: known!.zone, spans: openSpans(known!.windows) }]),
  );
  const createAccumulator = (): ModernExpectationsAccumulator => ({
    version: 1,
    configuration: JSON.stringify([asOf, [...hours].toSorted(([a], [b]) => (a < b ? -1 : 1))]),
    contacts: {},
    withHours: 0,
    outsideHours: 0,
    rejected: 0,
  });
  return {
    createAccumulator,
    addInput: (accumulator, row) => {
      if (loggedInteractionIssues(row).length > 0) {
        accumulator.rejected += 1;
        return accumulator;
      }
      if (row.direction === "outbound" || row.at >= asOf) return accumulator;
      const known = hours.get(row.touchpoint);
      if (known !== undefined) {
        const minute = minuteOfWeekAt(row.at, known.zone);
        accumulator.withHours += 1;
        if (!known.spans.some(({ start, end }) => start <= minute && minute < end)) {
          accumulator.outsideHours += 1;
        }
      }
      if (row.topic !== undefined) {
        contactsOf(accumulator, { customer: row.customer, topic: row.topic }).push([
          row.at,
          row.touchpoint,
          row.id,
          row.outcome ?? 0,
        ]);
      }
      return accumulator;
    },
    mergeAccumulators: (a, b) => {
      const merged = createAccumulator();
      requireSameConfiguration("modern expectations", [merged, a, b]);
      for (const part of [a, b]) {
        for (const [customer, topics] of Object.entries(part.contacts)) {
          for (const [topic, contacts] of Object.entries(topics)) {
            const kept = contactsOf(merged, { customer, topic });
            for (const contact of contacts) kept.push(contact);
          }
        }
        merged.withHours += part.withHours;
        merged.outsideHours += part.outsideHours;
        merged.rejected += part.rejected;
      }
      return merged;
    },
    extractOutput: (accumulator) =>
      expectationsOfSums(accumulator, { catalogue, zones, asOf, policy }),
  };
}

/**
 * How well are the three expectations of a modern customer met: access any time by any means, one seamless contact,
 * one-stop service (TP-10)?
 *
 * - Access: the share of the week's hours times channels that is open, per zone, from the catalogue; and the share of
 *   inbound contacts that came outside the hours of their touchpoint, from the log. Touchpoints that are earned or
 *   behind the line of visibility are left out, those without known hours listed. Clocks are compared at `asOf`.
 * - Seamless: a matter is a customer's inbound contacts on one topic, each at most `repeatDays` after the one before.
 *   Where one of them is at another touchpoint than the one before, the customer had to repeat himself. Matters that
 *   are not decided are left out, as below.
 * - One-stop: a matter with one contact is settled there, unless its outcome says otherwise. Matters whose only contact
 *   lies at most `repeatDays` before `asOf` are not decided and left out: at exactly `repeatDays` the second contact
 *   could come at `asOf`, up to which the log does not reach.
 *
 * A finding about the log is only made where the whole interval lies on the wrong side of the policy's share. Contacts
 * without topic belong to no matter. An id that is logged twice for a customer and topic counts once, at its earliest
 * time.
 *
 * @param interactions - The log, in any order.
 * @param options - Catalogue, zones, the moment the log reaches to, and the policy.
 * @returns The three measures with their evidence, and what falls short.
 * @throws RangeError when the catalogue, a zone, the moment or the policy is not valid.
 * @example
 * ```ts
 * import { customerId } from "goodwill/customer";
 * import { instant } from "goodwill/shared";
 * import { modernExpectations, STANDARD_TOUCHPOINTS } from "goodwill/touchpoint";
 *
 * const common = { customer: customerId("C-1"), direction: "inbound", kind: "enquiry", topic: "invoice" } as const;
 * const { seamless } = modernExpectations(
 *   [
 *     { ...common, id: "1", at: instant("2026-02-02T09:00:00Z"), touchpoint: "website", channel: "web" },
 *     { ...common, id: "2", at: instant("2026-02-03T09:00:00Z"), touchpoint: "call-centre", channel: "phone" },
 *   ],
 *   { catalogue: STANDARD_TOUCHPOINTS, zones: [], asOf: instant("2026-03-01T00:00:00Z") },
 * );
 * seamless.repeatedElsewhere.share; // => 1
 * seamless.examples[0]?.touchpoints; // => ["website", "call-centre"]
 * ```
 */
export function modernExpectations(
  interactions: Iterable<Interaction>,
  options: ModernExpectationsOptions,
): ModernExpectations {
  return aggregate(interactions, modernExpectationsCombine(options));
}

function contactsOf(
  accumulator: ModernExpectationsAccumulator,
  { customer, topic }: { readonly customer: string; readonly topic: string },
): MatterContact[] {
  let topics = ownEntry(accumulator.contacts, customer);
  if (topics === undefined) {
    topics = {};
    setOwnEntry(accumulator.contacts, { key: customer, value: topics });
  }
  let contacts = ownEntry(topics, topic);
  if (contacts === undefined) {
    contacts = [];
    setOwnEntry(topics, { key: topic, value: contacts });
  }
  return contacts;
}

function requirePolicy(policy: ModernExpectationsPolicy): void {
  requireLevel(policy.level, "judge expectations");
  const { repeatDays, examples } = policy;
  if (!(repeatDays > 0 && Number.isFinite(repeatDays))) {
    throw new RangeError(
      `Cannot judge expectations: repeatDays must be above 0, got ${String(repeatDays)}`,
    );
  }
  if (!Number.isSafeInteger(examples) || examples < 0) {
    throw new RangeError(
      `Cannot judge expectations: examples must be a whole number of at least 0, got ${String(examples)}`,
    );
  }
  for (const name of ["openShare", "outsideHoursShare", "repeatedShare", "settledShare"] as const) {
    if (!(policy[name] >= 0 && policy[name] <= 1)) {
      throw new RangeError(
        `Cannot judge expectations: ${name} must lie on 0..1, got ${String(policy[name])}`,
      );
    }
  }
}
