import fc from "fast-check";
import {
  attributeOutcomes,
  DEFAULT_ATTRIBUTION_POLICY,
  type AttributionPath,
} from "goodwill/touchpoint";
import { describe, expect, it } from "vitest";
import {
  inverse,
  negative,
  plus,
  rational,
  solveExactly,
  times,
  toNumber,
  type Rational,
} from "../path/rational.js";
import { anyPath } from "./made-paths.js";

const ZERO = rational(0n);

/** The states of a path in a chain of the given order, as text. */
function statesOf(steps: readonly string[], order: number): string[] {
  const windows = steps
    .slice(order - 1)
    .map((_, at) => JSON.stringify(steps.slice(at, at + order)));
  return windows.length === 0 ? [JSON.stringify(steps)] : windows;
}

/** Chance of conversion from the start, with every state that holds `removed` a loss, by exact fractions. */
function chanceWithout(
  rows: readonly AttributionPath[],
  { order, removed }: { order: number; removed?: string },
): Rational {
  const moves = new Map<string, Map<string, bigint>>();
  const won = new Map<string, bigint>();
  const left = new Map<string, bigint>();
  const add = (sums: Map<string, bigint>, key: string, count: number): void => {
    sums.set(key, (sums.get(key) ?? 0n) + BigInt(count));
  };
  for (const { steps, conversions, nulls } of rows) {
    if (conversions + nulls === 0) continue;
    let from = "";
    for (const to of statesOf(steps, order)) {
      if (!moves.has(from)) moves.set(from, new Map());
      add(moves.get(from)!, to, conversions + nulls);
      add(left, from, conversions + nulls);
      from = to;
    }
    add(won, from, conversions);
    add(left, from, conversions + nulls);
  }
  const isKept = (state: string): boolean =>
    removed === undefined || state === "" || !(JSON.parse(state) as string[]).includes(removed);
  const states = [...left.keys()].filter(isKept);
  const matrix = states.map((from) =>
    states.map((to) => {
      const moved = rational(moves.get(from)?.get(to) ?? 0n, left.get(from));
      return plus(rational(from === to ? 1n : 0n), negative(moved));
    }),
  );
  const right = states.map((state) => rational(won.get(state) ?? 0n, left.get(state)));
  return states.length === 0 ? ZERO : solveExactly(matrix, right)[states.indexOf("")]!;
}

describe("the removal effect", () => {
  it("TP-9: is what is lost when a touchpoint is taken out, solved anew by exact fractions each time", () => {
    const rows = fc.array(anyPath, { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(rows, fc.constantFrom(1, 2, 3), (drawn, order) => {
        fc.pre(drawn.some(({ conversions }) => conversions > 0));
        const policy = { ...DEFAULT_ATTRIBUTION_POLICY, markovOrder: order };
        const { credits } = attributeOutcomes(drawn, { model: "markov", policy });
        const base = chanceWithout(drawn, { order });
        for (const { touchpoint, removalEffect } of credits) {
          const rest = times(chanceWithout(drawn, { order, removed: touchpoint }), inverse(base));
          const exact = toNumber(plus(rational(1n), negative(rest)));
          expect(Math.abs(removalEffect! - exact)).toBeLessThanOrEqual(1e-13 * exact);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("TP-9: of a touchpoint met once in a million million paths is as exact as any", () => {
    const many = 1_000_000_000_000;
    const rows = [
      { steps: ["a", "b"], conversions: many, nulls: many },
      { steps: ["a", "rare", "b"], conversions: 1, nulls: 2 },
      { steps: ["b", "a"], conversions: 3, nulls: many },
    ];
    for (const order of [1, 2, 3] as const) {
      const policy = { ...DEFAULT_ATTRIBUTION_POLICY, markovOrder: order };
      const { credits } = attributeOutcomes(rows, { model: "markov", policy });
      const base = chanceWithout(rows, { order });
      const rest = times(chanceWithout(rows, { order, removed: "rare" }), inverse(base));
      const exact = toNumber(plus(rational(1n), negative(rest)));
      const found = credits.find(({ touchpoint }) => touchpoint === "rare")!.removalEffect!;
      expect(exact).toBeLessThan(1e-11);
      expect(Math.abs(found / exact - 1)).toBeLessThan(1e-13);
    }
  });
});
