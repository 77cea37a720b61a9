import { readFileSync } from "node:fs";
import fc from "fast-check";
import { explain } from "goodwill/shared";
import {
  journeyConformance,
  TOUCHPOINT_SENTENCES,
  type PlannedJourney,
  type PlannedStep,
} from "goodwill/touchpoint";
import { describe, expect, it } from "vitest";
import { NINE, stepsOf } from "../journey/log.js";

const golden = JSON.parse(
  readFileSync(new URL("../../golden/journey-conformance.json", import.meta.url), "utf8"),
) as {
  readonly planned: readonly PlannedStep[];
  readonly cases: readonly {
    readonly name: string;
    readonly steps: readonly string[];
    readonly fitness: number | string;
    readonly deviations: readonly (readonly [string, string])[];
  }[];
};

function plan(...steps: readonly (string | PlannedStep)[]): PlannedJourney {
  return {
    name: "plan",
    steps: steps.map((step) => (typeof step === "string" ? { touchpoint: step } : step)),
  };
}

function deviationsOf(
  taken: readonly string[],
  planned: PlannedJourney,
): readonly (readonly [string, string, number | undefined, number | undefined])[] {
  return journeyConformance({ steps: stepsOf(taken) }, { planned }).deviations.map(
    ({ code, params }) => [
      code,
      params.touchpoint,
      "planned" in params ? params.planned : undefined,
      "actual" in params ? params.actual : undefined,
    ],
  );
}

/** The fewest deviations of all ways to lay a journey beside a plan, found by trying every one. */
function fewestDeviations(taken: readonly string[], { steps }: PlannedJourney): number {
  let fewest = Infinity;
  const places: number[] = [];
  const count = (): number => {
    const extras = new Map<string, number>();
    taken.forEach((touchpoint, index) => {
      if (places[index] === -1) extras.set(touchpoint, (extras.get(touchpoint) ?? 0) + 1);
    });
    const missing = new Map<string, number>();
    steps.forEach(({ touchpoint, optional }, place) => {
      if (places.includes(place) || optional === true) return;
      missing.set(touchpoint, (missing.get(touchpoint) ?? 0) + 1);
    });
    let total = [...extras.values()].reduce((sum, extra) => sum + extra, 0);
    for (const [touchpoint, n] of missing) total += Math.max(0, n - (extras.get(touchpoint) ?? 0));
    return total;
  };
  const place = (index: number, from: number): void => {
    if (index === taken.length) {
      fewest = Math.min(fewest, count());
      return;
    }
    places[index] = -1;
    place(index + 1, from);
    for (let to = Math.max(from, 0); to < steps.length; to += 1) {
      if (steps[to]!.touchpoint !== taken[index]) continue;
      if (to === from && steps[to]!.repeatable !== true) continue;
      places[index] = to;
      place(index + 1, to);
    }
    places[index] = -1;
  };
  place(0, -1);
  return fewest;
}

const taken = fc.array(fc.constantFrom("a", "b", "c", "d", "x"), { minLength: 1, maxLength: 7 });
const flags = fc.record({ optional: fc.boolean(), repeatable: fc.boolean() });
/** Each touchpoint once, with any options. */
const plansOfDifferent = fc
  .shuffledSubarray(["a", "b", "c", "d"], { minLength: 1 })
  .chain((touchpoints) =>
    fc.tuple(...touchpoints.map((touchpoint) => flags.map((flag) => ({ touchpoint, ...flag })))),
  )
  .map((steps) => plan(...steps));
/** Touchpoints several times, without options. */
const plansWithRepeats = fc
  .array(fc.constantFrom("a", "b", "c"), { minLength: 1, maxLength: 6 })
  .map((steps) => plan(...steps));
