import type { CustomerId } from "../record/customer.js";
import { compareText } from "../../shared/text-order.js";

/** A customer and the other ids that mean it; a `MergedCustomer` is one. */
export interface AliasedCustomer {
  /** The customer; only its id counts. */
  readonly customer: {
    /** The id that stands for the customer. */
    readonly id: CustomerId;
  };
  /** The other ids that mean this customer. */
  readonly aliases: readonly CustomerId[];
}

/** Ids that mean several customers, or that lead back to themselves. */
export interface AliasConflict {
  /** The id. */
  readonly alias: CustomerId;
  /** The customers that claim it, in the order of their texts. */
  readonly claimedBy: readonly CustomerId[];
}

/** Which id stands for each id. */
export interface CanonicalCustomerIds {
  /**
   * The id that stands, by every id that is known and has no conflict; one that stands for itself is there, too. It has
   * no prototype, so that an id that is not known gives `undefined`, whatever it is called.
   */
  readonly ids: Readonly<Record<string, CustomerId>>;
  /** The ids that stand for nothing because they are claimed twice or lead in a circle, in the order of their texts. */
  readonly conflicts: readonly AliasConflict[];
}

/**
 * Which id stands for which customer now, so that facts recorded under an earlier id find their customer.
 *
 * Merges of merges are followed to the end: when B became A, and A became C, then B is C. An id that two customers
 * claim is settled when both lead to the same one; otherwise it is a conflict and has no entry, nor have ids in a
 * circle and those that lead to nothing but conflicts.
 *
 * @param merged - The merged customers that hold now, in any order; earlier merges may be among them.
 * @returns The standing id of each id, and the conflicts.
 * @example
 * ```ts
 * import { canonicalCustomerIds, customerId } from "goodwill/customer";
 *
 * const [a, b, c] = [customerId("A"), customerId("B"), customerId("C")];
 * const merged = [
 *   { customer: { id: a }, aliases: [b] },
 *   { customer: { id: c }, aliases: [a] },
 * ];
 * canonicalCustomerIds(merged).ids; // => { A: "C", B: "C", C: "C" }
 * ```
 */
export function canonicalCustomerIds(merged: Iterable<AliasedCustomer>): CanonicalCustomerIds {
  const claims = new Map<CustomerId, Set<CustomerId>>();
  const aliasesOf = new Map<CustomerId, CustomerId[]>();
  for (const { customer, aliases } of merged) {
    if (!claims.has(customer.id)) claims.set(customer.id, new Set());
    for (const alias of aliases) claim(alias, { by: customer.id, claims, aliasesOf });
  }
  const standing = standingIds(claims, aliasesOf);
  const all = [...claims.keys()].sort(compareText);
  // Without a prototype: an unknown id such as `constructor` has no entry, either.
  const ids = Object.create(null) as Record<string, CustomerId>;
  for (const id of all) {
    const [only, ...others] = standing.get(id) ?? [];
    if (only !== undefined && others.length === 0) ids[id] = only;
  }
  return {
    ids,
    conflicts: all
      .filter((id) => standing.get(id)?.size !== 1)
      .map((alias) => ({ alias, claimedBy: [...claims.get(alias)!].sort(compareText) })),
  };
}

function claim(
  alias: CustomerId,
  {
    by,
    claims,
    aliasesOf,
  }: {
    readonly by: CustomerId;
    readonly claims: Map<CustomerId, Set<CustomerId>>;
    readonly aliasesOf: Map<CustomerId, CustomerId[]>;
  },
): void {
  if (alias === by) return;
  const known = claims.get(alias) ?? new Set<CustomerId>();
  claims.set(alias, known);
  if (known.has(by)) return;
  known.add(by);
  const aliases = aliasesOf.get(by);
  if (aliases === undefined) aliasesOf.set(by, [alias]);
  else aliases.push(alias);
}

/**
 * The ids nobody claims that each id leads to; an id is settled when all that claim it are: none in a circle ever is.
 */
function standingIds(
  claims: ReadonlyMap<CustomerId, ReadonlySet<CustomerId>>,
  aliasesOf: ReadonlyMap<CustomerId, readonly CustomerId[]>,
): Map<CustomerId, Set<CustomerId>> {
  const standing = new Map<CustomerId, Set<CustomerId>>();
  const waiting = new Map([...claims].map(([id, by]) => [id, by.size]));
  const queue = [...claims.keys()].filter((id) => waiting.get(id) === 0);
  for (const id of queue) standing.set(id, new Set([id]));
  // The queue grows while it is read.
  for (const id of queue) {
    for (const alias of aliasesOf.get(id) ?? []) {
      const ends = standing.get(alias) ?? new Set<CustomerId>();
      for (const end of standing.get(id)!) ends.add(end);
      standing.set(alias, ends);
      const left = waiting.get(alias)! - 1;
      waiting.set(alias, left);
      if (left === 0) queue.push(alias);
    }
  }
  // Claimed from within a circle as well: not settled.
  for (const [id, left] of waiting) if (left > 0) standing.delete(id);
  return standing;
}
