import { requireSameConfiguration } from "../../shared/aggregation.js";
import type { Aggregation, ConfiguredAccumulator } from "../../shared/aggregation.js";

/** What one customer has, and in which groups the customer is. */
export interface OwnershipRow {
  /** The host's id of the customer. */
  readonly customer: string;
  /** The groups, by any characteristics: segments, age bands, regions; each counts once. */
  readonly groups: readonly string[];
  /** The products or services the customer has; each counts once. */
  readonly owned: readonly string[];
  /** Products that do not suit this customer, and are never recommended; none when absent. */
  readonly unsuitable?: readonly string[];
}

/** How many customers there are, and how many have each product. */
export interface OwnershipTally {
  /** Number of customers. */
  readonly customers: number;
  /** Number of owners by product. */
  readonly owners: ReadonlyMap<string, number>;
}

/** Who has what: all customers, and each group. */
export interface OwnershipCounts {
  /** All customers. */
  readonly base: OwnershipTally;
  /** The groups by name, in alphabetical order. */
  readonly groups: ReadonlyMap<string, OwnershipTally>;
}

/** Counts of one set of customers; products are written with `=` before their name. */
export interface OwnershipSums {
  /** Number of customers. */
  customers: number;
  /** Number of owners by product. */
  owners: Record<string, number>;
}

/** What is kept while ownership is counted: plain JSON; names are written with `=` before them. */
export interface OwnershipAccumulator extends ConfiguredAccumulator {
  /** All customers. */
  base: OwnershipSums;
  /** Each group. */
  groups: Record<string, OwnershipSums>;
}

/**
 * Who has what, in all and by group: an aggregation (CARE-8).
 *
 * One pass over the customers, in any order, in time that grows with groups times products of each row. Parts of the
 * base may be counted apart and merged; no customer may be in two of them.
 *
 * @returns The aggregation; `addInput` throws a RangeError when a customer, group or product is blank.
 * @example
 * ```ts
 * import { ownershipCombine } from "goodwill/care";
 * import { aggregate } from "goodwill/shared";
 *
 * const rows = [
 *   { customer: "C-1", groups: ["families"], owned: ["car", "roof box"] },
 *   { customer: "C-2", groups: [], owned: ["car"] },
 * ];
 * const { base, groups } = aggregate(rows, ownershipCombine());
 * [base.customers, base.owners.get("car")]; // => [2, 2]
 * groups.get("families")?.owners.get("roof box"); // => 1
 * ```
 */
export function ownershipCombine(): Aggregation<
  OwnershipRow,
  OwnershipAccumulator,
  OwnershipCounts
> {
  const createAccumulator = (): OwnershipAccumulator => ({
    version: 1,
    configuration: "",
    base: noSums(),
    groups: {},
  });
  return {
    createAccumulator,
    addInput: (accumulator, row) => {
      requireNames(row);
      // Made once a row: a key that is put together is looked up slower than one that is at hand.
      const owned = [...new Set(row.owned)].map(keyOf);
      addOwned(accumulator.base, owned);
      for (const group of new Set(row.groups)) {
        addOwned((accumulator.groups[keyOf(group)] ??= noSums()), owned);
      }
      return accumulator;
    },
    mergeAccumulators: (a, b) => {
      const merged = createAccumulator();
      requireSameConfiguration("ownership", [merged, a, b]);
      for (const part of [a, b]) {
        addSums(merged.base, part.base);
        for (const [key, sums] of Object.entries(part.groups)) {
          addSums((merged.groups[key] ??= noSums()), sums);
        }
      }
      return merged;
    },
    extractOutput: (accumulator) => {
      requireSameConfiguration("ownership", [createAccumulator(), accumulator]);
      const { base, groups } = accumulator;
      const tallies = Object.entries(groups)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, sums]) => [key.slice(1), tallyOf(sums)] as const);
      return { base: tallyOf(base), groups: new Map(tallies) };
    },
  };
}

/** A name such as `__proto__` or `constructor` is a name like any other. */
function keyOf(name: string): string {
  return `=${name}`;
}

function noSums(): OwnershipSums {
  return { customers: 0, owners: {} };
}

function addOwned(sums: OwnershipSums, keys: readonly string[]): void {
  const { owners } = sums;
  sums.customers += 1;
  for (const key of keys) owners[key] = (owners[key] ?? 0) + 1;
}

function addSums(sums: OwnershipSums, part: OwnershipSums): void {
  const { owners } = sums;
  sums.customers += part.customers;
  for (const [key, count] of Object.entries(part.owners)) {
    owners[key] = (owners[key] ?? 0) + count;
  }
}

function tallyOf({ customers, owners }: OwnershipSums): OwnershipTally {
  return {
    customers,
    owners: new Map(Object.entries(owners).map(([key, count]) => [key.slice(1), count])),
  };
}

function requireNames({ customer, groups, owned }: OwnershipRow): void {
  for (const [what, names] of [
    ["customer", [customer]],
    ["group", groups],
    ["product", owned],
  ] as const) {
    for (const name of names) {
      if (name.trim() !== "") continue;
      throw new RangeError(
        `Cannot count ownership: a ${what} must not be blank, got ${JSON.stringify(name)} of "${customer}"`,
      );
    }
  }
}
