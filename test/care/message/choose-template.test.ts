import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CareTemplate } from "../../../src/care/message/care-template.js";
import { chooseTemplate } from "../../../src/care/message/choose-template.js";
import type { TemplateWish } from "../../../src/care/message/choose-template.js";
import { lookupChain } from "../../../src/care/message/language-range.js";
import { textMessage } from "./samples.js";

function template(id: string, more: Partial<CareTemplate> = {}): CareTemplate {
  return textMessage("Hello", { id, ...more });
}

const WISH: TemplateWish = { occasion: "birthday", language: "zh-Hans-CN", channel: "sms" };

function chosen(templates: readonly CareTemplate[], wish: Partial<TemplateWish> = {}): unknown {
  const choice = chooseTemplate(templates, { ...WISH, ...wish });
  if (!choice.ok) return choice.error;
  return choice.value.template.id + (choice.value.isFallback ? ", fallback" : "");
}

const ANY = template("any-a", { occasions: "any", classes: ["A"], language: "zh-Hans-CN" });
const ZH = template("zh", { language: "zh" });
const ZH_A = template("zh-a", { language: "zh", classes: ["A", "B"] });
const HANS = template("hans", { language: "zh-hans" });
const CN = template("cn", { language: "zh-CN" });
const EN = template("en");

describe("the template chosen", () => {
  test("CARE-5: the occasion counts before the class, the class before the language, then the id", () => {
    const all = [ANY, ZH, EN, template("hans-2", { language: "zh-Hans" }), HANS, ZH_A];
    expect(chosen(all, { valueClass: "A" })).toBe("zh-a");
    expect(chosen(all, { valueClass: "C" })).toBe("hans");
    expect(chosen(all)).toBe("hans");
    expect(chosen([ANY, ZH], { valueClass: "A" })).toBe("zh");
    expect(chosen([ANY], { valueClass: "A", occasion: "christmas" })).toBe("any-a");
  });

  test("CARE-5: the language is looked up to the wider one, never to a narrower or another", () => {
    expect(chosen([ZH, HANS])).toBe("hans");
    expect(chosen([ZH, template("zz", { language: "zh-Hans" })])).toBe("zz");
    expect(chosen([ZH, template("tw", { language: "zh-TW" })])).toBe("zh");
    expect(chosen([CN], { language: "zh" })).toMatchObject({ lacks: "language" });
    expect(chosen([CN], { language: "ZH-cn" })).toBe("cn");
    expect(chosen([ZH], { language: "zh-Hant-CN-x-private1-private2" })).toBe("zh");
  });

  test("CARE-5: Chinese of a region is the same with its usual script named or not", () => {
    expect(chosen([ZH, CN])).toBe("cn");
    expect(chosen([ZH, HANS, CN], { language: "zh-CN" })).toBe("cn");
    expect(chosen([ZH, HANS], { language: "zh-CN" })).toBe("hans");
    expect(chosen([HANS], { language: "zh-TW" })).toMatchObject({ lacks: "language" });
    expect(chosen([CN], { language: "zh-Hant-CN" })).toMatchObject({ lacks: "language" });
    expect(lookupChain("zh-TW")).toEqual(["zh-tw", "zh-hant-tw", "zh-hant", "zh"]);
    expect(lookupChain("en-US")).toEqual(["en-us", "en"]);
  });

  test("CARE-5: the look-up of languages is that of RFC 4647, section 3.4, in its own example", () => {
    expect(lookupChain("zh-Hant-CN-x-private1-private2")).toEqual([
      "zh-hant-cn-x-private1-private2",
      "zh-hant-cn-x-private1",
      "zh-hant-cn",
      "zh-hant",
      "zh",
    ]);
  });

  test("CARE-5: another language only where it is declared, and then it says so", () => {
    expect(chosen([EN])).toEqual({ code: "no-template", lacks: "language", available: ["en"] });
    expect(chosen([EN], { fallbackLanguage: "en-GB" })).toBe("en, fallback");
    expect(chosen([EN, ANY], { valueClass: "A", fallbackLanguage: "en" })).toBe("any-a");
    expect(chosen([EN], { fallbackLanguage: "fr" })).toMatchObject({ lacks: "language" });
  });

  test("CARE-5: a refusal names what is lacking, and what there is instead", () => {
    const all = [ZH, ZH_A, template("post", { channel: "post", occasions: ["christmas"] })];
    const code = "no-template";
    expect(chosen(all, { occasion: "easter" })).toEqual({
      code,
      lacks: "occasion",
      available: ["birthday", "christmas"],
    });
    expect(chosen(all, { channel: "post" })).toEqual({
      code,
      lacks: "channel",
      available: ["sms"],
    });
    expect(chosen([ZH_A])).toEqual({ code, lacks: "class", available: ["A", "B"] });
    expect(chosen([ZH_A], { valueClass: "C" })).toMatchObject({ lacks: "class" });
    expect(chosen([])).toEqual({ code, lacks: "occasion", available: [] });
  });

  test("CARE-5: a malformed language is an error", () => {
    expect(() => chosen([EN], { language: "zh_CN" })).toThrow('tag of BCP 47, got "zh_CN"');
    expect(() => chosen([EN], { fallbackLanguage: "" })).toThrow(RangeError);
  });

  test("CARE-5: the choice does not depend on the order of the templates", () => {
    const all = [ANY, ZH, ZH_A, HANS, CN, EN];
    const wishes = fc.record({
      language: fc.constantFrom("zh", "zh-CN", "zh-Hans-CN", "en", "de"),
      valueClass: fc.constantFrom("A", "B", "C"),
      occasion: fc.constantFrom("birthday", "christmas"),
    });
    fc.assert(
      fc.property(fc.shuffledSubarray(all), wishes, (some, wish) => {
        const sorted = all.filter((one) => some.includes(one));
        expect(chosen(some, wish)).toEqual(chosen(sorted, wish));
      }),
    );
  });
});
