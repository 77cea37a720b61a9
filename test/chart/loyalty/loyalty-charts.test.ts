import type { ChartSpecification } from "goodwill/chart";
import { money, plainDate } from "goodwill/shared";
import fc from "fast-check";
import type { TopLevelSpec } from "vega-lite";
import { describe, expect, expectTypeOf, test } from "vitest";
import { expiryOutlookChart } from "../../../src/chart/loyalty/expiry-outlook-chart.js";
import { liabilityVintageChart } from "../../../src/chart/loyalty/liability-vintage-chart.js";
import { pointsWaterfallChart } from "../../../src/chart/loyalty/points-waterfall-chart.js";
import { tierFlowChart } from "../../../src/chart/loyalty/tier-flow-chart.js";
import { layoutTierFlow } from "../../../src/chart/loyalty/tier-flow-layout.js";
import { tierLadderChart } from "../../../src/chart/loyalty/tier-ladder-chart.js";
import type { WalletBalance } from "../../../src/loyalty/view/wallet-balance.js";
import { beyondPlot, plotOf, rowsOf, subtitleOf, titleOf } from "../drawing.js";
import { drawnTexts, outside, overlapping, render } from "../render.js";
import { LOYALTY_CHARTS } from "./charts.js";
import { MOVES, OUTLOOK, TIERS, TOTALS, vintagesOf } from "./samples.js";

const LOOKS = [
  { theme: "light" },
  { theme: "dark", width: 280 },
  { theme: "light", width: 360, labels: { gold: "Goldmitgliedschaftsberechtigung" } },
  { theme: "light", width: 1200, labels: { redeemed: "已兑换积分", gold: "黄金会员" } },
] as const;

describe.each(Object.entries(LOYALTY_CHARTS))("%s", (_name, draw) => {
  test.each(LOOKS)(
    "renders without a warning, within its frame, no text on another: $theme $width",
    async (look) => {
      const chart = draw(look);
      const { svg, complaints } = await render(chart);
      expect(complaints).toEqual([]);
      const texts = drawnTexts(svg);
      expect(outside(svg, texts)).toEqual([]);
      expect(overlapping(texts)).toEqual([]);
      const drawn = texts.map(({ text }) => text);
      for (const line of chart.title.text) expect(drawn).toContain(line);
      const again = draw(look);
      expect(JSON.parse(JSON.stringify(again))).toEqual(again);
      expect(chart.description).toMatch(/^[A-Z].{30,}\.$/s);
      expect(JSON.stringify(chart)).not.toMatch(/NaN|Infinity|undefined|null,null/);
    },
  );
});

describe.each([280, 360, 720])("tier flows of a width of %d", (width) => {
  test.each(Object.keys(LOYALTY_CHARTS).filter((name) => name.startsWith("tier flow")))(
    "%s: every mark lies in the plot",
    (name) => {
      expect(beyondPlot(LOYALTY_CHARTS[name]!({ width }))).toEqual([]);
    },
  );
});

describe("the types of the charts", () => {
  test("are taken by Vega-Lite, and take what the ledger gives", () => {
    expectTypeOf(pointsWaterfallChart).returns.toExtend<TopLevelSpec>();
    expectTypeOf(tierFlowChart).returns.toExtend<ChartSpecification>();
    expectTypeOf<WalletBalance>().toExtend<Parameters<typeof pointsWaterfallChart>[0]>();
  });
});

describe("the points waterfall", () => {
  const bars = (chart: ChartSpecification) =>
    new Map(rowsOf(chart, "bar").map((row) => [row["row"], [row["from"], row["to"]]]));

  test("every bar begins where the one before ends, down to the balance and to what can be spent", () => {
    expect([...bars(pointsWaterfallChart(TOTALS)).entries()].toSorted()).toEqual(
      [
        ["issued", [0, 1_250_000]],
        ["redeemed", [1_250_000, 637_600]],
        ["expired", [637_600, 549_450]],
        ["clawed_back", [549_450, 528_150]],
        ["transferred", [528_150, 519_150]],
        ["reserved", [519_150, 515_000]],
        ["balance", [0, 515_000]],
        ["pending", [515_000, 385_000]],
        ["deficit", [385_000, 387_000]],
        ["active", [0, 387_000]],
      ].toSorted(),
    );
  });

  test("says what can be spent and what is owed, and takes names", () => {
    const chart = pointsWaterfallChart(TOTALS, { labels: { clawed_back: "taken back" } });
    expect(titleOf(chart)).toBe("Of 1,250,000 points issued 387,000 can be spent");
    expect(subtitleOf(chart)).toBe("Each bar begins where the one before ends. 2,000 are owed.");
    expect(chart.description).toContain("taken back \u221221,300, transferred \u22129,000");
    expect(chart.description).toContain(
      "pending \u2212130,000, deficit +2,000 and active 387,000.",
    );
  });

  test("without a debt there is no bar for it", () => {
    const paid = { ...TOTALS, deficit: 0, active: TOTALS.active - 2000 };
    expect(bars(pointsWaterfallChart(paid)).has("deficit")).toBe(false);
    expect(subtitleOf(pointsWaterfallChart(paid))).toBe(
      "Each bar begins where the one before ends.",
    );
  });

  test("refuses points that do not sum to those issued, or are none", () => {
    expect(() => pointsWaterfallChart({ ...TOTALS, active: 1 })).toThrow(
      "Cannot draw points: they must sum to the 1250000 issued, got 863001",
    );
    expect(() => pointsWaterfallChart({ ...TOTALS, pending: -1 })).toThrow(
      "Cannot draw points: pending must be an integer of at least 0, got -1",
    );
  });
});

