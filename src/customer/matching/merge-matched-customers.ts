import { compareText } from "../../shared/text-order.js";
import type { CustomerRecord, RecordReference } from "../merging/customer-record.js";
import { mergeCustomers } from "../merging/merge-customers.js";
import type { MergePolicy } from "../merging/merge-policy.js";
import type { MergedCustomer, MergeRefusal } from "../merging/merged-customer.js";
import { recordProblem } from "../merging/record-problem.js";
import { versionKey } from "../merging/survivor.js";
import type { CustomerId } from "../record/customer.js";
import type { MatchGroup } from "./match-groups.js";

/** Why the records of a group became no customer. */
export type MatchedMergeRefusal =
  | MergeRefusal
  | {
      /** A record has blanks at the ends of its source or id, none at all, or a time that is no instant. */
      readonly code: "record-unusable";
      /** The first such record of the group. */
      readonly record: RecordReference;
      /** What is wrong with it. */
      readonly problem: string;
    }
  | {
      /** Another customer has the same id already: the records had been kept as one customer, and no longer match. */
      readonly code: "id-taken";
      /** The id both would have. */
      readonly id: CustomerId;
    };

/** Records that became no customer, and why. */
export interface RefusedRecords {
  /** The records. */
  readonly records: readonly CustomerRecord[];
  /** Why. */
  readonly error: MatchedMergeRefusal;
}

/** The customers made of all records. */
export interface MatchedCustomers {
  /** One customer for each group and each record in no group, in the order of their first records. */
  readonly merged: readonly MergedCustomer[];
  /** Records that became no customer. */
  readonly refused: readonly RefusedRecords[];
}

/**
 * Turns the records of all sources into customers: one for each group, one for each record in no group.
 *
 * Every record given ends in exactly one merged customer or one refusal. All versions of a record go together. A record
 * that cannot be merged refuses its group, and no other; `siftCustomerRecords` finds it before.
 *
 * @param records - The records that were searched.
 * @param options - What is merged, and how.
 * @param options.groups - The groups to merge: `merge` of `matchGroups`, and those a human approved.
 * @param options.policy - How one value is chosen where sources differ; `DEFAULT_MERGE_POLICY` when absent.
 * @returns The customers, and the records that became none.
 * @throws RangeError when a group names a record that is not there, or two groups name the same one.
 * @example
 * ```ts
 * import { matchCandidates, matchGroups, mergeMatchedCustomers } from "goodwill/customer";
 * import { instant } from "goodwill/shared";
 *
 * const at = instant("2026-01-05T10:00:00Z");
 * const kind = "person" as const;
 * const contactPoints = [{ id: "e", channel: "email" as const, address: "li.na@example.com" }];
 * const records = [
 *   { source: "shop", recordId: "17", at, fields: { kind, name: "Li Na", contactPoints } },
 *   { source: "club", recordId: "A-3", at, fields: { kind, name: "Na Li", contactPoints } },
 *   { source: "club", recordId: "A-4", at, fields: { kind, name: "Wang Wei" } },
 * ];
 * const groups = matchGroups(matchCandidates(records)).merge;
 * mergeMatchedCustomers(records, { groups }).merged.map(({ customer }) => customer.id);
 * // => ["club:A-3", "club:A-4"]
 * ```
 */
export function mergeMatchedCustomers(
  records: readonly CustomerRecord[],
  {
    groups,
    policy,
  }: {
    readonly groups: readonly Pick<MatchGroup, "records">[];
    readonly policy?: MergePolicy;
  },
): MatchedCustomers {
  const merged: MergedCustomer[] = [];
  const refused: RefusedRecords[] = [];
  const ids = new Set<CustomerId>();
  for (const members of gatheredRecords(records, groups)) {
    const unusable = unusableRecord(members);
    if (unusable !== undefined) {
      refused.push({ records: members, error: unusable });
      continue;
    }
    const result = mergeCustomers(members, { ...(policy !== undefined && { policy }) });
    if (!result.ok) refused.push({ records: members, error: result.error });
    else if (ids.has(result.value.customer.id)) {
      const error = { code: "id-taken", id: result.value.customer.id } as const;
      refused.push({ records: members, error });
    } else {
      ids.add(result.value.customer.id);
      merged.push(result.value);
    }
  }
  return { merged, refused };
}

function unusableRecord(
  records: readonly CustomerRecord[],
): Extract<MatchedMergeRefusal, { readonly code: "record-unusable" }> | undefined {
  for (const record of records) {
    const problem = recordProblem(record);
    if (problem === undefined) continue;
    const { source, recordId } = record;
    return { code: "record-unusable", record: { source, recordId }, problem };
  }
  return undefined;
}

/** The records of each group and each single record, in the order of their first record's source and id. */
function gatheredRecords(
  records: readonly CustomerRecord[],
  groups: readonly Pick<MatchGroup, "records">[],
): CustomerRecord[][] {
  const versions = new Map<string, CustomerRecord[]>();
  for (const record of records) {
    const key = versionKey(record);
    const known = versions.get(key);
    if (known === undefined) versions.set(key, [record]);
    else known.push(record);
  }
  const groupOf = new Map<string, number>();
  for (const [index, group] of groups.entries()) {
    for (const reference of group.records) {
      const key = versionKey(reference);
      if (!versions.has(key)) fail("no such record", reference);
      if ((groupOf.get(key) ?? index) !== index) fail("two groups name the record", reference);
      groupOf.set(key, index);
    }
  }
  const gathered = new Map<string, CustomerRecord[]>();
  for (const [key, all] of [...versions].sort(([a], [b]) => compareText(a, b))) {
    const group = groupOf.get(key);
    const place = group === undefined ? key : String(group);
    const known = gathered.get(place);
    if (known === undefined) gathered.set(place, [...all]);
    else known.push(...all);
  }
  return [...gathered.values()];
}

function fail(problem: string, { source, recordId }: RecordReference): never {
  throw new RangeError(
    `Cannot merge matched customers: ${problem}, got "${recordId}" of "${source}"`,
  );
}
