import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Improvement, ImprovementGoal, ImprovementPlan } from "goodwill/experience";
import {
  EXPERIENCE_SENTENCES,
  assessFit,
  improvementFront,
  planImprovements,
} from "goodwill/experience";
import { explain } from "goodwill/shared";
import golden from "../../golden/improvements.json" with { type: "json" };
import type { WholePlan } from "./brute-force.js";
import { FACTORS, samples } from "./samples.js";
import { COST_UNIT, VALUE_UNIT, allPlans, bestPlan, frontOf } from "./brute-force.js";

const retailer = golden as unknown as ImprovementGoal & {
  readonly candidates: readonly Improvement[];
  readonly optimum: readonly (typeof golden.optimum)[number][];
  readonly front: readonly (typeof golden.front)[number][];
};
const goal: ImprovementGoal = {
  importance: retailer.importance,
  shortfall: retailer.shortfall,
};

function planned(
  candidates: readonly Improvement[],
  options: ImprovementGoal & { budget: number },
): ImprovementPlan {
  const plan = planImprovements(candidates, options);
  if (!plan.ok) throw new Error(plan.error.code);
  return plan.value;
}

function ids(plan: ImprovementPlan): string[] {
  return plan.chosen.map(({ id }) => id);
}

function reasonsOf(plan: ImprovementPlan): Record<string, string> {
  return Object.fromEntries(plan.leftOut.map(({ id, reason }) => [id, reason.code]));
}

/** What is often done: again and again the candidate of most added value for its cost, while the budget pays. */
function greedyValue(candidates: readonly Improvement[], budget: number): number {
  const taken: Improvement[] = [];
  const points = new Map<string, number>();
  const credit = (factor: string, sum: number): number =>
    (goal.importance[factor] ?? 0) * Math.min(sum, goal.shortfall[factor] ?? 0);
  const gainOf = ({ effects }: Improvement): number =>
    Object.entries(effects).reduce((sum, [factor, added]) => {
      const before = points.get(factor) ?? 0;
      return sum + credit(factor, before + added) - credit(factor, before);
    }, 0);
  let left = budget;
  let value = 0;
  for (;;) {
    const possible = candidates.filter(
      (one) =>
        !taken.includes(one) &&
        one.cost <= left &&
        gainOf(one) > 0 &&
        !taken.some((other) => (other.excludes ?? []).includes(one.id)),
    );
    if (possible.length === 0) return value;
    const best = possible.reduce((a, b) => (gainOf(b) / b.cost > gainOf(a) / a.cost ? b : a));
    value += gainOf(best);
    left -= best.cost;
    for (const [factor, added] of Object.entries(best.effects)) {
      points.set(factor, (points.get(factor) ?? 0) + added);
    }
    taken.push(best);
  }
}