describe("the expiry outlook", () => {
  const figures = (chart: ChartSpecification) =>
    rowsOf(chart, "bar").map(({ row, to }) => [row, to]);

  test("L4: adds the points of a month, and shows the months between", () => {
    const chart = expiryOutlookChart(OUTLOOK);
    expect(figures(chart)).toEqual([
      ["2026-03", 100],
      ["2026-04", 0],
      ["2026-05", 0],
      ["2026-06", 0],
      ["2026-07", 200],
    ]);
    expect(titleOf(chart)).toBe("Most points go in 2026-07: 200 of 300");
    expect(rowsOf(chart, "rect")).toEqual([{ row: "2026-07" }]);
    expect(chart.description).toContain("2026-07 200, up to its end 300.");
  });

  test("gathers what goes after 24 months, over the turn of years", () => {
    const chart = expiryOutlookChart([
      { lastDay: plainDate("2026-11-30"), points: 5 },
      { lastDay: plainDate("2028-10-31"), points: 6 },
      { lastDay: plainDate("2028-11-01"), points: 7 },
      { lastDay: plainDate("2031-01-01"), points: 8 },
    ]);
    const rows = figures(chart);
    expect(rows).toHaveLength(25);
    expect([rows[0], rows[1], rows[2], rows[23], rows[24]]).toEqual([
      ["2026-11", 5],
      ["2026-12", 0],
      ["2027-01", 0],
      ["2028-10", 6],
      ["later", 15],
    ]);
    expect(titleOf(chart)).toBe("Most points go later: 15 of 26");
  });

  test("without points says so, and refuses what is no count", () => {
    expect(titleOf(expiryOutlookChart([]))).toBe("No points are about to go");
    const none = [{ lastDay: plainDate("2026-11-30"), points: 0 }];
    expect(titleOf(expiryOutlookChart(none))).toBe("No points are about to go");
    expect(() => expiryOutlookChart([{ ...none[0]!, points: 0.5 }])).toThrow(
      "Cannot draw an expiry outlook: rows[0].points must be an integer of at least 0, got 0.5",
    );
  });
});

describe("the tier ladder", () => {
  const tiers = [
    { tier: "bronze", members: 800 },
    { tier: "silver", members: 150 },
    { tier: "gold", members: 50 },
  ];

  test("the highest tier stands on top, with members and share", () => {
    const chart = tierLadderChart(tiers, { labels: { gold: "黄金" } });
    expect(titleOf(chart)).toBe("20% of 1,000 members are above bronze");
    expect(rowsOf(chart, "bar").map(({ sentence }) => sentence)).toEqual([
      "黄金 50 (5%)",
      "silver 150 (15%)",
      "bronze 800 (80%)",
    ]);
  });

  test("refuses a tier given twice, and what is no count", () => {
    expect(() => tierLadderChart([tiers[0]!, tiers[0]!])).toThrow(
      'Cannot draw a tier ladder: the tier "bronze" is given twice',
    );
    expect(() => tierLadderChart([{ tier: "bronze", members: -1 }])).toThrow(
      "members of bronze must be an integer of at least 0, got -1",
    );
  });
});

