import { COMPATIBLE_BIRTHDAYS } from "./birthday-similarity.js";
import type { FieldEvidence } from "./field-evidence.js";
import type { MatchProfile } from "./match-profile.js";
import { nameDifference } from "./name-difference.js";

/**
 * Whether two records agree on a person, not just on a household: why a human must look before they are merged.
 *
 * @internal
 */
export interface PersonalAgreement {
  /** Why not to merge without a human; nothing when they agree on a person. */
  readonly doubt?: "names-only-close" | "nobody-named";
  /** Whether the names are close and can be those of two persons: never of one group without a human. */
  readonly areTwoNames: boolean;
}

const AGREES: PersonalAgreement = { areTwoNames: false };
const NO_LETTER = /[^\p{L}]+/gu;

/**
 * What two records agree on beside their household. House, numbers, e-mail address and even the birthday (of twins) are
 * shared in a family; so where the names are close but not the same, Paul and Paula may both be there. Exempt are an
 * identifier in common, given names recorded apart that are the same, and a slip inside one word beside the same full
 * birthday, or beside an e-mail address of only these two records that is made of that word. Records without names to
 * compare need the same birthday.
 *
 * @internal
 */
export function personalAgreement(
  a: MatchProfile,
  b: MatchProfile,
  evidence: readonly FieldEvidence[],
): PersonalAgreement {
  if (evidence.some(({ field, exact }) => field === "identifier" && exact)) return AGREES;
  const name = evidence.find(({ field }) => field === "name");
  if (name === undefined || name.weight <= 0) {
    // Names that disagree are for `reviewOnDisagreement` to judge.
    if (name?.disagrees === true) return AGREES;
    const birthday = evidence.find(({ field }) => field === "birthday");
    const isBirthday = birthday !== undefined && birthday.similarity >= COMPATIBLE_BIRTHDAYS;
    return isBirthday ? AGREES : { doubt: "nobody-named", areTwoNames: false };
  }
  if (name.exact || isSameGivenName(a, b)) return AGREES;
  const difference = nameDifference(a.name!, b.name!);
  if (difference === undefined) return AGREES;
  const { words, isSlip } = difference;
  const isBorn = evidence.some(({ field, similarity }) => field === "birthday" && similarity === 1);
  if (isSlip && (isBorn || hasPersonalEmail(a, b, words.flat()))) return AGREES;
  return { doubt: "names-only-close", areTwoNames: !isSlip };
}

function isSameGivenName({ givenName }: MatchProfile, other: MatchProfile): boolean {
  return givenName !== "" && givenName === other.givenName;
}

/** An address that only these two records have, with one of the words before its @. */
function hasPersonalEmail(a: MatchProfile, b: MatchProfile, words: readonly string[]): boolean {
  return a.emails.some(({ text, holders }) => {
    if (holders > 2 || b.emails.every((other) => other.text !== text)) return false;
    const letters = text.slice(0, text.lastIndexOf("@")).replaceAll(NO_LETTER, "");
    return words.some((word) => letters.includes(word));
  });
}
