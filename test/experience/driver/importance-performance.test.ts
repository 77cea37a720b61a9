import fc from "fast-check";
import { importancePerformance, type ImportancePoint, type Quadrant } from "goodwill/experience";
import { describe, expect, it } from "vitest";
import golden from "../../golden/importance-performance.json" with { type: "json" };

const SCALE = { min: 0, max: 10 };

function statedQuadrants(points: readonly ImportancePoint[], centre: "data" | "diagonal"): unknown {
  const { factors } = importancePerformance(points, { centre, scale: SCALE });
  return Object.fromEntries(factors.map(({ factor, stated }) => [factor, stated?.quadrant]));
}

function pointsOf(
  importance: Record<string, number>,
  performance: Record<string, number>,
): ImportancePoint[] {
  return Object.entries(importance).map(([factor, stated]) => ({
    factor,
    stated,
    performance: performance[factor]!,
  }));
}

describe("the retailer's case", () => {
  it.each(golden.examples)(
    "EXP-4: at the means, importances $name",
    ({ importance, quadrants }) => {
      expect(statedQuadrants(pointsOf(importance, golden.performance), "data")).toEqual(quadrants);
    },
  );

  it("EXP-4: the mean performance is 35/6", () => {
    const points = pointsOf(golden.examples[0]!.importance, golden.performance);
    const { crosshairs } = importancePerformance(points, { centre: "data" });
    expect(crosshairs).toEqual({ stated: { importance: 9, performance: 35 / 6 } });
  });

  it("EXP-4: convenience, 9 and 5, is to concentrate on with lines at 5.5, the middle of 1..10", () => {
    const convenience = [{ factor: "convenience", stated: 9, performance: 5 }];
    const result = importancePerformance(convenience, {
      centre: "scale",
      scale: { min: 1, max: 10 },
    });
    expect(result.crosshairs.stated).toEqual({ importance: 5.5, performance: 5.5 });
    expect(result.factors[0]?.stated?.quadrant).toBe("concentrate-here");
  });

  it("EXP-4: on 0..10, as the case declares, the middle is 5, on the line counts as done well: keep-up", () => {
    const convenience = [{ factor: "convenience", stated: 9, performance: 5 }];
    const result = importancePerformance(convenience, { centre: "scale", scale: SCALE });
    expect(result.crosshairs.stated).toEqual({ importance: 5, performance: 5 });
    expect(result.factors[0]?.stated?.quadrant).toBe("keep-up");
  });
});

describe("the survey", () => {
  const { stated, derived, performance } = golden.survey;
  const points = Object.keys(performance).map((factor): ImportancePoint => {
    const key = factor as keyof typeof performance;
    return {
      factor,
      stated: stated.importance[key],
      derived: derived.importance[key],
      performance: performance[key],
    };
  });
  const result = importancePerformance(points, { centre: "data", scale: SCALE });

  it("places stated and derived importance side by side", () => {
    const placed = (kind: "stated" | "derived"): unknown =>
      Object.fromEntries(result.factors.map((one) => [one.factor, one[kind]?.quadrant]));
    expect(placed("stated")).toEqual(stated.quadrants);
    expect(placed("derived")).toEqual(derived.quadrants);
  });

  it("crosses at the means; for shares of importance that is 1 by the number of factors", () => {
    for (const kind of ["stated", "derived"] as const) {
      const lines = result.crosshairs[kind]!;
      expect(lines.importance).toBeCloseTo(golden.survey[kind].cross[0]!, 12);
      expect(lines.performance).toBeCloseTo(golden.survey[kind].cross[1]!, 12);
    }
    expect(result.crosshairs.derived!.importance).toBeCloseTo(1 / 6, 12);
  });

  it("says where what is said and what moves agree", () => {
    expect(result.factors.filter(({ agree }) => agree).map(({ factor }) => factor)).toEqual([
      "service",
      "relationship",
      "convenience",
      "brand_image",
    ]);
  });
});

describe("the four quadrants", () => {
  it.each([
    [7, 3, "concentrate-here"],
    [7, 7, "keep-up"],
    [3, 3, "low-priority"],
    [3, 7, "possible-overkill"],
    [5, 4.9, "concentrate-here"],
    [5, 5, "keep-up"],
    [4.9, 5, "possible-overkill"],
    [4.9, 4.9, "low-priority"],
  ] as [number, number, Quadrant][])(
    "importance %d, performance %d: %s",
    (stated, performance, quadrant) => {
      const point = { factor: "x", stated, derived: stated, performance };
      const lines = { importance: 5, performance: 5, derivedImportance: 5 };
      const { factors, crosshairs } = importancePerformance([point], { centre: lines });
      expect(factors).toEqual([
        {
          factor: "x",
          performance,
          stated: { importance: stated, quadrant },
          derived: { importance: stated, quadrant },
          agree: true,
        },
      ]);
      expect(crosshairs.stated).toEqual({ importance: 5, performance: 5 });
    },
  );

  it("equal figures lie on the line of their mean, though the mean is rounded", () => {
    const figure = fc.double({ min: 0.001, max: 10, noNaN: true });
    fc.assert(
      fc.property(figure, figure, fc.integer({ min: 1, max: 12 }), (stated, performance, count) => {
        const points = Array.from({ length: count }, (_, i) => ({
          factor: `f${i}`,
          stated,
          derived: stated,
          performance,
        }));
        for (const { stated: one, derived: other } of importancePerformance(points, {
          centre: "data",
        }).factors) {
          expect([one?.quadrant, other?.quadrant]).toEqual(["keep-up", "keep-up"]);
        }
      }),
    );
  });

  it("units do not matter when the lines are the means", () => {
    const rating = fc.integer({ min: 0, max: 10 });
    const points = fc.uniqueArray(
      fc.record({ factor: fc.string(), stated: rating, derived: rating, performance: rating }),
      {
        selector: ({ factor }) => factor,
        minLength: 1,
      },
    );
    fc.assert(
      fc.property(
        points,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 0, max: 50 }),
        (some, by, shift) => {
          const moved = some.map((point) => ({
            ...point,
            stated: point.stated * by + shift,
            performance: point.performance * by + shift,
            derived: point.derived * by,
          }));
          const quadrants = (given: readonly ImportancePoint[]): unknown =>
            importancePerformance(given, { centre: "data" }).factors.map((one) => [
              one.stated?.quadrant,
              one.derived?.quadrant,
              one.agree,
            ]);
          expect(quadrants(moved)).toEqual(quadrants(some));
        },
      ),
    );
  });
});

