import { pathSankey } from "goodwill/chart";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  flowOfPaths,
  flowOfTransitions,
  type PathFlow,
} from "../../../src/chart/touchpoint/path-flow.js";
import { layoutPaths } from "../../../src/chart/touchpoint/path-layout.js";
import { plotOf, rowsOf, subtitleOf, titleOf } from "../drawing.js";
import { PATHS, pathsOf, tableOf } from "./samples.js";

const LETTERS = Array.from("abcdefghijklmn");

const LIMITS = { layers: 4, leastShare: 0.03 };

/** For each place what comes in, what goes out and what is there. */
function balances({ nodes, links }: PathFlow) {
  const sum = (side: "from" | "to", id: string): number =>
    links.filter((link) => link[side] === id).reduce((all, { flow }) => all + flow, 0);
  return nodes.map((node) => ({ node, into: sum("to", node.id), out: sum("from", node.id) }));
}

function expectConserved(flow: PathFlow): void {
  for (const { node, into, out } of balances(flow)) {
    if (node.layer > 0) expect(into).toBeCloseTo(node.flow, 8);
    const isPlace = node.kind === "touchpoint" || node.kind === "others";
    expect(out).toBeCloseTo(isPlace ? node.flow : 0, 8);
  }
  const first = flow.nodes.filter(({ layer }) => layer === 0);
  expect(first.reduce((sum, node) => sum + node.flow, 0)).toBeCloseTo(flow.total, 8);
}

const anyPaths = fc
  .array(
    fc.tuple(
      fc.integer({ min: 1, max: 50 }),
      fc.option(fc.constantFrom("buy", "ask"), { nil: undefined }),
      fc.array(fc.constantFrom(...LETTERS), { minLength: 1, maxLength: 9 }),
    ),
    { minLength: 1, maxLength: 30 },
  )
  .map((rows) =>
    pathsOf(
      rows.map(([count, end, steps]) => [count, end, ...steps] as const),
      2000,
    ),
  );

const anyLimits = fc.record({
  layers: fc.integer({ min: 2, max: 8 }),
  leastShare: fc.double({ min: 0, max: 0.4, noNaN: true }),
});

describe("the flow of paths", () => {
  it("is conserved: what comes to a touchpoint goes on, what ended goes nowhere", () => {
    fc.assert(
      fc.property(anyPaths, anyLimits, (paths, limits) => {
        expectConserved(flowOfPaths(paths, limits));
      }),
    );
    expectConserved(flowOfTransitions(tableOf(14), LIMITS));
  });

  it("does not depend on the order of the paths", () => {
    fc.assert(
      fc.property(anyPaths, anyLimits, (paths, limits) => {
        const turned = { ...paths, paths: paths.paths.toReversed() };
        const byId = (flow: PathFlow): unknown => [
          ...flow.nodes.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
          ...flow.links.toSorted((a, b) => (a.from + a.to < b.from + b.to ? -1 : 1)),
        ];
        expect(byId(flowOfPaths(turned, limits))).toEqual(byId(flowOfPaths(paths, limits)));
        const [one, other] = [paths, turned].map((taken) => pathSankey(taken, { width: 360 }));
        expect(rowsOf(other!, "area")).toEqual(rowsOf(one!, "area"));
      }),
      { numRuns: 30 },
    );
  });

  it("keeps what is small by itself, and gathers two and more, step by step", () => {
    const small = pathsOf(
      [
        [97, undefined, "a"],
        [1, undefined, "b"],
        [2, undefined, "c"],
      ],
      100,
    );
    const names = (leastShare: number) =>
      flowOfPaths(small, { layers: 4, leastShare })
        .nodes.filter(({ layer }) => layer === 0)
        .map(({ name, kind, gathered, flow }) => [name, kind, gathered, flow]);
    expect(names(0.02)).toEqual([
      ["a", "touchpoint", 1, 97],
      ["b", "touchpoint", 1, 1],
      ["c", "touchpoint", 1, 2],
    ]);
    expect(names(0.03)).toEqual([
      ["a", "touchpoint", 1, 97],
      ["", "others", 2, 3],
    ]);
  });

  it("steps beyond the last place are one, with all journeys that take them", () => {
    const flow = flowOfPaths(PATHS, { layers: 3, leastShare: 0 });
    const last = flow.nodes.filter(({ layer }) => layer === 2);
    expect(last.find(({ kind }) => kind === "more")?.flow).toBe(
      240 + 150 + 120 + 90 + 40 + 30 + 12,
    );
    expect(last.find(({ kind }) => kind === "exit")?.flow).toBe(190 + 60);
  });

  it("of transitions is what the chain expects: half go round, half leave, at every step", () => {
    const interval = { lower: 0, upper: 1, level: 0.95 };
    const flow = flowOfTransitions(
      {
        ...{ journeys: 80, states: ["(start)", "a"], ends: ["(exit)"] },
        transitions: [
          { from: "(start)", to: "a", count: 80, share: 1, interval },
          { from: "a", to: "a", count: 80, share: 0.5, interval },
          { from: "a", to: "(exit)", count: 80, share: 0.5, interval },
        ],
      },
      { layers: 4, leastShare: 0 },
    );
    expect(flow.nodes.map(({ layer, kind, flow: part }) => [layer, kind, part])).toEqual([
      [0, "touchpoint", 80],
      [1, "touchpoint", 40],
      [1, "exit", 40],
      [2, "touchpoint", 20],
      [2, "exit", 20],
      [3, "more", 10],
      [3, "exit", 10],
    ]);
  });
});