describe("the retailer's improvements", () => {
  it("EXP-6: the golden case has eleven budgets and a front of fifteen points", () => {
    expect(retailer.optimum).toHaveLength(11);
    expect(retailer.front).toHaveLength(15);
  });

  it.each(retailer.optimum)(
    "EXP-6: with a budget of $budget the best set is worth $value at cost $cost",
    ({ budget, value, cost, chosen }) => {
      const plan = planned(retailer.candidates, { ...goal, budget });
      expect({ value: plan.value, cost: plan.cost, chosen: ids(plan).sort() }).toEqual({
        value,
        cost,
        chosen,
      });
    },
  );

  it("EXP-6: the front of cost and value is exact, and a plan carries it up to its budget", () => {
    const front = improvementFront(retailer.candidates, goal);
    expect(front.ok && front.value).toEqual(retailer.front);
    for (const { budget } of retailer.optimum) {
      const plan = planned(retailer.candidates, { ...goal, budget });
      expect(plan.front).toEqual(retailer.front.filter(({ cost }) => cost <= budget));
    }
  });

  it("EXP-6: taking the most value for money first loses at 6 of 11 budgets", () => {
    const greedy = retailer.optimum.map(({ budget }) => greedyValue(retailer.candidates, budget));
    expect(greedy).toEqual(retailer.optimum.map((one) => one.greedy_value));
    const plans = retailer.optimum.map(({ budget }) =>
      planned(retailer.candidates, { ...goal, budget }),
    );
    expect(plans.filter((plan, k) => plan.value > greedy[k]!)).toHaveLength(6);
    expect(plans.filter((plan, k) => plan.value < greedy[k]!)).toHaveLength(0);
  });

  it("EXP-6: every candidate left out says why, with the numbers", () => {
    const plan = planned(retailer.candidates, { ...goal, budget: 75 });
    expect(plan.leftOut.map(({ reason }) => reason)).toEqual([
      {
        code: "excluded-by",
        params: {
          improvement: "A1 extend opening hours",
          by: "A2 click and collect",
          bestValue: 26,
          planValue: 43,
        },
      },
      { code: "over-budget", params: { improvement: "A3 full omnichannel", cost: 90, budget: 75 } },
      {
        code: "outweighed",
        params: { improvement: "B1 range refresh", bestValue: 26, planValue: 43 },
      },
      {
        code: "outweighed",
        params: { improvement: "B2 quality programme", bestValue: 8, planValue: 43 },
      },
      {
        code: "outweighed",
        params: { improvement: "D1 loyalty club", bestValue: 23, planValue: 43 },
      },
      { code: "over-budget", params: { improvement: "D2 account managers", cost: 80, budget: 75 } },
      {
        code: "outweighed",
        params: { improvement: "E1 price match", bestValue: 15, planValue: 43 },
      },
    ]);
    for (const { reason } of plan.leftOut) {
      expect(explain(reason, EXPERIENCE_SENTENCES)).toContain(String(reason.params["improvement"]));
    }
  });

  it("EXP-6: the trace adds to the plan's value, factor by factor", () => {
    const plan = planned(retailer.candidates, { ...goal, budget: 235 });
    expect(plan.trace.value).toBe(73);
    expect(plan.trace.parts?.map(({ params, value }) => [params?.["factor"], value])).toEqual([
      ["product", 8],
      ["service", 7],
      ["relationship", 5],
      ["convenience", 45],
      ["brand_image", 0],
      ["price", 8],
    ]);
    expect(explain(plan.trace, EXPERIENCE_SENTENCES)).toContain(
      "convenience: importance 9 x 5 points credited of 5 to close = 45.",
    );
    // The loyalty club adds two points, but only one is missing.
    expect(plan.chosen.find(({ id }) => id === "D1 loyalty club")?.credited).toEqual({
      relationship: 1,
    });
  });
});

