import type { ChartLayer, ChartSpecification } from "goodwill/chart";
import {
  driverChart,
  gapChart,
  importancePerformanceChart,
  improvementFrontChart,
  keyProbabilityChart,
  npsChart,
  waveChart,
} from "goodwill/chart";
import { npsScore } from "goodwill/experience";
import { describe, expect, expectTypeOf, it } from "vitest";
import type { TopLevelSpec } from "vega-lite";
import { CHARTS, RESULTS } from "./charts.js";
import { textWidth } from "../../src/chart/frame/wording.js";
import { drawnTexts, outside, overlapping, render } from "./render.js";

const CHINESE = {
  product: "产品",
  service: "服务",
  relationship: "关系",
  convenience: "便利性",
  brand_image: "品牌形象",
  price: "价格",
  home: "首页",
  search: "站内搜索与推荐结果页",
  product_page: "商品详情页",
  basket: "购物车",
  checkout: "结算与支付",
  delivery: "送货上门",
  purchase: "购买",
  "(exit)": "离开",
  newsletter: "电子期刊",
  email: "电子邮件",
};

const LONG = {
  convenience: "How easily and quickly one gets what one came for, in every shop and online",
  price: "Pricewürdigkeitsempfindung",
  home: "The first page that everybody sees who comes by a search engine, an advertisement or a link",
  search: "Suchmaschinenergebnisseite",
  delivery: "Delivery to the door by one of our own couriers or by a partner",
  purchase: "An order that was paid and not sent back within fourteen days",
  newsletter: "The newsletter with offers of the week",
  email: "electronic mail to the address of record",
};

const LOOKS = [
  { theme: "light" },
  { theme: "dark" },
  { theme: "light", width: 360 },
  { theme: "dark", width: 280 },
  { theme: "light", width: 1200, labels: CHINESE },
  { theme: "light", width: 360, labels: LONG },
] as const;

function layersOf(chart: ChartSpecification): readonly ChartLayer[] {
  return "layer" in chart ? chart.layer : chart.concat.flatMap((panel) => panel.layer);
}

/** Figures of the column at the right that reach into the plot. */
function figuresOverPlot(chart: ChartSpecification): string[] {
  if (!("layer" in chart)) return [];
  return chart.layer.flatMap(({ mark, encoding, data }) => {
    const { x } = encoding;
    if (mark.align !== "right" || x === undefined || !("value" in x) || x.value < chart.width)
      return [];
    const figures = data.values.map((row) => String(row["figure"] ?? row["heading"]));
    return figures.filter(
      (figure) => x.value - textWidth(figure, 12, mark.fontWeight) <= chart.width,
    );
  });
}

function frozen<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

frozen(RESULTS);

describe.each(Object.entries(CHARTS))("%s", (_name, draw) => {
  it.each(LOOKS)(
    "renders without a warning, within its frame, no text on another: $theme $width",
    async (look) => {
      const chart = draw(look);
      const { svg, complaints } = await render(chart);
      expect(complaints).toEqual([]);
      const texts = drawnTexts(svg);
      expect(outside(svg, texts)).toEqual([]);
      expect(overlapping(texts)).toEqual([]);
      expect(Number(/width="(\d+)"/.exec(svg)?.[1])).toBeLessThanOrEqual(
        "width" in look ? look.width : 640,
      );
      expect(svg).toContain(`fill="${chart.background}"`);
      expect(figuresOverPlot(chart)).toEqual([]);
      const drawn = texts.map(({ text }) => text);
      for (const line of [...chart.title.text, ...chart.title.subtitle])
        expect(drawn).toContain(line);
    },
  );

  it("is plain JSON, the same every time, and holds a sentence for who does not see it", async () => {
    const chart = draw({ theme: "dark" });
    expect(JSON.parse(JSON.stringify(chart))).toEqual(chart);
    expect(draw({ theme: "dark" })).toEqual(chart);
    expect((await render(draw({ theme: "dark" }))).svg).toBe((await render(chart)).svg);
    expect(chart.description).toMatch(/^[A-Z].{30,}\.$/s);
    expect(JSON.stringify(chart)).not.toMatch(/NaN|Infinity|undefined|null,null/);
  });

  it("reads every mark that is not decoration, by a sentence of its own", async () => {
    const chart = draw({});
    const { svg } = await render(chart);
    const sentences = layersOf(chart)
      .filter(({ mark }) => mark.aria)
      .flatMap(({ data, encoding }) => {
        expect(encoding.description).toEqual({ field: "sentence", type: "nominal" });
        return data.values.map(({ sentence }) => String(sentence));
      });
    for (const sentence of sentences) {
      expect(svg).toContain(
        `aria-label="${sentence.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}"`,
      );
    }
  });
});

describe("the type of a chart", () => {
  it("is taken by Vega-Lite", () => {
    expectTypeOf<ChartSpecification>().toExtend<TopLevelSpec>();
  });
});

