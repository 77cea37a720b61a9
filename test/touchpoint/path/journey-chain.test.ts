import fc from "fast-check";
import { explain } from "goodwill/shared";
import {
  journeyChain,
  TOUCHPOINT_SENTENCES,
  transitionTable,
  type Transition,
  type TransitionTable,
} from "goodwill/touchpoint";
import { describe, expect, it } from "vitest";
import { anyJourney, journeyOf } from "./made-journeys.js";
import {
  negative,
  plus,
  rational,
  solveExactly,
  times,
  toNumber,
  type Rational,
} from "./rational.js";

const interval = { lower: 0, upper: 1, level: 0.95 };

/** A table made by hand: `{ a: { b: 3, end: 1 } }`. */
function tableOf(
  rows: Readonly<Record<string, Readonly<Record<string, number>>>>,
  ends: readonly string[] = ["end"],
): TransitionTable {
  const transitions = Object.entries(rows).flatMap(([from, row]) =>
    Object.entries(row).map(([to, count]): Transition => ({ from, to, count, share: 0, interval })),
  );
  return { journeys: 1, states: Object.keys(rows), ends, transitions };
}

/** N r / n for the chain of a table: what is collected from each state, by exact fractions. */
function collectExactly(
  table: TransitionTable,
  earned: (state: string, leaving: Rational) => Rational,
): number[] {
  const { states, transitions } = table;
  const zero = rational(0n);
  const leaving = states.map((state) =>
    transitions
      .filter(({ from }) => from === state)
      .reduce((sum, { count }) => plus(sum, rational(BigInt(count))), zero),
  );
  const matrix = states.map((from, row) =>
    states.map((to, column) => {
      const found = transitions.find((one) => one.from === from && one.to === to);
      const moved = negative(rational(BigInt(found?.count ?? 0)));
      return row === column ? plus(leaving[row]!, moved) : moved;
    }),
  );
  const right = states.map((state, at) => earned(state, leaving[at]!));
  return solveExactly(matrix, right).map(toNumber);
}

const countTo = (table: TransitionTable, from: string, to: string): Rational =>
  rational(BigInt(table.transitions.find((one) => one.from === from && one.to === to)?.count ?? 0));

function expectRelative(actual: number | undefined, expected: number, tolerance = 1e-13): void {
  const message = `${String(actual)} and ${String(expected)}`;
  expect(Math.abs(actual! - expected), message).toBeLessThanOrEqual(tolerance * Math.abs(expected));
}

/** Compares a chain with exact fractions: ends, steps and visits, also given an end. */
function expectExact(table: TransitionTable, tolerance?: number): void {
  const chain = journeyChain(table);
  const byEnd = table.ends.map((end) =>
    collectExactly(table, (state) => countTo(table, state, end)),
  );
  const steps = collectExactly(table, (state, leaving) =>
    state === "(start)" ? rational(0n) : leaving,
  );
  const zero = rational(0n);
  chain.states.forEach((state, at) => {
    state.ends.forEach(({ share }, end) => expectRelative(share, byEnd[end]![at]!, tolerance));
    expectRelative(state.expectedSteps, steps[at]!, tolerance);
    expect(state.neverShare).toBe(0);
    const visits = collectExactly(table, (one, leaving) => (one === state.state ? leaving : zero));
    expectRelative(state.expectedVisits, visits[0]!, tolerance);
  });
}

