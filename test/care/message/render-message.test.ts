import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CareTemplate, TemplateValue } from "../../../src/care/message/care-template.js";
import { renderMessage, renderMessages } from "../../../src/care/message/render-message.js";
import { INVITATION, textMessage, VALUES } from "./samples.js";

function bodyOf(template: CareTemplate, values: object, options = {}): string {
  const message = renderMessage(template, values as Record<string, TemplateValue>, options);
  return message.ok ? message.value.body : JSON.stringify(message.error);
}

describe("a message rendered", () => {
  test("CARE-5: every placeholder is filled, in the language of the template", () => {
    expect(renderMessage(INVITATION, VALUES)).toEqual({
      ok: true,
      value: {
        template: "invitation",
        language: "en",
        channel: "email",
        subject: "Tea evening on 25 September 2026",
        body: "<p>Dear Li Na,</p><p>Tea evening costs CNY 1,234.50 for 2.</p>",
      },
    });
  });

  test.each([
    ["en", undefined, "25 September 2026, CNY 1,234.50, 2.5"],
    ["en", "en-US", "September 25, 2026, CNY 1,234.50, 2.5"],
    ["en-GB", undefined, "25 September 2026, CNY 1,234.50, 2.5"],
    ["en", "zh-CN", "25 September 2026, CNY 1,234.50, 2.5"],
    ["zh-CN", undefined, "2026年9月25日, 1234.50元, 2.5"],
    ["zh-Hant-HK", undefined, "2026年9月25日, 1234.50元, 2.5"],
    ["de", undefined, "2026-09-25, 1234.50 CNY, 2.5"],
  ])("CARE-5: dates and money in %s for a reader of %s: %s", (language, reader, expected) => {
    const { date, price, seats } = INVITATION.placeholders;
    const template = textMessage("{date}, {price}, {seats}", {
      language,
      placeholders: { date: date!, price: price!, seats: seats! },
    });
    const options = reader === undefined ? {} : { language: reader };
    expect(bodyOf(template, { ...VALUES, seats: 2.5 }, options)).toBe(expected);
  });

  test.each([
    [{ amount: 50_000, currency: "CNY" }, "CNY 500", "500元"],
    [{ amount: -50_050, currency: "CNY" }, "CNY -500.50", "-500.50元"],
    [{ amount: 1_234_567_890, currency: "USD" }, "USD 12,345,678.90", "12345678.90 USD"],
    [{ amount: 1500, currency: "JPY" }, "JPY 1,500", "1500 JPY"],
    [{ amount: 12_345_678, currency: "CLF" }, "CLF 1,234.5678", "1234.5678 CLF"],
  ] as const)("CARE-5: money %j is %s or %s", (price, english, chinese) => {
    const placeholders = { price: { type: "money" } } as const;
    expect(bodyOf(textMessage("{price}", { placeholders }), { price })).toBe(english);
    const chineseOne = textMessage("{price}", { placeholders, language: "zh-CN" });
    expect(bodyOf(chineseOne, { price })).toBe(chinese);
  });

  test.each([
    [0.1 + 0.2, "0.3"],
    [-0, "0"],
    [-1e-9, "0"],
    [100, "100"],
    [2026, "2026"],
    [1234.5678912, "1234.567891"],
  ])("CARE-5: the number %d is written %s", (n, expected) => {
    const placeholders = { n: { type: "number" } } as const;
    expect(bodyOf(textMessage("{n}", { placeholders }), { n })).toBe(expected);
  });

  test.each([
    undefined,
    null,
    "",
    " \t\n",
    "\u200b\u00ad\u3164",
    "undefined",
    "null",
    "NaN",
    "Wang undefined",
    "undefinedundefined",
    "[object Object]",
    "nu\u0000ll".replace("\u0000", "\u200b"),
  ])("CARE-5: %j is missing: the fallback stands in, and without one it is an error", (name) => {
    const template = textMessage("Dear {name}!");
    expect(renderMessage(template, { name } as never)).toEqual({
      ok: false,
      error: { code: "missing-value", name: "name" },
    });
    const placeholders = { name: { type: "text", fallback: "customer" } } as const;
    expect(bodyOf({ ...template, placeholders }, { name })).toBe("Dear customer!");
  });

  test("CARE-5: people called Null, Nan or Banan, and a cell annulled, are people", () => {
    for (const name of ["Null", "Nan Li", "BaNaNa", "annulled", "nullable", "Tornull"]) {
      expect(bodyOf(textMessage("{name}"), { name })).toBe(name);
    }
  });

  test("CARE-5: values inherited by every object are no values", () => {
    expect(bodyOf(textMessage("{constructor}"), {})).toContain("missing-value");
    const undeclared = textMessage("{toString}", { placeholders: {} });
    expect(() => renderMessage(undeclared, {})).toThrow("a placeholder must be declared");
  });

  test.each([
    ["text", 7],
    ["text", { amount: 1, currency: "EUR" }],
    ["text", ["Li"]],
    ["date", "2026-02-30"],
    ["date", "soon"],
    ["date", 20_260_925],
    ["money", 500],
    ["money", "500"],
    ["money", { amount: 1.5, currency: "EUR" }],
    ["money", { amount: 1, currency: "XXX" }],
    ["number", "7"],
    ["number", Number.NaN],
    ["number", Infinity],
    ["number", 1e15],
    ["number", true],
  ] as const)("CARE-5: a value of another type is refused: %s, %j", (type, v) => {
    const template = textMessage("{v}", { placeholders: { v: { type, fallback: "x" } } });
    expect(renderMessage(template, { v } as never)).toEqual({
      ok: false,
      error: { code: "wrong-value", name: "v", expected: type },
    });
  });

  test("CARE-5: in the body of an e-mail a value is escaped, in its subject and elsewhere not", () => {
    const event = `<b>"Tom" & 'Li'</b>`;
    const message = renderMessage(INVITATION, { ...VALUES, event });
    expect(message.ok && message.value.subject).toBe(`${event} on 25 September 2026`);
    expect(message.ok && message.value.body).toContain(
      "<p>&lt;b&gt;&quot;Tom&quot; &amp; &#39;Li&#39;&lt;/b&gt; costs",
    );
    expect(bodyOf(textMessage("{event}"), { event })).toBe(event);
  });

  test("CARE-5: a value cannot add a header, a line, or turn the direction of the text", () => {
    const event = "Tea\r\nBcc: all@example.com\u2028\u202egnp.exe\u0007";
    const message = renderMessage(INVITATION, { ...VALUES, event });
    expect(message.ok && message.value.subject).toBe(
      "Tea Bcc: all@example.com gnp.exe on 25 September 2026",
    );
    expect(bodyOf(textMessage("{a}"), { a: "x\ud83cy" })).toBe("xy");
  });

  test("CARE-5: many messages of one template are each what one alone would be", () => {
    const all = [VALUES, { ...VALUES, name: undefined }, {}, { ...VALUES, seats: 3 }];
    expect(renderMessages(INVITATION, all)).toEqual(
      all.map((values) => renderMessage(INVITATION, values)),
    );
    expect(renderMessages(INVITATION, [])).toEqual([]);
    expect(() => renderMessages({ ...INVITATION, body: "" }, [])).toThrow(RangeError);
  });

  test("CARE-5: joiners that scripts and emoji need stay", () => {
    expect(bodyOf(textMessage("{a}"), { a: "👩‍👧 می‌خواهم" })).toBe("👩‍👧 می‌خواهم");
  });

  test("CARE-5: doubled braces are braces, and a value is not read as a template", () => {
    expect(bodyOf(textMessage("{{name}} {name}"), { name: "{sender}" })).toBe("{name} {sender}");
    expect(bodyOf(textMessage("{{{name}}}"), { name: "Li" })).toBe("{Li}");
  });

  test("CARE-5: the host may write values its own way, and what it writes is made safe, too", () => {
    const write = (_: TemplateValue, { type, language }: { type: string; language: string }) =>
      type === "date" ? `am 25.\n9. <${language}>` : undefined;
    expect(bodyOf({ ...INVITATION, body: "{date} {price}" }, VALUES, { write })).toBe(
      "am 25. 9. &lt;en&gt; CNY 1,234.50",
    );
    expect(bodyOf(textMessage("{name}"), { name: "Li" }, { write: () => " " })).toContain(
      "missing-value",
    );
  });

  test("CARE-5: a message that is too long is refused with its length, never cut", () => {
    const sms = textMessage("{a}");
    expect(renderMessage(sms, { a: "a".repeat(306) }).ok).toBe(true);
    expect(renderMessage(sms, { a: "a".repeat(307) })).toEqual({
      ok: false,
      error: { code: "too-long", part: "body", unit: "segments", length: 3, limit: 2 },
    });
    const error = {
      code: "too-long",
      part: "subject",
      unit: "characters",
      length: 256,
      limit: 255,
    };
    const event = "🎂".repeat(256 - " on 25 September 2026".length);
    expect(renderMessage(INVITATION, { ...VALUES, event })).toEqual({ ok: false, error });
    expect(renderMessage(INVITATION, { ...VALUES, event }, { limits: {} }).ok).toBe(true);
  });

  test.each([
    [{ body: "Dear {nam}" }, "a placeholder must be declared, got {nam} in the body"],
    [{ subject: "{nam}" }, "got {nam} in the subject"],
    [{ body: "Dear {name" }, "braces must enclose the name of a placeholder or be doubled"],
    [{ body: "Dear name}" }, "got one in the body at 9"],
    [{ body: "Dear {}" }, "braces must enclose"],
    [{ body: "Dear {first name}" }, "braces must enclose"],
    [{ body: " \n" }, "the body must say something"],
    [{ subject: undefined }, "an e-mail must have a subject"],
    [{ subject: " " }, "an e-mail must have a subject"],
    [{ subject: "a\nb" }, "the subject must be one line"],
    [{ body: "a\u202eb" }, "no hidden characters"],
    [{ body: `<a href="{name}">x</a>` }, "outside of tags, scripts and styles, got {name}"],
    [{ body: `<a title="1 > 0" id={name}>x</a>` }, "outside of tags"],
    [{ body: "<script>let a = 1; {name}</script>" }, "outside of tags"],
    [
      { placeholders: { ...INVITATION.placeholders, name: { type: "text", fallback: " " } } },
      "blank one for {name}",
    ],
  ] as const)("CARE-5: a broken template throws: %j", (change, message) => {
    const broken = { ...INVITATION, ...change } as CareTemplate;
    expect(() => renderMessage(broken, VALUES)).toThrow(RangeError);
    expect(() => renderMessage(broken, VALUES)).toThrow(message);
  });

  test("CARE-5: a placeholder after a closed tag or script is fine, and so is a bare less-than sign", () => {
    const body = `<style>p {{ margin: 0 }}</style><a href="x>y">1 < 2 {name}</a>`;
    expect(bodyOf({ ...INVITATION, body }, VALUES)).toBe(
      `<style>p { margin: 0 }</style><a href="x>y">1 < 2 Li Na</a>`,
    );
  });
});

