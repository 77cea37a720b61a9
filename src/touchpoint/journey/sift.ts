import { siftRows, type RowIssue, type SiftedRows } from "../../shared/rows.js";
import type { Instant } from "../../shared/time/instant.js";
import { journeySchema } from "../schema.js";
import type { Journey } from "./journey.js";

/** What journeys are checked against. */
export interface SiftJourneysOptions {
  /** The time of looking: a journey with a step after it is handed back; not checked when absent. */
  readonly asOf?: Instant;
}

/**
 * Splits journeys that the host has made itself into those whose order is sure and those whose is not.
 *
 * A journey is handed back when a field is missing or of the wrong type, when it has no step, when a step is earlier
 * than the one before, when two steps are of one time and nothing tells which came first, when an interaction comes
 * twice, when a touchpoint or an outcome is called `(start)` or `(exit)` as the two ends of a journey are, or when a
 * step lies after `asOf`. Steps of one time are taken where both name their interactions, in the order
 * of their ids, because that is the order {@link journeysOf} gives them.
 *
 * @param rows - The journeys as they arrived.
 * @param options - The time of looking.
 * @returns The accepted journeys, and the rejected rows with position, path and message.
 * @example
 * ```ts
 * import { siftJourneys } from "goodwill/touchpoint";
 *
 * const steps = [
 *   { touchpoint: "shop", at: "2026-02-13T09:30:00.000Z" },
 *   { touchpoint: "website", at: "2026-02-13T09:00:00.000Z" },
 * ];
 * const { rejected } = siftJourneys([{ customer: "C-1", steps }]);
 * rejected[0]?.issues[0]?.path; // => "steps.1.at"
 * ```
 */
export function siftJourneys(
  rows: Iterable<unknown>,
  { asOf }: SiftJourneysOptions = {},
): SiftedRows<Journey> {
  return siftRows(journeySchema, rows, { check: (journey) => journeyIssues(journey, asOf) });
}

function journeyIssues({ steps }: Journey, asOf: Instant | undefined): readonly RowIssue[] {
  const issues: RowIssue[] = [];
  const seen = new Set<string>();
  for (const [index, { at, interaction }] of steps.entries()) {
    const path = `steps.${index}`;
    const previous = steps[index - 1];
    if (previous !== undefined && at < previous.at) {
      issues.push({ path: `${path}.at`, message: `must not lie before ${previous.at}, got ${at}` });
    } else if (previous?.at === at && !isAfter(interaction, previous.interaction)) {
      const message = `two steps at ${at}: nothing tells which came first`;
      issues.push({ path: `${path}.at`, message });
    }
    if (asOf !== undefined && at > asOf)
      issues.push({ path: `${path}.at`, message: `must not lie after ${asOf}, got ${at}` });
    if (interaction === undefined) continue;
    if (seen.has(interaction))
      issues.push({ path: `${path}.interaction`, message: `"${interaction}" came before` });
    seen.add(interaction);
  }
  return issues;
}

function isAfter(interaction: string | undefined, previous: string | undefined): boolean {
  return interaction !== undefined && previous !== undefined && interaction > previous;
}