describe("why a candidate is left out", () => {
  const one = { importance: { service: 2 }, shortfall: { service: 3 } };

  it("EXP-3: a candidate that lacks a capability is left out before the choice", () => {
    const candidates: Improvement[] = [
      {
        id: "robots",
        cost: 1,
        effects: { service: 3 },
        fit: { people: "missing", technology: "missing" },
      },
      { id: "training", cost: 9, effects: { service: 1 }, fit: { people: "attainable" } },
    ];
    const plan = planned(candidates, { ...one, budget: 10 });
    expect(ids(plan)).toEqual(["training"]);
    expect(plan.leftOut).toEqual([
      {
        id: "robots",
        cost: 1,
        reason: {
          code: "no-fit",
          params: { improvement: "robots", dimensions: "people, technology" },
        },
      },
    ]);
    const front = improvementFront(candidates, one);
    expect(front.ok && front.value.map(({ chosen }) => chosen)).toEqual([[], ["training"]]);
  });

  it("EXP-3: fit is judged in four dimensions, each with its reason", () => {
    const fit = { strategy: "ready", people: "attainable", technology: "missing" } as const;
    const assessment = assessFit({ id: "robots", cost: 1, effects: {}, fit });
    expect(assessment.fits).toBe(false);
    expect(assessment.reasons.map((reason) => explain(reason, EXPERIENCE_SENTENCES))).toEqual([
      "robots fits in strategy: ready.",
      "robots fits in people: attainable with effort.",
      "robots was not judged in process.",
      "robots does not fit in technology: what it needs is missing.",
    ]);
    expect(assessFit({ id: "a", cost: 1, effects: {} }).fits).toBe(true);
  });

  it("EXP-6: no credit where nothing is left to close, unless there is harm to make good", () => {
    const both = { importance: { service: 5, price: 2 }, shortfall: { service: 2 } };
    const discount = { id: "discount", cost: 1, effects: { price: 2 } };
    expect(reasonsOf(planned([discount], { ...both, budget: 9 }))).toEqual({
      discount: "no-credit",
    });
    const dearer = { id: "dearer service", cost: 1, effects: { service: 2, price: -2 } };
    const plan = planned([discount, dearer], { ...both, budget: 9 });
    expect(ids(plan)).toEqual(["discount", "dearer service"]);
    expect(plan.value).toBe(10);
    expect(plan.chosen.map(({ credited }) => credited)).toEqual([
      { price: 0 },
      { service: 2, price: 0 },
    ]);
    expect(planned([dearer], { ...both, budget: 9 }).value).toBe(6);
  });

  it("EXP-6: an equal plan, and one of equal value that costs more", () => {
    const candidates = [
      { id: "a", cost: 4, effects: { service: 3 } },
      { id: "b", cost: 4, effects: { service: 3 } },
      { id: "c", cost: 5, effects: { service: 3 } },
    ];
    const plan = planned(candidates, { ...one, budget: 5 });
    expect(ids(plan)).toEqual(["a"]);
    expect(plan.leftOut.map(({ reason }) => reason)).toEqual([
      { code: "equal-alternative", params: { improvement: "b", planValue: 6, planCost: 4 } },
      { code: "costs-more", params: { improvement: "c", planValue: 6, bestCost: 5, planCost: 4 } },
    ]);
  });

  it("EXP-6: of plans equal in value and cost the one with fewer, then earlier candidates is chosen", () => {
    const free = { id: "free", cost: 0, effects: { service: 1 } };
    const full = { id: "full", cost: 4, effects: { service: 3 } };
    const half = { id: "half", cost: 2, effects: { service: 1.5 } };
    const rest = { id: "rest", cost: 2, effects: { service: 1.5 } };
    expect(ids(planned([free, half, rest, full], { ...one, budget: 4 }))).toEqual(["full"]);
    expect(ids(planned([free, half, rest], { ...one, budget: 2 }))).toEqual(["free", "half"]);
  });

  it("EXP-6: exclusion holds whichever side declares it", () => {
    const a = { id: "a", cost: 1, effects: { service: 1 } };
    const b = { id: "b", cost: 1, effects: { service: 2 } };
    for (const candidates of [
      [{ ...a, excludes: ["b"] }, b],
      [a, { ...b, excludes: ["a"] }],
    ]) {
      const plan = planned(candidates, { ...one, budget: 2 });
      expect(ids(plan)).toEqual(["b"]);
      expect(reasonsOf(plan)).toEqual({ a: "excluded-by" });
    }
  });

  it("EXP-6: decimals add exactly, so three tenths pay for one and two tenths", () => {
    const candidates = [
      { id: "a", cost: 0.1, effects: { service: 0.1 } },
      { id: "b", cost: 0.2, effects: { service: 0.2 } },
    ];
    const plan = planned(candidates, { ...one, budget: 0.3 });
    expect(plan.cost).toBe(0.3);
    expect(plan.credited).toEqual({ service: 0.3 });
    // 0.29 x 100 is 28.999999999999996: a scaled budget must not lose the hundredth.
    expect(
      planned([{ id: "a", cost: 0.29, effects: { service: 1 } }], { ...one, budget: 0.29 }).cost,
    ).toBe(0.29);
  });

  it("EXP-6: no candidate, no budget: the plan does nothing and is worth nothing", () => {
    const plan = planned([], { ...one, budget: 0 });
    expect(plan).toMatchObject({
      cost: 0,
      value: 0,
      chosen: [],
      leftOut: [],
      front: [{ cost: 0, value: 0, chosen: [] }],
    });
  });
});

describe("names and numbers of the host", () => {
  it("EXP-6: a factor may bear any name, even one that objects inherit", () => {
    const parse = (json: string): Record<string, number> =>
      JSON.parse(json) as Record<string, number>;
    for (const factor of ["__proto__", "constructor", "toString", "7"]) {
      const record = (value: number): Record<string, number> =>
        parse(`{${JSON.stringify(factor)}: ${value}}`);
      const named = { importance: record(9), shortfall: record(2) };
      const candidates = [
        { id: "a", cost: 1, effects: record(3) },
        { id: "b", cost: 1, effects: record(1) },
      ];
      const plan = planned(candidates, { ...named, budget: 9 });
      expect(Object.entries(plan.credited)).toEqual([[factor, 2]]);
      expect(plan.chosen.map(({ credited }) => Object.entries(credited))).toEqual([[[factor, 2]]]);
      expect(plan.value).toBe(18);
      expect(plan.trace.parts?.map(({ params, value }) => [params?.["factor"], value])).toEqual([
        [factor, 18],
      ]);
    }
  });
});

