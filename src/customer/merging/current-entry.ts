import type { Instant } from "../../shared/time/instant.js";
import { canonicalText } from "./canonical-text.js";
import type { CustomerFields } from "./customer-record.js";
import { latestVersions, originOf, rankedCandidates, versionKey } from "./survivor.js";
import type { EntryOf, MergeLedger } from "./united-entry.js";

/** The lists of which only the latest version of a record counts. */
type StateList = "contactPoints" | "keyPersons" | "needs";

/** The type of one entry of such a list. */
type StateEntry<Field extends StateList> = NonNullable<CustomerFields[Field]>[number];

/**
 * An entry of a version that its own record has replaced since.
 *
 * @internal
 */
export interface SupersededEntry<Entry> extends EntryOf<Entry> {
  /** When the record said otherwise. */
  readonly laterAt: Instant;
}

/**
 * The entries of a list, best record first, of the latest version of every record that knows the list: what a source
 * took off its list does not come back from an earlier version. What is gone is noted as lost.
 *
 * @internal
 */
export function currentEntries<Field extends StateList>(
  field: Field,
  ledger: MergeLedger,
): {
  readonly entries: readonly EntryOf<StateEntry<Field>>[];
  readonly superseded: readonly SupersededEntry<StateEntry<Field>>[];
} {
  const all = rankedCandidates(field, ledger);
  const latest = latestVersions(all);
  const entries: EntryOf<StateEntry<Field>>[] = [];
  const superseded: SupersededEntry<StateEntry<Field>>[] = [];
  const kept = new Map<string, Set<string>>();
  for (const { record, value, at } of all) {
    const key = versionKey(record);
    const laterAt = latest.get(key)!.at;
    for (const entry of value as readonly StateEntry<Field>[]) {
      if (laterAt > at) superseded.push({ record, entry, laterAt });
      else {
        entries.push({ record, entry });
        kept.set(key, (kept.get(key) ?? new Set()).add(canonicalText(entry)));
      }
    }
  }
  for (const { record, entry, laterAt } of superseded) {
    if (kept.get(versionKey(record))?.has(canonicalText(entry)) === true) continue;
    const origin = originOf(record, field);
    const params = { field, source: record.source, at: origin.at, laterAt };
    const reason = { code: "record-superseded", params };
    ledger.lost.push({ ...origin, field, value: entry, reason });
  }
  return { entries, superseded };
}
