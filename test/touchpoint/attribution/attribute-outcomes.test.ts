import { readFileSync } from "node:fs";
import fc from "fast-check";
import {
  attributeOutcomes,
  attributionPath,
  DEFAULT_ATTRIBUTION_POLICY,
  type Attribution,
  type AttributionModel,
  type AttributionPath,
  type AttributionPolicy,
} from "goodwill/touchpoint";
import { describe, expect, it } from "vitest";
import golden from "../../golden/attribution.json" with { type: "json" };
import { sharedData } from "../../shared-data.js";
import { anyPath, fraction, TINY } from "./made-paths.js";

const MODELS = [
  "first",
  "last",
  "last-non-direct",
  "linear",
  "position-based",
  "time-decay",
  "markov",
  "shapley",
] as const;
const ORDERS = [1, 2, 3] as const;

function policy(changes: Partial<AttributionPolicy>): AttributionPolicy {
  return { ...DEFAULT_ATTRIBUTION_POLICY, ...changes };
}

function creditOf({ credits }: Attribution, touchpoint: string): Attribution["credits"][number] {
  const found = credits.find((credit) => credit.touchpoint === touchpoint);
  if (found === undefined) throw new Error(`no credit for ${touchpoint}`);
  return found;
}

function expectNear(
  actual: number | undefined,
  expected: number,
  { relative = 1e-13, absolute = 0 }: { relative?: number; absolute?: number } = {},
): void {
  const message = `${String(actual)} and ${String(expected)}`;
  const allowed = relative * Math.abs(expected) + absolute;
  expect(Math.abs(actual! - expected), message).toBeLessThanOrEqual(allowed);
}

describe("attributeOutcomes on paths whose answers are known as fractions", () => {
  it.each(Object.entries(golden.heuristics))("TP-9: %s", (model, expected) => {
    const found = attributeOutcomes(TINY, {
      model: model as AttributionModel,
      policy: policy({ halfLifeSteps: 1 }),
    });
    for (const [touchpoint, [conversions, value]] of Object.entries(expected)) {
      expectNear(creditOf(found, touchpoint).conversions, fraction(conversions!));
      expectNear(creditOf(found, touchpoint).value, fraction(value!));
    }
  });

  it("TP-9: the Shapley value, as over all orders in which touchpoints could come together", () => {
    const found = attributeOutcomes(TINY, { model: "shapley" });
    for (const [touchpoint, [conversions, value]] of Object.entries(golden.shapley)) {
      expectNear(creditOf(found, touchpoint).conversions, fraction(conversions!));
      expectNear(creditOf(found, touchpoint).value, fraction(value!));
    }
  });

  it.each(ORDERS)("TP-9: the removal effect of a chain of order %i", (markovOrder) => {
    const found = attributeOutcomes(TINY, { model: "markov", policy: policy({ markovOrder }) });
    expect(found.order).toBe(markovOrder);
    for (const [touchpoint, figures] of Object.entries(golden.markov[markovOrder])) {
      const [effect, valueEffect, conversions, value] = figures.map(fraction);
      const credit = creditOf(found, touchpoint);
      expectNear(credit.removalEffect, effect!);
      expectNear(credit.valueRemovalEffect, valueEffect!);
      expectNear(credit.conversions, conversions!);
      expectNear(credit.value, value!);
    }
  });
});

