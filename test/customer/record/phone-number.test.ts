import fc from "fast-check";
import { isE164, normalizePhone } from "goodwill/customer";
import { describe, expect, it } from "vitest";

describe("a telephone number", () => {
  it("E.164: a plus sign and 7 to 15 digits, the first not 0", () => {
    for (const good of ["+4930123456", "+8613800138000", "+1234567", "+123456789012345"]) {
      expect(isE164(good), good).toBe(true);
    }
    for (const bad of [
      "4930123456",
      "+0930123456",
      "+123456",
      "+1234567890123456",
      "+49 30 123456",
      "+49301234５6",
      "+4930123456\n",
      "",
      4930123456,
      undefined,
    ]) {
      expect(isE164(bad), String(bad)).toBe(false);
    }
  });

  // The notations of ITU-T E.123, of DIN 5008, of full-width input, and of RFC 3966.
  it.each([
    ["+49 30 123456", "+4930123456"],
    ["+49-30-123.456", "+4930123456"],
    ["0049 (30) 123456", "+4930123456"],
    ["+86 138\u00a00013\u20118000", "+8613800138000"],
    ["＋８６　１３８００１３８０００", "+8613800138000"],
    [" +22 607 123 4567 ", "+226071234567"],
  ])("%s is %s", (text, number) => {
    expect(normalizePhone(text)).toEqual({ ok: true, value: number });
  });

  it("a number without its country is refused, not guessed", () => {
    for (const text of ["030 123456", "123456", "011 49 30 123456", "(030) 123456"]) {
      expect(normalizePhone(text)).toEqual({ ok: false, error: { code: "national-number", text } });
    }
  });

  it("the 0 in brackets behind a country code is refused: Germany drops it, Italy dials it", () => {
    const text = "+49 (0)30 123456";
    expect(normalizePhone(text)).toEqual({ ok: false, error: { code: "bracketed-zero", text } });
    expect(normalizePhone("0039 ( 0 ) 6 123456").ok).toBe(false);
  });

  it.each([
    "call me",
    "+49 30 123456 ext. 12",
    "++4930123456",
    "49+30123456",
    "+0049 30 123456",
    "+",
    "",
    "  ",
  ])("%j is no telephone number", (text) => {
    expect(normalizePhone(text)).toEqual({
      ok: false,
      error: { code: "not-a-phone-number", text },
    });
  });

  it("too few and too many digits are refused with their number", () => {
    const bounds = { code: "phone-number-length", minimum: 7, maximum: 15 };
    expect(normalizePhone("+49 1234")).toEqual({
      ok: false,
      error: { ...bounds, text: "+49 1234", digits: 6 },
    });
    expect(normalizePhone("+1234567890123456")).toEqual({
      ok: false,
      error: { ...bounds, text: "+1234567890123456", digits: 16 },
    });
    expect(normalizePhone("+123 4567").ok).toBe(true);
    expect(normalizePhone("+123456789012345").ok).toBe(true);
  });

  it("the host's reader is asked about national and bracketed numbers only, with the text as given", () => {
    const asked: string[] = [];
    const parse = (text: string): string | undefined => {
      asked.push(text);
      return text.startsWith("030") ? "+4930123456" : undefined;
    };
    expect(normalizePhone("030 123456", { parse })).toEqual({ ok: true, value: "+4930123456" });
    expect(normalizePhone("(0) 30 1", { parse }).ok).toBe(false);
    expect(normalizePhone("+49 (0)30 1", { parse }).ok).toBe(false);
    expect(normalizePhone("+49 30 123456", { parse }).ok).toBe(true);
    expect(normalizePhone("hello", { parse }).ok).toBe(false);
    expect(asked).toEqual(["030 123456", "(0) 30 1", "+49 (0)30 1"]);
  });

  it("a reader that answers anything but E.164 breaks its contract", () => {
    expect(() => normalizePhone("030 1", { parse: () => "030 1" })).toThrow(
      new RangeError(
        'Cannot normalize a phone number: the reader must answer in E.164 or with undefined, got "030 1"',
      ),
    );
  });

  it("what is accepted is E.164, and normalising it again changes nothing", () => {
    const texts = fc.string({
      unit: fc.constantFrom("+", "0", "1", "4", "9", " ", "-", "(", ")", "/", ".", "x"),
      maxLength: 20,
    });
    fc.assert(
      fc.property(texts, (text) => {
        const number = normalizePhone(text);
        if (!number.ok) return;
        expect(isE164(number.value)).toBe(true);
        expect(normalizePhone(number.value)).toEqual(number);
        const digits = text
          .replaceAll(/\D/g, "")
          .replace(text.trim().startsWith("+") ? "" : /^00/, "");
        expect(number.value).toBe(`+${digits}`);
      }),
      { numRuns: 2000 },
    );
  });
});
