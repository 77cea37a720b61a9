import { birthdaySimilarity, COMPATIBLE_BIRTHDAYS } from "../matching/birthday-similarity.js";
import { nameKey } from "../matching/folded-name.js";
import type { KeyPerson } from "../record/key-person.js";
import type { PartialDate } from "../record/partial-date.js";
import { canonicalText } from "./canonical-text.js";
import { currentEntries } from "./current-entry.js";
import { originOf } from "./survivor.js";
import { groupedPoints, unitedPoint } from "./united-contact-point.js";
import type { EntryOf, MergeLedger } from "./united-entry.js";
import {
  distinctReferences,
  firstKnown,
  groupedEntries,
  noteOrigins,
  takeId,
} from "./united-entry.js";

/**
 * The key persons of all records, each person once: the same name, and no birthday that says otherwise.
 *
 * @internal
 */
export function unitedKeyPersons(ledger: MergeLedger): KeyPerson[] {
  const { entries } = currentEntries("keyPersons", ledger);
  const groups = groupedEntries(entries, ({ name }) => nameKey(name));
  return groups
    .flatMap((group) => (isOnePerson(group) ? [group] : separated(group, ledger)))
    .map((members, index) => {
      noteOrigins(ledger, { field: "keyPersons", index, members });
      return unitedPerson(members, ledger);
    });
}

/** A source that lists a name twice means two persons; birthdays that differ mean two persons. */
function isOnePerson(group: readonly EntryOf<KeyPerson>[]): boolean {
  const records = new Set(group.map(({ record }) => record));
  const birthdays = group.map(({ entry }) => entry.birthday).filter((one) => one !== undefined);
  return (
    records.size === group.length &&
    birthdays.every((a) => birthdays.every((b) => isSameBirthday(a, b)))
  );
}

function isSameBirthday(a: PartialDate, b: PartialDate): boolean {
  return (birthdaySimilarity(a, b) ?? 0) >= COMPATIBLE_BIRTHDAYS;
}

/** Persons of one name kept apart; only what is equal word for word is one. */
function separated(
  group: readonly EntryOf<KeyPerson>[],
  ledger: MergeLedger,
): EntryOf<KeyPerson>[][] {
  ledger.conflicts.push({
    field: "keyPersons",
    reason: { code: "key-persons-alike", params: { name: group[0]!.entry.name } },
    records: distinctReferences(group.map(({ record }) => record)),
  });
  return groupedEntries(group, canonicalText);
}

function unitedPerson(members: readonly EntryOf<KeyPerson>[], ledger: MergeLedger): KeyPerson {
  const { record, entry } = members[0]!;
  const judged = latestJudged(members);
  noteTerms(members, ledger);
  const points = members.flatMap((one) =>
    (one.entry.contactPoints ?? []).map((point) => ({ record: one.record, entry: point })),
  );
  const isKnown = members.some((one) => one.entry.contactPoints !== undefined);
  const united: KeyPerson = {
    id: takeId(entry.id, { record, taken: ledger.taken.get("keyPerson")! }),
    name: entry.name,
    position: entry.position,
    influence: [...new Set(members.flatMap((member) => member.entry.influence))],
    ...(judged?.standing !== undefined && { standing: judged.standing }),
    ...(judged?.standingAt !== undefined && { standingAt: judged.standingAt }),
    ...(isKnown && {
      contactPoints: groupedPoints(points).map((group) =>
        unitedPoint(group, { ledger, field: "keyPersons" }),
      ),
    }),
    ...fullestBirthday(members),
    // The term of the best record, open where it names no end.
    ...(entry.from !== undefined && { from: entry.from }),
    ...(entry.through !== undefined && { through: entry.through }),
  };
  for (const member of members) noteMember(member, { united, ledger });
  return united;
}

/** Where the best record and another one differ on from when to when the person is in office. */
function noteTerms(members: readonly EntryOf<KeyPerson>[], ledger: MergeLedger): void {
  const best = members[0]!;
  const others = members.filter(
    ({ entry }) => entry.from !== best.entry.from || entry.through !== best.entry.through,
  );
  if (others.length === 0) return;
  const params = {
    name: best.entry.name,
    source: others[0]!.record.source,
    winner: best.record.source,
  };
  ledger.conflicts.push({
    field: "keyPersons",
    reason: { code: "key-person-terms-differ", params },
    records: distinctReferences([best, ...others].map(({ record }) => record)),
  });
}

/** The entry with the latest judgement; among those without a time the best record's. */
function latestJudged(members: readonly EntryOf<KeyPerson>[]): KeyPerson | undefined {
  return members
    .map(({ entry }) => entry)
    .filter(({ standing }) => standing !== undefined)
    .reduce<KeyPerson | undefined>(
      (a, b) => (a === undefined || (b.standingAt ?? "") > (a.standingAt ?? "") ? b : a),
      undefined,
    );
}

function fullestBirthday(members: readonly EntryOf<KeyPerson>[]): Pick<KeyPerson, "birthday"> {
  const full = members.filter(({ entry }) => entry.birthday?.year !== undefined);
  return firstKnown(full.length > 0 ? full : members, "birthday");
}

function noteMember(
  { record, entry }: EntryOf<KeyPerson>,
  { united, ledger }: { readonly united: KeyPerson; readonly ledger: MergeLedger },
): void {
  const origin = originOf(record, "keyPersons");
  ledger.keyPersonIds.push({ ...origin, id: entry.id, mergedId: united.id });
  const ids = ledger.pointIds.get(record);
  const pointed: KeyPerson = {
    ...entry,
    id: united.id,
    ...(entry.contactPoints !== undefined && {
      contactPoints: entry.contactPoints.map((point) => ({
        ...point,
        id: ids?.get(point.id) ?? point.id,
      })),
    }),
  };
  if (canonicalText(pointed) === canonicalText(united)) return;
  const params = { name: entry.name, source: record.source, mergedId: united.id };
  const reason = { code: "united-key-person", params };
  ledger.lost.push({ ...origin, field: "keyPersons", value: entry, reason });
}
