import { transitionHeatMap } from "goodwill/chart";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { transitionMatrix } from "../../../src/chart/touchpoint/transition-matrix.js";
import { plotOf, subtitleOf, titleOf } from "../drawing.js";
import { tableOf } from "./samples.js";

/** The sentences of the cells. */
function cellsOf(chart: ReturnType<typeof transitionHeatMap>): string[] {
  return plotOf(chart)
    .layer.filter(({ mark }) => mark.type === "rect" && mark.aria)
    .flatMap(({ data }) => data.values.map(({ sentence }) => String(sentence)));
}

describe("the matrix of transitions", () => {
  it("no journey is lost, whatever is gathered, and the shares of a row are all", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 2, max: 15 }),
        (size, most) => {
          const table = tableOf(size);
          const { rows, cells } = transitionMatrix(table, most);
          expect(rows.length).toBeLessThanOrEqual(most);
          const sum = (counts: readonly { readonly count: number }[]): number =>
            counts.reduce((all, { count }) => all + count, 0);
          expect(sum(cells)).toBe(sum(table.transitions));
          rows.forEach((_, row) => {
            const own = cells.filter((cell) => cell.row === row);
            if (own.length === 0) return;
            expect(own.reduce((all, { share }) => all + share, 0)).toBeCloseTo(1, 9);
            expect(new Set(own.map(({ leaving }) => leaving)).size).toBe(1);
          });
        },
      ),
    );
  });

  it("keeps the first states of the table and gathers the rest; an interval of one cell is no interval of several", () => {
    const table = tableOf(5);
    const { rows, columns, cells, gathered } = transitionMatrix(table, 3);
    expect(rows.map(({ id, gathered: count }) => [id, count])).toEqual([
      ["(start)", 1],
      ["home", 1],
      ["\u0000others", 4],
    ]);
    expect(gathered).toEqual({ states: 4, ends: 0 });
    expect(
      cells.filter(({ row }) => row === 2).every(({ interval }) => interval === undefined),
    ).toBe(true);
    const purchase = columns.findIndex(({ id }) => id === "purchase");
    expect(
      cells.find(({ row, column }) => row === 1 && column === purchase)?.interval,
    ).toBeDefined();
  });

  it("of many ends the most frequent stay, in their order", () => {
    const interval = { lower: 0, upper: 1, level: 0.95 };
    const ends = ["e1", "e2", "e3", "e4", "e5", "e6"];
    const transitions = ends.map((to, index) => ({
      ...{ from: "a", to, share: 0, interval },
      count: [1, 60, 2, 50, 3, 40][index]!,
    }));
    const { columns } = transitionMatrix({ journeys: 1, states: ["a"], ends, transitions }, 12);
    expect(columns.map(({ id, gathered }) => [id, gathered])).toEqual([
      ["e2", 1],
      ["e4", 1],
      ["e6", 1],
      ["\u0000other-ends", 3],
    ]);
  });
});

describe("what the heat map says", () => {
  it("each transition with count, share and interval, and the way taken most often", () => {
    const chart = transitionHeatMap(tableOf(1), { labels: { home: "首页" } });
    expect(cellsOf(chart)).toEqual([
      "from (start) to 首页 4% (5 of 117, 95% interval 4% to 5%)",
      "from (start) to purchase 33% (39 of 117, 95% interval 30% to 37%)",
      "from (start) to (exit) 62% (73 of 117, 95% interval 56% to 69%)",
      "from 首页 to purchase 43% (53 of 123, 95% interval 39% to 47%)",
      "from 首页 to (exit) 57% (70 of 123, 95% interval 51% to 63%)",
    ]);
    expect(titleOf(chart)).toBe(
      "Taken most often: from 首页 to (exit), by 57% of those who leave 首页",
    );
  });

  it("gathers more on a phone than on a desk, and says so; the title never names what is gathered", () => {
    const wide = transitionHeatMap(tableOf(40), { width: 720 });
    const narrow = transitionHeatMap(tableOf(40), { width: 280 });
    expect(subtitleOf(wide)).toContain("The 30 least frequent of 41 states are gathered.");
    expect(subtitleOf(narrow)).toContain("The 33 least frequent of 41 states are gathered.");
    expect(titleOf(wide)).not.toContain("others");
    expect(subtitleOf(transitionHeatMap(tableOf(11), { width: 360 }))).not.toContain("gathered");
  });

  it("fewer rows are drawn where fewer are asked for, and fewer than two are refused", () => {
    expect(subtitleOf(transitionHeatMap(tableOf(8), { mostStates: 4 }))).toContain(
      "The 6 least frequent of 9 states are gathered.",
    );
    for (const mostStates of [1, 2.5, Number.NaN])
      expect(() => transitionHeatMap(tableOf(3), { mostStates })).toThrow(
        `Cannot draw transitions: mostStates must be a whole number of at least 2, got ${mostStates}`,
      );
  });

  it("without transitions it says that there are none", () => {
    const chart = transitionHeatMap({ journeys: 0, states: [], ends: [], transitions: [] });
    expect(titleOf(chart)).toBe("No transition is known");
    expect(chart.description).toBe("Transitions from state to state: no transition is known.");
  });
});
