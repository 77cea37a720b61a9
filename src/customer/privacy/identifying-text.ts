import type { ContactPoint } from "../record/contact-point.js";
import type { Customer, CustomerId } from "../record/customer.js";
import { foldedLetters, foldedSpelling } from "./folded-text.js";

/** From so many characters on a part of a name is looked for inside words, too: `ORDER-SCHMIDT-1`. */
const LONG_PART = 5;
/** Of the name of an organisation, and of an e-mail address, shorter parts say too little. */
const SHORTEST_PART = 4;
/** So many digits at the end of a number tell it, however its country and area are written. */
const TAIL_DIGITS = 6;
const LATIN = /^[\p{Script=Latin}\p{M}'’-]+$/u;
const WORDS = /[^\p{L}\p{M}\p{N}]+/u;
const NOT_LETTERS = /[^\p{L}\p{M}]+/u;
const NO_DIGIT = /\D+/g;
const BETWEEN_DIGITS = /(?<=\d)[^\p{L}\p{N}]+(?=\d)/gu;

/** Legal forms of four letters and more: they name no one. */
const LEGAL_FORMS: ReadonlySet<string> = new Set(
  [
    "gmbh",
    "ggmbh",
    "kgaa",
    "corp",
    "corporation",
    "company",
    "limited",
    "incorporated",
    "sarl",
  ].map(foldedSpelling),
);

/** Names of mailboxes that stand for a task, not for somebody (RFC 2142, and usual ones). */
const TASKS: ReadonlySet<string> = new Set(
  ["info", "marketing", "sales", "support", "news", "office", "contact", "kontakt", "mail", "shop"]
    .concat(["order", "orders", "billing", "hello", "service", "admin", "webmaster", "postmaster"])
    .map(foldedSpelling),
);

/**
 * What would give a customer away in a text: whole values anywhere, short Latin parts of names as words, the last
 * digits of telephone numbers. All in one spelling.
 */
export interface IdentifyingTexts {
  readonly anywhere: readonly string[];
  readonly asWords: ReadonlySet<string>;
  readonly digits: readonly string[];
}

/** The texts of a record that name or locate somebody: ids, names and their parts, addresses and their parts. */
export function identifyingTexts(
  customer: Customer,
  aliases: readonly CustomerId[],
): IdentifyingTexts {
  const { id, kind, name, givenName, familyName, keyPersons = [] } = customer;
  const points = [
    ...customer.contactPoints,
    ...keyPersons.flatMap(({ contactPoints = [] }) => contactPoints),
  ];
  const people = [
    ...(kind === "person" ? [name] : []),
    ...keyPersons.map((person) => person.name),
    givenName ?? "",
    familyName ?? "",
  ];
  const mailboxes = points.flatMap(mailboxOf);
  const parts = [
    ...people.flatMap((one) => one.split(/\s+/)),
    ...(kind === "organisation" ? name.split(WORDS).filter(isTelling) : []),
    ...mailboxes,
    ...mailboxes.flatMap((one) => one.split(NOT_LETTERS)).filter(isTelling),
  ];
  const whole = [
    id,
    ...aliases,
    name,
    ...people,
    ...keyPersons.map((person) => person.id),
    ...points.flatMap(addressTexts),
  ].flatMap(spellings);
  const isWord = (part: string): boolean => part.length < LONG_PART && LATIN.test(part);
  const anywhere = [
    ...whole.filter((text) => text.length > 3 || !LATIN.test(text)),
    ...parts.filter((part) => !isWord(part)).flatMap(spellings),
  ];
  const asWords = [
    ...whole.filter((text) => text.length <= 3),
    ...parts.filter(isWord).flatMap(spellings),
  ];
  return {
    anywhere: [...new Set(anywhere)].filter((text) => text !== ""),
    asWords: new Set(asWords.filter((text) => text !== "")),
    digits: [...new Set(points.flatMap(tailOf))],
  };
}

/** Whether a text holds something that would give the customer away, in any spelling. */
export function isIdentifying(
  text: string,
  { anywhere, asWords, digits }: IdentifyingTexts,
): boolean {
  for (const plain of spellings(text)) {
    if (anywhere.some((value) => plain.includes(value))) return true;
    if (asWords.size > 0 && plain.split(WORDS).some((word) => asWords.has(word))) return true;
  }
  if (digits.length === 0) return false;
  const joined = foldedLetters(text).replace(BETWEEN_DIGITS, "");
  return digits.some((tail) => joined.includes(tail));
}

/** Both forms: what is put before a text can run together with its first letter in one of them only. */
function spellings(text: string): string[] {
  return [foldedLetters(text), foldedSpelling(text)];
}

/** Whether a part of an organisation's name or of a mailbox says who is meant. */
function isTelling(part: string): boolean {
  const plain = foldedSpelling(part);
  return part.length >= SHORTEST_PART && !LEGAL_FORMS.has(plain) && !TASKS.has(plain);
}

/** What stands before the `@`, where it is no task. */
function mailboxOf({ channel, address }: ContactPoint): string[] {
  const at = address.lastIndexOf("@");
  if (channel !== "email" || at < 0) return [];
  const mailbox = address.slice(0, at).trim();
  return TASKS.has(foldedSpelling(mailbox)) ? [] : [mailbox];
}

function tailOf({ channel, address }: ContactPoint): string[] {
  if (channel !== "phone" && channel !== "sms") return [];
  const digits = address.normalize("NFKC").replace(NO_DIGIT, "");
  return digits.length < TAIL_DIGITS ? [] : [digits.slice(-TAIL_DIGITS)];
}

function addressTexts({ address, postal }: ContactPoint): string[] {
  const parts = postal === undefined ? [] : [...postal.lines, postal.postalCode ?? ""];
  return [address, ...parts];
}
