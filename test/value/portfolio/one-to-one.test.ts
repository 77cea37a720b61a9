import { explain } from "goodwill/shared";
import {
  ONE_TO_ONE_CLASSES,
  oneToOneClass,
  oneToOnePolicyOf,
  type OneToOneClassOptions,
  type OneToOneFigures,
  type OneToOneFinding,
  VALUE_SENTENCES,
} from "goodwill/value";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const policy = { highValue: 1000, highPotential: 500 };

function figures(presentValue: number, potential: number, costToServe = 0): OneToOneFigures {
  return { presentValue, potential, costToServe };
}

function finding(
  given: OneToOneFigures,
  options: Partial<OneToOneClassOptions> = {},
): OneToOneFinding {
  const result = oneToOneClass(given, { policy, ...options });
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

function said({ reasons }: OneToOneFinding): string[] {
  return reasons.map((reason) => explain(reason, VALUE_SENTENCES));
}

describe("one-to-one classes", () => {
  test("VAL-2: each class at its bounds, which count as reached", () => {
    const classOf = (...given: Parameters<typeof figures>): string =>
      finding(figures(...given)).class;
    expect(classOf(1000, 499)).toBe("most-valuable");
    expect(classOf(1000, 500)).toBe("super-growth");
    expect(classOf(999, 500)).toBe("most-growable");
    expect(classOf(999, 499)).toBe("low-maintenance");
    expect(classOf(1200, 0, 201)).toBe("low-maintenance");
    expect(classOf(100, 50, 150)).toBe("low-maintenance");
    expect(classOf(100, 50, 151)).toBe("below-zero");
    expect(classOf(-700, 600)).toBe("below-zero");
  });

  test("VAL-2: no class takes the basic service away, and where it could seem so it is said", () => {
    const bad = finding(figures(0, 0, 10));
    expect(bad.basicService).toBe(true);
    expect(said(bad)).toEqual([
      "Below zero: net value -10 and potential 0 together are below 0.",
      "Basic service stays as it is: the class below-zero by itself takes nothing away.",
    ]);
  });

  test("VAL-2: a downgrade that nothing explains is refused", () => {
    const before = { class: "most-valuable" } as const;
    const refused = {
      ok: false,
      error: { code: "unexplained-downgrade", from: "most-valuable", to: "low-maintenance" },
    };
    expect(oneToOneClass(figures(900, 0), { policy, before })).toEqual(refused);
    const { code, ...params } = refused.error;
    expect(explain({ code, params }, VALUE_SENTENCES)).toBe(
      "No downgrade from most-valuable to low-maintenance: nothing explains it.",
    );
    expect(oneToOneClass(figures(900, 0), { policy, before, explanation: " " })).toEqual(refused);
    // the same figures before: then the bounds have moved, and figures explain nothing
    const moved = { ...before, figures: figures(950, 0) };
    expect(oneToOneClass(figures(900, 0), { policy, before: moved })).toEqual(refused);
  });

  test("VAL-2: what fell since explains a downgrade, and so do words", () => {
    const before = { class: "most-valuable", figures: figures(1300, 100, 50) } as const;
    const fallen = finding(figures(1200, 100, 400), { before });
    expect([fallen.class, fallen.change]).toEqual(["low-maintenance", "downgrade"]);
    expect(said(fallen)).toEqual([
      "Low-maintenance: net value 800 stays below 1000, potential 100 below 500.",
      "Present value fell from 1300 to 1200.",
      "The cost to serve rose from 50 to 400.",
      "Basic service stays as it is: the class low-maintenance by itself takes nothing away.",
    ]);
    const worded = finding(figures(900, 0), {
      before: { class: "most-valuable" },
      explanation: "The plant was closed.",
    });
    expect(said(worded)[1]).toBe("The downgrade was explained: The plant was closed.");
    const lost = finding(figures(100, 0), {
      before: { class: "most-growable", figures: figures(100, 800) },
    });
    expect(said(lost)[1]).toBe("Potential fell from 800 to 0.");
  });

  test("VAL-2: upgrades and equal classes need no explanation", () => {
    const before = { class: "low-maintenance" } as const;
    expect(finding(figures(1000, 0), { before }).change).toBe("upgrade");
    expect(finding(figures(900, 0), { before }).change).toBe("same");
    expect(finding(figures(900, 0)).change).toBe("first");
  });

  test("VAL-2: a small customer with growth potential is flagged", () => {
    const small = finding(figures(100, 600));
    expect([small.class, small.growthFlag]).toEqual(["most-growable", true]);
    expect(said(small)[1]).toBe(
      "A small customer that may become a large one: net value 100 could be 700.",
    );
    // potential below its bound, but enough to become valuable
    expect(finding(figures(600, 400))).toMatchObject({
      class: "low-maintenance",
      growthFlag: true,
    });
    expect(finding(figures(599, 400)).growthFlag).toBe(false);
    expect(finding(figures(1000, 600)).growthFlag).toBe(false);
    expect(finding(figures(-700, 600)).growthFlag).toBe(false);
  });

  test("VAL-2: figures, bounds and classes that are none are refused", () => {
    const make =
      (given: object, options: object = {}) =>
      () =>
        oneToOneClass({ ...figures(1, 1), ...given }, { policy, ...options });
    expect(make({ presentValue: NaN })).toThrow(
      "presentValue must be a number within 2^53 - 1, got NaN",
    );
    expect(make({ potential: -1 })).toThrow(
      "potential must be a number of at least 0, at most 2^53 - 1, got -1",
    );
    expect(make({ costToServe: -1 })).toThrow(
      "costToServe must be a number of at least 0, at most 2^53 - 1, got -1",
    );
    expect(make({}, { policy: { ...policy, highValue: 0 } })).toThrow(
      "highValue must be above 0, got 0",
    );
    expect(make({}, { before: { class: "gold" } })).toThrow("there is no class before, got gold");
    expect(make({}, { before: { class: "below-zero", figures: figures(1, -1) } })).toThrow(
      "got -1",
    );
  });

  test("VAL-2: more value, more potential and less cost never give a lower class", () => {
    const amount = fc.integer({ min: 0, max: 2000 });
    const any = fc.tuple(fc.integer({ min: -500, max: 2000 }), amount, amount);
    fc.assert(
      fc.property(
        any,
        fc.tuple(amount, amount, amount),
        ([p, q, c], [moreValue, morePotential, lessCost]) => {
          const worse = finding(figures(p, q, c));
          const better = finding(
            figures(p + moreValue, q + morePotential, Math.max(0, c - lessCost)),
          );
          const place = (one: OneToOneFinding): number => ONE_TO_ONE_CLASSES.indexOf(one.class);
          expect(place(better)).toBeLessThanOrEqual(place(worse));
          // and what was better before explains the fall
          const before = {
            class: better.class,
            figures: figures(p + moreValue, q + morePotential, Math.max(0, c - lessCost)),
          };
          expect(oneToOneClass(figures(p, q, c), { policy, before }).ok).toBe(true);
          expect([worse.basicService, better.basicService]).toEqual([true, true]);
        },
      ),
    );
  });

  test("VAL-2: bounds from a base are what its top shares reach, at least one minor unit", () => {
    const base = [1, 2, 3, 4, 5].map((n) => figures(100 * n, 10 * n, 50));
    expect(oneToOnePolicyOf(base, { valueShare: 0.25, potentialShare: 0.5 })).toEqual({
      highValue: 350,
      highPotential: 30,
    });
    expect(oneToOnePolicyOf([figures(0, 0, 9)])).toEqual({ highValue: 1, highPotential: 1 });
    expect(() => oneToOnePolicyOf([])).toThrow(
      "Cannot find the bounds of one-to-one classes: it needs at least one customer, got none",
    );
    const shares = { valueShare: 0.2, potentialShare: 0.2 };
    expect(() => oneToOnePolicyOf(base, { ...shares, valueShare: 1.2 })).toThrow(
      "Cannot find the bounds of one-to-one classes: valueShare must be from 0 to 1, got 1.2",
    );
    expect(() => oneToOnePolicyOf(base, { ...shares, potentialShare: NaN })).toThrow(
      "potentialShare must be from 0 to 1, got NaN",
    );
    expect(() => oneToOnePolicyOf([figures(0, -1)])).toThrow("potential");
  });
});