describe("the tier flow", () => {
  test("says who went up and down; every band says its members", () => {
    const moves = [
      { from: "bronze", to: "bronze", members: 70 },
      { from: "bronze", to: "silver", members: 15 },
      { from: "bronze", to: "silver", members: 5 },
      { from: "silver", to: "bronze", members: 10 },
    ];
    const chart = tierFlowChart(moves, { tiers: ["bronze", "silver"] });
    expect(titleOf(chart)).toBe("20% went up, 10% went down");
    expect(chart.description).toBe(
      "Members from tier to tier, before and after: from silver to bronze 10 (10%); from bronze to silver 20 (20%); stayed bronze 70 (70%).",
    );
    expect(plotOf(chart).layer[0]!.data.values.map(({ tone }) => tone)).toEqual([
      ...Array.from({ length: 5 }, () => "down"),
      ...Array.from({ length: 5 }, () => "up"),
      ...Array.from({ length: 5 }, () => "same"),
    ]);
  });

  test("what leaves the left arrives at the right, bands fill their bars, the highest tier is on top", () => {
    const anyMoves = fc.array(
      fc.record({
        ...{ from: fc.constantFrom(...TIERS), to: fc.constantFrom(...TIERS) },
        members: fc.nat({ max: 500 }),
      }),
    );
    fc.assert(
      fc.property(anyMoves, (moves) => {
        const layout = layoutTierFlow(moves, { tiers: TIERS, top: 20, leastHeight: 26 });
        for (const side of ["before", "after"] as const) {
          const bars = layout.bars.filter((bar) => bar.side === side);
          expect(bars.reduce((sum, { members }) => sum + members, 0)).toBe(layout.total);
          const places = bars.map(({ tier }) => TIERS.indexOf(tier));
          expect(places).toEqual(places.toSorted((a, b) => b - a));
          bars.forEach(({ tier, members, top, bottom }, index) => {
            expect(bottom).toBeLessThanOrEqual(bars[index + 1]?.top ?? layout.height);
            const own = layout.flows.filter(
              (flow) => (side === "before" ? flow.from : flow.to) === tier,
            );
            expect(own.reduce((sum, flow) => sum + flow.members, 0)).toBe(members);
            const thick = own.reduce((sum, { thickness }) => sum + thickness, 0);
            expect(thick).toBeCloseTo(bottom - top, 1);
          });
        }
      }),
    );
  });

  test("refuses a tier that is not in the list or stands in it twice, and what is no count", () => {
    expect(() => tierFlowChart(MOVES, { tiers: ["bronze"] })).toThrow(
      'Cannot draw a tier flow: the tier "silver" is not in the list',
    );
    expect(() => tierFlowChart([], { tiers: ["a", "a"] })).toThrow(
      'Cannot draw a tier flow: the tier "a" stands twice in the list',
    );
    const half = [{ from: "bronze", to: "bronze", members: 0.5 }];
    expect(() => tierFlowChart(half, { tiers: ["bronze"] })).toThrow(
      "Cannot draw a tier flow: moves[0].members must be an integer of at least 0, got 0.5",
    );
  });
});

describe("the liability by vintage", () => {
  test("draws the liability, then the breakage up to the face value, in major units", () => {
    const [vintage] = vintagesOf(1);
    const one = {
      ...{ ...vintage!, faceValue: money(2_000_050, "EUR"), breakage: money(400_050, "EUR") },
      ...{ liability: money(1_600_000, "EUR"), expectedShare: 0.8 },
    };
    const chart = liabilityVintageChart([one], { minorDigits: 2 });
    expect(titleOf(chart)).toBe("16,000.00 EUR of points are owed, of 20,000.50 at face value");
    expect(rowsOf(chart, "bar").map(({ from, to }) => [from, to])).toEqual([
      [16_000, 20_000.5],
      [0, 16_000],
    ]);
    expect(chart.description).toBe(
      "Liability of points by vintage: 2024-01-01 16,000.00 of 20,000.50 EUR, 80% expected to be redeemed.",
    );
  });

  test("vintages stand in the order of time", () => {
    const chart = liabilityVintageChart(vintagesOf(3).toReversed(), { minorDigits: 2 });
    expect(
      rowsOf(chart, "bar")
        .slice(0, 3)
        .map(({ row }) => row),
    ).toEqual(["2024-01-01", "2024-02-01", "2024-03-01"]);
  });

  test("refuses several currencies, a vintage given twice, and impossible decimals", () => {
    const both = [...vintagesOf(1), ...vintagesOf(2, "JPY").slice(1)];
    expect(() => liabilityVintageChart(both, { minorDigits: 2 })).toThrow(
      "Cannot draw a liability: all vintages must be in EUR, got JPY",
    );
    const twice = [...vintagesOf(1), ...vintagesOf(1)];
    expect(() => liabilityVintageChart(twice, { minorDigits: 2 })).toThrow(
      "Cannot draw a liability: the vintage 2024-01-01 is given twice",
    );
    expect(() => liabilityVintageChart([], { minorDigits: 5 })).toThrow(
      "Cannot draw a liability: minorDigits must be an integer from 0 to 4, got 5",
    );
  });
});
