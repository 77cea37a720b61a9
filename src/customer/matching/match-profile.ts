import type {
  CustomerIdentifier,
  CustomerRecord,
  RecordReference,
} from "../merging/customer-record.js";
import type { ContactPoint } from "../record/contact-point.js";
import type { Customer } from "../record/customer.js";
import type { PartialDate } from "../record/partial-date.js";
import { contactKey, isPostal } from "./contact-key.js";
import { foldedWords } from "./folded-name.js";
import type { MatchPolicy } from "./match-policy.js";
import type { ComparableName } from "./name-similarity.js";
import { comparableName } from "./name-similarity.js";

/**
 * A value in the form in which equal ones are equal texts.
 *
 * @internal
 */
export interface MatchKey {
  readonly text: string;
  /** Whether more records have it than the policy lets pass for one customer's; known once all are counted. */
  shared: boolean;
  /** How many records have it; known once all are counted. */
  holders: number;
}

/**
 * A postal address made ready for comparison.
 *
 * @internal
 */
export interface ComparableAddress extends MatchKey {
  /** Its words that hold digits: house number and postal code. */
  readonly numbers: string;
}

/**
 * What records are compared by, made ready once a record.
 *
 * @internal
 */
export interface MatchProfile {
  readonly reference: RecordReference;
  readonly kind: Customer["kind"] | undefined;
  readonly name: ComparableName | undefined;
  /** The given name where it is recorded apart, folded; empty where it is not. */
  readonly givenName: string;
  readonly birthday: PartialDate | undefined;
  readonly emails: readonly MatchKey[];
  readonly phones: readonly MatchKey[];
  readonly addresses: readonly ComparableAddress[];
  readonly identifiers: readonly MatchKey[];
  readonly postalCodes: readonly string[];
  /** The values of identifiers that a customer has once, by system. */
  readonly exclusive: ReadonlyMap<string, ReadonlySet<string>>;
}

const DIGIT = /\d/;
const POSTAL_CODE = /^\d{4,6}$/;
const BLANKS = /[\s-]/g;

/**
 * Makes the records ready, and marks values that too many of them share.
 *
 * @internal
 */
export function matchProfiles(
  records: readonly CustomerRecord[],
  policy: MatchPolicy,
): MatchProfile[] {
  const ignored = new Set(policy.ignoredNameWords);
  const exclusive = new Set(policy.exclusiveIdentifiers);
  const profiles = records.map((record) => profileOf(record, { ignored, exclusive }));
  markShared(
    profiles.map(({ emails }) => emails),
    policy,
  );
  markShared(
    profiles.map(({ phones }) => phones),
    policy,
  );
  markShared(
    profiles.map(({ addresses }) => addresses),
    policy,
  );
  markShared(
    profiles.map(({ identifiers }) => identifiers),
    policy,
  );
  return profiles;
}

/** Counts how many records have each value of a field, and marks those that too many have. */
function markShared(
  keysOfRecords: readonly (readonly MatchKey[])[],
  { sharedAbove }: MatchPolicy,
): void {
  const holders = new Map<string, number>();
  for (const keys of keysOfRecords) {
    for (const { text } of keys) holders.set(text, (holders.get(text) ?? 0) + 1);
  }
  for (const keys of keysOfRecords) {
    for (const key of keys) {
      key.holders = holders.get(key.text)!;
      key.shared = key.holders > sharedAbove;
    }
  }
}

function profileOf(
  { source, recordId, fields, identifiers = [], customer }: CustomerRecord,
  {
    ignored,
    exclusive,
  }: { readonly ignored: ReadonlySet<string>; readonly exclusive: ReadonlySet<string> },
): MatchProfile {
  const points = fields.contactPoints ?? [];
  const { givenName = "", familyName = "" } = fields;
  const name = fields.name ?? `${givenName} ${familyName}`;
  const systems = identifiers.map(({ system, value }) => JSON.stringify([system, value]));
  // Records kept under one id have been found to be one customer before.
  if (customer !== undefined) systems.push(JSON.stringify(["", customer]));
  return {
    reference: { source, recordId },
    kind: fields.kind,
    name: comparableName(name, ignored),
    givenName: foldedWords(givenName).join(" "),
    birthday: fields.birthday,
    emails: keysOf(points, ["email"]),
    phones: keysOf(points, ["phone", "sms"]),
    addresses: addressesOf(points),
    identifiers: distinct(systems).map(keyOf),
    postalCodes: distinct(points.flatMap(postalCodesOf)),
    exclusive: exclusiveOf(identifiers, exclusive),
  };
}

const NONE: MatchProfile["exclusive"] = new Map();

function keyOf(text: string): MatchKey {
  return { text, shared: false, holders: 0 };
}

function exclusiveOf(
  identifiers: readonly CustomerIdentifier[],
  exclusive: ReadonlySet<string>,
): MatchProfile["exclusive"] {
  const found = identifiers.filter(({ system }) => exclusive.has(system));
  if (found.length === 0) return NONE;
  const values = new Map<string, Set<string>>();
  for (const { system, value } of found) {
    values.set(system, (values.get(system) ?? new Set()).add(value));
  }
  return values;
}

/** The texts, each once. */
function distinct(texts: readonly string[]): readonly string[] {
  return texts.length < 2 ? texts : [...new Set(texts)];
}

function keysOf(
  points: readonly ContactPoint[],
  channels: readonly ContactPoint["channel"][],
): MatchKey[] {
  const texts = points
    .filter(({ channel }) => channels.includes(channel))
    .map(contactKey)
    .filter((text) => text !== undefined);
  return distinct(texts).map(keyOf);
}

function addressesOf(points: readonly ContactPoint[]): ComparableAddress[] {
  const texts = points
    .filter(({ channel }) => channel === "post")
    .map(({ address, postal }) => {
      const { lines = [], postalCode = "", locality = "" } = postal ?? {};
      const text = postal === undefined ? address : [...lines, postalCode, locality].join(" ");
      return typeof text === "string" ? foldedWords(text) : [];
    })
    .filter(isPostal);
  const byText = new Map(texts.map((words) => [words.join(" "), words]));
  return [...byText].map(([text, words]) => ({
    ...keyOf(text),
    numbers: words.filter((word) => DIGIT.test(word)).join(" "),
  }));
}

function postalCodesOf({ channel, address, postal }: ContactPoint): string[] {
  if (channel !== "post") return [];
  if (postal?.postalCode !== undefined) {
    return [postal.postalCode.toLowerCase().replaceAll(BLANKS, "")];
  }
  if (typeof address !== "string") return [];
  return foldedWords(address).filter((word) => POSTAL_CODE.test(word));
}
