import type { ChartSpecification } from "goodwill/chart";
import { addDays, plainDate } from "goodwill/shared";
import { DEFAULT_RFM_SEGMENTS, lorenzCurve, segmentMigration } from "goodwill/value";
import type {
  CohortRetention,
  LorenzPoint,
  RfmGrid,
  SegmentMigration,
  SurvivalCurve,
  TrackingPoint,
} from "goodwill/value";
import type { AliveHistory } from "../../../src/value/buying/alive-matrix.js";
import type { TopLevelSpec } from "vega-lite";
import { describe, expect, expectTypeOf, test } from "vitest";
import { aliveMatrixChart } from "../../../src/chart/value/alive-matrix-chart.js";
import { classMigrationChart } from "../../../src/chart/value/class-migration-chart.js";
import { cohortTriangleChart } from "../../../src/chart/value/cohort-triangle-chart.js";
import { lorenzChart, type LorenzChartCurve } from "../../../src/chart/value/lorenz-chart.js";
import { rfmHeatMap } from "../../../src/chart/value/rfm-heat-map.js";
import { survivalChart } from "../../../src/chart/value/survival-chart.js";
import { trackingChart } from "../../../src/chart/value/tracking-chart.js";
import { contrast } from "../contrast.js";
import { beyondPlot, plotOf, rowsOf, subtitleOf, textsOnGrounds, titleOf } from "../drawing.js";
import { drawnTexts, outside, overlapping, render } from "../render.js";
import { VALUE_CHARTS } from "./charts.js";
import {
  aliveOf,
  CLASSES,
  cohortsOf,
  lorenzOf,
  rfmGridOf,
  survivalOf,
  trackingOf,
} from "./samples.js";

const LOOKS = [
  { theme: "light" },
  { theme: "dark", width: 280 },
  { theme: "light", width: 360, labels: { gold: "Goldmitgliedschaftsberechtigung" } },
  { theme: "light", width: 1200, labels: { gold: "黄金会员", at_risk: "有流失风险" } },
] as const;

