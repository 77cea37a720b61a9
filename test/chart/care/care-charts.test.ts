import type { ChartSpecification } from "goodwill/chart";
import { plainDate } from "goodwill/shared";
import type { TopLevelSpec } from "vega-lite";
import { describe, expect, expectTypeOf, test } from "vitest";
import type { CarePlan } from "../../../src/care/plan/care-plan.js";
import type { PlanReview } from "../../../src/care/review/plan-review.js";
import { budgetUseChart } from "../../../src/chart/care/budget-use-chart.js";
import { capacityChart } from "../../../src/chart/care/capacity-chart.js";
import { careCalendarChart } from "../../../src/chart/care/care-calendar-chart.js";
import { effectChart } from "../../../src/chart/care/effect-chart.js";
import { contrast } from "../contrast.js";
import { beyondPlot, plotOf, rowsOf, subtitleOf, textsOnGrounds, titleOf } from "../drawing.js";
import { drawnTexts, outside, overlapping, render } from "../render.js";
import { CARE_CHARTS, COMMON } from "./charts.js";
import { BUDGETS, calendarOf, capacitiesOf, NO_REVIEW, REVIEW } from "./samples.js";

const DESKTOP = {
  theme: "light",
  width: 640,
  labels: { card: "贺卡", "owner 1": "张伟", calls: "电话" },
} as const;

const PHONE = {
  theme: "dark",
  width: 390,
  labels: { "class A": "Schlüsselkundinnen und -kunden" },
} as const;

/** Drawing takes long: the common charts are drawn at two widths, the odd ones at the least only. */
const DRAWN = Object.entries(CARE_CHARTS).flatMap(([name, draw]) => {
  const looks = COMMON.includes(name) ? [DESKTOP, PHONE] : [{ ...PHONE, width: 280 }];
  return looks.map((look) => ({ name, draw, look, width: look.width }));
});