describe("attributeOutcomes, model by model", () => {
  const one = (text: string): AttributionPath =>
    attributionPath(text, { conversions: 1, nulls: 0 });
  const sharesOf = (
    row: AttributionPath,
    model: AttributionModel,
    changes = {},
  ): (number | undefined)[] => {
    const found = attributeOutcomes([row], { model, policy: policy(changes) });
    return [...new Set(row.steps)].map((touchpoint) => creditOf(found, touchpoint).share);
  };

  it("TP-9: last-non-direct passes over direct steps; when all are direct, the last keeps it", () => {
    expect(sharesOf(one("a > b > direct > direct"), "last-non-direct")).toEqual([0, 1, 0]);
    expect(sharesOf(one("direct > direct"), "last-non-direct")).toEqual([1]);
    expect(sharesOf(one("a > b"), "last-non-direct", { directTouchpoints: ["a", "b"] })).toEqual([
      0, 1,
    ]);
  });

  it("TP-9: position-based shares 100, then in proportion, then with those between", () => {
    expect(sharesOf(one("a"), "position-based")).toEqual([1]);
    expect(sharesOf(one("a > b"), "position-based")).toEqual([0.5, 0.5]);
    const skewed = { firstShare: 0.6, lastShare: 0.2 };
    expect(
      sharesOf(one("a > b"), "position-based", skewed).map((share) => share?.toFixed(12)),
    ).toEqual(["0.750000000000", "0.250000000000"]);
    expect(
      sharesOf(one("a > b > c > d"), "position-based").map((share) => share?.toFixed(12)),
    ).toEqual(["0.400000000000", "0.100000000000", "0.100000000000", "0.400000000000"]);
  });

  it("TP-9: time-decay halves by days where they are known, else by steps", () => {
    expect(sharesOf(one("a > b"), "time-decay", { halfLifeSteps: 1 })).toEqual([1 / 3, 2 / 3]);
    const dated = { ...one("a > b"), daysBefore: [16, 2] };
    expect(sharesOf(dated, "time-decay", { halfLifeDays: 7 })).toEqual([0.2, 0.8]);
    const ancient = { ...one("a > b"), daysBefore: [1_000_007, 1_000_000] };
    expect(sharesOf(ancient, "time-decay", { halfLifeDays: 7 })).toEqual([1 / 3, 2 / 3]);
  });

  it("TP-9: a path of 10,000 steps is shared like any other", () => {
    const steps = Array.from({ length: 10_000 }, (_, at) => `t${String(at % 7)}`);
    for (const model of MODELS) {
      const { credits } = attributeOutcomes([{ steps, conversions: 2, nulls: 1 }], {
        model,
        policy: policy({ markovOrder: 3, halfLifeSteps: 1 }),
      });
      expectNear(
        credits.reduce((sum, { conversions }) => sum + conversions, 0),
        2,
        { relative: 1e-11 },
      );
    }
  });
});

