import { attributionChart } from "goodwill/chart";
import { compareAttribution, type Attribution, type AttributionModel } from "goodwill/touchpoint";
import { describe, expect, it } from "vitest";
import { plotOf, rowsOf, subtitleOf, titleOf } from "../drawing.js";
import { attributionsOf } from "./samples.js";

function made(model: AttributionModel, conversions: Readonly<Record<string, number>>): Attribution {
  const total = Object.values(conversions).reduce((sum, one) => sum + one, 0);
  return {
    ...{ model, conversions: total, value: 10 * total, paths: 100 },
    credits: Object.entries(conversions).map(([touchpoint, one]) => ({
      ...{ touchpoint, conversions: one, value: touchpoint === "a" ? 10 * total : 0 },
    })),
  };
}

describe("the comparison of attributions", () => {
  it("TP-9: one mark a model, the band from the lowest share to the highest", () => {
    const chart = attributionChart([made("first", { a: 6, b: 4 }), made("last", { b: 9, c: 1 })]);
    const bands = rowsOf(chart, "rule").map(({ row, lowest, highest }) => [row, lowest, highest]);
    // A model that does not name a touchpoint credits nothing to it.
    expect(bands).toEqual([
      ["b", 40, 90],
      ["a", 0, 60],
      ["c", 0, 10],
    ]);
    const marks = rowsOf(chart, "point").filter(({ sentence }) => sentence !== undefined);
    expect(marks.map(({ sentence }) => sentence)).toEqual([
      "b: 40% by first",
      "a: 60% by first",
      "b: 90% by last",
      "c: 10% by last",
    ]);
    expect(titleOf(chart)).toBe("1 of 2 models credit b most");
    expect(subtitleOf(chart)).toBe(
      "The models differ most about a: 0% to 60%. Credit is a convention of each model, no proof of cause.",
    );
  });

  it("every model has a mark of its own, told apart without colour", () => {
    const looks = plotOf(attributionChart(attributionsOf(2)))
      .layer.filter(({ mark }) => mark.type === "point" && mark.aria)
      .map(({ mark }) => `${mark.shape!} ${String(mark.filled)}`);
    expect(looks).toHaveLength(8);
    expect(new Set(looks).size).toBe(8);
  });

  it("value is shared apart from conversions", () => {
    const both = [made("first", { a: 1, b: 9 }), made("linear", { a: 2, b: 8 })];
    expect(titleOf(attributionChart(both))).toBe("Every model credits b most");
    const chart = attributionChart(both, { measure: "value", labels: { a: "甲" } });
    expect(titleOf(chart)).toBe("Every model credits 甲 most");
    expect(chart.description).toMatch(
      /^Share of value by touchpoint and model: 甲 100% by first and 100% by linear; /,
    );
  });

  it("beyond twenty touchpoints the least are left out, and that is said", () => {
    const chart = attributionChart(attributionsOf(23));
    expect(rowsOf(chart, "rule")).toHaveLength(20);
    expect(subtitleOf(chart)).toContain("3 touchpoints with less are left out.");
  });

  it("without conversions or models there is nothing to share", () => {
    expect(titleOf(attributionChart([]))).toBe("There is nothing to share");
    expect(titleOf(attributionChart([made("first", { a: 0 })]))).toBe("There is nothing to share");
  });

  it("takes what the library credits, and refuses a model given twice", () => {
    const { attributions } = compareAttribution(
      [{ steps: ["search", "mail"], conversions: 4, nulls: 0 }],
      { models: ["first", "last", "linear"] },
    );
    expect(attributionChart(attributions).description).toContain(
      "mail 0% by first, 100% by last and 50% by linear",
    );
    expect(() => attributionChart([...attributions, attributions[0]!])).toThrow(
      'Cannot draw attributions: the model "first" is given twice',
    );
  });
});
