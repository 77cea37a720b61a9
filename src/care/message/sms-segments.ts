/** How a text message travels. */
export interface SmsSegments {
  /** The alphabet: seven bits a character where it has them all, two bytes otherwise. */
  readonly encoding: "gsm-7" | "ucs-2";
  /** Its length: septets of GSM-7, a character of the extension table counting two; or 16-bit units of UCS-2. */
  readonly units: number;
  /** How many units one segment holds: 160 or 70 in a single one, 153 or 67 in each of several. */
  readonly perSegment: number;
  /** The text of each segment, in order; none for an empty text. */
  readonly segments: readonly string[];
  /** The characters that GSM-7 has not, each once, in the order met; empty when it has them all. */
  readonly outsideGsm7: readonly string[];
}

const BASIC =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?" +
  "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

const EXTENSION = "\f^{}\\[~]|€";

const SEPTETS: ReadonlyMap<string, number> = new Map([
  ...Array.from(BASIC, (character) => [character, 1] as const),
  ...Array.from(EXTENSION, (character) => [character, 2] as const),
]);

/**
 * How many text messages does this text take, and where is it cut?
 *
 * One character outside the GSM alphabet makes the whole message UCS-2, which holds less than half as much. A character
 * of two units is never cut: one of the extension table (`^{}\[~]|€`, form feed) and one of a surrogate pair go to the
 * next segment whole, which may leave a unit of the segment before unused.
 *
 * @remarks 3GPP TS 23.038, sections 6.2.1 and 6.2.1.1; segments after the user data header of TS 23.040, 9.2.3.24.
 * @param text - The message.
 * @returns Encoding, length and segments; together the segments are the text.
 * @example
 * ```ts
 * import { smsSegments } from "goodwill/care";
 *
 * const { encoding, units, segments } = smsSegments("Happy birthday! 5 € for you");
 * [encoding, units, segments.length]; // => ["gsm-7", 28, 1]
 * smsSegments("祝您生日快乐").encoding; // => "ucs-2"
 * ```
 */
export function smsSegments(text: string): SmsSegments {
  const characters = Array.from(text);
  const outsideGsm7 = [...new Set(characters.filter((one) => !SEPTETS.has(one)))];
  const isGsm = outsideGsm7.length === 0;
  const unitsOf = (one: string): number => (isGsm ? SEPTETS.get(one)! : one.length);
  const units = characters.reduce((sum, one) => sum + unitsOf(one), 0);
  const single = isGsm ? 160 : 70;
  const perSegment = units <= single ? single : single - (isGsm ? 7 : 3);
  const segments: string[] = [];
  let segment = "";
  let used = 0;
  for (const one of characters) {
    if (used + unitsOf(one) > perSegment) {
      segments.push(segment);
      segment = "";
      used = 0;
    }
    segment += one;
    used += unitsOf(one);
  }
  if (segment !== "") segments.push(segment);
  return { encoding: isGsm ? "gsm-7" : "ucs-2", units, perSegment, segments, outsideGsm7 };
}