describe("attributeOutcomes where there is little to share", () => {
  it.each(MODELS)(
    "%s: no rows, no conversion, no counts and one touchpoint each have an answer",
    (model) => {
      const nothing = { model, conversions: 0, value: 0, paths: 0, credits: [] };
      expect(attributeOutcomes([], { model })).toMatchObject(nothing);
      const lost = attributeOutcomes([{ steps: ["a", "b"], conversions: 0, nulls: 3 }], { model });
      expect(lost).toMatchObject({ paths: 3, conversions: 0 });
      expect(lost.credits).toEqual([
        { touchpoint: "a", conversions: 0, value: 0 },
        { touchpoint: "b", conversions: 0, value: 0 },
      ]);
      const uncounted = attributeOutcomes([{ steps: ["a"], conversions: 0, nulls: 0 }], { model });
      expect(uncounted).toMatchObject({ paths: 0, credits: [{ touchpoint: "a", conversions: 0 }] });
      const alone = attributeOutcomes([{ steps: ["a", "a"], conversions: 2, nulls: 5, value: 9 }], {
        model,
      });
      expect(alone.credits).toMatchObject([
        { touchpoint: "a", conversions: 2, value: 9, share: 1 },
      ]);
      expect("removalEffect" in alone.credits[0]!).toBe(model === "markov");
    },
  );

  it.each<[Partial<AttributionPath>, string]>([
    [{ steps: [] }, "at least one step, got none"],
    [{ steps: ["a", ""] }, "a step must have a name"],
    [{ conversions: -1 }, "conversions must be a whole number of at least 0, got -1"],
    [{ conversions: 0.5 }, "got 0.5"],
    [{ nulls: Number.NaN }, "nulls must be a whole number of at least 0, got NaN"],
    [{ value: -2 }, "value must be a finite number of at least 0, got -2"],
    [{ value: Infinity }, "got Infinity"],
    [{ conversions: 0, value: 3 }, "without a conversion there is no value, got 3"],
    [{ daysBefore: [3] }, "one entry a step, got 1 for 2"],
    [{ daysBefore: [1, 2] }, "never rise from step to step, got 2"],
    [{ daysBefore: [1, -1] }, "got -1"],
  ])("refuses %j", (wrong, message) => {
    const row = { steps: ["a", "b"], conversions: 1, nulls: 1, ...wrong };
    expect(() => attributeOutcomes([row], { model: "linear" })).toThrow(
      `Cannot attribute the outcome of a path: `,
    );
    expect(() => attributeOutcomes([row], { model: "markov" })).toThrow(message);
  });

  it.each<[Partial<AttributionPolicy>, string]>([
    [{ firstShare: 0.7 }, "got 0.7 and 0.4"],
    [{ firstShare: 0, lastShare: 0 }, "got 0 and 0"],
    [{ firstShare: -0.1 }, "got -0.1 and 0.4"],
    [{ halfLifeDays: 0 }, "a half-life must be above 0, got 0"],
    [{ halfLifeSteps: Number.NaN }, "got NaN"],
    [{ markovOrder: 4 as 3 }, "the order must be 1, 2 or 3, got 4"],
  ])("refuses the policy %j", (changes, message) => {
    const options = { model: "linear", policy: policy(changes) } as const;
    expect(() => attributeOutcomes([], options)).toThrow(`Cannot attribute outcomes: `);
    expect(() => attributeOutcomes([], options)).toThrow(message);
  });
});

describe("attributeOutcomes on any paths", () => {
  const rows = fc.array(anyPath, { minLength: 1, maxLength: 12 });

  it("TP-9: credits add up to conversions and value, and none is negative", () => {
    fc.assert(
      fc.property(
        rows,
        fc.constantFrom(...MODELS),
        fc.constantFrom(...ORDERS),
        (drawn, model, markovOrder) => {
          const found = attributeOutcomes(drawn, { model, policy: policy({ markovOrder }) });
          const sum = (of: "conversions" | "value"): number =>
            found.credits.reduce((total, credit) => total + credit[of], 0);
          expectNear(sum("conversions"), found.conversions, { relative: 1e-12 });
          expectNear(sum("value"), found.value, { relative: 1e-12 });
          for (const { conversions, value, removalEffect = 0 } of found.credits) {
            expect(Math.min(conversions, value, removalEffect)).toBeGreaterThanOrEqual(0);
            expect(removalEffect).toBeLessThanOrEqual(1);
          }
        },
      ),
    );
  });

  it("TP-9: equal rows add up, and the order of rows does not matter", () => {
    fc.assert(
      fc.property(
        rows,
        fc.constantFrom(...MODELS),
        fc.constantFrom(...ORDERS),
        (drawn, model, markovOrder) => {
          const options = { model, policy: policy({ markovOrder }) };
          const doubled = drawn.map(({ conversions, nulls, value, ...rest }) => ({
            ...rest,
            conversions: 2 * conversions,
            nulls: 2 * nulls,
            ...(value !== undefined && { value: 2 * value }),
          }));
          const twice = attributeOutcomes([...drawn, ...drawn.toReversed()], options);
          // To the last digit, as counts are whole.
          expect(attributeOutcomes(doubled.toReversed(), options)).toEqual(twice);
        },
      ),
    );
  });

  it("TP-9: a touchpoint on every path, at its beginning, has removal effect 1", () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(...ORDERS), (drawn, markovOrder) => {
        const through = drawn.map(({ steps, conversions, nulls }) => ({
          steps: ["z", ...steps],
          conversions,
          nulls,
        }));
        fc.pre(through.some(({ conversions }) => conversions > 0));
        const found = attributeOutcomes(through, {
          model: "markov",
          policy: policy({ markovOrder }),
        });
        expectNear(creditOf(found, "z").removalEffect, 1, { relative: 1e-14 });
      }),
    );
  });
});