const anyPlans = fc
  .array(
    fc.record({
      touchpoint: fc.constantFrom("a", "b", "c"),
      optional: fc.boolean(),
      repeatable: fc.boolean(),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((steps) => plan(...steps));

describe("journeyConformance", () => {
  it.each(golden.cases)("TP-2: $name", ({ steps, fitness, deviations }) => {
    const conformance = journeyConformance(
      { steps: stepsOf(steps) },
      { planned: plan(...golden.planned) },
    );
    const [numerator = 0, denominator = 1] = String(fitness).split("/").map(Number);
    expect(conformance.fitness).toBeCloseTo(numerator / denominator, 14);
    expect(conformance.deviations.map(({ code, params }) => [code, params.touchpoint])).toEqual(
      deviations,
    );
  });

  it("a step in place, a moved, a skipped and one left out have their states and positions", () => {
    const planned = plan(
      "a",
      { touchpoint: "b", repeatable: true },
      "c",
      { touchpoint: "d", optional: true },
      "e",
    );
    const { steps } = journeyConformance(
      { steps: stepsOf(["a", "a", "b", "e", "b", "b", "x", "a"]) },
      { planned },
    );
    expect(steps).toEqual([
      { touchpoint: "a", state: "in-place", actual: [0, 1, 7], repeated: 2 },
      { touchpoint: "b", state: "in-place", actual: [2, 4, 5], repeated: 0 },
      { touchpoint: "c", state: "skipped", actual: [], repeated: 0 },
      { touchpoint: "d", state: "left-out", actual: [], repeated: 0 },
      { touchpoint: "e", state: "moved", actual: [3], repeated: 0 },
    ]);
  });

  it("of two steps that changed places the later one is the one that moved", () => {
    expect(deviationsOf(["b", "a"], plan("a", "b"))).toEqual([["step-moved", "a", 0, 1]]);
  });

  it("the first of several equal steps is the one in place", () => {
    expect(deviationsOf(["a", "a", "b"], plan("a", "b"))).toEqual([["step-repeated", "a", 0, 1]]);
    expect(deviationsOf(["a"], plan("a", "b", "a"))).toEqual([
      ["step-skipped", "b", 1, undefined],
      ["step-skipped", "a", 2, undefined],
    ]);
  });

  it("a step repeated belongs to the place it was taken for last", () => {
    expect(deviationsOf(["a", "b", "a", "a"], plan("a", "b", "a"))).toEqual([
      ["step-repeated", "a", 2, 3],
    ]);
  });

  it("a mandatory step is taken rather than an optional one of the same touchpoint", () => {
    const planned = plan({ touchpoint: "a", optional: true }, "b", "a");
    expect(deviationsOf(["a"], planned)).toEqual([["step-skipped", "b", 1, undefined]]);
    expect(deviationsOf(["a", "b"], planned)).toEqual([["step-skipped", "a", 2, undefined]]);
  });

  it("a moved step stands for a mandatory one rather than for an optional one", () => {
    const planned = plan("b", "c", { touchpoint: "a", optional: true }, "a");
    expect(deviationsOf(["a", "b", "c"], planned)).toEqual([["step-moved", "a", 3, 0]]);
  });

  it("a plan may come to a touchpoint with several actions", () => {
    const planned = plan(
      { touchpoint: "web", action: "searches" },
      { touchpoint: "web", action: "pays" },
    );
    const steps = [
      { touchpoint: "web", at: NINE, action: "pays" },
      { touchpoint: "web", at: NINE },
    ];
    expect(journeyConformance({ steps }, { planned }).deviations).toEqual([]);
    const { deviations } = journeyConformance(
      { steps },
      { planned, identity: "touchpoint-and-action" },
    );
    expect(deviations.map(({ code }) => code)).toEqual(["step-skipped", "step-unplanned"]);
    const plain = plan("web");
    const identity = "touchpoint-and-action";
    expect(journeyConformance({ steps: [steps[1]!] }, { planned: plain, identity }).fitness).toBe(
      1,
    );
  });

  it("every deviation can be told in a sentence", () => {
    const { deviations } = journeyConformance(
      { steps: stepsOf(["b", "b", "a", "x"]) },
      { planned: plan("a", "b", "c") },
    );
    expect(deviations.map((deviation) => explain(deviation, TOUCHPOINT_SENTENCES))).toEqual([
      "b was taken again, although it had been taken already.",
      "a was taken earlier or later than planned.",
      "x was taken and is not planned.",
      "c was planned and was skipped.",
    ]);
  });

  it("a journey without a step is refused, also against a plan that may be left out whole", () => {
    const problem =
      "Cannot compare a journey with a plan: a journey needs at least one step, got none";
    const planned = plan({ touchpoint: "a", optional: true });
    expect(() => journeyConformance({ steps: [] }, { planned })).toThrow(new RangeError(problem));
    expect(() => journeyConformance({ steps: [] }, { planned: plan("a") })).toThrow(problem);
  });

  it("a plan without a step is refused", () => {
    expect(() => journeyConformance({ steps: stepsOf(["a"]) }, { planned: plan() })).toThrow(
      new RangeError('Cannot compare with a plan: it must have a step, got none in "plan"'),
    );
  });

  it("no other way of laying journey and plan side by side has fewer deviations", () => {
    fc.assert(
      fc.property(taken, fc.oneof(plansOfDifferent, plansWithRepeats), (steps, planned) => {
        expect(deviationsOf(steps, planned)).toHaveLength(fewestDeviations(steps, planned));
      }),
      { numRuns: 500 },
    );
  });

  it("every step of the journey is in place or one deviation, every planned step has one state", () => {
    fc.assert(
      fc.property(taken, anyPlans, (steps, planned) => {
        const conformance = journeyConformance({ steps: stepsOf(steps) }, { planned });
        const positions = conformance.steps.flatMap(({ actual }) => actual);
        const unplanned = conformance.deviations.filter(({ code }) => code === "step-unplanned");
        expect(
          [
            ...positions,
            ...unplanned.map(({ params }) => ("actual" in params ? params.actual : -1)),
          ].toSorted((a, b) => a - b),
        ).toEqual(steps.map((_, index) => index));
        const skipped = conformance.steps.filter(({ state }) => state === "skipped").length;
        const moved = conformance.steps.filter(({ state }) => state === "moved").length;
        const repeated = conformance.steps.reduce((sum, step) => sum + step.repeated, 0);
        expect(conformance.deviations).toHaveLength(skipped + moved + repeated + unplanned.length);
        for (const [index, step] of conformance.steps.entries()) {
          const { optional, repeatable } = planned.steps[index]!;
          if (step.state === "skipped") expect(optional).not.toBe(true);
          if (step.state === "left-out") expect(optional).toBe(true);
          if (repeatable !== true)
            expect(step.actual.length - step.repeated).toBeLessThanOrEqual(1);
          for (const position of step.actual) expect(steps[position]).toBe(step.touchpoint);
        }
        const mandatory = planned.steps.filter(({ optional }) => optional !== true).length;
        expect(conformance.fitness).toBe(
          1 - conformance.deviations.length / (steps.length + mandatory),
        );
        expect(conformance.fitness).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("a journey that follows the plan, optional and repeatable steps as it likes, is fit", () => {
    const walk = anyPlans.chain((planned) =>
      fc.record({
        planned: fc.constant(planned),
        times: fc.array(fc.integer({ min: 0, max: 3 }), {
          minLength: planned.steps.length,
          maxLength: planned.steps.length,
        }),
      }),
    );
    fc.assert(
      fc.property(walk, ({ planned, times }) => {
        const steps = planned.steps.flatMap(({ touchpoint, optional, repeatable }, index) => {
          const wanted = Math.max(times[index]!, optional === true ? 0 : 1);
          return Array.from(
            { length: repeatable === true ? wanted : Math.min(wanted, 1) },
            () => touchpoint,
          );
        });
        fc.pre(steps.length > 0);
        expect(journeyConformance({ steps: stepsOf(steps) }, { planned }).fitness).toBe(1);
      }),
    );
  });

  it("10,000 steps against a plan of 20 take well under a second", () => {
    const touchpoints = Array.from({ length: 20 }, (_, index) => `t${index}`);
    const planned = plan(...touchpoints);
    const steps = stepsOf(
      Array.from({ length: 10_000 }, (_, index) => touchpoints[(index * 7) % 23] ?? "x"),
    );
    const start = performance.now();
    const { deviations, fitness } = journeyConformance({ steps }, { planned });
    expect(performance.now() - start).toBeLessThan(1000);
    expect(fitness).toBe(1 - deviations.length / 10_020);
  });
});