function asWhole({
  cost,
  value,
}: {
  cost: number;
  value: number;
}): Pick<WholePlan, "cost" | "value"> {
  return { cost: Math.round(cost * COST_UNIT), value: Math.round(value * VALUE_UNIT) };
}

describe("the search is exact", () => {
  it("EXP-6: plan, ties, front and reasons equal brute force over all subsets", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(samples(12), ({ candidates, budget, ...measure }) => {
        const within = allPlans(candidates, measure).filter(
          ({ cost }) => cost <= Math.round(budget * COST_UNIT),
        );
        const best = bestPlan(within);
        const plan = planned(candidates, { ...measure, budget });
        expect(ids(plan)).toEqual(best.set.map((i) => `c${i}`));
        expect(asWhole(plan)).toEqual({ cost: best.cost, value: best.value });
        const names = (set: readonly number[]): string[] => set.map((i) => `c${i}`);
        expect(plan.front.map((point) => ({ ...asWhole(point), set: point.chosen }))).toEqual(
          frontOf(within).map(({ cost, value, set }) => ({ cost, value, set: names(set) })),
        );
        for (const { id, reason, bestValue } of plan.leftOut) {
          seen.add(reason.code);
          const index = Number(id.slice(1));
          const withIt = within.filter(({ set }) => set.includes(index));
          if (reason.code === "over-budget") {
            expect(withIt).toEqual([]);
            continue;
          }
          if (reason.code === "no-credit") {
            for (const { value, set } of withIt) {
              const without = within.find(
                (other) => names(other.set).join() === names(set.filter((i) => i !== index)).join(),
              );
              expect(without!.value).toBeGreaterThanOrEqual(value);
            }
            continue;
          }
          const forced = bestPlan(withIt);
          expect(Math.round(bestValue! * VALUE_UNIT)).toBe(forced.value);
          const isEqual = forced.value === best.value;
          if (reason.code === "equal-alternative")
            expect(isEqual && forced.cost === best.cost).toBe(true);
          if (reason.code === "costs-more") {
            expect(isEqual).toBe(true);
            expect(Math.round(Number(reason.params["bestCost"]) * COST_UNIT)).toBe(forced.cost);
            expect(forced.cost).toBeGreaterThan(best.cost);
          }
          if (reason.code === "outweighed" || reason.code === "excluded-by")
            expect(isEqual).toBe(false);
        }
      }),
      { numRuns: 150 },
    );
    // Otherwise the samples would not reach the rules.
    expect([...seen].sort()).toEqual([
      "costs-more",
      "equal-alternative",
      "excluded-by",
      "no-credit",
      "outweighed",
      "over-budget",
    ]);
  });

  it("EXP-6: with importances of sixteen digits, as means have them, it is exact but for rounding", () => {
    fc.assert(
      fc.property(samples(10), ({ candidates, budget, importance, shortfall }) => {
        const third = (record: Readonly<Record<string, number>>): Record<string, number> =>
          Object.fromEntries(Object.entries(record).map(([factor, value]) => [factor, value / 3]));
        const measure = { importance: third(importance), shortfall: third(shortfall) };
        const plan = planned(candidates, { ...measure, budget });
        const values = allPlans(candidates, { importance, shortfall })
          .filter(({ cost }) => cost <= Math.round(budget * COST_UNIT))
          .map(({ set }) =>
            FACTORS.reduce((sum, factor) => {
              const points = set.reduce((p, i) => p + (candidates[i]!.effects[factor] ?? 0), 0);
              return (
                sum + measure.importance[factor]! * Math.min(points, measure.shortfall[factor]!)
              );
            }, 0),
          );
        expect(plan.value).toBeCloseTo(Math.max(...values), 9);
      }),
      { numRuns: 100 },
    );
  });

  it("EXP-6: more budget never lowers the value, and the front rises strictly in cost and value", () => {
    fc.assert(
      fc.property(samples(16), fc.nat(2000), ({ candidates, budget, ...measure }, more) => {
        const less = planned(candidates, { ...measure, budget });
        const rich = planned(candidates, { ...measure, budget: budget + more / 100 });
        expect(rich.value).toBeGreaterThanOrEqual(less.value);
        expect(less.cost).toBeLessThanOrEqual(budget);
        const front = improvementFront(candidates, measure);
        if (!front.ok) throw new Error(front.error.code);
        for (let k = 1; k < front.value.length; k += 1) {
          expect(front.value[k]!.cost).toBeGreaterThan(front.value[k - 1]!.cost);
          expect(front.value[k]!.value).toBeGreaterThan(front.value[k - 1]!.value);
        }
        expect(front.value.filter(({ cost }) => cost <= budget)).toEqual(less.front);
      }),
      { numRuns: 60 },
    );
  });

  it("EXP-6: credited points of the chosen add to those of the plan, and the trace to its value", () => {
    fc.assert(
      fc.property(samples(12), ({ candidates, budget, ...measure }) => {
        const plan = planned(candidates, { ...measure, budget });
        const parts = plan.trace.parts ?? [];
        expect(parts.reduce((sum, part) => sum + part.value, 0)).toBe(plan.value);
        expect(plan.trace.value).toBe(plan.value);
        for (const { params, value } of parts) {
          expect(Number(params?.["importance"]) * Number(params?.["credited"])).toBe(value);
        }
        for (const factor of FACTORS) {
          const sum = plan.chosen.reduce(
            (points, { credited }) => points + (credited[factor] ?? 0),
            0,
          );
          expect(sum).toBeCloseTo(plan.credited[factor]!, 10);
        }
        expect(plan.chosen.length + plan.leftOut.length).toBe(candidates.length);
      }),
    );
  });
});