const csv = sharedData("data/experience/pathdata.csv");
const json = sharedData("data/experience/ref_attribution_pathdata.json");

describe.skipIf(csv === undefined || json === undefined)(
  "attributeOutcomes on 10,000 aggregated rows (skipped where ../shared is absent)",
  () => {
    const [, ...lines] = csv === undefined ? [""] : readFileSync(csv, "utf8").trim().split(/\r?\n/);
    const rows = lines.map((line) => {
      const [path = "", conversions, value, nulls] = line.split(",");
      const counts = {
        conversions: Number(conversions),
        nulls: Number(nulls),
        value: Number(value),
      };
      return attributionPath(path, counts);
    });
    const { exact } = (
      json === undefined ? { exact: {} } : JSON.parse(readFileSync(json, "utf8"))
    ) as {
      exact: Record<
        string,
        Record<string, Record<string, number> & Record<string, Record<string, number>>>
      >;
    };

    it.each<[AttributionModel, string, Partial<AttributionPolicy>]>([
      ["first", "first", {}],
      ["last", "last", {}],
      ["last-non-direct", "last", {}],
      ["linear", "linear", {}],
      ["position-based", "position_40_20_40", {}],
      ["time-decay", "decay_half_per_step", { halfLifeSteps: 1 }],
      ["time-decay", "decay_halflife7_steps", {}],
    ])("TP-9: %s agrees with the reference %s", (model, key, changes) => {
      const { credits, conversions, paths } = attributeOutcomes(rows, {
        model,
        policy: policy(changes),
      });
      expect([conversions, paths, credits.length]).toEqual([19_785, 88_387, 12]);
      for (const { touchpoint, ...credit } of credits) {
        const expected = exact["heuristics"]![touchpoint]!;
        expectNear(credit.conversions, Number(expected[key]), { relative: 1e-12 });
        expectNear(credit.value, Number(expected[`${key}_value`]), { relative: 1e-12 });
      }
    });

    it("TP-9: Shapley agrees with the reference", () => {
      const expected = exact["shapley"]!["subset_conversions"]!;
      for (const { touchpoint, conversions } of attributeOutcomes(rows, { model: "shapley" })
        .credits)
        expectNear(conversions, Number(expected[touchpoint]), { relative: 1e-12 });
    });

    // The reference takes 1 - r / b in double precision, which rounds an effect by up to 2e-16 whatever its size.
    const rounding = 2e-16;

    it.each([
      ["markov_order1_collapsed", 1],
      ["markov_order1_selfloops", 1],
      ["markov_order2_collapsed", 2],
      ["markov_order3_collapsed", 3],
    ] as const)("TP-9: Markov agrees with the reference %s", (key, markovOrder) => {
      const { credits } = attributeOutcomes(rows, {
        model: "markov",
        policy: policy({ markovOrder }),
      });
      const expected = exact[key]!;
      expect(credits).toHaveLength(12);
      for (const { touchpoint, ...credit } of credits) {
        const effect = Number(expected["removal_effect"]![touchpoint]);
        const valueEffect = Number(expected["removal_effect_value"]![touchpoint]);
        expectNear(credit.removalEffect, effect, { relative: 1e-12, absolute: rounding });
        expectNear(credit.valueRemovalEffect, valueEffect, { relative: 1e-12, absolute: rounding });
        const conversions = Number(expected["conversions"]![touchpoint]);
        const value = Number(expected["value"]![touchpoint]);
        expectNear(credit.conversions, conversions, { relative: 1e-12 + rounding / effect });
        expectNear(credit.value, value, { relative: 1e-12 + rounding / valueEffect });
      }
    });
  },
);
