import { compareText } from "../../shared/text-order.js";
import { canonicalText } from "./canonical-text.js";
import type { CustomerIdentifier } from "./customer-record.js";
import type { RecordOrigin } from "./merged-customer.js";
import type { MergeLedger } from "./united-entry.js";
import { distinctOrigins, groupedEntries } from "./united-entry.js";

/**
 * Every number and code of every record, equal ones once, in the order of their texts.
 *
 * @internal
 */
export function unitedIdentifiers({
  records,
  policy,
  provenance,
  conflicts,
}: MergeLedger): CustomerIdentifier[] {
  const entries = records.flatMap((record) =>
    (record.identifiers ?? []).map((entry) => ({ record, entry })),
  );
  const groups = groupedEntries(entries, canonicalText).sort(([a], [b]) =>
    compareText(textOf(a!.entry), textOf(b!.entry)),
  );
  for (const [index, members] of groups.entries()) {
    const origins = members.map(({ record: { source, recordId, at } }): RecordOrigin => ({
      source,
      recordId,
      at,
    }));
    const [first, ...agreeing] = distinctOrigins(origins);
    provenance.push({ field: "identifiers", index, ...first!, agreeing });
  }
  for (const system of policy.exclusiveIdentifiers) {
    const rivals = groups.filter(([one]) => one!.entry.system === system);
    if (rivals.length < 2) continue;
    conflicts.push({
      field: "identifiers",
      reason: { code: "identifiers-differ", params: { system, values: rivals.length } },
      records: rivals.map(([one]) => ({
        source: one!.record.source,
        recordId: one!.record.recordId,
      })),
    });
  }
  return groups.map(([one]) => one!.entry);
}

function textOf({ system, value }: CustomerIdentifier): string {
  return canonicalText([system, value]);
}
