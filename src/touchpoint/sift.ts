import type { Customer } from "../customer/record/customer.js";
import { siftRows, type RowIssue, type SiftedRows } from "../shared/rows.js";
import type { Instant } from "../shared/time/instant.js";
import { plainDateAt, type TimeZone } from "../shared/time/time-zone.js";
import type { Touchpoint } from "./catalogue/touchpoint.js";
import {
  DEFAULT_INTERACTION_POLICY,
  type Interaction,
  type InteractionPolicy,
} from "./interaction.js";
import { interactionSchema } from "./schema.js";

/** The facts that interactions are checked against; what is absent is not checked. */
export interface SiftInteractionsOptions {
  /** The customers known: an interaction with another, or of a day before `since`, is handed back. */
  readonly customers?: Iterable<Pick<Customer, "id" | "since">>;
  /** The zone in which the day of an interaction is told; needed where a customer has `since`. */
  readonly zone?: TimeZone;
  /** The touchpoints known. */
  readonly catalogue?: Iterable<Pick<Touchpoint, "id">>;
  /** The time of looking: an interaction after it is handed back, one exactly at it is taken. */
  readonly asOf?: Instant;
  /** What becomes of unknown touchpoints; {@link DEFAULT_INTERACTION_POLICY} by default. */
  readonly policy?: InteractionPolicy;
}

/**
 * Splits interactions at the border into those that can be true and those that cannot, and loses none.
 *
 * A row is handed back when a field is missing or of the wrong type, the touchpoint or the outcome is called `(start)`
 * or `(exit)` as the two ends of a journey are, the instant does not exist, the feeling lies
 * outside -1 to 1, its id was taken by a row accepted before it, its customer is unknown or began only after that
 * day, it lies after `asOf`, or the catalogue does not know its touchpoint. The first day of a customer belongs to
 * the relationship. Everything that is wrong with a row is named at once.
 *
 * @param rows - The interactions as they arrived, in any order.
 * @param options - The customers, their zone, the catalogue, the time of looking.
 * @returns The accepted interactions in the order given, and the rejected rows with position, path and message.
 * @throws RangeError when a customer has `since` and no zone is given.
 * @example
 * ```ts
 * import { instant } from "goodwill/shared";
 * import { siftInteractions } from "goodwill/touchpoint";
 *
 * const visit = { touchpoint: "shop", channel: "store", direction: "inbound", kind: "visit", customer: "C-1" };
 * const rows = [
 *   { ...visit, id: "1", at: "2026-02-13T09:30:00.000Z", feeling: 0.5 },
 *   { ...visit, id: "2", at: "2026-02-30T09:30:00.000Z" },
 *   { ...visit, id: "1", at: "2026-02-14T09:30:00.000Z" },
 * ];
 * const { accepted, rejected } = siftInteractions(rows, { asOf: instant("2026-03-01T00:00:00Z") });
 * accepted.length; // => 1
 * rejected.map(({ issues }) => issues[0]?.path); // => ["at", "id"]
 * ```
 */
export function siftInteractions(
  rows: Iterable<unknown>,
  options: SiftInteractionsOptions = {},
): SiftedRows<Interaction> {
  const { zone, asOf, policy = DEFAULT_INTERACTION_POLICY } = options;
  const customers = options.customers && sinceByCustomer(options.customers, zone);
  const known = options.catalogue && new Set(Array.from(options.catalogue, ({ id }) => id));
  const indexById = new Map<string, number>();
  const check = (row: Interaction, index: number): readonly RowIssue[] => {
    const issues: RowIssue[] = [];
    const add = (path: string, message: string): void => {
      issues.push({ path, message });
    };
    const first = indexById.get(row.id);
    if (first !== undefined) add("id", `id "${row.id}" is already that of row ${first}`);
    if (customers !== undefined && !customers.has(row.customer))
      add("customer", `no customer "${row.customer}" is known`);
    const since = customers?.get(row.customer);
    if (since !== undefined && zone !== undefined && plainDateAt(row.at, zone) < since)
      add("at", `customer "${row.customer}" is one since ${since} only, got ${row.at} in ${zone}`);
    if (asOf !== undefined && row.at > asOf) add("at", `must not lie after ${asOf}, got ${row.at}`);
    if (known?.has(row.touchpoint) === false && policy.unknownTouchpoint === "reject")
      add("touchpoint", `the catalogue has no touchpoint "${row.touchpoint}"`);
    if (issues.length === 0) indexById.set(row.id, index);
    return issues;
  };
  return siftRows(interactionSchema, rows, { check });
}

function sinceByCustomer(
  customers: Iterable<Pick<Customer, "id" | "since">>,
  zone: TimeZone | undefined,
): ReadonlyMap<string, string | undefined> {
  const since = new Map<string, string | undefined>();
  for (const customer of customers) {
    if (customer.since !== undefined && zone === undefined) {
      throw new RangeError(
        `Cannot sift interactions: a zone is needed to compare with since, got none (customer "${customer.id}")`,
      );
    }
    since.set(customer.id, customer.since);
  }
  return since;
}
