import type { CustomerId } from "../../customer/record/customer.js";
import type { Interaction } from "../interaction.js";
import type { Journey } from "./journey.js";
import type { JourneyOptions } from "./journey-options.js";
import { journeyReader } from "./journey-stream.js";

/**
 * Which journeys did the customers take?
 *
 * The interactions of a customer are put in the order of time, those of one time in the order of their ids, and cut
 * where the pause is `gapMinutes` or more. A journey's outcome is the last success reached in it; with
 * `endAtOutcome` it is the first, and the next interaction begins another journey. Feelings become emotions;
 * action, question and obstacle come from the rules, and nothing is guessed.
 *
 * @remarks For logs that do not fit in memory see {@link streamJourneys}; both give the same journeys.
 * @param interactions - The interactions in any order, each id once (see `siftInteractions`).
 * @param options - When journeys end, which outcomes count, what steps are called.
 * @returns The journeys, by customer and then by time; empty for an empty log.
 * @throws RangeError when `gapMinutes` is not above 0, an instant is not one, or a customer has two interactions of one
 * time and one id.
 * @example
 * ```ts
 * import { customerId } from "goodwill/customer";
 * import { instant } from "goodwill/shared";
 * import { journeysOf } from "goodwill/touchpoint";
 *
 * const met = { customer: customerId("C-1"), channel: "web", direction: "inbound", kind: "visit" } as const;
 * const log = [
 *   { ...met, id: "2", at: instant("2026-02-13T09:20:00Z"), touchpoint: "checkout", outcome: "purchase" },
 *   { ...met, id: "1", at: instant("2026-02-13T09:00:00Z"), touchpoint: "search" },
 *   { ...met, id: "3", at: instant("2026-02-13T09:50:00Z"), touchpoint: "help" },
 * ];
 * const journeys = journeysOf(log, { outcomes: ["purchase"] });
 * journeys.map(({ steps }) => steps.map(({ touchpoint }) => touchpoint)); // => [["search", "checkout"], ["help"]]
 * journeys[0]?.outcome; // => "purchase"
 * ```
 */
export function journeysOf(
  interactions: Iterable<Interaction>,
  options: JourneyOptions = {},
): readonly Journey[] {
  const reader = journeyReader({ ...options, order: "by-customer" });
  const byCustomer = new Map<CustomerId, Interaction[]>();
  for (const interaction of interactions) {
    const known = byCustomer.get(interaction.customer);
    if (known === undefined) byCustomer.set(interaction.customer, [interaction]);
    else known.push(interaction);
  }
  const journeys: Journey[] = [];
  for (const customer of [...byCustomer.keys()].toSorted()) {
    const own = byCustomer.get(customer) ?? [];
    own.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
    for (const interaction of own) {
      for (const journey of reader.take(interaction)) journeys.push(journey);
    }
  }
  return [...journeys, ...reader.end()];
}