describe("journeyChain", () => {
  it("TP-9: agrees with exact fractions on a chain worked out apart", () => {
    const table = tableOf(
      {
        "(start)": { a: 5, b: 2 },
        a: { a: 3, b: 4, c: 1, won: 2 },
        b: { a: 2, c: 5, lost: 1 },
        c: { b: 3, won: 1, lost: 7 },
      },
      ["won", "lost"],
    );
    expectExact(table);
    expect(journeyChain(table).findings).toEqual([]);
  });

  it("TP-9: a chain that ends once in a million million steps is as exact as any", () => {
    const huge = 1_000_000_000_000;
    const table = tableOf(
      {
        "(start)": { a: 1 },
        a: { b: huge, won: 1 },
        b: { a: huge, c: 7 },
        c: { b: huge, lost: 3 },
      },
      ["won", "lost"],
    );
    expectExact(table, 1e-14);
    const [start] = journeyChain(table).states;
    expect(start!.ends[0]!.share + start!.ends[1]!.share).toBeCloseTo(1, 14);
    expect(start!.expectedSteps).toBeGreaterThan(huge);
  });

  it("TP-9: any chain of any log agrees with exact fractions, and with the log itself at its start", () => {
    fc.assert(
      fc.property(fc.array(anyJourney, { minLength: 1, maxLength: 20 }), (drawn) => {
        const journeys = drawn.filter(({ open }) => open !== true);
        fc.pre(journeys.length > 0);
        const table = transitionTable(journeys);
        expectExact(table);
        const [start, ...others] = journeyChain(table).states;
        // A chain fitted to a log has its outcomes, its length and its visits.
        const exits = journeys.filter(({ outcome }) => outcome === undefined).length;
        expect(start!.ends.at(-1)!.share).toBeCloseTo(exits / journeys.length, 12);
        const steps = journeys.reduce((sum, journey) => sum + journey.steps.length, 0);
        expect(start!.expectedSteps).toBeCloseTo(steps / journeys.length, 10);
        const visits = others.reduce((sum, { expectedVisits = 0 }) => sum + expectedVisits, 0);
        expect(visits).toBeCloseTo(steps / journeys.length, 10);
        for (const { ends } of [start!, ...others])
          expect(ends.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
      }),
      { numRuns: 60 },
    );
  });

  it("TP-9: given an end, steps and visits are those of the journeys that end there", () => {
    // a goes to b or ends lost; b goes back to a or ends won: given won, each round is a > b.
    const table = tableOf({ "(start)": { a: 1 }, a: { b: 1, lost: 1 }, b: { a: 1, won: 1 } }, [
      "won",
      "lost",
    ]);
    const { given, states } = journeyChain(table, { given: "won" });
    expect(given).toBe("won");
    // P(won) = 1/3; rounds given won: 1 / (1 - 1/4) = 4/3, two steps each.
    expectRelative(states[0]?.ends[0]?.share, 1 / 3);
    expectRelative(states[0]?.expectedSteps, 8 / 3);
    expectRelative(states[1]?.expectedVisits, 4 / 3);
    expectRelative(states[2]?.expectedVisits, 4 / 3);
    const lost = journeyChain(table, { given: "lost" }).states;
    // By the law of total expectation.
    const whole = journeyChain(table).states;
    for (const [at, { ends, expectedSteps }] of whole.entries()) {
      const sum =
        ends[0]!.share * states[at]!.expectedSteps! + ends[1]!.share * lost[at]!.expectedSteps!;
      expectRelative(sum, expectedSteps!);
    }
  });

  it("TP-9: a closed loop is a finding, not a number that is none", () => {
    const table = tableOf({
      "(start)": { a: 4, x: 1 },
      a: { b: 1, end: 1, x: 2 },
      b: { end: 1 },
      x: { y: 1 },
      y: { x: 1 },
      dead: {},
    });
    const { states, findings } = journeyChain(table);
    expect(findings).toEqual([{ code: "never-ends", params: { states: "x, y", count: 2 } }]);
    expect(explain(findings[0]!, TOUCHPOINT_SENTENCES)).toBe(
      "From 2 states no end can be reached: x, y.",
    );
    const [start, a, b, x, , dead] = states;
    // Nobody left it, so that nothing is known of what would follow.
    expect(dead).toEqual({ state: "dead", ends: [] });
    expectRelative(start?.neverShare, 0.6);
    expectRelative(start?.ends[0]?.share, 0.4);
    expect(start?.expectedSteps).toBeUndefined();
    expect(a?.expectedSteps).toBeUndefined();
    expect(b?.expectedSteps).toBe(1);
    expectRelative(b?.expectedVisits, 0.2);
    expect(x).toEqual({ state: "x", ends: [{ end: "end", share: 0 }], neverShare: 1 });
    // Those that end are still described when asked for.
    const given = journeyChain(table, { given: "end" }).states;
    expectRelative(given[1]?.expectedSteps, 1.5);
    expect(given[3]?.expectedSteps).toBeUndefined();
  });

  it("an end that is never reached has no steps to it", () => {
    const table = tableOf({ "(start)": { a: 1 }, a: { end: 1 } }, ["end", "other"]);
    const { states } = journeyChain(table, { given: "other" });
    expect(states[1]).toEqual({
      state: "a",
      ends: [
        { end: "end", share: 1 },
        { end: "other", share: 0 },
      ],
      neverShare: 0,
    });
  });

  it("TP-9: of a table without journeys nothing is known, and nothing is odd about it", () => {
    expect(journeyChain(transitionTable([]))).toEqual({
      states: [{ state: "(start)", ends: [] }],
      findings: [],
    });
  });

  it("TP-9: who goes where nobody left reaches no end, as far as the table tells", () => {
    const { states, findings } = journeyChain(
      tableOf({ "(start)": { a: 3, dark: 1 }, a: { end: 1 }, dark: {} }),
    );
    expect(states[0]?.neverShare).toBe(0.25);
    expect(states[2]).toEqual({ state: "dark", ends: [] });
    expect(findings).toEqual([]);
  });

  it("a table without a start has no visits", () => {
    const [a] = journeyChain(tableOf({ a: { end: 1 } })).states;
    expect(a?.expectedSteps).toBe(1);
    expect(a !== undefined && "expectedVisits" in a).toBe(false);
  });

  it("follows a line of 3,000 states", () => {
    const names = Array.from({ length: 3000 }, (_, at) => `t${String(at)}`);
    const [start] = journeyChain(transitionTable([journeyOf(names.join(" > "))])).states;
    expect(start?.expectedSteps).toBe(3000);
  });

  it.each<[Partial<TransitionTable>, string]>([
    [{ states: ["a"] }, 'must list where a transition starts, got "(start)"'],
    [{ ends: [] }, 'must list where a transition leads, got "end"'],
    [{ ends: ["end", "a"] }, 'must be a state or an end, got "a"'],
    [{ states: ["(start)", "a", "a"] }, 'must be listed once, got "a"'],
  ])("refuses the table %j", (wrong, message) => {
    const table = tableOf({ "(start)": { a: 1 }, a: { end: 1 } });
    expect(() => journeyChain({ ...table, ...wrong })).toThrow(message);
  });

  it("refuses counts that are none, a pair twice, and an end that is not listed", () => {
    expect(() => journeyChain(tableOf({ a: { end: -1 } }))).toThrow("got -1");
    expect(() => journeyChain(tableOf({ a: { end: Number.NaN } }))).toThrow("at least 0");
    const table = tableOf({ a: { end: 1 } });
    const twice = { ...table, transitions: [...table.transitions, ...table.transitions] };
    expect(() => journeyChain(twice)).toThrow('must occur once, got "a > end"');
    expect(() => journeyChain(table, { given: "sale" })).toThrow('must list it, got "sale"');
  });
});

it("exact fractions are exact", () => {
  const third = rational(1n, 3n);
  expect(toNumber(times(plus(third, third), negative(third)))).toBe(-2 / 9);
});
