import type { ContactPoint } from "../record/contact-point.js";
import { normalizeEmail } from "../record/email-address.js";
import { normalizePhone } from "../record/phone-number.js";
import { foldedWords } from "./folded-name.js";

const NO_DIGIT = /\D/g;
const LETTER = /\p{L}/u;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const DIGIT = /\p{N}/u;
/** As few digits as a number in E.164 may have here. */
const FEWEST_DIGITS = 7;
const ONE_DIGIT = /^\+?(\d)\1*$/;

/**
 * The address of a contact point in the one form in which equal addresses are equal texts: an e-mail address in small
 * letters, a number in E.164 or, where it names no country, its digits, a postal address as its words. Nothing for what
 * is no address (`n/a`, `-`, `ask reception`): two such texts reach nobody, and so not the same person.
 *
 * @internal
 */
export function contactKey({
  channel,
  address,
}: Pick<ContactPoint, "channel" | "address">): string | undefined {
  if (typeof address !== "string") return undefined;
  switch (channel) {
    case "email": {
      const email = normalizeEmail(address);
      // A server may tell Mei@ from mei@; no two customers live by that.
      return email.ok ? email.value.toLowerCase() : undefined;
    }
    case "phone":
    case "sms":
      return numberKey(address);
    case "post":
    case "visit": {
      const words = foldedWords(address);
      return isPostal(words) ? words.join(" ") : undefined;
    }
    case "messaging":
    case "push":
      return LETTER_OR_DIGIT.test(address) ? address.trim() : undefined;
  }
}

/**
 * Whether the words can be those of a postal address: letters and digits, so that neither `unknown` nor `0` is one.
 *
 * @internal
 */
export function isPostal(words: readonly string[]): boolean {
  return words.some((word) => LETTER.test(word)) && words.some((word) => DIGIT.test(word));
}

/** A number without a country still tells, by its last digits; 0000000 does not. */
function numberKey(address: string): string | undefined {
  const phone = normalizePhone(address);
  if (phone.ok) return ONE_DIGIT.test(phone.value) ? undefined : phone.value;
  if (phone.error.code !== "national-number" && phone.error.code !== "bracketed-zero") {
    return undefined;
  }
  const digits = address.normalize("NFKC").replaceAll(NO_DIGIT, "");
  return digits.length < FEWEST_DIGITS || ONE_DIGIT.test(digits) ? undefined : digits;
}
