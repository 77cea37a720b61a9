import { ok, refuse } from "../../shared/result.js";
import type { Result } from "../../shared/result.js";
import type { CustomerId } from "../record/customer.js";
import type { CustomerRecord, RecordReference } from "./customer-record.js";
import { mergeCustomers } from "./merge-customers.js";
import type { MergePolicy } from "./merge-policy.js";
import type { MergedCustomer, MergeRefusal } from "./merged-customer.js";
import { versionKey } from "./survivor.js";

/** What is taken out of a merged customer, and how both sides are merged again. */
export interface UnmergeCustomerOptions {
  /** The records that belong to somebody else; at least one. All versions of a record go together. */
  readonly records: readonly RecordReference[];
  /** The id of the customer they make; when absent, as in `mergeCustomers`. */
  readonly id?: CustomerId;
  /** The policy of the merge; `DEFAULT_MERGE_POLICY` when absent. */
  readonly policy?: MergePolicy;
}

/** Two customers where one had been. */
export interface UnmergedCustomer {
  /** The customer that keeps the id, without the records taken out. */
  readonly kept: MergedCustomer;
  /** The customer made of the records taken out; its `records` are what they were before. */
  readonly separated: MergedCustomer;
}

/** Why a customer is not taken apart. */
export type UnmergeRefusal =
  | {
      /** Some records are not part of the customer. */
      readonly code: "records-unknown";
      /** The ones that are not. */
      readonly records: readonly RecordReference[];
    }
  | {
      /** Nothing would be left: rename the customer instead. */
      readonly code: "nothing-left";
      /** How many records were to be taken out. */
      readonly records: number;
    }
  | {
      /** Both sides would have the same id: name one for the records taken out. */
      readonly code: "id-needed";
      /** The id both would have. */
      readonly id: CustomerId;
    }
  | MergeRefusal;

/**
 * Takes records out of a merged customer that belong to somebody else, as if they had never been merged.
 *
 * The records are restored as they were given, and both sides are merged anew, so that no value of the one stays with
 * the other. The customer keeps its id, unless only the records taken out were kept under it. Each other id goes with
 * the records kept under it, and ids no record was kept under stay with the customer; an id of records on both sides
 * stays, too. Facts of other rooms recorded under the customer's own id stay there: who they belong to, only a human
 * can tell.
 *
 * @param merged - What `mergeCustomers` gave.
 * @param options - Which records, under which id, by which policy.
 * @returns Both customers; refused for records that are not part of it, for all of them, when both sides would have one
 * id, and when a side makes no customer.
 * @throws RangeError when no record is named.
 * @example
 * ```ts
 * import { mergeCustomers, unmergeCustomer } from "goodwill/customer";
 * import { instant } from "goodwill/shared";
 *
 * const at = instant("2026-01-05T10:00:00Z");
 * const fields = { kind: "person" as const, name: "Li Na" };
 * const merged = mergeCustomers([
 *   { source: "shop", recordId: "17", at, fields },
 *   { source: "club", recordId: "A-3", at, fields },
 * ]);
 * const apart = merged.ok && unmergeCustomer(merged.value, { records: [{ source: "shop", recordId: "17" }] });
 * apart && apart.ok && apart.value.separated.customer.id; // => "shop:17"
 * ```
 */
export function unmergeCustomer(
  merged: MergedCustomer,
  { records, id, policy }: UnmergeCustomerOptions,
): Result<UnmergedCustomer, UnmergeRefusal> {
  if (records.length === 0) throw new RangeError("Cannot unmerge: no record is named");
  const known = new Set(merged.records.map(versionKey));
  const unknown = records.filter((one) => !known.has(versionKey(one)));
  if (unknown.length > 0) return refuse({ code: "records-unknown", records: unknown });
  const named = new Set(records.map(versionKey));
  const taken = merged.records.filter((one) => named.has(versionKey(one)));
  const rest = merged.records.filter((one) => !named.has(versionKey(one)));
  if (rest.length === 0) return refuse({ code: "nothing-left", records: taken.length });

  const kept = keptSide(merged, { rest, taken, policy });
  if (!kept.ok) return kept;
  const separated = mergeCustomers(taken, optional({ id, policy }));
  if (!separated.ok) return separated;
  const keptId = kept.value.customer.id;
  if (separated.value.customer.id === keptId) return refuse({ code: "id-needed", id: keptId });
  // What the kept side answers to cannot mean the other as well.
  const ofKept = new Set([keptId, ...kept.value.aliases]);
  ofKept.delete(separated.value.customer.id);
  return ok({
    kept: {
      ...kept.value,
      aliases: kept.value.aliases.filter((one) => one !== separated.value.customer.id),
    },
    separated: {
      ...separated.value,
      aliases: separated.value.aliases.filter((one) => !ofKept.has(one)),
    },
  });
}

function keptSide(
  merged: MergedCustomer,
  {
    rest,
    taken,
    policy,
  }: {
    readonly rest: readonly CustomerRecord[];
    readonly taken: readonly CustomerRecord[];
    readonly policy: MergePolicy | undefined;
  },
): Result<MergedCustomer, MergeRefusal> {
  const { id } = merged.customer;
  const ofRest = new Set(rest.map(({ customer }) => customer));
  const ofTaken = new Set(taken.map(({ customer }) => customer));
  const goes = (one: CustomerId): boolean => ofTaken.has(one) && !ofRest.has(one);
  const formerIds = merged.aliases.filter((one) => !goes(one));
  return mergeCustomers(rest, {
    ...optional({ id: goes(id) ? undefined : id, policy }),
    formerIds,
  });
}

function optional({
  id,
  policy,
}: {
  readonly id: CustomerId | undefined;
  readonly policy: MergePolicy | undefined;
}): { readonly id?: CustomerId; readonly policy?: MergePolicy } {
  return { ...(id !== undefined && { id }), ...(policy !== undefined && { policy }) };
}
