import { ok, refuse, type Result } from "../../shared/result.js";

/** Fewest digits of a number, country code included: this library's own bound. */
const FEWEST_DIGITS = 7;
/** Most digits of a number, country code included (ITU-T E.164, clause 6). */
const MOST_DIGITS = 15;

/** A plus sign and 7 to 15 digits, the first of them not 0. */
const E164 = /^\+[1-9][0-9]{6,14}$/;

/**
 * Is this text a telephone number in its international form, E.164?
 *
 * A plus sign and at most 15 digits without separators, the first not 0, since no country code begins with 0. At
 * least 7 digits are asked for: that is this library's own bound, the recommendation has none, and it keeps short
 * codes (which work in one country only) out. Whether the number is assigned, only a call tells.
 *
 * @remarks ITU-T Recommendation E.164 (11/2010), clause 6: at most 15 digits, country code of 1 to 3 digits.
 * @param text - Anything.
 * @returns `true` for a number such as `+4930123456`.
 * @example
 * ```ts
 * import { isE164 } from "goodwill/customer";
 *
 * isE164("+4930123456"); // => true
 * isE164("030 123456"); // => false
 * ```
 */
export function isE164(text: unknown): boolean {
  return typeof text === "string" && E164.test(text);
}

/** Why a text is no telephone number in E.164. */
export type PhoneRefusal =
  | {
      /** It has more than digits, separators and a plus sign in front, or its country code begins with 0. */
      readonly code: "not-a-phone-number";
      /** The text as it was given. */
      readonly text: string;
    }
  | {
      /** It names no country; which one is meant is not guessed. */
      readonly code: "national-number";
      /** The text as it was given. */
      readonly text: string;
    }
  | {
      /** It has a `(0)` behind the country code: most countries drop that 0, some dial it. */
      readonly code: "bracketed-zero";
      /** The text as it was given. */
      readonly text: string;
    }
  | {
      /** It has too few or too many digits. */
      readonly code: "phone-number-length";
      /** The text as it was given. */
      readonly text: string;
      /** How many digits it has. */
      readonly digits: number;
      /** The fewest it may have. */
      readonly minimum: number;
      /** The most it may have. */
      readonly maximum: number;
    };

/** How telephone numbers are read. */
export interface NormalizePhoneOptions {
  /**
   * The host's own reader, such as one built on libphonenumber: it is asked about numbers without a country and about
   * `+49 (0)30`, gets the text as it was given, and answers in E.164, or with `undefined` when it cannot tell.
   */
  readonly parse?: (text: string) => string | undefined;
}

/** Blanks, hyphens and dashes, dots, slashes, brackets. */
const SEPARATORS = /[\s\u2010-\u2015\u2212./()-]+/g;
const BRACKETED_ZERO = /\(\s*0\s*\)/;

/**
 * Which telephone number does this text mean, in E.164?
 *
 * Separators go, full-width digits become plain ones, `00` in front becomes `+`. A number that names no country is
 * refused unless the host passes its own reader: `030 123456` is Berlin in Germany and something else elsewhere, and
 * so is `011 49 30 ...`, which begins with the exit code of one country.
 *
 * @remarks ITU-T E.164 and E.123 (notation); `00` is the exit code that E.164 recommends.
 * @param text - The text as it was typed or imported.
 * @param options - The host's own reader.
 * @returns The number, or the reason for the refusal.
 * @throws RangeError when the host's reader answers with something that is not E.164.
 * @example
 * ```ts
 * import { normalizePhone } from "goodwill/customer";
 *
 * normalizePhone("0049 30 / 123-456"); // => { ok: true, value: "+4930123456" }
 * normalizePhone("030 123456"); // => { ok: false, error: { code: "national-number", text: "030 123456" } }
 * normalizePhone("030 123456", { parse: (national) => "+49" + national.slice(1).replace(" ", "") }).ok; // => true
 * ```
 */
export function normalizePhone(
  text: string,
  { parse }: NormalizePhoneOptions = {},
): Result<string, PhoneRefusal> {
  const plain = text.normalize("NFKC");
  const digits = plain.replace(SEPARATORS, "");
  if (!/^\+?[0-9]+$/.test(digits)) return refuse({ code: "not-a-phone-number", text });
  const isInternational = digits.startsWith("+") || digits.startsWith("00");
  const isBracketed = BRACKETED_ZERO.test(plain);
  if (!isInternational || isBracketed) {
    const parsed = parse?.(text);
    if (parsed === undefined) {
      return refuse({ code: isInternational ? "bracketed-zero" : "national-number", text });
    }
    if (isE164(parsed)) return ok(parsed);
    throw new RangeError(
      `Cannot normalize a phone number: the reader must answer in E.164 or with undefined, got ${JSON.stringify(parsed)}`,
    );
  }
  const number = digits.startsWith("+") ? digits.slice(1) : digits.slice(2);
  if (number.startsWith("0")) return refuse({ code: "not-a-phone-number", text });
  if (number.length < FEWEST_DIGITS || number.length > MOST_DIGITS) {
    return refuse({
      code: "phone-number-length",
      text,
      digits: number.length,
      minimum: FEWEST_DIGITS,
      maximum: MOST_DIGITS,
    });
  }
  return ok(`+${number}`);
}
