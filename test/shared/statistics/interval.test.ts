import { requireLevel } from "goodwill/shared";
import { describe, expect, it } from "vitest";

describe("requireLevel", () => {
  it("gives the level back", () => {
    expect(requireLevel(0.9)).toBe(0.9);
    expect(requireLevel(Number.MIN_VALUE, "score CSAT")).toBe(Number.MIN_VALUE);
  });

  it.each([80, 0, 1, -0.1, Number.NaN, Infinity, "0.95", null, true] as number[])(
    "refuses %s and says for what it was wanted",
    (level) => {
      const rule = `a confidence level must lie between 0 and 1, got ${String(level)}`;
      expect(() => requireLevel(level)).toThrow(new RangeError(`Cannot make an interval: ${rule}`));
      expect(() => requireLevel(level, "score CSAT")).toThrow(
        new RangeError(`Cannot score CSAT: ${rule}`),
      );
    },
  );
});
