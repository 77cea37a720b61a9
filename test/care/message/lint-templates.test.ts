import { describe, expect, test } from "vitest";
import type { CareTemplate } from "../../../src/care/message/care-template.js";
import { lintTemplates } from "../../../src/care/message/lint-templates.js";
import { DEFAULT_MESSAGE_POLICY } from "../../../src/care/message/message-policy.js";
import { INVITATION, textMessage } from "./samples.js";

function found(template: CareTemplate, policy = DEFAULT_MESSAGE_POLICY): readonly unknown[] {
  return lintTemplates([template], policy).map(({ severity, reason: { code, params } }) => {
    const facts = Object.entries(params).filter(([name]) => name !== "template");
    return [severity, code, Object.fromEntries(facts)];
  });
}

describe("what is to be mended in templates", () => {
  test("CARE-5: nothing in a good one", () => {
    expect(lintTemplates([INVITATION, textMessage("Dear {name}, a good day!")])).toEqual([]);
  });

  test.each([
    ["Dear {name", "message-braces", { part: "body", at: 5 }],
    ["a } b", "message-braces", { part: "body", at: 2 }],
    ["", "message-empty", {}],
    ["a\u200bb", "message-hidden-characters", { part: "body" }],
    [
      "Hurry, {name}",
      "message-forbidden-text",
      { text: "hurry", why: "a greeting that presses to buy is none" },
    ],
    [
      "The BEST  price? No: the best price",
      "message-forbidden-text",
      { text: "best price", why: "an exaggerated claim (PRO-8)" },
    ],
    [
      "Don’t miss it",
      "message-forbidden-text",
      { text: "don't miss", why: "a greeting that presses to buy is none" },
    ],
    ["See https://bit.ly/3x", "message-short-link", { host: "bit.ly" }],
    ["See www.T.CO/3x", "message-short-link", { host: "t.co" }],
    [
      `Dear {name}, ${"a".repeat(295)}`,
      "message-too-long",
      { part: "body", unit: "segments", length: 3, limit: 2 },
    ],
  ])("CARE-5: error: %s", (body, code, facts) => {
    const placeholders = body.includes("{name") ? { name: { type: "text" } as const } : {};
    const names = found(textMessage(body, { placeholders })).filter(
      (one) => (one as readonly unknown[])[1] !== "message-unused-placeholder",
    );
    expect(names).toEqual([["error", code, facts]]);
  });

  test.each([
    ["GREAT news", "message-capitals", { text: "GREAT" }],
    ["Wow! Nice!", "message-exclamation-marks", { marks: 2, limit: 1 }],
    ["祝您快乐！！", "message-exclamation-marks", { marks: 2, limit: 1 }],
  ])("CARE-5: warning: %s", (body, code, facts) => {
    expect(found(textMessage(body))).toEqual([["warning", code, facts]]);
  });

  test.each([
    "Hurrying home",
    "the bit.lyrics at about.co",
    "reddit.com/abit.ly",
    "NASA and the USA",
    "生日快乐",
    "Best wishes",
    "{GREETING} from us",
  ])("CARE-5: no false alarm: %s", (body) => {
    expect(found(textMessage(body))).toEqual([]);
  });

  test("CARE-5: forbidden words count in their language, and the policy is data", () => {
    const chinese = textMessage("我们是顶级品牌", { language: "zh-CN" });
    expect(found(chinese).map((one) => (one as string[])[1])).toEqual(["message-forbidden-text"]);
    expect(found(textMessage("我们是顶级品牌", { language: "ja" }))).toEqual([]);
    const forbidden = [{ language: "*", text: "Foo Ltd", why: "a competitor" }];
    const policy = { ...DEFAULT_MESSAGE_POLICY, forbidden };
    expect(found(textMessage("better than foo ltd.", { language: "ja" }), policy)).toEqual([
      ["error", "message-forbidden-text", { text: "Foo Ltd", why: "a competitor" }],
    ]);
  });

  test("CARE-6: a solemn occasion has the solemn tone, without cheerful words or pictures", () => {
    const qingming = { occasions: ["qingming"], language: "zh-CN" };
    expect(found(textMessage("清明安康", { ...qingming, tone: "cheerful" }))).toEqual([
      ["error", "message-tone", { occasion: "qingming", tone: "cheerful" }],
    ]);
    expect(found(textMessage("祝您清明快乐🎉", { ...qingming, tone: "solemn" }))).toEqual([
      ["error", "message-cheerful-text", { text: "快乐" }],
      ["error", "message-cheerful-text", { text: "🎉" }],
    ]);
    const mourning = { occasions: "any", tone: "solemn" } as const;
    expect(found(textMessage("A Happy day, unhappy people", mourning))).toEqual([
      ["error", "message-cheerful-text", { text: "happy" }],
    ]);
    expect(found(textMessage("A quiet day ©", mourning))).toEqual([]);
  });

  test("CARE-5: placeholders unknown, unused, in a tag or with a blank fallback", () => {
    const body = `<a href="{name}">{nam}</a>`;
    const placeholders = { name: { type: "text", fallback: " " }, more: { type: "date" } } as const;
    expect(found({ ...INVITATION, subject: "Hello", body, placeholders })).toEqual([
      ["error", "message-unknown-placeholder", { part: "body", placeholder: "nam" }],
      ["error", "message-placeholder-in-tag", { placeholder: "name" }],
      ["error", "message-blank-fallback", { placeholder: "name" }],
      ["warning", "message-unused-placeholder", { placeholder: "more" }],
    ]);
  });

  test("CARE-5: an e-mail needs a subject of one line, and a text message shows none", () => {
    const placeholders = { name: { type: "text" } } as const;
    const bare = { body: "{name}", placeholders };
    expect(found({ ...INVITATION, ...bare, subject: " " })).toEqual([
      ["error", "message-without-subject", {}],
    ]);
    expect(found({ ...INVITATION, ...bare, subject: "a\r\nb" })).toEqual([
      ["error", "message-subject-line-break", {}],
    ]);
    expect(found(textMessage("Hello", { subject: "Hello" }))).toEqual([
      ["warning", "message-subject-not-shown", { channel: "sms" }],
    ]);
  });

  test("CARE-5: an id twice or blank, no occasion, a malformed language", () => {
    const codes = lintTemplates([
      textMessage("a"),
      textMessage("b", { occasions: [], language: "en_GB" }),
      textMessage("c", { id: " " }),
    ]).map(({ template, reason: { code } }) => [template, code]);
    expect(codes).toEqual([
      ["text", "message-duplicate-id"],
      ["text", "message-without-occasion"],
      ["text", "message-language"],
      [" ", "message-without-id"],
    ]);
  });

  test("CARE-5: the length is judged with values as long as assumed, or the fallback where longer", () => {
    const body = `${"a".repeat(306 - 12)}{x}`;
    expect(found(textMessage(body))).toEqual([]);
    const fallback = "x".repeat(13);
    const placeholders = { x: { type: "text", fallback } } as const;
    expect(found(textMessage(body, { placeholders }))).toEqual([
      ["error", "message-too-long", { part: "body", unit: "segments", length: 3, limit: 2 }],
    ]);
    const push = textMessage("Hello", { channel: "push", subject: "a".repeat(66) });
    expect(found(push)).toEqual([
      ["error", "message-too-long", { part: "subject", unit: "characters", length: 66, limit: 65 }],
    ]);
  });
});
