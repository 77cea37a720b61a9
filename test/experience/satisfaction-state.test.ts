import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  EXPERIENCE_SENTENCES,
  rescaleRating,
  satisfactionShade,
  satisfactionState,
} from "goodwill/experience";
import type { EncounterFacts } from "goodwill/experience";
import { explain } from "goodwill/shared";

describe("satisfactionState", () => {
  it.each([
    [4, 5, "dissatisfied"],
    [9, 10, "dissatisfied"],
    [5, 5, "satisfied"],
    [10, 10, "satisfied"],
    [7, 3, "satisfied"],
    [8, 7.5, "satisfied"],
    [8, 7, "delighted"],
    [10, 2, "delighted"],
    [7.9, 2, "satisfied"],
  ] as const)(
    "EXP-7: experience %f against %f expected is %s",
    (experience, expectation, state) => {
      expect(satisfactionState({ experience, expectation })).toBe(state);
    },
  );

  it("EXP-7: a rounding error makes nobody dissatisfied and hides no surprise", () => {
    expect(0.3 < 0.1 + 0.2).toBe(true);
    expect(satisfactionState({ experience: 0.3, expectation: 0.1 + 0.2 })).toBe("satisfied");
    expect(8.2 - 7.2 < 1).toBe(true);
    expect(satisfactionState({ experience: 8.2, expectation: 7.2 })).toBe("delighted");
    expect(satisfactionState({ experience: 8.2, expectation: 7.201 })).toBe("satisfied");
  });

  it("EXP-7: delight is policy", () => {
    const policy = { surpriseShare: 0.3, excellentShare: 0.5 };
    expect(satisfactionState({ experience: 6, expectation: 3 }, { policy })).toBe("delighted");
    expect(satisfactionState({ experience: 6, expectation: 4 }, { policy })).toBe("satisfied");
    expect(satisfactionState({ experience: 4, expectation: 0 }, { policy })).toBe("satisfied");
  });

  it("EXP-7: the state does not depend on the scale", () => {
    const rating = fc.nat({ max: 10 });
    const from = { min: 0, max: 10 };
    fc.assert(
      fc.property(
        rating,
        rating,
        fc.constantFrom({ min: 1, max: 5 }, { min: 1, max: 7 }, { min: -50, max: 50 }),
        (experience, expectation, to) => {
          const moved = {
            experience: rescaleRating(experience, { from, to }),
            expectation: rescaleRating(expectation, { from, to }),
          };
          expect(satisfactionState(moved, { scale: to })).toBe(
            satisfactionState({ experience, expectation }),
          );
        },
      ),
    );
  });

  it("refuses figures off the scale and shares that are none", () => {
    expect(() => satisfactionState({ experience: 11, expectation: 5 })).toThrow(
      new RangeError("Cannot judge satisfaction: experience must lie on 0..10, got 11"),
    );
    expect(() => satisfactionState({ experience: 1, expectation: Number.NaN })).toThrow(
      "expectation",
    );
  });

  it.each([
    [null, "null"],
    ["7", '"7"'],
    [true, "true"],
    [Number.NaN, "NaN"],
    [undefined, "undefined"],
  ])("refuses %j for a number, naming the field", (value, shown) => {
    const figure = value as number;
    for (const [name, facts] of [
      ["experience", { experience: figure, expectation: 5 }],
      ["expectation", { experience: 9, expectation: figure }],
    ] as const) {
      expect(() => satisfactionState(facts)).toThrow(
        new RangeError(`Cannot judge satisfaction: ${name} must lie on 0..10, got ${shown}`),
      );
    }
  });

  it.each([1.5, -0.1, Number.NaN, null, "0.1", undefined] as number[])(
    "refuses %j for a share of the policy",
    (share) => {
      const facts = { experience: 1, expectation: 1 };
      expect(() =>
        satisfactionState(facts, { policy: { surpriseShare: share, excellentShare: 0.2 } }),
      ).toThrow(/^Cannot judge satisfaction: surpriseShare must lie from 0 to 1, got/);
      expect(() =>
        satisfactionShade(facts, { policy: { surpriseShare: 0.1, excellentShare: share } }),
      ).toThrow(/^Cannot judge satisfaction: excellentShare must lie from 0 to 1, got/);
    },
  );
});

