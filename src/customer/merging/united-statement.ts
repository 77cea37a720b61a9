import type { Consent } from "../consent/consent.js";
import type { Suppression } from "../consent/suppression.js";
import type { Need } from "../record/need.js";
import { compareText } from "../../shared/text-order.js";
import { canonicalText } from "./canonical-text.js";
import type { CustomerRecord } from "./customer-record.js";
import { currentEntries } from "./current-entry.js";
import { originOf, rankedCandidates, versionKey } from "./survivor.js";
import type { EntryOf, MergeLedger } from "./united-entry.js";
import { distinctReferences, groupedEntries, noteOrigins, takeId } from "./united-entry.js";

/**
 * Every consent of every record, equal ones once, in the order in which they were said.
 *
 * @internal
 */
export function unitedConsents(ledger: MergeLedger): Consent[] {
  const entries = pointedEntries<Consent>("consents", ledger);
  noteDisagreements(entries, ledger);
  return unitedByTime("consents", { entries, ledger });
}

/**
 * Every suppression of every record, equal ones once, in the order of time; of one whose end a later version of the
 * same record says otherwise, the latest word.
 *
 * @internal
 */
export function unitedSuppressions(ledger: MergeLedger): Suppression[] {
  const entries = withoutReplaced(pointedEntries<Suppression>("suppressions", ledger), ledger);
  return unitedByTime("suppressions", { entries, ledger });
}

/** A record that later says until when a suppression holds has replaced its own earlier word on that suppression. */
function withoutReplaced(
  entries: readonly PointedEntry<Suppression>[],
  ledger: MergeLedger,
): PointedEntry<Suppression>[] {
  const twinKey = ({ record, entry: { kind, at, channel, contactPoint } }: EntryOf<Suppression>) =>
    canonicalText([versionKey(record), kind, at, channel, contactPoint]);
  const timeOf = ({ record }: EntryOf<Suppression>) => originOf(record, "suppressions").at;
  const latest = new Map<string, PointedEntry<Suppression>[]>();
  for (const one of entries) {
    const key = twinKey(one);
    const known = latest.get(key);
    if (known === undefined || timeOf(one) > timeOf(known[0]!)) latest.set(key, [one]);
    else if (timeOf(one) === timeOf(known[0]!)) known.push(one);
  }
  return entries.filter((one) => {
    const last = latest.get(twinKey(one))!;
    if (last.includes(one) || last.some(({ entry }) => entry.until === one.entry.until))
      return true;
    const origin = originOf(one.record, "suppressions");
    const { source } = one.record;
    const params = { field: "suppressions", source, at: origin.at, laterAt: timeOf(last[0]!) };
    const reason = { code: "record-superseded", params };
    ledger.lost.push({ ...origin, field: "suppressions", value: one.given, reason });
    return false;
  });
}

/**
 * Every need of the latest version of every record, equal ones once, those of the best record first.
 *
 * @internal
 */
export function unitedNeeds(ledger: MergeLedger): Need[] {
  const { entries } = currentEntries("needs", ledger);
  return groupedEntries(entries, canonicalText).map((members, index) => {
    noteOrigins(ledger, { field: "needs", index, members });
    return members[0]!.entry;
  });
}

/** A statement that names its contact point by the new id, with the one given. */
interface PointedEntry<Statement> extends EntryOf<Statement> {
  readonly given: Statement;
}

/** The statements of all records, each naming the contact point by its new id. */
function pointedEntries<Statement extends { readonly contactPoint?: string }>(
  field: "consents" | "suppressions",
  ledger: MergeLedger,
): PointedEntry<Statement>[] {
  return rankedCandidates(field, ledger).flatMap(({ record, value }) =>
    (value as readonly unknown[] as readonly Statement[]).map((entry) => {
      if (entry.contactPoint === undefined) return { record, entry, given: entry };
      const contactPoint = pointIdOf(entry.contactPoint, { record, field, ledger });
      return { record, entry: { ...entry, contactPoint }, given: entry };
    }),
  );
}

/** A point its record does not list gets an id of its own, so that it is not taken for a point of another record. */
function pointIdOf(
  id: string,
  {
    record,
    field,
    ledger,
  }: {
    readonly record: CustomerRecord;
    readonly field: "consents" | "suppressions";
    readonly ledger: MergeLedger;
  },
): string {
  const ids = ledger.pointIds.get(record) ?? new Map<string, string>();
  ledger.pointIds.set(record, ids);
  const known = ids.get(id);
  if (known !== undefined) return known;
  const mergedId = takeId(id, { record, taken: ledger.taken.get("contactPoint")! });
  ids.set(id, mergedId);
  ledger.contactPointIds.push({ ...originOf(record, field), id, mergedId });
  ledger.conflicts.push({
    field,
    reason: { code: "contact-point-not-listed", params: { id, source: record.source } },
    records: [{ source: record.source, recordId: record.recordId }],
  });
  return mergedId;
}

function unitedByTime<Statement extends Consent | Suppression>(
  field: "consents" | "suppressions",
  {
    entries,
    ledger,
  }: { readonly entries: readonly EntryOf<Statement>[]; readonly ledger: MergeLedger },
): Statement[] {
  return groupedEntries(entries, canonicalText)
    .map((members) => ({ members, text: canonicalText(members[0]!.entry) }))
    .sort(
      (a, b) =>
        compareText(a.members[0]!.entry.at, b.members[0]!.entry.at) || compareText(a.text, b.text),
    )
    .map(({ members }, index) => {
      noteOrigins(ledger, { field, index, members });
      return members[0]!.entry;
    });
}

/** Where the last word one record knows is a grant, and that of another a withdrawal. */
function noteDisagreements(entries: readonly EntryOf<Consent>[], ledger: MergeLedger): void {
  const groups = groupedEntries(entries, ({ purpose, channel, contactPoint }) =>
    canonicalText([purpose, channel, contactPoint ?? ""]),
  );
  for (const group of groups) {
    const last = new Map<CustomerRecord, Consent>();
    for (const { record, entry } of group) {
      const known = last.get(record);
      if (known === undefined || entry.at > known.at) last.set(record, entry);
    }
    const states = [...last.values()].map(({ state }) => state);
    if (!states.includes("granted") || !states.includes("withdrawn")) continue;
    const { purpose, channel } = group[0]!.entry;
    ledger.conflicts.push({
      field: "consents",
      reason: { code: "consents-disagree", params: { purpose, channel } },
      records: distinctReferences([...last.keys()]),
    });
  }
}