describe("whatever the values", () => {
  const hostile = fc.oneof(
    fc.anything(),
    fc.string({ unit: "binary" }),
    fc.constantFrom(
      undefined,
      null,
      Number.NaN,
      "undefined",
      "null",
      "\r\nBcc: x",
      "<script>",
      "‮",
    ),
    fc
      .tuple(fc.string(), fc.constantFrom(" undefined", "\nnull", "<NaN>", "&null;"))
      .map((parts) => parts.join("")),
    fc.record({ amount: fc.anything(), currency: fc.constantFrom("CNY", "EUR", "X") }),
  );

  test("CARE-5: no undefined, null or NaN, no tag from a value, no line break in a subject", () => {
    fc.assert(
      fc.property(
        fc.record({ name: hostile, event: hostile, price: hostile, seats: hostile }),
        (values) => {
          const date = VALUES["date"];
          const all = { ...values, date } as unknown as Record<string, TemplateValue>;
          const message = renderMessage(INVITATION, all, { limits: {} });
          // With values of each type that are fit, the event, the only text without fallback, decides alone.
          const text = renderMessage(
            INVITATION,
            { ...VALUES, event: all["event"]! },
            { limits: {} },
          );
          for (const one of [message, text]) {
            if (!one.ok) {
              expect(["missing-value", "wrong-value"]).toContain(one.error.code);
              continue;
            }
            const { subject = "", body } = one.value;
            expect(`${subject}\n${body}`).not.toMatch(/undefined|\b(null|NaN)\b|\[object /);
            expect(body.replaceAll(/<\/?p>/g, "")).not.toMatch(/[<>"']/);
            expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
            expect(body).not.toContain("Dear ,");
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
