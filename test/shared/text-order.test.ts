import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareText, compareTexts } from "../../src/shared/text-order.js";

describe("the order of texts", () => {
  it("is that of code units, whatever language the machine speaks", () => {
    expect(["ä", "z", "a", "Z", "", "\u{1F600}", "\uFF5A"].toSorted(compareText)).toEqual([
      "",
      "Z",
      "a",
      "z",
      "ä",
      "\u{1F600}",
      "\uFF5A",
    ]);
  });

  it("is that of `sort` without a function", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" })), (texts) => {
        expect(texts.toSorted(compareText)).toEqual(texts.toSorted());
      }),
    );
  });

  it("puts lists by their first difference, and the shorter first", () => {
    const lists = [["b"], ["a", "b"], ["a"], [], ["a", "a", "z"]];
    expect(lists.toSorted(compareTexts)).toEqual([[], ["a"], ["a", "a", "z"], ["a", "b"], ["b"]]);
    expect(compareTexts(["a", "b"], ["a", "b"])).toBe(0);
  });
});