describe("the diagonal", () => {
  // Means: importance 5.25, performance 6.
  const points = [
    { factor: "above, though done well", stated: 9, derived: 0.4, performance: 8 },
    { factor: "above, though not important", stated: 4, derived: 0.1, performance: 3 },
    { factor: "on it", stated: 5, derived: 0.2, performance: 5 },
    { factor: "below it", stated: 3, derived: 0.3, performance: 8 },
  ];

  it("everything more important than well done is to concentrate on; the rest as at the means", () => {
    expect(statedQuadrants(points, "diagonal")).toEqual({
      "above, though done well": "concentrate-here",
      "above, though not important": "concentrate-here",
      "on it": "low-priority",
      "below it": "possible-overkill",
    });
    expect(statedQuadrants(points, "data")).toEqual({
      "above, though done well": "keep-up",
      "above, though not important": "low-priority",
      "on it": "low-priority",
      "below it": "possible-overkill",
    });
  });

  it("derived importance shares no scale with performance: it stays at the means", () => {
    const derived = (centre: "data" | "diagonal"): unknown =>
      importancePerformance(points, { centre }).factors.map((one) => one.derived?.quadrant);
    expect(derived("diagonal")).toEqual(derived("data"));
    expect(derived("data")).toEqual(["keep-up", "low-priority", "low-priority", "keep-up"]);
  });
});

describe("what is not given", () => {
  it("a factor without importance has no place, and counts for the mean performance", () => {
    const points = [
      { factor: "a", stated: 4, performance: 5 },
      { factor: "b", derived: 0.5, performance: 9 },
      { factor: "c", performance: 1 },
    ];
    expect(importancePerformance(points, { centre: "data" })).toStrictEqual({
      crosshairs: {
        stated: { importance: 4, performance: 5 },
        derived: { importance: 0.5, performance: 5 },
      },
      factors: [
        { factor: "a", performance: 5, stated: { importance: 4, quadrant: "keep-up" } },
        { factor: "b", performance: 9, derived: { importance: 0.5, quadrant: "keep-up" } },
        { factor: "c", performance: 1 },
      ],
    });
  });

  it("without any importance there are no lines", () => {
    expect(
      importancePerformance([{ factor: "c", performance: 1 }], { centre: "data" }).crosshairs,
    ).toStrictEqual({});
  });

  it("chosen lines without one for derived importance part it at its mean", () => {
    const points = [0.7, 0.3].map((derived, i) => ({ factor: `f${i}`, derived, performance: 5 }));
    const { crosshairs } = importancePerformance(points, {
      centre: { importance: 8, performance: 6 },
    });
    expect(crosshairs).toStrictEqual({ derived: { importance: 0.5, performance: 6 } });
  });
});

describe("a broken contract throws", () => {
  const point = { factor: "a", stated: 5, derived: 0.5, performance: 5 };

  it.each([
    ["no factor", [], "give at least 1, got none"],
    ["a factor twice", [point, point], '"a" is given twice'],
    ["NaN", [{ ...point, derived: Number.NaN }], 'derived of "a" must be finite, got NaN'],
    [
      "a rating off the scale",
      [{ ...point, stated: 11 }],
      'stated of "a" must lie on 0..10, got 11',
    ],
    [
      "a performance off the scale",
      [{ ...point, performance: -1 }],
      'performance of "a" must lie on 0..10, got -1',
    ],
  ])("%s", (_name, points, message) => {
    expect(() => importancePerformance(points, { centre: "data", scale: SCALE })).toThrow(
      new RangeError(`Cannot place factors: ${message}`),
    );
  });

  it("the middle of a scale that is not given, and lines that are not finite", () => {
    // @ts-expect-error the middle of the scale needs the scale
    expect(() => importancePerformance([point], { centre: "scale" })).toThrow(RangeError);
    const centre = { importance: Number.NaN, performance: 5 };
    expect(() => importancePerformance([point], { centre })).toThrow(RangeError);
  });

  it("derived importance is not held to the scale", () => {
    const options = { centre: "data", scale: { min: 1, max: 5 } } as const;
    expect(importancePerformance([point], options).factors[0]?.agree).toBe(true);
  });
});
