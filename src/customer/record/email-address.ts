import { ok, refuse, type Result } from "../../shared/result.js";

/** The syntax of `input type=email` in the HTML standard, whose label of a domain has at most 63 characters. */
const EMAIL =
  /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;

/**
 * Is this text written as an e-mail address?
 *
 * One `@`; before it the characters a mail server takes without quoting; after it labels of letters, digits and
 * inner hyphens, 1 to 63 long, parted by dots. Blanks, quoted local parts and comments are refused; a domain without
 * a dot is not, because hosts use them inside their network. A domain in other letters must be given in its ASCII form
 * (`xn--...`). Whether mail arrives, only a message tells.
 *
 * @remarks The rule of the HTML standard (WHATWG, `valid e-mail address`), which browsers apply to a form; it departs
 * from RFC 5322 on purpose, as the standard says.
 * @param text - Anything.
 * @returns `true` for an address.
 * @example
 * ```ts
 * import { isEmailAddress } from "goodwill/customer";
 *
 * isEmailAddress("mei.lin+shop@example.com"); // => true
 * isEmailAddress("mei.lin@example..com"); // => false
 * ```
 */
export function isEmailAddress(text: unknown): boolean {
  return typeof text === "string" && EMAIL.test(text);
}

/** Why a text is no e-mail address. */
export interface EmailRefusal {
  /** What was wrong. */
  readonly code: "not-an-email-address";
  /** The text as it was given. */
  readonly text: string;
}

/**
 * Which e-mail address does this text mean?
 *
 * Blanks at the ends go, and the domain is written in small letters, because domains do not know case. The part before
 * the `@` is kept as it is: its case and its dots belong to the receiving server. So two addresses that differ there
 * only in case stay two.
 *
 * @remarks RFC 5321, section 2.4: the local part must be treated as case-sensitive.
 * @param text - The text as it was typed or imported.
 * @returns The address, or the refusal `not-an-email-address`.
 * @example
 * ```ts
 * import { normalizeEmail } from "goodwill/customer";
 *
 * normalizeEmail(" Mei.Lin@Example.COM "); // => { ok: true, value: "Mei.Lin@example.com" }
 * normalizeEmail("mei.lin at example.com").ok; // => false
 * ```
 */
export function normalizeEmail(text: string): Result<string, EmailRefusal> {
  const address = text.trim();
  if (!isEmailAddress(address)) return refuse({ code: "not-an-email-address", text });
  const at = address.lastIndexOf("@");
  return ok(address.slice(0, at) + address.slice(at).toLowerCase());
}