describe("what is refused", () => {
  const measure = { importance: { service: 2 }, shortfall: { service: 3 } };
  const fine: Improvement = { id: "a", cost: 1, effects: { service: 1 } };

  it.each<[string, readonly Improvement[], RegExp]>([
    ["an id given twice", [fine, fine], /two candidates have the id "a"/],
    ["an unknown excluded id", [{ ...fine, excludes: ["z"] }], /candidate "a" excludes "z"/],
    [
      "a candidate that excludes itself",
      [{ ...fine, excludes: ["a"] }],
      /candidate "a" excludes "a"/,
    ],
    [
      "a factor without importance",
      [{ ...fine, effects: { taste: 1 } }],
      /candidate "a" affects "taste"/,
    ],
    ["a factor named like a method", [{ ...fine, effects: { toString: 1 } }], /affects "toString"/],
    ["a negative cost", [{ ...fine, cost: -1 }], /cost of candidate "a" .* got -1/],
    [
      "a cost that is no number",
      [{ ...fine, cost: Number.NaN }],
      /cost of candidate "a" .* got NaN/,
    ],
    [
      "points without end",
      [{ ...fine, effects: { service: Infinity } }],
      /candidate "a" .* got Infinity/,
    ],
  ])("EXP-6: %s", (_name, candidates, message) => {
    expect(() => planImprovements(candidates, { ...measure, budget: 1 })).toThrow(message);
    expect(() => improvementFront(candidates, measure)).toThrow(RangeError);
  });

  it.each<[string, object, RegExp]>([
    ["a negative budget", { budget: -1 }, /budget .* got -1/],
    ["a budget without end", { budget: Infinity }, /budget .* got Infinity/],
    ["a negative importance", { importance: { service: -1 } }, /importance of "service" .* got -1/],
    ["a negative shortfall", { shortfall: { service: -1 } }, /shortfall of "service" .* got -1/],
    ["a shortfall without importance", { shortfall: { taste: 1 } }, /"taste" has a shortfall/],
    ["a limit of states below two", { policy: { maximumStates: 1 } }, /maximumStates .* got 1/],
  ])("EXP-6: %s", (_name, wrong, message) => {
    expect(() => planImprovements([fine], { ...measure, budget: 1, ...wrong })).toThrow(message);
  });

  it("EXP-6: too many combinations are refused as data, never answered by guess", () => {
    const many = Array.from({ length: 24 }, (_, i) => ({
      id: `c${i}`,
      cost: 1000 + ((i * 7919) % 613),
      effects: { product: ((i * 31) % 17) / 10 + 0.1, service: ((i * 53) % 19) / 10 + 0.1 },
    }));
    const wide = { importance: { product: 7, service: 8 }, shortfall: { product: 9, service: 9 } };
    const policy = { maximumStates: 3 };
    const error = { code: "too-many-combinations", candidates: 24, maximumStates: 3 };
    expect(planImprovements(many, { ...wide, budget: 9000, policy })).toEqual({ ok: false, error });
    expect(improvementFront(many, { ...wide, policy })).toEqual({ ok: false, error });
    expect(planImprovements(many, { ...wide, budget: 9000 }).ok).toBe(true);
  });
});
