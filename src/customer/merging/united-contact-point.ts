import type { ContactPoint, ContactPointValidity } from "../record/contact-point.js";
import { contactKey } from "../matching/contact-key.js";
import { canonicalText } from "./canonical-text.js";
import type { CustomerField, CustomerRecord } from "./customer-record.js";
import { originOf } from "./survivor.js";
import type { EntryOf, MergeLedger } from "./united-entry.js";
import {
  distinctReferences,
  firstKnown,
  groupedEntries,
  noteOrigins,
  takeId,
} from "./united-entry.js";
import { closedPoint } from "./closed-point.js";
import { currentEntries } from "./current-entry.js";

const CONTACT_POINTS = "contactPoints";

/**
 * The contact points of the latest version of every record, each address once. One of an earlier version that a consent
 * or a suppression names stays, too, closed since its record no longer lists it.
 *
 * @internal
 */
export function unitedContactPoints(ledger: MergeLedger): ContactPoint[] {
  const { entries, superseded } = currentEntries(CONTACT_POINTS, ledger);
  const idByKey = new Map<string, string>();
  const points = groupedPoints(entries).map((members, index) => {
    noteOrigins(ledger, { field: CONTACT_POINTS, index, members });
    const point = unitedPoint(members, { ledger, field: CONTACT_POINTS });
    idByKey.set(pointKey(members[0]!.entry), point.id);
    return point;
  });
  for (const { record, entry, laterAt } of superseded) {
    const key = pointKey(entry);
    const mergedId = idByKey.get(key);
    if (mergedId !== undefined) noteId({ record, entry }, { id: mergedId, ledger });
    else if (isNamed(entry.id, record)) {
      const id = takeId(entry.id, { record, taken: ledger.taken.get("contactPoint")! });
      noteId({ record, entry }, { id, ledger });
      idByKey.set(key, id);
      const members = [{ record, entry }];
      noteOrigins(ledger, { field: CONTACT_POINTS, index: points.length, members });
      points.push(closedPoint({ ...entry, id }, laterAt));
    }
  }
  return points;
}

/** Whether a consent or a suppression of the record names the contact point. */
function isNamed(
  id: string,
  { fields: { consents = [], suppressions = [] } }: CustomerRecord,
): boolean {
  return [...consents, ...suppressions].some(({ contactPoint }) => contactPoint === id);
}

/** By what a contact point reaches; what is no address is the same only where it is written the same. */
function pointKey(point: ContactPoint): string {
  const key = contactKey(point);
  const reached = key === undefined ? ["as written", point.address] : [key];
  return canonicalText([point.channel, point.service ?? "", ...reached]);
}

/**
 * Contact points by what they reach.
 *
 * @internal
 */
export function groupedPoints(
  entries: readonly EntryOf<ContactPoint>[],
): EntryOf<ContactPoint>[][] {
  return groupedEntries(entries, pointKey);
}

/**
 * One contact point of several that reach the same: what the best record says, completed by the others.
 *
 * @internal
 */
export function unitedPoint(
  members: readonly EntryOf<ContactPoint>[],
  { ledger, field }: { readonly ledger: MergeLedger; readonly field: CustomerField },
): ContactPoint {
  const { record, entry } = members[0]!;
  const validity = unitedValidity(members);
  const united: ContactPoint = {
    ...entry,
    id: takeId(entry.id, { record, taken: ledger.taken.get("contactPoint")! }),
    ...firstKnown(members, "postal"),
    ...firstKnown(members, "preferred"),
    ...firstKnown(members, "source"),
    ...(validity !== undefined && { validity }),
  };
  noteStretches(members, { ledger, field });
  const isAlone = members.length === 1;
  for (const member of members) noteMember(member, { united, ledger, field, isAlone });
  return united;
}

function noteMember(
  { record, entry }: EntryOf<ContactPoint>,
  {
    united,
    ledger,
    field,
    isAlone,
  }: {
    readonly united: ContactPoint;
    readonly ledger: MergeLedger;
    readonly field: CustomerField;
    readonly isAlone: boolean;
  },
): void {
  const origin = originOf(record, field);
  noteId({ record, entry }, { id: united.id, ledger, field });
  // Key persons are compared whole, with their contact points.
  if (isAlone || field === "keyPersons") return;
  if (canonicalText({ ...entry, id: united.id }) === canonicalText(united)) return;
  const params = { id: entry.id, source: record.source, mergedId: united.id };
  const reason = { code: "united-contact-point", params };
  ledger.lost.push({ ...origin, field, value: entry, reason });
}

function noteId(
  { record, entry }: EntryOf<ContactPoint>,
  {
    id,
    ledger,
    field = CONTACT_POINTS,
  }: { readonly id: string; readonly ledger: MergeLedger; readonly field?: CustomerField },
): void {
  const ids = ledger.pointIds.get(record) ?? new Map<string, string>();
  if (!ids.has(entry.id)) {
    ids.set(entry.id, id);
    ledger.contactPointIds.push({ ...originOf(record, field), id: entry.id, mergedId: id });
  }
  ledger.pointIds.set(record, ids);
}

/** Where the best record and another one differ on from when to when the point holds. */
function noteStretches(
  members: readonly EntryOf<ContactPoint>[],
  { ledger, field }: { readonly ledger: MergeLedger; readonly field: CustomerField },
): void {
  const best = members[0]!;
  const others = members.filter(
    ({ entry }) =>
      entry.validity?.from !== best.entry.validity?.from ||
      entry.validity?.through !== best.entry.validity?.through,
  );
  if (others.length === 0) return;
  const params = {
    id: best.entry.id,
    source: others[0]!.record.source,
    winner: best.record.source,
  };
  ledger.conflicts.push({
    field,
    reason: { code: "contact-point-stretch-differs", params },
    records: distinctReferences([best, ...others].map(({ record }) => record)),
  });
}

/**
 * The stretch of the best record, open where it names no end: an end that others once noted must not come back. The
 * latest proof and the latest failure anybody knows of.
 */
function unitedValidity(
  members: readonly EntryOf<ContactPoint>[],
): ContactPointValidity | undefined {
  const all = members.map(({ entry }) => entry.validity).filter((one) => one !== undefined);
  if (all.length === 0) return undefined;
  const stretch = members[0]!.entry.validity;
  const verifiedAt = latest(all.map((one) => one.verifiedAt));
  const failedAt = latest(all.map((one) => one.failedAt));
  return {
    ...(stretch?.from !== undefined && { from: stretch.from }),
    ...(stretch?.through !== undefined && { through: stretch.through }),
    ...(verifiedAt !== undefined && { verifiedAt }),
    ...(failedAt !== undefined && { failedAt }),
  };
}

function latest<T extends string>(moments: readonly (T | undefined)[]): T | undefined {
  return moments.reduce((a, b) => (a === undefined || (b !== undefined && b > a) ? b : a));
}
