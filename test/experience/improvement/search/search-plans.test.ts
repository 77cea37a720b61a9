import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { choiceProblemOf } from "../../../../src/experience/improvement/search/choice-problem.js";
import { decisionOrder } from "../../../../src/experience/improvement/search/decision-order.js";
import { searchPlans } from "../../../../src/experience/improvement/search/search-plans.js";
import { COST_UNIT, allPlans, bestPlan, frontOf } from "../brute-force.js";
import { samples } from "../samples.js";

describe("passes of growing width", () => {
  it("EXP-6: a search that first lets states go ends with the same front as brute force", () => {
    let widened = 0;
    fc.assert(
      fc.property(samples(11), ({ candidates, budget, ...goal }) => {
        const problem = choiceProblemOf(candidates, goal);
        const options = decisionOrder(problem.options);
        const task = { options, budget, maximumStates: 5000, wanted: "front" } as const;
        const within = allPlans(candidates, goal).filter(
          ({ cost }) => cost <= Math.round(budget * COST_UNIT),
        );
        const setOf = (chosen: bigint): number[] =>
          problem.options.filter(({ bit }) => (bit & chosen) !== 0n).map(({ index }) => index);
        const { plans, states } = searchPlans(problem, { ...task, firstWidth: 2 });
        if (states > 2) widened += 1;
        expect(plans?.map(({ chosen }) => setOf(chosen))).toEqual(
          frontOf(within).map(({ set }) => set),
        );
        const best = searchPlans(problem, { ...task, firstWidth: 2, wanted: "best" }).plans;
        expect(best?.map(({ chosen }) => setOf(chosen))).toEqual([bestPlan(within).set]);
      }),
      { numRuns: 150 },
    );
    expect(widened).toBeGreaterThan(40);
  });

  it("EXP-6: a limit of states is either enough, and the answer exact, or there is no answer", () => {
    const seen = { enough: 0, refused: 0 };
    fc.assert(
      fc.property(samples(11), fc.integer({ min: 2, max: 12 }), (sample, maximumStates) => {
        const problem = choiceProblemOf(sample.candidates, sample);
        const task = {
          options: decisionOrder(problem.options),
          budget: sample.budget,
          wanted: "front",
        } as const;
        const limited = searchPlans(problem, { ...task, maximumStates }).plans;
        if (limited === undefined) {
          seen.refused += 1;
          return;
        }
        seen.enough += 1;
        const free = searchPlans(problem, { ...task, maximumStates: 5000 }).plans;
        expect(limited.map(({ chosen }) => chosen)).toEqual(free?.map(({ chosen }) => chosen));
      }),
      { numRuns: 200 },
    );
    expect(Math.min(seen.enough, seen.refused)).toBeGreaterThan(20);
  });
});