describe("the checks of these tests", () => {
  it("a warning is kept", async () => {
    const chart = gapChart(RESULTS.retailer);
    const autosize = { type: "fit" } as never;
    const twice = { ...importancePerformanceChart(RESULTS.quadrants), autosize };
    expect((await render(twice)).complaints).not.toEqual([]);
    const layer = { ...chart.layer[0]!, encoding: { x: { field: "none", type: "quantitative" } } };
    expect((await render({ ...chart, layer: [layer as never] })).complaints).not.toEqual([]);
  });

  it("a text beyond the edge and texts on one another are found", async () => {
    const chart = gapChart(RESULTS.retailer);
    const { svg } = await render({ ...chart, padding: { ...chart.padding, left: 20, bottom: 10 } });
    const texts = drawnTexts(svg);
    expect(outside(svg, texts).join()).toMatch(/mean rating.*convenience/);
    expect(overlapping(drawnTexts((await render({ ...chart, height: 40 })).svg))).not.toEqual([]);
  });
});

describe("what the charts say", () => {
  it("EXP-4: the gap chart sets off convenience, with every figure in the description", async () => {
    const chart = gapChart(RESULTS.retailer, { labels: { convenience: "便利性" } });
    expect(chart.description).toBe(
      "Mean experience against mean expectation by factor, scale 0 to 10: product 6.00 experienced, 7.00 expected, gap \u22121.00; service 6.00 experienced, 6.00 expected, gap 0.00; relationship 4.00 experienced, 4.00 expected, gap 0.00; 便利性 5.00 experienced, 7.00 expected, gap \u22122.00; brand image 7.00 experienced, 7.00 expected, gap 0.00; price 7.00 experienced, 7.00 expected, gap 0.00. Key experience: 便利性.",
    );
    const band = layersOf(chart).find(({ mark }) => mark.type === "rect");
    expect(band?.data.values).toEqual([{ row: "convenience" }]);
    const texts = drawnTexts((await render(chart)).svg).map(({ text }) => text);
    expect(texts).toEqual(
      expect.arrayContaining([
        "便利性",
        "\u22122.00",
        "mean rating, scale 0 to 10",
        "key experience",
      ]),
    );
    expect(texts).not.toContain("convenience");
  });

  it("the gap chart draws each interval of the analysis, and says the level", () => {
    const chart = gapChart(RESULTS.analysis);
    expect(chart.title.subtitle.join(" ")).toBe(
      "Key experience: convenience. Thin lines: 95% intervals.",
    );
    const drawn = layersOf(chart).flatMap(({ data }) =>
      data.values.filter((row) => "lower" in row),
    );
    expect(drawn).toHaveLength(12);
    for (const { factor, experience, expectation } of RESULTS.analysis.gaps) {
      for (const { interval } of [experience!, expectation!]) {
        expect(drawn).toContainEqual({
          row: factor,
          lower: interval!.lower,
          upper: interval!.upper,
        });
      }
    }
  });

  it("the gap chart shows what is known of a factor, and says what is not", () => {
    const chart = gapChart(RESULTS.partial);
    expect(chart.description).toContain(": product not measured; service 7.00 expected; ");
    expect(chart.description).toContain("price 6.00 experienced. No gap was measured.");
    expect(chart.title.subtitle).toEqual(["No gap was measured."]);
    const experienced = layersOf(chart).flatMap(({ data }) =>
      data.values.filter((row) => row["mean"] === 6),
    );
    expect(experienced).toMatchObject([{ row: "price", state: "open" }]);
    expect(gapChart(RESULTS.content).title.subtitle).toEqual(["No factor falls short."]);
    expect(gapChart(RESULTS.open).title.subtitle).toEqual([
      "The key experience is open between price and service.",
    ]);
  });

  it("the key probability chart sorts by probability and shows when no factor falls short", () => {
    const factors = [
      { factor: "a", keyShare: 0.1 },
      { factor: "b", keyShare: 0.6 },
    ];
    const chart = keyProbabilityChart({
      respondents: 1200,
      resamples: 2000,
      factors,
      noneShare: 0.2,
      undecidedShare: 0.1,
    });
    expect(chart.description).toBe(
      "Probability that a factor is the key experience, over 2,000 resamples of 1,200 respondents: b 60%, a 10%, no factor falls short 20%, undecided 10%.",
    );
  });

  it("the wave chart marks what changed beyond chance, and only that", async () => {
    const triangles = (chart: ChartSpecification, shape: string): unknown[] =>
      layersOf(chart).flatMap(({ mark, data }) =>
        mark.shape === shape ? data.values.filter((row) => "verdict" in row) : [],
      );
    const chart = waveChart(RESULTS.waves);
    const improved = RESULTS.waves.changes
      .filter(({ verdict }) => verdict === "improved")
      .map(({ factor }) => factor);
    expect(improved).toEqual(["convenience"]);
    expect(triangles(chart, "triangle-up")).toEqual([{ row: "convenience", verdict: "improved" }]);
    expect(triangles(chart, "triangle-down")).toEqual([]);
    const worse = CHARTS["waves, worsened"]!({});
    expect(triangles(worse, "triangle-down")).toEqual([
      { row: "convenience", verdict: "worsened" },
    ]);
    const { estimate } = RESULTS.waves.changes.find(
      ({ factor }) => factor === "convenience",
    )!.change!;
    expect(drawnTexts((await render(chart)).svg).map(({ text }) => text)).toContain(
      `+${estimate.toFixed(2)}`,
    );
  });

  it("the NPS chart puts detractors left of the passives and promoters right of them, without a gap", () => {
    const score = npsScore({ promoters: 462, passives: 176, detractors: 362 })!;
    const bars = layersOf(npsChart([{ group: "all", score }])).find(
      ({ mark }) => mark.type === "bar",
    )!.data.values;
    expect(
      bars.map(({ kind, from, to }) => [kind, Number(from).toFixed(1), Number(to).toFixed(1)]),
    ).toEqual([
      ["detractors", "-45.0", "-8.8"],
      ["passives", "-8.8", "8.8"],
      ["promoters", "8.8", "55.0"],
    ]);
  });

  it("the NPS chart refuses a group named twice", () => {
    const [first] = RESULTS.nps;
    expect(() => npsChart([first!, first!])).toThrow(
      'Cannot draw an NPS chart: the group "2025H1" is given twice',
    );
  });

  it("the driver chart ranks, and shows what has no effect beyond chance and what lowers the outcome", () => {
    const [driver] = RESULTS.drivers.drivers;
    const made = (name: string, rank: number, coefficient: number, p: number) => ({
      ...driver!,
      ...{ driver: name, rank, coefficient, p, importanceShare: 0.3 },
    });
    const drivers = [
      made("delay_days", 3, -1, 0.01),
      made("luck", 2, 1, 0.05),
      made("product", 1, 1, 0.049),
    ];
    const chart = driverChart({ ...RESULTS.drivers, drivers });
    expect(chart.description).toMatch(
      /: product 30%, raises it; luck 30%, no effect beyond chance; delay days 30%, lowers it\.$/,
    );
    expect(
      driverChart({ ...RESULTS.drivers, drivers }, { significance: 0.02 }).description,
    ).toContain("product 30%, no effect beyond chance");
    expect(driverChart({ ...RESULTS.drivers, method: "johnson" }).title.subtitle.join(" ")).toMatch(
      /^Johnson's relative weights split/,
    );
  });

  it("the importance-performance chart draws a diamond for what asks for action, on both maps", () => {
    const chart = importancePerformanceChart(RESULTS.quadrants, {
      labels: { convenience: "便利性" },
    });
    expect(chart.columns).toBe(2);
    expect(importancePerformanceChart(RESULTS.quadrants, { width: 360 }).columns).toBe(1);
    const urgent = layersOf(chart).filter(({ mark }) => mark.shape === "diamond");
    expect(urgent.map(({ data }) => data.values.map(({ factor }) => factor))).toEqual([
      ["convenience"],
      ["convenience"],
    ]);
    const lines = layersOf(chart).filter(({ mark }) => mark.type === "rule");
    const { stated, derived } = RESULTS.quadrants.crosshairs;
    expect(lines.flatMap(({ data }) => data.values)).toEqual([
      { performance: stated!.performance },
      { importance: stated!.importance },
      { performance: derived!.performance },
      { importance: derived!.importance },
    ]);
    expect(chart.description).toContain("By what they say: concentrate here on 便利性;");
  });

  it("EXP-6: the improvement chart draws the whole front and ends it at the budget", async () => {
    const { plan } = RESULTS;
    const chart = improvementFrontChart(plan, { costUnit: "days" });
    const line = layersOf(chart).find(({ mark }) => mark.type === "line")!;
    expect(line.data.values.slice(0, -1).map(({ cost, value }) => [cost, value])).toEqual(
      plan.front.map(({ cost, value }) => [cost, value]),
    );
    expect(line.data.values.at(-1)).toEqual({ cost: plan.budget, value: plan.value });
    const words = chart.title.subtitle.join(" ");
    expect(words).toContain(
      `Budget 100 days. The best plan costs ${plan.cost} and is worth ${plan.value.toFixed(1)}: Improvement number`,
    );
    expect(words).toMatch(plan.chosen.length > 6 ? /; and \d more\.$/ : /number \d\.$/);
    expect(improvementFrontChart(RESULTS.nothing).title.subtitle).toEqual([
      "Budget 0. Nothing in it is worth doing.",
    ]);
    expect(drawnTexts((await render(chart)).svg).map(({ text }) => text)).toContain("cost (days)");
  });

  it("a title of one's own replaces the chart's, broken to fit", () => {
    const title = "六项体验因素的期望与体验之差以及本轮最应改进之处";
    const chart = gapChart(RESULTS.retailer, { title, width: 280 });
    expect(chart.title.text.length).toBeGreaterThan(1);
    expect(chart.title.text.join("")).toBe(title);
  });

  it.each([279, Number.NaN, Infinity])("a width of %d is refused", (width) => {
    expect(() => gapChart(RESULTS.retailer, { width })).toThrow(
      `Cannot draw a chart: the width must be at least 280 pixels, got ${width}`,
    );
  });
});