test.each(DRAWN)(
  "$name at $width pixels is drawn without a warning, within its frame, no text on another",
  async ({ draw, look }) => {
    const chart = draw(look);
    const { svg, complaints } = await render(chart);
    expect(complaints).toEqual([]);
    const texts = drawnTexts(svg);
    expect(outside(svg, texts)).toEqual([]);
    expect(overlapping(texts)).toEqual([]);
    expect(Number(/width="(\d+)"/.exec(svg)?.[1])).toBe(look.width);
    const drawn = texts.map(({ text }) => text);
    for (const line of chart.title.text) expect(drawn).toContain(line);
    const said = new Set(Array.from(svg.matchAll(/aria-label="([^"]*)"/g), ([, text]) => text));
    for (const { data, encoding } of plotOf(chart).layer.filter(({ mark }) => mark.aria)) {
      expect(encoding.description).toEqual({ field: "sentence", type: "nominal" });
      expect(data.values.filter(({ sentence }) => !said.has(String(sentence)))).toEqual([]);
    }
  },
);

const LOOKS = [
  DESKTOP,
  PHONE,
  { theme: "dark", width: 280 },
  { theme: "light", width: 1200 },
] as const;

describe.each(Object.entries(CARE_CHARTS))("%s", (_name, draw) => {
  test.each(LOOKS)("is plain data with every mark in the plot: $theme $width", (look) => {
    const chart = draw(look);
    expect(JSON.parse(JSON.stringify(chart))).toEqual(chart);
    expect(chart.description).toMatch(/^[A-Z].{30,}\.$/s);
    expect(JSON.stringify(chart)).not.toMatch(/NaN|Infinity|undefined|null,null/);
    expect(beyondPlot(chart)).toEqual([]);
  });
});

describe.each(["light", "dark"] as const)("the figures in cells, %s", (theme) => {
  test.each(
    Object.entries(CARE_CHARTS).filter(([name]) =>
      /^(care calendar|capacity)( of one.*)?$/.test(name),
    ),
  )("%s: have a contrast of at least 4.5 to what is below them", (_name, draw) => {
    const texts = textsOnGrounds(draw({ theme, width: 640 }));
    expect(texts.length).toBeGreaterThan(2);
    for (const { text, ink, ground } of texts)
      expect(contrast(ink, ground), `${text}: ${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  });
});

describe("the types of the charts", () => {
  test("are taken by Vega-Lite, and take what the room care gives", () => {
    expectTypeOf(careCalendarChart).returns.toExtend<TopLevelSpec>();
    expectTypeOf(effectChart).returns.toExtend<ChartSpecification>();
    expectTypeOf<CarePlan>().toExtend<Parameters<typeof careCalendarChart>[0]>();
    expectTypeOf<CarePlan["uses"]>().toExtend<Parameters<typeof budgetUseChart>[0]>();
    expectTypeOf<CarePlan["uses"]>().toExtend<Parameters<typeof capacityChart>[0]>();
    expectTypeOf<PlanReview>().toExtend<Parameters<typeof effectChart>[0]>();
  });
});

function sentencesOf(chart: ChartSpecification): string[] {
  return plotOf(chart).layer.flatMap(({ mark, data }) =>
    mark.aria ? data.values.map(({ sentence }) => String(sentence)) : [],
  );
}

describe("what the charts say", () => {
  test("the calendar counts by day and kind, marks days that may change, and leaves out what was cancelled", () => {
    const day = (date: string, kind: "card" | "event-invitation", more = {}) => ({
      ...{ due: plainDate(date), kind, state: "planned" as const },
      ...more,
    });
    const chart = careCalendarChart(
      {
        period: { start: plainDate("2026-03-04"), end: plainDate("2026-03-10") },
        actions: [
          day("2026-03-04", "card"),
          day("2026-03-08", "card", { provisional: true }),
          day("2026-03-08", "event-invitation"),
          day("2026-03-08", "card"),
          day("2026-03-09", "card", { state: "cancelled" }),
          day("2026-03-11", "card"),
        ],
      },
      { labels: { "event-invitation": "invitation" } },
    );
    expect(titleOf(chart)).toBe("5 actions on 3 days, most on 2026-03-08: 3");
    expect(subtitleOf(chart)).toBe(
      "Actions due by day, 2026-03-04 to 2026-03-09. ? marks days of which 1 action may yet change day.",
    );
    expect(chart.description).toBe(
      "Actions of care by day, 2026-03-04 to 2026-03-09: 2026-03-04: 1 card; 2026-03-08: 2 card and 1 invitation (1 may yet change day); 2026-03-11: 1 card.",
    );
    expect(sentencesOf(chart)).toHaveLength(8);
    expect(sentencesOf(chart)).toContain("2026-03-09: nothing");
    const figures = rowsOf(chart, "text").flatMap(({ text }) =>
      [text ?? []]
        .flat()
        .map(String)
        .filter((one) => /^\d+\??$/.test(one)),
    );
    expect(figures).toEqual(["1", "3?", "1"]);
    // Wednesday is the third column, Sunday the seventh of the same week, Monday the first of the next.
    const cells = rowsOf(chart, "rect").map(({ x, y }) => [Number(x), Number(y)] as const);
    expect([
      cells[0]![1] === cells[4]![1],
      cells[5]![1] > cells[4]![1],
      cells[5]![0] < cells[0]![0],
    ]).toEqual([true, true, true]);
  });

  test("the budgets show what is used and left, and what has no budget its cost", () => {
    const chart = budgetUseChart(BUDGETS, { currency: "CNY", minorDigits: 2 });
    expect(titleOf(chart)).toBe("The plan uses 45,123 of 50,000 CNY");
    expect(chart.description).toBe(
      "Use of budgets in CNY: plan 45,123 of 50,000, 90%; class A 24,000 of 24,000, 100%; class B 16,000.50 of 20,000, 80%; class C 5,122.50, without a budget; team North 0 of 3,000, 0%.",
    );
    const [left, used] = plotOf(chart).layer.filter(({ mark }) => mark.type === "bar");
    expect(left!.data.values).toEqual([
      { row: "plan", from: 45_123, to: 50_000 },
      { row: "class B", from: 16_000.5, to: 20_000 },
      { row: "team North", from: 0, to: 3000 },
    ]);
    expect(used!.data.values.map(({ to }) => to)).toEqual([45_123, 24_000, 16_000.5, 5122.5, 0]);
    const one = budgetUseChart(BUDGETS.slice(1, 4), { currency: "CNY", minorDigits: 2 });
    expect(titleOf(one)).toBe("class A uses 24,000 of 24,000 CNY");
    const free = budgetUseChart(BUDGETS.slice(3, 4), { currency: "CNY", minorDigits: 2 });
    expect(titleOf(free)).toBe("class C costs 5,122.50 CNY");
  });

  test("the capacities show how many of how many, by owner and week", () => {
    const chart = capacityChart(capacitiesOf(2, 2), { labels: { "owner 1": "Ann" } });
    expect(chart.description).toMatch(
      /^Visits and calls planned against what can be made, by week: calls, Ann 2026-03-02 \d+ of 20, 2026-03-09 \d+ of 20; calls, owner 2/,
    );
    expect(rowsOf(chart, "rect")).toHaveLength(8);
    const many = capacityChart(capacitiesOf(30, 2));
    expect(subtitleOf(many)).toContain("Drawn: the 24 with the fullest weeks of 60.");
    expect(rowsOf(many, "rect")).toHaveLength(48);
    const week = plainDate("2026-03-02");
    const use = { limit: "visit bob", kind: "visit", of: "bob", week, used: 2 } as const;
    expect(titleOf(capacityChart([use]))).toBe("2 visits and calls are planned");
    const full = capacityChart([{ ...use, available: 2 }]);
    expect([titleOf(full), subtitleOf(full)]).toEqual([
      "2 visits and calls are planned of 2, 100%",
      "Planned of what can be made in the week. Full: 1 of 1 weeks of staff.",
    ]);
  });

  test("CARE-10: the effects have their intervals, and a form for what is beyond chance", () => {
    const chart = effectChart(REVIEW, { labels: { calls: "Calls" } });
    expect(titleOf(chart)).toMatch(/^With care 1\.4 points more respond than without$/);
    expect(subtitleOf(chart)).toBe(
      "3,001 customers with care, 3,000 without. Thin lines: 95% intervals.",
    );
    const marks = (shape: string) =>
      plotOf(chart).layer.flatMap(({ mark, data }) =>
        mark.shape === shape && mark.aria ? data.values.map(({ row }) => row) : [],
      );
    expect(marks("triangle-up")).toEqual(["all:all", "rule:moon_cakes_A"]);
    expect(marks("triangle-down")).toEqual(["rule:calls"]);
    expect(marks("circle")).toEqual(["rule:cards_C"]);
    const { lower, upper } = REVIEW.rules.find(({ name }) => name === "moon_cakes_A")!.effect
      .response!.interval;
    const drawn = plotOf(chart).layer.flatMap(({ mark, data }) =>
      mark.type === "rule" ? data.values : [],
    );
    expect(drawn.find(({ row }) => row === "rule:moon_cakes_A")).toMatchObject({
      lower: 100 * lower,
      upper: 100 * upper,
    });
    expect(chart.description).toContain("; Calls \u22122.2, from ");
    expect(chart.description).toContain("; trip not measured (1 with, 0 without).");
    expect(titleOf(effectChart(NO_REVIEW))).toBe("The effect of care is not measured");
  });

  test("what cannot be drawn is refused", () => {
    const money = { currency: "CNY", minorDigits: 2 } as const;
    expect(() => budgetUseChart([{ limit: "plan", kind: "plan", used: -1 }], money)).toThrow(
      "Cannot draw the use of budgets: used of plan must be a finite number of at least 0, got -1",
    );
    expect(() => budgetUseChart([BUDGETS[0]!, BUDGETS[0]!], money)).toThrow(
      "the limit plan is given twice",
    );
    expect(() => budgetUseChart([], { ...money, minorDigits: 5 })).toThrow(
      "minorDigits must be a whole number",
    );
    expect(() => capacityChart([{ ...BUDGETS[5]!, used: 0.5 }])).toThrow(
      "Cannot draw plan against capacity: used of visit ann 2026-03-02 must be a whole number",
    );
    const period = { start: "soon" as never, end: plainDate("2026-03-16") };
    expect(() => careCalendarChart({ ...calendarOf(1, 1), period })).toThrow(RangeError);
  });
});
