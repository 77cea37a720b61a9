import fc from "fast-check";
import { aggregate } from "goodwill/shared";
import { frequentPaths, frequentPathsCombine, type Journey } from "goodwill/touchpoint";
import { describe, expect, it } from "vitest";
import { expectMergeLaws } from "../../laws/merge-laws.js";
import { anyJourney, journeyOf, NO_STEPS } from "./made-journeys.js";

const nameOf = ({ steps, outcome }: { steps: readonly string[]; outcome?: string }): string =>
  JSON.stringify([steps, outcome]);

describe("frequentPaths", () => {
  it("TP-9: counts ways by steps and outcome, exactly, most frequent first", () => {
    const journeys = ["a > b", "a > b = sale", "a > b", "b", "a"].map((text) => journeyOf(text));
    expect(frequentPaths(journeys)).toEqual({
      journeys: 5,
      paths: [
        { steps: ["a", "b"], journeys: 2, overcount: 0, share: 0.4 },
        { steps: ["a"], journeys: 1, overcount: 0, share: 0.2 },
        { steps: ["a", "b"], outcome: "sale", journeys: 1, overcount: 0, share: 0.2 },
        { steps: ["b"], journeys: 1, overcount: 0, share: 0.2 },
      ],
      unlistedAtMost: 0,
    });
    const top = frequentPaths(journeys, { limit: 1 });
    expect(top.paths).toHaveLength(1);
    expect(top.unlistedAtMost).toBe(1);
  });

  it("TP-9: repeats are one step when asked for; two ways never share a name", () => {
    const journeys = [journeyOf("a > a > b"), journeyOf("a > b")];
    expect(frequentPaths(journeys, { collapseRepeats: true }).paths).toHaveLength(1);
    const steps = [{ touchpoint: 'a","b', at: journeyOf("a").steps[0]!.at }];
    expect(frequentPaths([journeyOf("a > b"), { ...journeyOf("a"), steps }]).paths).toHaveLength(2);
  });

  it("no journeys take no way; open ones are counted apart", () => {
    expect(frequentPaths([])).toEqual({ journeys: 0, paths: [], unlistedAtMost: 0 });
    expect(frequentPaths([{ ...journeyOf("a"), open: true }])).toMatchObject({
      journeys: 0,
      open: 1,
    });
  });

  it("refuses a capacity or limit that is no whole number of at least 1, and a journey without steps", () => {
    expect(() => frequentPaths([], { capacity: 0 })).toThrow("the capacity must be");
    expect(() => frequentPaths([], { limit: 1.5 })).toThrow("the limit must be");
    expect(() => frequentPaths([NO_STEPS])).toThrow("at least one step");
  });
});

describe("frequentPathsCombine", () => {
  it("without a capacity merges in any order and grouping; refuses another capacity", () => {
    expectMergeLaws(frequentPathsCombine(), anyJourney, {
      strangers: [frequentPathsCombine({ capacity: 5 }).createAccumulator()],
    });
  });

  it("with a capacity keeps its bounds however the log is split and merged, in bounded room", () => {
    const drawn = fc.array(
      fc.oneof(
        { weight: 1, arbitrary: fc.constant("often") },
        { weight: 2, arbitrary: fc.integer({ min: 0, max: 40 }).map((n) => `way ${String(n)}`) },
      ),
      { maxLength: 400 },
    );
    fc.assert(
      fc.property(drawn, fc.integer({ min: 1, max: 6 }), fc.nat(), (names, capacity, seed) => {
        const journeys = names.map((name) => journeyOf(name));
        const combine = frequentPathsCombine({ capacity });
        const parts: Journey[][] = [[], [], []];
        journeys.forEach((journey, position) => parts[(position * 7 + seed) % 3]!.push(journey));
        const [a, b, c] = parts.map((part) =>
          part.reduce(
            (sums, journey) => combine.addInput(sums, journey),
            combine.createAccumulator(),
          ),
        );
        const merged = combine.mergeAccumulators(
          a!,
          seed % 2 === 0 ? combine.mergeAccumulators(b!, c!) : combine.mergeAccumulators(c!, b!),
        );
        const exact = new Map(
          frequentPaths(journeys).paths.map((path) => [nameOf(path), path.journeys]),
        );
        for (const sums of [merged, aggregateSums(combine, journeys)]) {
          const found = combine.extractOutput(sums);
          expect(found.paths.length).toBeLessThanOrEqual(2 * capacity);
          const listed = new Set(found.paths.map(nameOf));
          for (const path of found.paths) {
            const truth = exact.get(nameOf(path)) ?? 0;
            expect(truth).toBeLessThanOrEqual(path.journeys);
            expect(truth).toBeGreaterThanOrEqual(path.journeys - path.overcount);
            expect(path.overcount).toBeLessThanOrEqual(names.length / (capacity + 1));
          }
          expect(found.unlistedAtMost).toBeLessThanOrEqual(names.length / (capacity + 1));
          for (const [name, truth] of exact) {
            if (!listed.has(name)) expect(truth).toBeLessThanOrEqual(found.unlistedAtMost ?? 0);
          }
        }
      }),
    );
  });
});

function aggregateSums(
  combine: ReturnType<typeof frequentPathsCombine>,
  journeys: readonly Journey[],
) {
  return aggregate(journeys, { ...combine, extractOutput: (sums) => sums });
}
