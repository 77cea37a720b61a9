import { emotionCurveChart, type EmotionChartCurve, type EmotionChartPoint } from "goodwill/chart";
import { emotionCurve, type EmotionCurve } from "goodwill/touchpoint";
import { describe, expect, expectTypeOf, it } from "vitest";
import { plotOf, rowsOf, subtitleOf, titleOf } from "../drawing.js";
import { drawnTexts, render } from "../render.js";
import { CURVE, curveOf } from "./samples.js";

function title(...emotions: readonly (number | undefined)[]): string {
  const points = emotions.map((emotion, index): EmotionChartPoint => ({
    touchpoint: "abcdef"[index]!,
    ...(emotion !== undefined && { emotion }),
  }));
  return titleOf(emotionCurveChart({ points }));
}

/** The sentences of the points of a form. */
function pointsOf(curve: EmotionChartCurve, shape: string): string[] {
  return plotOf(emotionCurveChart(curve))
    .layer.filter(({ mark }) => mark.aria && mark.shape === shape)
    .flatMap(({ data }) => data.values.map(({ sentence }) => String(sentence)));
}

describe("TP-5: the emotion curve", () => {
  it("marks the peak as a diamond, the end as a square, and names both with their figures", () => {
    expect(pointsOf(CURVE, "diamond")).toEqual([
      "3. delivery \u22120.80 (\u22120.90 to \u22120.60), planned +0.10, obstacle: the parcel is late",
    ]);
    expect(pointsOf(CURVE, "square")).toEqual([
      "5. unboxing +0.60 (+0.50 to +0.70), planned +0.80",
    ]);
    expect(pointsOf(CURVE, "triangle-up")).toEqual([
      "delivery, obstacle: the parcel is late",
      "help centre, obstacle: long queue",
    ]);
    const texts = rowsOf(emotionCurveChart(CURVE), "text").map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(["peak \u22120.80", "end +0.60"]));
  });

  it.each([
    ["The low point is b, and the journey ends well", [0.1, -0.8, 0.4]],
    ["The high point is a, and the journey ends badly", [0.9, -0.2]],
    ["The high point is a, and the journey ends neutrally", [0.9, 0]],
    ["The low point and the end is b", [0.1, -0.8]],
    ["The low points are a and c, and the journey ends well", [-0.5, 0.1, -0.5, 0.2]],
    ["The peaks are a and b, and the journey ends well", [-0.5, 0.5, 0.2]],
    ["3 steps are equally far from neutral, and the journey ends well", [1, -1, 1]],
    ["No step stands out from neutral", [0, 0]],
    ["No emotion is known", [undefined, undefined]],
    ["No step is given", []],
  ] as const)("%s", (words, emotions) => {
    expect(title(...emotions)).toBe(words);
  });

  it("a step without emotion leaves a gap and is not read as neutral", () => {
    const points = [0.5, undefined, 0.2, 0.4].map((emotion, index) => ({
      ...{ touchpoint: `t${index}` },
      ...(emotion !== undefined && { emotion }),
    }));
    const chart = emotionCurveChart({ points });
    const lines = plotOf(chart).layer.filter(
      ({ mark }) => mark.type === "rule" && mark.strokeWidth === 2,
    );
    expect(lines.flatMap(({ data }) => data.values)).toHaveLength(1);
    expect(subtitleOf(chart)).toBe("The emotion is unknown at 1 of 4 steps.");
    expect(chart.description).toContain("2. t1 unknown");
  });

  it("higher is better: left to right upwards, top to bottom to the right", () => {
    const flat = rowsOf(emotionCurveChart(CURVE, { width: 640 }), "point").filter(
      ({ sentence }) => sentence,
    );
    const upright = rowsOf(emotionCurveChart(CURVE, { width: 280 }), "point").filter(
      ({ sentence }) => sentence,
    );
    const at = (rows: typeof flat, name: string, side: "x" | "y"): number =>
      Number(rows.find(({ sentence }) => String(sentence).includes(`. ${name}`))![side]);
    expect(at(flat, "unboxing", "y")).toBeLessThan(at(flat, "delivery", "y"));
    expect(at(flat, "unboxing", "x")).toBeGreaterThan(at(flat, "delivery", "x"));
    expect(at(upright, "unboxing", "x")).toBeGreaterThan(at(upright, "delivery", "x"));
    expect(at(upright, "unboxing", "y")).toBeGreaterThan(at(upright, "delivery", "y"));
  });

  it("is drawn the right way up", async () => {
    const texts = drawnTexts((await render(emotionCurveChart(CURVE, { width: 640 }))).svg);
    const top = (words: string): number => texts.find(({ text }) => text === words)!.top;
    expect(top("good")).toBeLessThan(top("neutral"));
    expect(top("neutral")).toBeLessThan(top("bad"));
    expect(top("bad")).toBeLessThan(top("search"));
  });

  it("says what is remembered, and how many steps feel worse than planned", () => {
    expect(subtitleOf(emotionCurveChart(CURVE))).toBe(
      "Peak and end together \u22120.10; mean +0.10. 4 of 4 planned steps feel worse than planned.",
    );
    const even = { points: [{ touchpoint: "a", emotion: 0.3, planned: 0.3 }] };
    expect(subtitleOf(emotionCurveChart(even))).toBe(
      "0 of 1 planned steps feel worse than planned.",
    );
  });

  it("takes the curve of a journey as it is, a peak that says so included", () => {
    expectTypeOf<EmotionCurve>().toExtend<EmotionChartCurve>();
    const steps = [
      { touchpoint: "door", emotion: 0.2 },
      { touchpoint: "queue" },
      { touchpoint: "till", emotion: -0.6 },
    ];
    const chart = emotionCurveChart(emotionCurve({ steps }));
    expect(titleOf(chart)).toBe("The low point and the end is till");
    expect(subtitleOf(chart)).toBe(
      "Peak and end together \u22120.60; mean \u22120.20. The emotion is unknown at 1 of 3 steps.",
    );
  });

  it("on another scale the middle is neutral, and figures have no sign", () => {
    const points = [
      { touchpoint: "a", emotion: 2 },
      { touchpoint: "b", emotion: 4 },
    ];
    const chart = emotionCurveChart({ points }, { scale: { min: 1, max: 5 } });
    expect(chart.description).toContain("1 bad to 5 good: 1. a 2.00; 2. b 4.00.");
    expect(titleOf(chart)).toBe("The peaks are a and b, and the journey ends well");
  });

  it("refuses an emotion beyond the scale, and a scale without length", () => {
    const beyond = { points: [{ touchpoint: "a", emotion: 1.01 }] };
    expect(() => emotionCurveChart(beyond)).toThrow(
      'Cannot draw an emotion curve: an emotion must lie on the scale from -1 to 1, got 1.01 at "a"',
    );
    expect(() => emotionCurveChart({ points: [{ touchpoint: "a", planned: Number.NaN }] })).toThrow(
      RangeError,
    );
    expect(() => emotionCurveChart(CURVE, { scale: { min: 1, max: 1 } })).toThrow(
      "Cannot draw an emotion curve: the scale must run from less to more, got 1 to 1",
    );
  });

  it("forty steps have forty names, from top to bottom", () => {
    const chart = plotOf(emotionCurveChart(curveOf(40), { width: 360 }));
    expect(chart.height).toBeGreaterThan(40 * 30);
  });
});
