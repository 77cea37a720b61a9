import { birthdaySimilarity } from "./birthday-similarity.js";
import type { TextSimilarity } from "./edit-similarity.js";
import { flooredSimilarity } from "./floored-similarity.js";
import type { MatchField, MatchPolicy } from "./match-policy.js";
import type { ComparableAddress, MatchKey, MatchProfile } from "./match-profile.js";
import { nameSimilarity } from "./name-similarity.js";

/**
 * What one field says about two records.
 *
 * @internal
 */
export interface FieldEvidence {
  readonly field: MatchField;
  /** The level of agreement; `shared` for a value too many records have. */
  readonly level: string;
  readonly similarity: number;
  readonly weight: number;
  /** Whether it is the lowest level: the records disagree. */
  readonly disagrees: boolean;
  /** Whether the values are the same and not shared. */
  readonly exact: boolean;
}

/**
 * How the fields are compared: the policy with its weights worked out.
 *
 * @internal
 */
export interface MatchMeasure {
  readonly policy: MatchPolicy;
  readonly similarity: TextSimilarity | undefined;
  readonly weights: Readonly<Record<MatchField, readonly number[]>>;
}

/** Houses of one street are alike to the letter, and not the same: the most an address with another number gets. */
const OTHER_NUMBER = 0.8;
/** What the same last digits are worth beside the same number. */
const SAME_TAIL = 0.9;

/**
 * What every field that both records know says about them.
 *
 * @internal
 */
export function fieldEvidence(
  a: MatchProfile,
  b: MatchProfile,
  measure: MatchMeasure,
): FieldEvidence[] {
  const evidence: FieldEvidence[] = [];
  if (a.name !== undefined && b.name !== undefined) {
    const alike = nameSimilarity(a.name, b.name, measure.similarity);
    if (alike !== undefined)
      evidence.push(evidenceOf("name", { similarity: alike, shared: false }, measure));
  }
  if (a.birthday !== undefined && b.birthday !== undefined) {
    const alike = birthdaySimilarity(a.birthday, b.birthday);
    if (alike !== undefined)
      evidence.push(evidenceOf("birthday", { similarity: alike, shared: false }, measure));
  }
  const email = best(a.emails, b.emails, { similarityOf: emailSimilarity, measure });
  if (email !== undefined) evidence.push(evidenceOf("email", email, measure));
  const phone = best(a.phones, b.phones, { similarityOf: phoneSimilarity, measure });
  if (phone !== undefined) evidence.push(evidenceOf("phone", phone, measure));
  const address = best(a.addresses, b.addresses, { similarityOf: addressSimilarity, measure });
  if (address !== undefined) evidence.push(evidenceOf("address", address, measure));
  const identifier = best(a.identifiers, b.identifiers, { similarityOf: noSimilarity, measure });
  if (identifier !== undefined) evidence.push(evidenceOf("identifier", identifier, measure));
  return evidence;
}

interface Agreement {
  readonly similarity: number;
  readonly shared: boolean;
}

/** The best agreement among the values of two records; one that many share only where nothing else agrees. */
function best<Key extends MatchKey>(
  ours: readonly Key[],
  theirs: readonly Key[],
  {
    similarityOf,
    measure,
  }: {
    readonly similarityOf: (a: Key, b: Key, measure: MatchMeasure) => number;
    readonly measure: MatchMeasure;
  },
): Agreement | undefined {
  let found: Agreement | undefined;
  for (const one of ours) {
    for (const other of theirs) {
      const isSame = one.text === other.text;
      const similarity = isSame ? 1 : similarityOf(one, other, measure);
      const shared = isSame && one.shared;
      const agreement = { similarity, shared };
      if (found === undefined || rankOf(agreement) > rankOf(found)) found = agreement;
    }
  }
  return found;
}

/** What differs comes last, before it what many share. */
function rankOf({ similarity, shared }: Agreement): number {
  if (shared) return 0;
  return similarity > 0 ? similarity : -1;
}

function evidenceOf(
  field: MatchField,
  { similarity: value, shared }: Agreement,
  measure: MatchMeasure,
): FieldEvidence {
  const { levels, shared: sharedChances } = measure.policy.fields[field];
  if (shared && sharedChances !== undefined) {
    const weight = Math.log2(sharedChances.m / sharedChances.u);
    return { field, level: "shared", similarity: value, weight, disagrees: false, exact: false };
  }
  let index = 0;
  while (value < levels[index]!.atLeast) index += 1;
  return {
    field,
    level: levels[index]!.level,
    similarity: value,
    weight: measure.weights[field][index]!,
    disagrees: index === levels.length - 1,
    exact: value === 1 && !shared,
  };
}

function emailSimilarity(a: MatchKey, b: MatchKey, measure: MatchMeasure): number {
  return textSimilarity(a.text, b.text, { field: "email", measure });
}

function phoneSimilarity(a: MatchKey, b: MatchKey, { policy }: MatchMeasure): number {
  const digits = policy.phoneTailDigits;
  if (a.text.length < digits || b.text.length < digits) return 0;
  return a.text.slice(-digits) === b.text.slice(-digits) ? SAME_TAIL : 0;
}

function addressSimilarity(
  a: ComparableAddress,
  b: ComparableAddress,
  measure: MatchMeasure,
): number {
  const alike = textSimilarity(a.text, b.text, { field: "address", measure });
  return a.numbers === b.numbers ? alike : Math.min(alike, OTHER_NUMBER);
}

/** Of a number or code nothing is to be seen but whether it is the same. */
function noSimilarity(): number {
  return 0;
}

/** What lies below the last level but one disagrees, however much it lies below. */
function textSimilarity(
  a: string,
  b: string,
  { field, measure }: { readonly field: MatchField; readonly measure: MatchMeasure },
): number {
  const [first, second] = a < b ? [a, b] : [b, a];
  const floor = measure.policy.fields[field].levels.at(-2)?.atLeast ?? 1;
  return flooredSimilarity(first, second, { floor, similarity: measure.similarity });
}
