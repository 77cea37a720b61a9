import { compareText } from "../../shared/text-order.js";
import { canonicalText } from "./canonical-text.js";
import type { CustomerField, CustomerRecord, RecordReference } from "./customer-record.js";
import type { MergePolicy } from "./merge-policy.js";
import type {
  LostValue,
  MergeConflict,
  MergedEntryId,
  RecordOrigin,
  ValueProvenance,
} from "./merged-customer.js";
import { originOf, versionKey } from "./survivor.js";

/**
 * What a merge has found so far; the steps of the merge add to it.
 *
 * @internal
 */
export interface MergeLedger {
  readonly records: readonly CustomerRecord[];
  readonly policy: MergePolicy;
  readonly provenance: ValueProvenance[];
  readonly lost: LostValue[];
  readonly conflicts: MergeConflict[];
  readonly contactPointIds: MergedEntryId[];
  readonly keyPersonIds: MergedEntryId[];
  /** Ids of contact points and key persons given out, by what they belong to. */
  readonly taken: ReadonlyMap<"contactPoint" | "keyPerson", Set<string>>;
  /** The new id of each contact point, by record and old id. */
  readonly pointIds: Map<CustomerRecord, Map<string, string>>;
}

/**
 * One entry of a list with the record it came from.
 *
 * @internal
 */
export interface EntryOf<Entry> {
  readonly record: CustomerRecord;
  readonly entry: Entry;
}

/**
 * Gathers entries by a key; groups and their members keep the order in which they came.
 *
 * @internal
 */
export function groupedEntries<Entry>(
  entries: readonly EntryOf<Entry>[],
  keyOf: (entry: Entry) => string,
): EntryOf<Entry>[][] {
  const groups = new Map<string, EntryOf<Entry>[]>();
  for (const one of entries) {
    const key = keyOf(one.entry);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups.values()];
}

/**
 * An id that nobody has yet: the wished one, or one that names the record, too.
 *
 * @internal
 */
export function takeId(
  wished: string,
  { record, taken }: { readonly record: CustomerRecord; readonly taken: Set<string> },
): string {
  const qualified = `${record.source}:${record.recordId}:${wished}`;
  let id = wished;
  for (let copy = 1; taken.has(id); copy += 1) {
    id = copy === 1 ? qualified : `${qualified}:${String(copy)}`;
  }
  taken.add(id);
  return id;
}

/**
 * Notes where an entry of a list came from; a record is named once.
 *
 * @internal
 */
export function noteOrigins(
  ledger: MergeLedger,
  {
    field,
    index,
    members,
  }: {
    readonly field: CustomerField;
    readonly index: number;
    readonly members: readonly EntryOf<unknown>[];
  },
): void {
  const [first, ...agreeing] = distinctOrigins(
    members.map(({ record }) => originOf(record, field)),
  );
  ledger.provenance.push({ field, index, ...first!, agreeing });
}

/**
 * Origins without those named twice.
 *
 * @internal
 */
export function distinctOrigins(origins: readonly RecordOrigin[]): RecordOrigin[] {
  if (origins.length < 2) return [...origins];
  const seen = new Set<string>();
  return origins.filter((origin) => {
    const text = canonicalText(origin);
    if (seen.has(text)) return false;
    seen.add(text);
    return true;
  });
}

/**
 * The records' names, each once, in the order of source and id.
 *
 * @internal
 */
export function distinctReferences(records: readonly CustomerRecord[]): RecordReference[] {
  const byKey = new Map(
    records.map((one) => [versionKey(one), { source: one.source, recordId: one.recordId }]),
  );
  return [...byKey].sort(([a], [b]) => compareText(a, b)).map(([, reference]) => reference);
}

/**
 * The first value that is there.
 *
 * @internal
 */
export function firstKnown<Entry, Key extends keyof Entry>(
  members: readonly EntryOf<Entry>[],
  key: Key,
): Partial<Pick<Entry, Key>> {
  const found = members.find(({ entry }) => entry[key] !== undefined);
  return found === undefined ? {} : ({ [key]: found.entry[key] } as Pick<Entry, Key>);
}