describe.each(Object.entries(VALUE_CHARTS))("%s", (_name, draw) => {
  test.each(LOOKS)(
    "renders without a warning, within its frame, no text on another: $theme $width",
    async (look) => {
      const chart = draw(look);
      const { svg, complaints } = await render(chart);
      expect(complaints).toEqual([]);
      const texts = drawnTexts(svg);
      expect(outside(svg, texts)).toEqual([]);
      expect(overlapping(texts)).toEqual([]);
      expect(Number(/width="(\d+)"/.exec(svg)?.[1])).toBe("width" in look ? look.width : 640);
      const drawn = texts.map(({ text }) => text);
      for (const line of chart.title.text) expect(drawn).toContain(line);
      const again = draw(look);
      expect(JSON.parse(JSON.stringify(again))).toEqual(again);
      expect(chart.description).toMatch(/^[A-Z].{30,}\.$/s);
      expect(JSON.stringify(chart)).not.toMatch(/NaN|Infinity|undefined|null,null/);
    },
  );

  test("every mark that is not decoration is read out by a sentence of its own", async () => {
    const chart = draw({});
    const { svg } = await render(chart);
    const spoken = plotOf(chart).layer.filter(({ mark }) => mark.aria);
    const said = new Set(Array.from(svg.matchAll(/aria-label="([^"]*)"/g), ([, text]) => text));
    for (const { data, encoding } of spoken) {
      expect(encoding.description).toEqual({ field: "sentence", type: "nominal" });
      const missing = data.values.filter(
        ({ sentence }) => !said.has(String(sentence).replaceAll("<", "&lt;")),
      );
      expect(missing).toEqual([]);
    }
  });
});

const GRIDS = Object.entries(VALUE_CHARTS).filter(([name]) =>
  /^(rfm|cohort|alive|class)/.test(name),
);

describe.each([280, 360, 720])("grids of a width of %d", (width) => {
  test.each(GRIDS)("%s: every mark lies in the plot", (_name, draw) => {
    expect(beyondPlot(draw({ width }))).toEqual([]);
  });
});

describe.each(["light", "dark"] as const)("the figures in cells, %s", (theme) => {
  test.each(
    GRIDS.filter(([name]) => !/ without (customers|cohorts)$| of nothing$| of many$/.test(name)),
  )("%s: have a contrast of at least 4.5 to what is below them", (_name, draw) => {
    const texts = textsOnGrounds(draw({ theme, width: 640 }));
    expect(texts.length).toBeGreaterThan(2);
    for (const { text, ink, ground } of texts)
      expect(contrast(ink, ground), `${text}: ${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  });
});

describe("the types of the charts", () => {
  test("are taken by Vega-Lite, and take what the room value gives", () => {
    expectTypeOf(rfmHeatMap).returns.toExtend<TopLevelSpec>();
    expectTypeOf(survivalChart).returns.toExtend<ChartSpecification>();
    expectTypeOf<RfmGrid>().toExtend<Parameters<typeof rfmHeatMap>[0]>();
    expectTypeOf<readonly LorenzPoint[]>().toExtend<Parameters<typeof lorenzChart>[0]>();
    expectTypeOf<readonly LorenzPoint[]>().toExtend<LorenzChartCurve["points"]>();
    expectTypeOf<CohortRetention>().toExtend<Parameters<typeof cohortTriangleChart>[0]>();
    expectTypeOf<SurvivalCurve>().toExtend<Parameters<typeof survivalChart>[0][number]>();
    expectTypeOf<readonly TrackingPoint[]>().toExtend<Parameters<typeof trackingChart>[0]>();
    expectTypeOf<SegmentMigration>().toExtend<Parameters<typeof classMigrationChart>[0]>();
    expectTypeOf<readonly AliveHistory[]>().toExtend<Parameters<typeof aliveMatrixChart>[0]>();
  });
});

/** The figures in the cells of a grid, row by row from the top. */
function figuresOf(chart: ChartSpecification): string[] {
  const [figures] = plotOf(chart).layer.filter(({ mark }) => mark.type === "text");
  return figures!.data.values.map(({ text }) => (text as string[]).join(" "));
}

function sentencesOf(chart: ChartSpecification): string[] {
  return plotOf(chart)
    .layer.filter(({ mark }) => mark.aria)
    .flatMap(({ data }) => data.values.map(({ sentence }) => String(sentence)));
}

describe("the RFM heat map", () => {
  const cells = [
    { recencyScore: 1, frequencyScore: 1, count: 60, meanAmount: 1250 },
    { recencyScore: 2, frequencyScore: 1, count: 10, meanAmount: 900 },
    { recencyScore: 1, frequencyScore: 2, count: 0 },
    { recencyScore: 2, frequencyScore: 2, count: 30, meanAmount: 12_345 },
  ];

  test("the best stand in the upper right corner, and the title says how many they are", () => {
    const chart = rfmHeatMap({ cells, bins: 2 });
    expect(titleOf(chart)).toBe("30% of customers are best in both scores, 60% worst in both");
    expect(figuresOf(chart)).toEqual(["60", "10", "30"]);
    const [worst, , best] = plotOf(chart).layer.find(({ mark }) => mark.aria)!.data.values;
    expect(Number(best!["x"])).toBeGreaterThan(Number(worst!["x"]));
    expect(Number(best!["y"])).toBeLessThan(Number(worst!["y"]));
    expect(new Set([worst!["tone"], best!["tone"]]).size).toBe(2);
  });

  test("tells the mean amount in major units where that is asked for", () => {
    const chart = rfmHeatMap(
      { cells, bins: 2 },
      { measure: "meanAmount", minorDigits: 2, currency: "USD" },
    );
    expect(titleOf(chart)).toBe(
      "Most is spent at recency 2 and frequency 2: 123.45 USD a customer",
    );
    expect(figuresOf(chart)).toEqual(["12.5", "9", "123.45"]);
    expect(chart.description).toContain("60 customers (60%), mean amount 12.5 USD;");
  });

  test("shortens figures on a phone, and says where there is nothing", () => {
    expect(
      figuresOf(VALUE_CHARTS["rfm heat map of ten bins and millions"]!({ width: 360 })),
    ).toContain("5M");
    expect(titleOf(rfmHeatMap({ cells: [], bins: 5 }))).toBe("No customer has a score");
    const unpriced = cells.map(({ recencyScore, frequencyScore, count }) => ({
      ...{ recencyScore, frequencyScore, count },
    }));
    expect(titleOf(rfmHeatMap({ cells: unpriced, bins: 2 }, { measure: "meanAmount" }))).toBe(
      "No customer has an amount",
    );
  });

  test("refuses scores beyond the bins, a cell given twice, and what is no count", () => {
    const [cell] = rfmGridOf(5).cells;
    const draw = (change: object) => () =>
      rfmHeatMap({ bins: 5, cells: [{ ...cell!, ...change }] });
    expect(draw({ recencyScore: 6 })).toThrow(
      "Cannot draw an RFM heat map: cells[0].recencyScore must be a whole number from 1 to 5, got 6",
    );
    expect(draw({ count: 0.5 })).toThrow(
      "cells[0].count must be a whole number of at least 0, got 0.5",
    );
    expect(draw({ meanAmount: Number.NaN })).toThrow(
      "cells[0].meanAmount must be a finite number, got NaN",
    );
    expect(() => rfmHeatMap({ bins: 1, cells: [] })).toThrow(
      "bins must be a whole number from 2 to 10, got 1",
    );
    expect(() => rfmHeatMap({ bins: 5, cells: [cell!, cell!] })).toThrow(
      "the cell 1, 1 is given twice",
    );
    expect(() => rfmHeatMap(rfmGridOf(5), { minorDigits: -1 })).toThrow(RangeError);
  });
});

describe("the Lorenz curve", () => {
  test("VAL-1: marks what the largest 20% hold, whichever end comes first", () => {
    const smallestFirst = [0, 10, 20, 30, 40].map((_, index, values) => ({
      customerShare: (index + 1) / 5,
      valueShare: values.slice(0, index + 1).reduce((sum, one) => sum + one, 0) / 100,
    }));
    const largestFirst = smallestFirst.map(({ customerShare, valueShare }) => ({
      ...{ customerShare: 1 - customerShare, valueShare: 1 - valueShare },
    }));
    for (const points of [smallestFirst, largestFirst.toReversed()]) {
      const chart = lorenzChart([{ points }]);
      expect(titleOf(chart)).toBe(
        "The largest 20% of customers hold 40% of the value (Gini 0.400)",
      );
    }
    const [mark] = plotOf(lorenzChart([{ points: smallestFirst }])).layer.filter(
      ({ mark: { aria } }) => aria,
    );
    expect(mark!.data.values[0]!["customers"]).toBe(80);
    expect(mark!.data.values[0]!["value"]).toBeCloseTo(60, 9);
  });

  test("the Gini index given stands in the title, those of several curves beside their names", () => {
    const curve = lorenzOf(10, 2);
    expect(titleOf(lorenzChart([{ ...curve, gini: 0.6346 }]))).toContain("(Gini 0.635)");
    const chart = lorenzChart([
      { ...curve, label: "1997" },
      { ...lorenzOf(10, 0), label: "1998" },
    ]);
    expect(titleOf(chart)).toMatch(/^Gini index: 1997 0\.\d{3} and 1998 0\.000$/);
    const dashes = plotOf(chart)
      .layer.filter(({ mark }) => mark.type === "line")
      .map(({ mark }) => mark.strokeDash);
    expect(new Set(dashes.map((dash) => JSON.stringify(dash))).size).toBe(3);
  });

  test("of thousands of customers a pixel has one point, and the ends stay", () => {
    const [, line] = plotOf(lorenzChart([lorenzOf(20_000, 3)])).layer.filter(
      ({ mark }) => mark.type === "line",
    );
    const { values } = line!.data;
    expect(values.length).toBeLessThan(1200);
    expect([values[0], values.at(-1)]).toEqual([
      { customers: 0, value: 0 },
      { customers: 100, value: 100 },
    ]);
  });

  test("VAL-1: one curve is drawn from its points alone, as lorenzCurve gives them", () => {
    const points = lorenzCurve([60, 10, 30]);
    expect(lorenzChart(points)).toEqual(lorenzChart([{ points }]));
    expect(titleOf(lorenzChart(points))).toMatch(/^The largest 20% of customers hold 36% /);
    expect(titleOf(lorenzChart(lorenzCurve([])))).toBe("No value is known");
  });

  test("what is neither points nor curves is refused in words", () => {
    const points = lorenzCurve([60, 10, 30]);
    const draw = (given: unknown) => () => lorenzChart(given as readonly LorenzChartCurve[]);
    const wanted =
      "Cannot draw a Lorenz curve: it needs a list of points { customerShare, valueShare } or of curves { points }, got ";
    const cases: readonly (readonly [given: unknown, got: string])[] = [
      [{ points, gini: 0.3 }, "{ points, gini }"],
      [[...points, { points }], "a list with { customerShare, valueShare }"],
      [[{ label: "2026", curve: points }], "a list with { label, curve }"],
      [[{ points: [0.1, 1] }], "a list with { points }"],
      [[0, 0.2, 1], "a list with 0"],
      [undefined, "undefined"],
    ];
    for (const [given, got] of cases) {
      expect(draw(given)).toThrow(new TypeError(`${wanted}${got}`));
    }
  });

  test("refuses shares beyond 0 and 1, customers that fall, and too many curves", () => {
    const point = { customerShare: 0.5, valueShare: 0.2 };
    expect(() => lorenzChart([{ points: [{ ...point, valueShare: 1.1 }] }])).toThrow(
      "Cannot draw a Lorenz curve: curves[0].points[0].valueShare must be a finite number from 0 to 1, got 1.1",
    );
    expect(() => lorenzChart([{ points: [point, { ...point, customerShare: 0.4 }] }])).toThrow(
      "curves[0].points[1].customerShare must not fall, got 0.4 after 0.5",
    );
    expect(() => lorenzChart([{ points: [point], gini: 2 }])).toThrow("curves[0].gini must be");
    expect(() => lorenzChart(Array.from({ length: 10 }, () => ({ points: [point] })))).toThrow(
      "at most 9 curves can be told apart, got 10",
    );
    expect(titleOf(lorenzChart([{ points: [] }]))).toBe("No value is known");
  });
});

describe("the cohort triangle", () => {
  const cohorts = [
    { cohort: "2026-01", size: 200, retentionShare: [1, 0.5, 0.3] },
    { cohort: "2026-02", size: 100, retentionShare: [1, 0.2] },
    { cohort: "2026-03", size: 0, retentionShare: [] },
  ];

  test("VAL-3: the last row takes all cohorts together, as far as they have come", () => {
    const chart = cohortTriangleChart({ cohorts });
    expect(titleOf(chart)).toBe("Of all cohorts 40% are active in month 1, 30% in month 2");
    expect(sentencesOf(chart)).toEqual([
      "2026-01 (200), month 1: 50%",
      "2026-01 (200), month 2: 30%",
      "2026-02 (100), month 1: 20%",
      "all (300), month 1: 40%",
      "all (300), month 2: 30%",
    ]);
    expect(subtitleOf(chart)).toContain("300 customers in 2 cohorts.");
  });

  test("of a long history one cohort and one month in so many are drawn, fewer on a phone, and it says so", () => {
    const wide = cohortTriangleChart(cohortsOf(60));
    const narrow = cohortTriangleChart(cohortsOf(60), { width: 360 });
    expect(subtitleOf(wide)).toMatch(/Drawn: one cohort in 3 and one month in 3\.$/);
    expect(subtitleOf(narrow)).toMatch(/Drawn: one cohort in 3 and one month in 6\.$/);
    expect(subtitleOf(cohortTriangleChart(cohortsOf(12)))).not.toContain("Drawn");
    expect(figuresOf(narrow).length).toBeGreaterThan(100);
    const share = cohortsOf(60).cohorts[3]!.retentionShare[7]!;
    expect(sentencesOf(narrow)).toContain(`2021-04 (1,111), month 7: ${(100 * share).toFixed(0)}%`);
  });

  test("a first period in which not all are active is drawn", () => {
    const chart = cohortTriangleChart({
      cohorts: [{ cohort: "a", size: 4, retentionShare: [0.75] }],
      by: "week",
    });
    expect(sentencesOf(chart)).toEqual(["a (4), week 0: 75%", "all (4), week 0: 75%"]);
  });

  test("refuses what is no share or no count, and a cohort given twice", () => {
    const [first] = cohorts;
    expect(() =>
      cohortTriangleChart({ cohorts: [{ ...first!, retentionShare: [1, 1.2] }] }),
    ).toThrow(
      "Cannot draw a cohort triangle: cohorts[0].retentionShare[1] must be a finite number from 0 to 1, got 1.2",
    );
    expect(() => cohortTriangleChart({ cohorts: [{ ...first!, size: -1 }] })).toThrow(
      "cohorts[0].size",
    );
    expect(() => cohortTriangleChart({ cohorts: [first!, first!] })).toThrow(
      "the cohort 2026-01 is given twice",
    );
    expect(titleOf(cohortTriangleChart({ cohorts: cohorts.slice(2) }))).toBe(
      "No cohort has a customer",
    );
  });
});

describe("the survival curve", () => {
  const points = [
    { time: 3, survival: 0.8, lower: 0.7, upper: 0.9 },
    { time: 7, survival: 0.5, lower: 0.3, upper: 0.7, censored: 2 },
    { time: 12, survival: 0 },
  ];

  test("begins with all, runs in steps, and marks the median and who was lost from sight", () => {
    const chart = survivalChart([{ points, level: 0.9 }], { timeUnit: "weeks" });
    expect(titleOf(chart)).toBe("Half are left at 7 weeks");
    expect(subtitleOf(chart)).toBe(
      "Bands: 90% intervals. Short upright lines: lost from sight before leaving.",
    );
    const [line] = plotOf(chart).layer.filter(({ mark }) => mark.type === "line");
    expect(line!.mark.interpolate).toBe("step-after");
    expect(line!.data.values).toEqual([
      { time: 0, left: 100 },
      { time: 3, left: 80 },
      { time: 7, left: 50 },
      { time: 12, left: 0 },
    ]);
    expect(rowsOf(chart, "area").map(({ lower, upper }) => [lower, upper])).toEqual([
      [100, 100],
      [70, 90],
      [30, 70],
    ]);
    expect(
      rowsOf(chart, "rule").filter(({ left }) => Number(left) > 0 && Number(left) < 50),
    ).toEqual([{ time: 7, left: 48.4, top: 51.6 }]);
    expect(sentencesOf(chart)).toEqual(["half are left at 7 weeks, 0% left at 12 weeks"]);
  });

  test("a median given is taken, and one that is never reached is said to be open", () => {
    expect(titleOf(survivalChart([{ points, median: 9.5 }]))).toBe("Half are left at time 9.5");
    expect(titleOf(survivalChart([{ points: points.slice(0, 1) }]))).toBe(
      "More than half are left: 80% at time 3",
    );
    const chart = survivalChart([survivalOf("shop", 0.05), survivalOf("fair", 0.005)]);
    expect(titleOf(chart)).toBe("Half are left: shop at time 14. Never down to half: fair");
    expect(rowsOf(chart, "area").length).toBe(62);
    expect(rowsOf(VALUE_CHARTS["survival curves of nine groups"]!({}), "area")).toEqual([]);
  });

  test("refuses what rises, times that do not grow, and shares beyond 0 and 1", () => {
    const [first, second] = points;
    expect(() => survivalChart([{ points: [second!, first!] }])).toThrow(
      "Cannot draw a survival curve: curves[0].points[1].time must grow, got 3 after 7",
    );
    expect(() => survivalChart([{ points: [first!, { time: 8, survival: 0.9 }] }])).toThrow(
      "curves[0].points[1].survival must be a finite number from 0 to 0.8, got 0.9",
    );
    expect(() => survivalChart([{ points: [{ ...first!, upper: 1.5 }] }])).toThrow(
      "points[0].upper",
    );
    expect(() => survivalChart([{ points: [{ ...first!, censored: -1 }] }])).toThrow(
      "points[0].censored",
    );
    expect(titleOf(survivalChart([{ points: [] }]))).toBe("Nobody was watched");
  });
});

describe("the tracking plot", () => {
  const points = [
    { time: 0, actual: 0, expected: 0 },
    { time: 30, actual: 300, expected: 310 },
    { time: 50, actual: 600, expected: 590 },
    { time: 78, actual: 900, expected: 870 },
  ];

  test("compares both after the start of the holdout, straight between two points", () => {
    const chart = trackingChart(points, { holdoutStart: 40, timeUnit: "weeks" });
    expect(titleOf(chart)).toBe(
      "In the holdout 450 purchases came, 420 were expected (\u22126.7%)",
    );
    expect(subtitleOf(chart)).toBe(
      "Over all 78 weeks 900 purchases came, 870 were expected (\u22123.3%).",
    );
    expect(rowsOf(chart, "rule")).toEqual([{ time: 40 }]);
    expect(rowsOf(chart, "text")).toContainEqual({ name: "holdout" });
  });

  test("VAL-3: a day begins the holdout at the end of the day before, straight between two points", () => {
    const start = plainDate("2026-01-01");
    const dated = points.slice(1).map((point) => ({
      ...{ ...point, date: addDays(start, 7 * point.time - 1) },
    }));
    const at = (day: number) => trackingChart(dated, { holdoutStart: addDays(start, day) });
    expect(at(280)).toEqual(trackingChart(dated, { holdoutStart: 40 }));
    expect(titleOf(at(280))).toBe(
      "In the holdout 450 purchases came, 420 were expected (\u22126.7%)",
    );
    // A day more is a seventh of a week more.
    expect(rowsOf(at(281), "rule")[0]!["time"]).toBeCloseTo(40 + 1 / 7, 9);
    expect(rowsOf(at(210), "rule")).toEqual([{ time: 30 }]);
    expect(rowsOf(at(546), "rule")).toEqual([{ time: 78 }]);
    for (const day of [209, 547]) {
      expect(() => at(day)).toThrow(
        `Cannot draw a tracking plot: holdoutStart must be a day from 2026-07-30 to 2027-07-01, got ${addDays(start, day)}`,
      );
    }
    const holdoutStart = addDays(start, 280);
    expect(() => trackingChart(points, { holdoutStart })).toThrow(
      "points[0].date must be given where holdoutStart is a day, got none",
    );
    const [first, second] = dated;
    expect(() =>
      trackingChart([first!, { ...second!, date: first!.date }], { holdoutStart }),
    ).toThrow("points[1].date must grow, got 2026-07-29");
    expect(titleOf(trackingChart([], { holdoutStart }))).toBe("Nothing was tracked");
  });

  test("without a holdout it compares the whole, and has no line", () => {
    const chart = trackingChart(points, { measure: "orders" });
    expect(titleOf(chart)).toBe("900 orders came, 870 were expected (\u22123.3%)");
    expect(rowsOf(chart, "rule")).toEqual([]);
  });

  test("where nothing came there is no share", () => {
    const none = [{ time: 1, actual: 0, expected: 2.34 }];
    expect(titleOf(trackingChart(none))).toBe("0 purchases came, 2.3 were expected");
    expect(titleOf(trackingChart([]))).toBe("Nothing was tracked");
  });

  test("refuses sums that fall, times that do not grow, and a holdout beyond them", () => {
    const [, second] = points;
    expect(() => trackingChart([second!, { time: 31, actual: 299, expected: 310 }])).toThrow(
      "Cannot draw a tracking plot: points[1].actual must be a finite number of at least 300, got 299",
    );
    expect(() => trackingChart([second!, second!])).toThrow(
      "points[1].time must grow, got 30 twice",
    );
    expect(() => trackingChart(trackingOf(10, 0), { holdoutStart: 11 })).toThrow(
      "holdoutStart must be a finite number from 0 to 10, got 11",
    );
  });
});

describe("the alive matrix", () => {
  test("the latest stand on top, the most often at the right, and the title says what silence means", () => {
    const cells = [
      { frequency: 1, recency: 10, aliveProbability: 0.6 },
      { frequency: 9, recency: 10, aliveProbability: 0.1 },
      { frequency: 9, recency: 38, aliveProbability: 0.97 },
    ];
    const chart = aliveMatrixChart(cells, { timeUnit: "weeks", age: 39 });
    expect(titleOf(chart)).toBe(
      "After 9 repeat purchases: 97% alive if the last was at 38 weeks, 10% if at 10",
    );
    expect(subtitleOf(chart)).toBe("Probability of being alive, known for 39 weeks.");
    const [low, often, late] = plotOf(chart).layer.find(({ mark }) => mark.aria)!.data.values;
    expect(Number(late!["y"])).toBeLessThan(Number(low!["y"]));
    expect(Number(often!["x"])).toBeGreaterThan(Number(low!["x"]));
    expect([low, often, late].map((cell) => cell!["tone"])).toEqual(["step-3", "step-0", "step-4"]);
    expect(chart.description).toContain("; 9 repeat purchases, the last at 10 weeks: 10% alive;");
  });

  test("many cells are summed up in the description, and stand without figures", () => {
    const chart = aliveMatrixChart(aliveOf(30, 38));
    expect(chart.description.length).toBeLessThan(500);
    expect(chart.description).toContain("1,209 histories");
    expect(figuresOf(chart)).not.toContain("77%");
    expect(figuresOf(aliveMatrixChart(aliveOf(5, 4)))).toContain("77%");
  });

  test("refuses what is no probability, a history given twice, and more values than a phone can show", () => {
    const cell = { frequency: 1, recency: 1, aliveProbability: 0.5 };
    expect(() => aliveMatrixChart([{ ...cell, aliveProbability: -0.1 }])).toThrow(
      "Cannot draw an alive matrix: cells[0].aliveProbability must be a finite number from 0 to 1, got -0.1",
    );
    expect(() => aliveMatrixChart([cell, cell])).toThrow("the history 1, 1 is given twice");
    expect(() => aliveMatrixChart(aliveOf(0, 120))).toThrow(
      "the number of recencies must be a finite number from 0 to 120, got 121",
    );
    expect(titleOf(aliveMatrixChart([]))).toBe("No history is given");
  });
});

describe("the class migration", () => {
  const migration = {
    segments: ["C", "A"],
    moves: [
      { from: "C", to: "C", count: 70 },
      { from: "C", to: "A", count: 15 },
      { from: "C", to: "A", count: 5 },
      { from: "A", to: "C", count: 10 },
    ],
    balances: [
      { segment: "C", opening: 90, went: 0, came: 0 },
      { segment: "A", opening: 10, went: 0, came: 0 },
    ],
  };

  test("VAL-3: classes in order: up, down and stayed differ in tone, in sign and in place", () => {
    const chart = classMigrationChart(migration, { order: "rising" });
    expect(titleOf(chart)).toBe("20% went up, 10% went down, 70% stayed");
    expect(figuresOf(chart)).toEqual(["78% 70", "\u2191 22% 20", "\u2193 100% 10"]);
    expect(sentencesOf(chart)).toEqual([
      "stayed C 70 of 90 (78%)",
      "from C to A 20 of 90 (22%)",
      "from A to C 10 of 10 (100%)",
    ]);
    const tones = plotOf(chart)
      .layer.find(({ mark }) => mark.aria)!
      .data.values.map(({ tone }) => tone);
    expect(tones).toEqual(["same-2", "up-1", "down-2"]);
    expect(subtitleOf(chart)).toMatch(/^100 customers before\. /);
  });

  test("VAL-3: where the first class is the best, C to A is up whichever way it is drawn", () => {
    const falling = classMigrationChart(migration, { classes: ["A", "C"], order: "falling" });
    expect(titleOf(falling)).toBe("20% went up, 10% went down, 70% stayed");
    expect(figuresOf(falling)).toEqual(["\u2193 100% 10", "\u2191 22% 20", "78% 70"]);
    const turned = classMigrationChart(migration, { order: "falling" });
    expect(titleOf(turned)).toBe("10% went up, 20% went down, 70% stayed");
  });

  test("VAL-3: without an order nobody is said to go up or down, however the classes are listed", () => {
    for (const options of [{}, { classes: ["C", "A"] }, { classes: ["A", "B", "C"] }]) {
      const chart = classMigrationChart(migration, options);
      expect(titleOf(chart)).toBe("30% moved, 70% stayed");
      expect(JSON.stringify(chart)).not.toMatch(/went up|went down|\u2191|\u2193/);
    }
  });

  test("VAL-3: a customer who rose from Lost to Champions only moved", () => {
    const segment = (name: string) => [{ customer: "a", segment: name }];
    const found = segmentMigration(segment("Lost"), segment("Champions"), {
      order: DEFAULT_RFM_SEGMENTS.map(({ name }) => name),
    });
    expect(found.segments).toEqual(["Champions", "Lost"]);
    const chart = classMigrationChart(found);
    expect(titleOf(chart)).toBe("100% moved, 0% stayed");
    expect(sentencesOf(chart)).toEqual(["from Lost to Champions 1 of 1 (100%)"]);
    expect(titleOf(classMigrationChart(found, { order: "falling" }))).toContain("100% went up");
  });

  test("VAL-3: who is gone counts in the shares of the class, and stands in a column of their own", () => {
    const day = (count: number, first = 0) =>
      Array.from({ length: count }, (_, i) => ({ customer: String(first + i), segment: "A" }));
    const found = segmentMigration(day(10), day(5));
    const chart = classMigrationChart(found);
    expect(titleOf(chart)).toBe("0% moved, 50% stayed, 50% gone");
    expect(sentencesOf(chart)).toEqual(["stayed A 5 of 10 (50%)", "gone from A 5 of 10 (50%)"]);
    expect(found.moves[0]!.share).toBe(0.5);
    const [stayed, gone] = plotOf(chart).layer.find(({ mark }) => mark.aria)!.data.values;
    expect(Number(gone!["x"])).toBeGreaterThan(Number(stayed!["x"]));
    expect(gone!["y"]).toBe(stayed!["y"]);
    expect(gone!["tone"]).not.toBe(stayed!["tone"]);
    const grown = classMigrationChart(segmentMigration(day(10), day(10, 5)));
    expect(subtitleOf(grown)).toMatch(/^10 customers before, 5 came\. /);
    expect(sentencesOf(grown).at(-1)).toBe("came into A 5 of 5 (100%)");
    const fresh = classMigrationChart(segmentMigration([], day(7)));
    expect(titleOf(fresh)).toBe("Nobody was there before, 7 came");
  });

  test("VAL-3: the shares drawn are those of the moves, A, B, C from the best", () => {
    const rows = (classes: string) =>
      Array.from(classes, (segment, i) => ({ customer: String(i), segment }));
    const found = segmentMigration(rows("AAABBBBBCC"), rows("ABBABBBC"), {
      order: ["A", "B", "C"],
    });
    const chart = classMigrationChart(found, { order: "falling" });
    expect(titleOf(chart)).toBe("10% went up, 30% went down, 40% stayed, 20% gone");
    const drawn = found.moves.map(({ share }) => `(${(100 * share).toFixed(0)}%)`);
    expect(
      sentencesOf(chart)
        .filter((text) => !text.startsWith("gone"))
        .map((text) => text.replace(/.* /, "")),
    ).toEqual(drawn);
  });

  test("refuses a class that is not in the list or stands in it twice, and figures that do not agree", () => {
    expect(() => classMigrationChart(migration, { classes: ["C"] })).toThrow(
      'Cannot draw a class migration: the class "A" is not in the list',
    );
    expect(() => classMigrationChart(migration, { classes: ["C", "A", "C"] })).toThrow(
      "Cannot draw a class migration: the class C is given twice",
    );
    const [first, second] = migration.balances;
    const draw = (change: object) => () => classMigrationChart({ ...migration, ...change });
    expect(draw({ moves: [{ from: "C", to: "A", count: 1.5 }] })).toThrow(
      "moves[0].count must be a whole number of at least 0, got 1.5",
    );
    expect(draw({ balances: [first!, { ...second!, went: 1 }] })).toThrow(
      "balances[1].opening must be those who stayed, moved and went, 11, got 10",
    );
    expect(draw({ balances: [first!, { ...second!, came: -1 }] })).toThrow("balances[1].came");
    expect(draw({ balances: [first!] })).toThrow('the class "A" must have a balance, got none');
    expect(draw({ balances: [first!, first!] })).toThrow("the balance of C is given twice");
    const empty = { segments: CLASSES, moves: [], balances: [] };
    expect(titleOf(classMigrationChart(empty))).toBe("No customer is counted");
  });
});
