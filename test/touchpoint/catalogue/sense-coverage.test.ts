import { senseCoverage, STANDARD_TOUCHPOINTS } from "goodwill/touchpoint";
import { describe, expect, it } from "vitest";
import { codesOf } from "./codes.js";
import { place } from "./samples.js";

describe("senseCoverage", () => {
  it("TP-6: the standard touchpoints reach all five senses and all six realms", () => {
    const { senses, realms, findings } = senseCoverage(STANDARD_TOUCHPOINTS);
    expect(senses.map(({ sense }) => sense)).toEqual([
      "sight",
      "hearing",
      "smell",
      "taste",
      "touch",
    ]);
    expect(realms).toHaveLength(6);
    expect(findings).toEqual([]);
  });

  it("TP-6: what none reaches is named, senses first", () => {
    const { findings, withoutSense, withoutRealm } = senseCoverage([
      place({ id: "b", senses: ["sight", "hearing", "smell", "taste"], realm: "education" }),
      place({ id: "a" }),
    ]);
    expect(codesOf(findings)).toEqual([
      "sense-not-reached",
      ...Array.from({ length: 5 }, () => "realm-not-reached"),
    ]);
    expect(findings[0]?.params).toEqual({ sense: "touch" });
    expect([withoutSense, withoutRealm]).toEqual([["a"], ["a"]]);
  });

  it("nobody senses what is backstage", () => {
    const hidden = place({ id: "kitchen", senses: ["smell"], visibility: "backstage" });
    expect(senseCoverage([hidden]).senses[2]).toEqual({ sense: "smell", touchpoints: [] });
  });
});
