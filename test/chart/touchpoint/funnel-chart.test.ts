import { funnelChart } from "goodwill/chart";
import { funnelOfCounts } from "goodwill/touchpoint";
import { describe, expect, it } from "vitest";
import { rowsOf, subtitleOf, titleOf } from "../drawing.js";
import { FUNNEL, funnelOf } from "./samples.js";

describe("the funnel", () => {
  it("TP-9: says before which stage most are lost, and sets it off", () => {
    const chart = funnelChart(FUNNEL, { labels: { basket: "购物车" } });
    expect(titleOf(chart)).toBe("Most are lost before 购物车: 5,190 of 7,310");
    expect(rowsOf(chart, "rect")).toEqual([{ row: "basket" }]);
    expect(subtitleOf(chart)).toBe(
      "10% of 12,400 get to purchase. Below a bar: the share of the stage before, with its 95% interval.",
    );
    expect(chart.description).toContain(
      "; 购物车 2,120, 29% (26% to 32%) of the 7,310 before, 5,190 lost; ",
    );
  });

  it("draws whom it kept up to the count, whom it lost from there to the count before, the interval in counts", () => {
    const chart = funnelChart(funnelOf({ a: 100, b: 40, c: 40 }));
    const bars = rowsOf(chart, "bar").map(({ row, from, to }) => [row, from, to]);
    expect(bars).toEqual([
      ["b", 40, 100],
      ["a", 0, 100],
      ["b", 0, 40],
      ["c", 0, 40],
    ]);
    const intervals = rowsOf(chart, "rule").map(({ row, lower, upper }) => [row, lower, upper]);
    expect(intervals).toEqual([
      ["b", expect.closeTo(36, 9), expect.closeTo(44, 9)],
      ["c", 36, 40],
    ]);
  });

  it("of equal losses the first is named; without loss nobody is lost; without stages there are none", () => {
    expect(titleOf(funnelChart(funnelOf({ a: 30, b: 20, c: 10 })))).toBe(
      "Most are lost before b: 10 of 30",
    );
    expect(titleOf(funnelChart(funnelOf({ a: 30, b: 30 })))).toBe("Nobody is lost on the way");
    expect(titleOf(funnelChart([]))).toBe("No stage is given");
    expect(subtitleOf(funnelChart(funnelOf({ a: 0, b: 0 })))).toBe("Nobody came to a.");
  });

  it("takes what the library counts", () => {
    const chart = funnelChart(
      funnelOfCounts([
        { stage: "visit", count: 50 },
        { stage: "order", count: 5 },
      ]),
    );
    expect(titleOf(chart)).toBe("Most are lost before order: 45 of 50");
    // Wilson interval of 5 of 50: 0.0435 to 0.2136 (Newcombe 1998, method 3).
    expect(chart.description).toContain("order 5, 10% (4% to 21%) of the 50 before");
  });

  it("refuses a stage named twice", () => {
    const [stage] = FUNNEL;
    expect(() => funnelChart([stage!, stage!])).toThrow(
      'Cannot draw a funnel: the stage "home" is given twice',
    );
  });
});
