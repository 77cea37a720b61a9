import { normalizeEmail } from "../record/email-address.js";
import { normalizePhone } from "../record/phone-number.js";

/**
 * A keyed hash the host supplies: the same text gives the same hash, and nobody without the key can compute or guess
 * it. HMAC-SHA-256 with a secret key, written in hex or Base64, is one; a plain hash is none, as telephone numbers are
 * few enough to try them all.
 */
export type KeyedHash = (text: string) => string;

/** What kind of value is made a pseudonym; it decides how spellings of one value are made one. */
export type PseudonymKind = "email" | "phone" | "text";

/** How a value is made a pseudonym. */
export interface PseudonymOptions {
  /** The host's keyed hash. */
  readonly keyedHash: KeyedHash;
  /** What the pseudonym is for; pseudonyms for two purposes cannot be joined. Not empty. */
  readonly purpose: string;
  /** The kind of value; `text` when absent. */
  readonly kind?: PseudonymKind;
}

/**
 * What stands for this value where it must not be seen?
 *
 * The value is brought into one spelling, tied to its kind and the purpose, and hashed: e-mail addresses in small
 * letters, telephone numbers in E.164, other texts in Unicode form NFC; blanks at the ends go. An address that is no
 * valid one is hashed as text in small letters. Without the host's key nobody can go back, or tell whether two
 * pseudonyms of different purposes are of one value.
 *
 * @remarks GDPR, Art. 4(5): pseudonymised data is still personal data to who holds the key. RFC 2104: HMAC.
 * @param value - The value; not empty.
 * @param options - The keyed hash, the purpose and the kind.
 * @returns The pseudonym, as the keyed hash writes it.
 * @throws RangeError when the value or the purpose is empty, or the hash is empty or gives its text away.
 * @example
 * ```ts
 * import { createHmac } from "node:crypto";
 * import { pseudonym } from "goodwill/customer";
 *
 * const keyedHash = (text: string) => createHmac("sha256", "a secret of the host").update(text).digest("hex");
 * const options = { keyedHash, purpose: "newsletter statistics", kind: "email" } as const;
 * const once = pseudonym("Mei.Lin@example.com", options);
 * once.length; // => 64
 * pseudonym(" mei.lin@EXAMPLE.com", options) === once; // => true
 * pseudonym("mei.lin@example.com", { ...options, purpose: "survey" }) === once; // => false
 * ```
 */
export function pseudonym(
  value: string,
  { keyedHash, purpose, kind = "text" }: PseudonymOptions,
): string {
  const spelled = spellingOf(value, kind);
  if (spelled === "") throw cannot("the value must not be empty");
  if (purpose === "") throw cannot("the purpose must not be empty");
  // As JSON no value can run into the purpose, so that each pair has a text of its own.
  const text = JSON.stringify(["goodwill pseudonym 1", purpose, kind, spelled]);
  const hash = keyedHash(text);
  if (typeof hash !== "string" || hash === "") throw cannot("the keyed hash must give a text");
  if (hash.includes(text)) throw cannot("the keyed hash gives its text away");
  return hash;
}

/** One spelling of a value. */
function spellingOf(value: string, kind: PseudonymKind): string {
  if (kind === "text") return value.normalize("NFC").trim();
  const normal = kind === "email" ? normalizeEmail(value) : normalizePhone(value);
  return (normal.ok ? normal.value : value.normalize("NFKC").trim()).toLowerCase();
}

function cannot(why: string): RangeError {
  return new RangeError(`Cannot make a pseudonym: ${why}`);
}
