import fc from "fast-check";
import { aggregate, wilsonInterval } from "goodwill/shared";
import { transitionsCombine, transitionTable } from "goodwill/touchpoint";
import { describe, expect, it } from "vitest";
import { expectMergeLaws } from "../../laws/merge-laws.js";
import { anyJourney, journeyOf, NO_STEPS } from "./made-journeys.js";

const LOG = ["a > b = sale", "a > b > b", "b > a", "a > c > b = call"].map((text) =>
  journeyOf(text),
);

describe("transitionTable", () => {
  it("TP-9: counts each step from start to end, with shares of all that leave and Wilson intervals", () => {
    const table = transitionTable(LOG);
    expect(table.journeys).toBe(4);
    expect(table.states).toEqual(["(start)", "b", "a", "c"]);
    expect(table.ends).toEqual(["call", "sale", "(exit)"]);
    expect(
      table.transitions.map(({ from, to, count }) => `${from} > ${to}: ${String(count)}`),
    ).toEqual([
      "(start) > b: 1",
      "(start) > a: 3",
      "b > b: 1",
      "b > a: 1",
      "b > call: 1",
      "b > sale: 1",
      "b > (exit): 1",
      "a > b: 2",
      "a > c: 1",
      "a > (exit): 1",
      "c > b: 1",
    ]);
    const aToB = table.transitions.find(({ from, to }) => from === "a" && to === "b");
    expect(aToB?.share).toBe(0.5);
    expect(aToB?.interval).toEqual(wilsonInterval({ count: 2, n: 4 }));
  });

  it("TP-9: repeats are one visit when asked for", () => {
    const table = transitionTable(LOG, { collapseRepeats: true, level: 0.9 });
    expect(table.transitions.some(({ from, to }) => from === to)).toBe(false);
    expect(table.transitions[0]?.interval.level).toBe(0.9);
    expect(table.states).toEqual(["(start)", "a", "b", "c"]);
  });

  it("TP-9: an outcome with the name of a touchpoint stays apart from it", () => {
    const table = transitionTable([journeyOf("purchase = purchase")]);
    expect(table.states).toEqual(["(start)", "purchase"]);
    expect(table.ends).toEqual(["purchase (outcome)", "(exit)"]);
    expect(table.transitions.map(({ to }) => to)).toEqual(["purchase", "purchase (outcome)"]);
    const twice = transitionTable([journeyOf("a > a (outcome) = a")]);
    expect(twice.ends).toEqual(["a (outcome) (outcome)", "(exit)"]);
  });

  it("no journeys are an empty table; open ones are counted apart", () => {
    expect(transitionTable([])).toEqual({
      journeys: 0,
      states: ["(start)"],
      ends: ["(exit)"],
      transitions: [],
    });
    expect(transitionTable([{ ...journeyOf("a"), open: true }])).toMatchObject({
      journeys: 0,
      open: 1,
    });
  });

  it("a journey of 10,000 steps is as good as any other", () => {
    const steps = Array.from({ length: 10_000 }, (_, step) => (step % 2 === 0 ? "a" : "b"));
    const table = transitionTable([journeyOf(steps.join(" > "))]);
    expect(table.transitions.map(({ count }) => count)).toEqual([1, 5000, 4999, 1]);
  });

  it("refuses a journey without steps, a reserved name and a level out of bounds, and keeps its counts", () => {
    expect(() => transitionTable([NO_STEPS])).toThrow(
      "Cannot count transitions: a journey needs at least one step",
    );
    expect(() => transitionTable([], { level: 1 })).toThrow(RangeError);
    const combine = transitionsCombine();
    const accumulator = combine.addInput(combine.createAccumulator(), journeyOf("a"));
    const before = combine.extractOutput(accumulator);
    expect(() => combine.addInput(accumulator, journeyOf("b > (exit)"))).toThrow('got "(exit)"');
    expect(() => combine.addInput(accumulator, journeyOf("b = (start)"))).toThrow('got "(start)"');
    expect(combine.extractOutput(accumulator)).toEqual(before);
  });
});

describe("transitionsCombine", () => {
  it("merges in any order and grouping, and refuses strangers", () => {
    const stranger = transitionsCombine({ collapseRepeats: true }).createAccumulator();
    expectMergeLaws(transitionsCombine(), anyJourney, {
      strangers: [stranger, { ...transitionsCombine().createAccumulator(), version: 2 }],
    });
    expectMergeLaws(transitionsCombine({ collapseRepeats: true }), anyJourney);
  });

  it("two readers may share one accumulator", () => {
    const [first, second] = [transitionsCombine(), transitionsCombine()];
    const shared = first.createAccumulator();
    LOG.forEach((journey, position) =>
      (position % 2 === 0 ? first : second).addInput(shared, journey),
    );
    expect(first.extractOutput(shared)).toEqual(transitionTable(LOG));
  });

  it("what comes into a touchpoint leaves it, and shares add up to 1", () => {
    fc.assert(
      fc.property(fc.array(anyJourney, { minLength: 1 }), (journeys) => {
        const { states, transitions, journeys: closed } = aggregate(journeys, transitionsCombine());
        const sum = (holds: (transition: (typeof transitions)[number]) => boolean): number =>
          transitions.filter(holds).reduce((total, { count }) => total + count, 0);
        expect(sum(({ from }) => from === "(start)")).toBe(closed);
        for (const state of states.slice(1)) {
          expect(sum(({ to }) => to === state)).toBe(sum(({ from }) => from === state));
          const shares = transitions.filter(({ from }) => from === state).map(({ share }) => share);
          expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
        }
      }),
    );
  });
});
