import { instant, seededRandom, type RandomSource } from "goodwill/shared";
import type { ContactPoint, CustomerRecord, RecordPair } from "goodwill/customer";

/** Records of simulated customers, and which of them are of one customer. */
export interface SimulatedCustomers {
  readonly records: readonly CustomerRecord[];
  readonly truth: readonly RecordPair[];
}

interface Person {
  readonly given: string;
  readonly family: string;
  readonly birthday: { readonly year: number; readonly month: number; readonly day: number };
  readonly email: string;
  readonly phone: string;
  readonly street: string;
  readonly postalCode: string;
  readonly town: string;
}

const SYLLABLES =
  "an ber cor del el fri gar hol in jo ka lin mar nor ol pe ra sen tan ul ver win".split(" ");
const LETTERS = "abcdefghijklmnopqrstuvwxyz";
const at = instant("2026-01-05T10:00:00Z");

function whole(random: RandomSource, below: number): number {
  return Math.floor(random() * below);
}

/** Lower places are more frequent, as names and towns are. */
function frequent(random: RandomSource, below: number): number {
  return Math.floor(below ** random()) - 1;
}

function word(place: number, syllables: number): string {
  let rest = place;
  let text = "";
  for (let i = 0; i < syllables; i += 1) {
    text += SYLLABLES[(rest + 7 * i) % SYLLABLES.length]!;
    rest = Math.floor(rest / SYLLABLES.length);
  }
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function personOf(random: RandomSource, number: number): Person {
  const given = word(frequent(random, 400), 2);
  const family = word(frequent(random, 8000), 3);
  const town = frequent(random, 5000);
  return {
    given,
    family,
    birthday: {
      year: 1940 + whole(random, 65),
      month: 1 + whole(random, 12),
      day: 1 + whole(random, 28),
    },
    email: `${given}.${family}${String(number)}@example.com`.toLowerCase(),
    phone: `+4930${String(10_000_000 + whole(random, 89_999_999))}`,
    street: `${word(whole(random, 9000), 3)}street ${String(1 + whole(random, 120))}`,
    postalCode: String(10_000 + town * 17),
    town: word(town, 3),
  };
}

/** One letter put in, left out, replaced, or changed with its neighbour. */
function mistyped(text: string, random: RandomSource): string {
  const place = whole(random, text.length - 1);
  const letter = LETTERS[whole(random, LETTERS.length)]!;
  const [before, here, next, after] = [
    text.slice(0, place),
    text[place]!,
    text[place + 1]!,
    text.slice(place + 2),
  ];
  switch (whole(random, 4)) {
    case 0:
      return before + letter + here + next + after;
    case 1:
      return before + next + after;
    case 2:
      return before + letter + next + after;
    default:
      return before + next + here + after;
  }
}

/** What a second source knows of a person: some of it, some of it mistyped or out of date. */
function duplicateOf(person: Person, random: RandomSource): Person {
  const moved = random() < 0.1 ? personOf(random, whole(random, 1e9)) : person;
  const given = random() < 0.2 ? mistyped(person.given, random) : person.given;
  const family = random() < 0.3 ? mistyped(person.family, random) : person.family;
  const [first, second] = random() < 0.1 ? [family, given] : [given, family];
  return {
    given: random() < 0.1 ? first.toUpperCase() : first,
    family: second,
    birthday:
      random() < 0.05 ? { ...person.birthday, day: 1 + whole(random, 28) } : person.birthday,
    email: random() < 0.15 ? mistyped(person.email, random) : person.email,
    phone: random() < 0.2 ? moved.phone : person.phone,
    street: random() < 0.3 ? mistyped(moved.street, random) : moved.street,
    postalCode: moved.postalCode,
    town: moved.town,
  };
}

function recordOf(
  person: Person,
  { source, recordId, random }: { source: string; recordId: string; random: RandomSource },
): CustomerRecord {
  const { given, family, birthday, email, phone, street, postalCode, town } = person;
  const contactPoints: ContactPoint[] = [];
  if (random() < 0.6) contactPoints.push({ id: "e", channel: "email", address: email });
  if (random() < 0.6) contactPoints.push({ id: "p", channel: "phone", address: phone });
  if (random() < 0.7) {
    const postal = { lines: [street], postalCode, locality: town, country: "DE" };
    const address = `${street}, ${postalCode} ${town}`;
    contactPoints.push({ id: "a", channel: "post", address, postal });
  }
  const isBirthdayKnown = random() < 0.6;
  return {
    source,
    recordId,
    at,
    fields: {
      kind: "person",
      name: `${given} ${family}`,
      contactPoints,
      ...(isBirthdayKnown && { birthday: { calendar: "gregorian", ...birthday } }),
    },
  };
}

/** So many records, so many of them seen before in another source: the same seed gives the same records. */
export function simulatedCustomers(
  count: number,
  { duplicateShare, seed }: { readonly duplicateShare: number; readonly seed: number },
): SimulatedCustomers {
  const random = seededRandom(seed);
  const duplicates = Math.round(count * duplicateShare);
  const people = Array.from({ length: count - duplicates }, (_, i) => personOf(random, i));
  const records = people.map((person, i) =>
    recordOf(person, { source: "shop", recordId: String(i), random }),
  );
  const truth: RecordPair[] = [];
  for (let i = 0; i < duplicates; i += 1) {
    const place = Math.floor((i * people.length) / duplicates);
    const record = recordOf(duplicateOf(people[place]!, random), {
      source: "club",
      recordId: String(i),
      random,
    });
    records.push(record);
    truth.push({
      first: { source: "club", recordId: String(i) },
      second: { source: "shop", recordId: String(place) },
    });
  }
  return { records, truth };
}
