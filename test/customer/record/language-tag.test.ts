import { isLanguageTag } from "goodwill/customer";
import { describe, expect, it } from "vitest";

describe("a language tag", () => {
  // RFC 5646, appendix A, "Examples of Language Tags".
  it.each(
    (
      "de fr ja i-enochian zh-Hant zh-Hans sr-Cyrl sr-Latn zh-cmn-Hans-CN cmn-Hans-CN zh-yue-HK yue-HK zh-Hans-CN sr-Latn-RS " +
      "sl-rozaj sl-rozaj-biske sl-nedis de-CH-1901 sl-IT-nedis hy-Latn-IT-arevela de-DE en-US es-419 de-CH-x-phonebk " +
      "az-Arab-x-AZE-derbend x-whatever qaa-Qaaa-QM-x-southern de-Qaaa sr-Latn-QM sr-Qaaa-RS en-US-u-islamcal " +
      "zh-CN-a-myext-x-private en-a-myext-b-another"
    ).split(" "),
  )("%s of RFC 5646 is well-formed", (tag) => {
    expect(isLanguageTag(tag)).toBe(true);
    expect(isLanguageTag(tag.toUpperCase())).toBe(true);
  });

  // RFC 5646, section 2.1: the grandfathered tags.
  it.each(
    (
      "en-GB-oed i-ami i-bnn i-default i-hak i-klingon i-lux i-mingo i-navajo i-pwn i-tao i-tay i-tsu sgn-BE-FR sgn-BE-NL " +
      "sgn-CH-DE art-lojban cel-gaulish no-bok no-nyn zh-guoyu zh-hakka zh-min zh-min-nan zh-xiang"
    ).split(" "),
  )("%s of old is well-formed", (tag) => {
    expect(isLanguageTag(tag)).toBe(true);
  });

  // The first two are the malformed ones of appendix A.
  it.each([
    "de-419-DE",
    "a-DE",
    "zh_CN",
    "en-",
    "-en",
    "en--US",
    "x",
    "x-",
    "en-x",
    "en-a",
    "english-speaking1",
    "i-unknown",
    "en-US-US",
    "en US",
    "en\n",
    "",
  ])("%j is not", (tag) => {
    expect(isLanguageTag(tag)).toBe(false);
  });

  it("nothing but a text is one", () => {
    expect([undefined, 7, ["en"]].map(isLanguageTag)).toEqual([false, false, false]);
  });
});