describe("satisfactionShade", () => {
  const cases: readonly (readonly [string, EncounterFacts])[] = [
    ["contentment", { experience: 6, expectation: 6 }],
    [
      "contentment",
      { experience: 6, expectation: 6, previousExperience: 6, previousSatisfaction: 0 },
    ],
    ["pleasure", { experience: 6.5, expectation: 6 }],
    ["pleasure", { experience: 6, expectation: 6, previousExperience: 5 }],
    ["novelty", { experience: 6, expectation: 6, firstEncounter: true }],
    ["novelty", { experience: 5, firstEncounter: true }],
    ["surprise", { experience: 7, expectation: 6 }],
    ["surprise", { experience: 7, expectation: 6, firstEncounter: true }],
    ["surprise", { experience: 7, expectation: 6, previousExperience: 9, previousSatisfaction: 1 }],
    ["relief", { experience: 6, expectation: 6, previousSatisfaction: -1 }],
    ["relief", { experience: 10, expectation: 2, previousSatisfaction: -0.5 }],
  ];

  it.each(cases)("EXP-7: %s, by the first rule that fits: %j", (shade, facts) => {
    const found = satisfactionShade(facts)!;
    expect(found.shade).toBe(shade);
    expect(found.reason.code).toBe(`shade-${shade}`);
    expect(explain(found.reason, EXPERIENCE_SENTENCES)).toMatch(new RegExp(`^${shade}`, "i"));
  });

  it("EXP-7: the reason carries the facts that decided", () => {
    const relief = satisfactionShade({ experience: 7, expectation: 6, previousSatisfaction: -3 })!;
    expect(relief.reason.params).toEqual({ experience: 7, expected: 6, shortfall: 3 });
    expect(explain(relief.reason, EXPERIENCE_SENTENCES)).toBe(
      "Relief: 7 against 6 expected, after a last time that fell short by 3.",
    );
  });

  it("EXP-7: there is no shade for the dissatisfied, nor where satisfaction is unknown", () => {
    expect(
      satisfactionShade({ experience: 5, expectation: 6, previousSatisfaction: -3 }),
    ).toBeUndefined();
    expect(satisfactionShade({ experience: 9 })).toBeUndefined();
    expect(satisfactionShade({ experience: 4, firstEncounter: true })).toBeUndefined();
  });

  it("EXP-7: has a shade exactly where the state is not dissatisfied", () => {
    const rating = fc.double({ min: 0, max: 10, noNaN: true });
    fc.assert(
      fc.property(
        rating,
        rating,
        fc.boolean(),
        fc.option(fc.double({ min: -10, max: 10, noNaN: true }), { nil: undefined }),
        (experience, expectation, firstEncounter, previousSatisfaction) => {
          const facts = {
            experience,
            expectation,
            firstEncounter,
            ...(previousSatisfaction !== undefined && { previousSatisfaction }),
          };
          const isDissatisfied = satisfactionState({ experience, expectation }) === "dissatisfied";
          expect(satisfactionShade(facts) === undefined).toBe(isDissatisfied);
        },
      ),
    );
  });

  it("refuses figures off the scale", () => {
    expect(() =>
      satisfactionShade({ experience: 5, expectation: 5, previousExperience: 12 }),
    ).toThrow("previousExperience");
    expect(() =>
      satisfactionShade({ experience: 5, expectation: 5, previousSatisfaction: -11 }),
    ).toThrow("previousSatisfaction");
    expect(() => satisfactionShade({ experience: Number.NaN })).toThrow("experience");
  });

  it.each([null, "7", true, Number.NaN] as number[])(
    "refuses %j for a number, naming the field",
    (figure) => {
      const facts = { experience: 9, expectation: 5 };
      for (const name of [
        "experience",
        "expectation",
        "previousExperience",
        "previousSatisfaction",
      ] as const) {
        expect(() => satisfactionShade({ ...facts, [name]: figure })).toThrow(
          new RegExp(`^Cannot judge satisfaction: ${name} .*, got "?${String(figure)}"?$`),
        );
      }
    },
  );

  it("refuses facts without an experience, and a first encounter that is neither yes nor no", () => {
    expect(() => satisfactionShade({ expectation: 5 } as EncounterFacts)).toThrow(
      "experience must lie on 0..10, got undefined",
    );
    const text = { experience: 9, firstEncounter: "no" } as unknown as EncounterFacts;
    expect(() => satisfactionShade(text)).toThrow(
      new TypeError('Cannot judge satisfaction: firstEncounter must be true or false, got "no"'),
    );
  });
});