describe("the layout of paths", () => {
  const sizes = { pitch: 84, top: 20, lineHeight: 13, lines: () => ["name", "1%"] };

  it("no bar or name lies on another, bands fill their bars without overlap", () => {
    fc.assert(
      fc.property(anyPaths, anyLimits, (paths, limits) => {
        const { nodes, links, height } = layoutPaths(flowOfPaths(paths, limits), sizes);
        for (const a of nodes) {
          expect(a.bottom).toBeLessThanOrEqual(height + 0.01);
          for (const b of nodes) {
            if (a.id === b.id || a.layer !== b.layer) continue;
            const middles = Math.abs(0.5 * (a.top + a.bottom - b.top - b.bottom));
            expect(middles).toBeGreaterThanOrEqual(26);
            expect(a.bottom <= b.top || b.bottom <= a.top).toBe(true);
          }
          const leaving = links
            .filter(({ from }) => from === a.id)
            .toSorted((one, other) => one.fromTop - other.fromTop);
          leaving.forEach(({ fromTop, thickness }, index) => {
            const next = leaving[index + 1]?.fromTop ?? a.bottom;
            expect(fromTop + thickness).toBeLessThanOrEqual(next + 0.02);
          });
        }
      }),
      { numRuns: 50 },
    );
  });

  it("crossings that order can avoid are avoided", () => {
    // By size alone q would stand above p, and what comes from a would cross all else.
    const crossed = pathsOf(
      [
        [10, undefined, "a", "p"],
        [9, undefined, "b", "q"],
        [8, undefined, "c", "q"],
      ],
      27,
    );
    const { links } = layoutPaths(flowOfPaths(crossed, LIMITS), sizes);
    for (const a of links) {
      for (const b of links) {
        if (a.source.layer !== b.source.layer) continue;
        expect(
          Math.sign(a.source.top - b.source.top) * Math.sign(a.target.top - b.target.top),
        ).not.toBe(-1);
      }
    }
  });
});

describe("what the chart of paths says", () => {
  it("the most frequent path, how much is drawn, and what is gathered", () => {
    const chart = pathSankey(PATHS, { labels: { home: "Home" } });
    expect(titleOf(chart)).toBe("Most frequent: Home \u2192 (exit), 22%");
    expect(subtitleOf(chart)).toBe(
      "The paths drawn are 89% of 1,400 journeys. What has less than 3% at a step, or is beyond the largest, is gathered.",
    );
    expect(chart.description).toContain("step 1 Home to (exit) 25% (310)");
    const phone = pathSankey(PATHS, { width: 360 });
    expect(subtitleOf(phone)).toContain("Further steps are not drawn.");
    expect(rowsOf(phone, "text").map(({ text }) => String(text))).toContain("further,steps,50%");
  });

  it("estimates are called so, and a long path counts its middle", () => {
    const [path] = pathsOf([[10, "buy", ...LETTERS.slice(0, 7)]], 20).paths;
    const chart = pathSankey({ journeys: 20, paths: [{ ...path!, overcount: 4 }] });
    expect(subtitleOf(chart)).toContain("Counts may be too high, by 4 at most.");
    expect(titleOf(chart)).toBe(
      "Most frequent: a \u2192 b \u2192 c \u2192 4 more steps \u2192 buy, 50%",
    );
  });

  it("of transitions it says that it is an expectation", () => {
    expect(subtitleOf(pathSankey(tableOf(5)))).toMatch(
      /^Expected from the transitions of 321 journeys, as if each step depended on the one before alone\./,
    );
  });

  it("nothing is said to be nothing", () => {
    const chart = pathSankey({ journeys: 0, paths: [] });
    expect(titleOf(chart)).toBe("No path is known");
    expect(plotOf(chart).layer).toHaveLength(1);
  });

  it.each([-0.1, 1.1, Number.NaN])("a least share of %d is refused", (leastShare) => {
    expect(() => pathSankey(PATHS, { leastShare })).toThrow(
      `Cannot draw paths: the least share must lie between 0 and 1, got ${leastShare}`,
    );
  });
});
