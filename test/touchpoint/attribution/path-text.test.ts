import { attributionPath } from "goodwill/touchpoint";
import { describe, expect, it } from "vitest";

const counts = { conversions: 1, nulls: 2, value: 3 };

describe("attributionPath", () => {
  it("divides at > and drops blanks around a step, not within", () => {
    expect(attributionPath("paid search>mail  >  shop", counts)).toEqual({
      steps: ["paid search", "mail", "shop"],
      ...counts,
    });
    expect(attributionPath("mail", counts).steps).toEqual(["mail"]);
  });

  it.each([
    ["a > > b", "step 2 has no name"],
    ["> a", "step 1 has no name"],
    ["a >", "step 2 has no name"],
    ["", "step 1 has no name"],
    ["  ", "step 1 has no name"],
  ])("refuses %j", (text, message) => {
    expect(() => attributionPath(text, counts)).toThrow(
      `Cannot read a path: ${message}, got ${JSON.stringify(text)}`,
    );
  });
});
