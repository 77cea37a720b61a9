import type { BlockingKey, MatchPolicy } from "./match-policy.js";
import type { MatchProfile } from "./match-profile.js";
import type { SkippedBlock } from "./match-result.js";

/**
 * Records gathered so that only those of one block need comparing.
 *
 * @internal
 */
export interface Blocks {
  /** The places of the records of each block; at least two each. */
  readonly blocks: readonly (readonly number[])[];
  readonly skipped: readonly SkippedBlock[];
  /** How many blocks were split. */
  readonly split: number;
  /** How many records have no value that gathers. */
  readonly unkeyed: number;
}

interface Block {
  readonly value: string;
  readonly members: readonly number[];
}

/** What a block that is too large is split by, one after the other. */
const SPLITS: readonly ((profile: MatchProfile) => string)[] = [
  ({ name }) => name?.key ?? "",
  ({ birthday }) => String(birthday?.year ?? ""),
  ({ postalCodes }) => postalCodes[0] ?? "",
];

/**
 * Gathers records into blocks by every key of the policy.
 *
 * @internal
 */
export function blocksOf(profiles: readonly MatchProfile[], policy: MatchPolicy): Blocks {
  const blocks: (readonly number[])[] = [];
  const skipped: SkippedBlock[] = [];
  const keyed = new Uint8Array(profiles.length);
  let split = 0;
  for (const blocking of new Set(policy.blocking)) {
    for (const [value, members] of gathered(profiles, { blocking, policy, keyed })) {
      if (members.length < 2) continue;
      if (members.length <= policy.maxBlockSize) {
        blocks.push(members);
        continue;
      }
      split += 1;
      for (const part of splitBlock({ value, members }, { profiles, policy })) {
        if (part.members.length > policy.maxBlockSize) {
          skipped.push({ blocking, value: part.value, records: part.members.length });
        } else if (part.members.length > 1) blocks.push(part.members);
      }
    }
  }
  return { blocks, skipped, split, unkeyed: keyed.reduce((sum, one) => sum + 1 - one, 0) };
}

function gathered(
  profiles: readonly MatchProfile[],
  {
    blocking,
    policy,
    keyed,
  }: {
    readonly blocking: BlockingKey;
    readonly policy: MatchPolicy;
    readonly keyed: Uint8Array;
  },
): Map<string, number[]> {
  const byValue = new Map<string, number[]>();
  for (const [place, profile] of profiles.entries()) {
    const values = blockingValues(profile, { blocking, policy });
    if (values.length > 0) keyed[place] = 1;
    for (const value of values) {
      const members = byValue.get(value);
      if (members === undefined) byValue.set(value, [place]);
      // A record may have a value twice, through two words of its name.
      else if (members.at(-1) !== place) members.push(place);
    }
  }
  return byValue;
}

function blockingValues(
  profile: MatchProfile,
  { blocking, policy }: { readonly blocking: BlockingKey; readonly policy: MatchPolicy },
): string[] {
  const { name, emails, phones, identifiers, postalCodes, birthday } = profile;
  switch (blocking) {
    case "identifier":
      return identifiers.map(({ text }) => text);
    case "email":
      return emails.map(({ text }) => text);
    case "phone":
      return phones.map(({ text }) => text);
    case "phone-tail":
      return phones.map(({ text }) => text.slice(-policy.phoneTailDigits));
    case "name":
      return name === undefined ? [] : [name.key];
    case "name-and-postal-code":
      return blockingWords(profile).flatMap((word) => postalCodes.map((code) => `${word} ${code}`));
    case "birthday-and-name": {
      if (birthday === undefined) return [];
      const { calendar, year, month, day } = birthday;
      // Without a year the days are few: three letters in place of one.
      const letters = year === undefined ? 3 : 1;
      const date = `${calendar} ${String(year ?? "")}-${String(month)}-${String(day)}`;
      return blockingWords(profile).map((word) => `${date} ${word.slice(0, letters)}`);
    }
  }
}

/** The words of a name; of a Chinese one its characters, since family and given name may stand in either order. */
function blockingWords({ name }: MatchProfile): readonly string[] {
  if (name === undefined) return [];
  return name.isHan ? [Array.from(name.joined).sort().join("")] : name.words;
}

/** Splits a block by one value after the other, until its parts are small enough or nothing is left to split by. */
function splitBlock(
  block: Block,
  {
    profiles,
    policy,
  }: { readonly profiles: readonly MatchProfile[]; readonly policy: MatchPolicy },
): readonly Block[] {
  let parts: readonly Block[] = [block];
  for (const splitBy of SPLITS) {
    parts = parts.flatMap((part) => {
      if (part.members.length <= policy.maxBlockSize) return [part];
      const byValue = new Map<string, number[]>();
      for (const place of part.members) {
        const value = splitBy(profiles[place]!);
        const members = byValue.get(value);
        if (members === undefined) byValue.set(value, [place]);
        else members.push(place);
      }
      return [...byValue].map(([value, members]) => ({
        value: `${part.value} | ${value}`,
        members,
      }));
    });
  }
  return parts;
}
