const PRIVATE_USE = "x(?:-[a-z0-9]{1,8})+";

/** The grammar of RFC 5646, section 2.1, read without regard to case. */
const LANGUAGE_TAG = new RegExp(
  [
    // Language with up to three extended ones, script, region, variants, extensions, private use.
    "^(?:(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})",
    "(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*",
    `(?:-[a-wyz0-9](?:-[a-z0-9]{2,8})+)*(?:-${PRIVATE_USE})?|${PRIVATE_USE}`,
    // Tags of old that fit no rule.
    "|en-gb-oed|i-(?:ami|bnn|default|enochian|hak|klingon|lux|mingo|navajo|pwn|tao|tay|tsu)|sgn-(?:be-fr|be-nl|ch-de))$",
  ].join(""),
  "i",
);

/**
 * Is this text a well-formed language tag (BCP 47)?
 *
 * Well-formed is a matter of form: language, script, region, variants, extensions in their order, as `zh-Hans-CN`.
 * Whether the subtags are registered is not looked up, and case does not matter. An underscore (`zh_CN`) is refused.
 *
 * @remarks RFC 5646, section 2.1 and 2.2.9.
 * @param text - Anything.
 * @returns `true` for a well-formed tag.
 * @example
 * ```ts
 * import { isLanguageTag } from "goodwill/customer";
 *
 * isLanguageTag("zh-Hans-CN"); // => true
 * isLanguageTag("zh_CN"); // => false
 * ```
 */
export function isLanguageTag(text: unknown): boolean {
  return typeof text === "string" && LANGUAGE_TAG.test(text);
}
