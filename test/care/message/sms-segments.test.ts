import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { smsSegments } from "../../../src/care/message/sms-segments.js";

function counted(text: string): readonly [string, number, readonly number[]] {
  const { encoding, units, segments } = smsSegments(text);
  return [encoding, units, segments.map((one) => one.length)];
}

describe("the segments of a text message", () => {
  test.each([
    ["nothing", "", ["gsm-7", 0, []]],
    ["160 letters fill one", "a".repeat(160), ["gsm-7", 160, [160]]],
    ["161 letters take two of 153", "a".repeat(161), ["gsm-7", 161, [153, 8]]],
    ["306 letters fill two", "a".repeat(306), ["gsm-7", 306, [153, 153]]],
    ["307 letters take three", "a".repeat(307), ["gsm-7", 307, [153, 153, 1]]],
    ["a euro sign counts two", "5 €", ["gsm-7", 4, [3]]],
    ["80 euro signs fill one", "€".repeat(80), ["gsm-7", 160, [80]]],
    [
      "a euro sign is not cut: 152 used of 153",
      `${"a".repeat(152)}€${"b".repeat(9)}`,
      ["gsm-7", 163, [152, 10]],
    ],
    [
      "77 + 76: 76 euro signs a segment, one unit unused",
      "€".repeat(153),
      ["gsm-7", 306, [76, 76, 1]],
    ],
    ["braces and brackets are in the extension table", "{[~]}^|\\", ["gsm-7", 16, [8]]],
    ["letters of the basic table beyond ASCII", "Åß é ñ Ø ¿ § ¤ Δ @ _ $", ["gsm-7", 22, [22]]],
    ["line breaks are in the table, tabs are not", "a\r\nb", ["gsm-7", 4, [4]]],
    ["a tab makes it UCS-2", "a\tb", ["ucs-2", 3, [3]]],
    ["a grave accent makes it UCS-2", "a`b", ["ucs-2", 3, [3]]],
    ["a small c with cedilla is not the capital one", "ça", ["ucs-2", 2, [2]]],
    ["70 Chinese characters fill one", "福".repeat(70), ["ucs-2", 70, [70]]],
    ["71 Chinese characters take two of 67", "福".repeat(71), ["ucs-2", 71, [67, 4]]],
    ["134 Chinese characters fill two", "福".repeat(134), ["ucs-2", 134, [67, 67]]],
    ["135 take three", "福".repeat(135), ["ucs-2", 135, [67, 67, 1]]],
    ["an emoji counts two", "Hi 🎂", ["ucs-2", 5, [5]]],
    ["35 emoji fill one", "🎂".repeat(35), ["ucs-2", 70, [70]]],
    ["36 emoji: 33 a segment, none cut in half", "🎂".repeat(36), ["ucs-2", 72, [66, 6]]],
    [
      "one typographic apostrophe more than halves the room",
      `it’s ${"a".repeat(66)}`,
      ["ucs-2", 71, [67, 4]],
    ],
  ] as const)("CARE-5: %s", (_, text, expected) => {
    expect(counted(text)).toEqual(expected);
  });

  test("CARE-5: the characters that GSM-7 has not are named once each", () => {
    expect(smsSegments("it’s “fine” — it’s €5").outsideGsm7).toEqual(["’", "“", "”", "—"]);
    expect(smsSegments("€5").outsideGsm7).toEqual([]);
    expect(smsSegments("a".repeat(161)).perSegment).toBe(153);
    expect(smsSegments("福").perSegment).toBe(70);
  });

  test("CARE-5: segments together are the text, hold what they may, and end between characters", () => {
    const text = fc
      .array(fc.constantFrom("a", "€", "福", "🎂", "{", "\n", "word ".repeat(20)), {
        maxLength: 200,
      })
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(
        fc.oneof(text, fc.string({ unit: "binary", maxLength: 200, size: "max" })),
        (one) => {
          const { encoding, units, perSegment, segments } = smsSegments(one);
          const length = (part: string): number =>
            part.length + (encoding === "gsm-7" ? (part.match(/[€{]/g)?.length ?? 0) : 0);
          expect(segments.join("")).toBe(one);
          segments.forEach((segment, i) => {
            expect(length(segment)).toBeLessThanOrEqual(perSegment);
            const [next = ""] = segments[i + 1] ?? "";
            if (next !== "") expect(length(segment + next)).toBeGreaterThan(perSegment);
          });
          if (encoding === "ucs-2") expect(units).toBe(one.length);
          if (!/\p{Cs}/u.test(one)) {
            for (const segment of segments) expect(segment).not.toMatch(/\p{Cs}/u);
          }
        },
      ),
    );
  });
});
