import fc from "fast-check";
import { customerId } from "goodwill/customer";
import {
  aggregate,
  explain,
  instant,
  welchTest,
  wilsonInterval,
  type Trace,
} from "goodwill/shared";
import {
  DEFAULT_MOMENT_POLICY,
  momentsOfTruth,
  momentsOfTruthCombine,
  TOUCHPOINT_SENTENCES,
  type Journey,
  type MomentOfTruth,
  type MomentsOfTruthOptions,
} from "goodwill/touchpoint";
import { describe, expect, it } from "vitest";
import { expectMergeLaws } from "../../laws/merge-laws.js";

const AT = instant("2026-02-13T09:00:00Z");
const ANY = { ...DEFAULT_MOMENT_POLICY, minimumJourneys: 1, minimumFeelings: 1 };

/** A journey from touchpoints with their feelings; `undefined` where unknown. */
function went(
  steps: readonly (readonly [touchpoint: string, emotion?: number | undefined])[],
  facts: Partial<Pick<Journey, "outcome" | "open">> = {},
): Journey {
  return {
    customer: customerId("C"),
    steps: steps.map(([touchpoint, emotion]) => ({
      touchpoint,
      at: AT,
      ...(emotion !== undefined && { emotion }),
    })),
    ...facts,
  };
}

const BOUGHT = { outcome: "purchase" } as const;

/** Eight journeys: the hotline is touched by four, one of which buys; of the other four three buy. */
const EIGHT: readonly Journey[] = [
  went([
    ["web", 0.5],
    ["hotline", -1],
  ]),
  went([
    ["web", 0.5],
    ["hotline", -0.5],
    ["hotline", 0],
  ]),
  went([
    ["hotline", -0.75],
    ["web", 0.25],
  ]),
  went([["web"], ["hotline"]], BOUGHT),
  went(
    [
      ["web", 1],
      ["shop", 0.5],
    ],
    BOUGHT,
  ),
  went([["shop", 0.5]], BOUGHT),
  went([["web", 0]], BOUGHT),
  went([["shop", 0]]),
];

function momentOf(
  touchpoint: string,
  options: MomentsOfTruthOptions = { policy: ANY },
  journeys: readonly Journey[] = EIGHT,
): MomentOfTruth {
  const { moments } = momentsOfTruth(journeys, options);
  return moments.find((moment) => moment.touchpoint === touchpoint)!;
}

const rows: fc.Arbitrary<Journey> = fc
  .record({
    steps: fc.array(
      fc.tuple(
        fc.constantFrom("web", "hotline", "__proto__"),
        fc.constantFrom(undefined, -1, -0.5, 0, 0.25, 1),
      ),
      { minLength: 1, maxLength: 5 },
    ),
    bought: fc.boolean(),
    open: fc.integer({ max: 9, min: 0 }).map((digit) => digit === 0),
  })
  .map(({ steps, bought, open }) =>
    went(steps, { ...(bought && BOUGHT), ...(open && { open: true }) }),
  );

describe("momentsOfTruth", () => {
  it("TP-5: impact x frequency x shortfall, worked by hand", () => {
    const hotline = momentOf("hotline");
    expect(hotline.frequency).toEqual({
      count: 4,
      n: 8,
      share: 0.5,
      interval: wilsonInterval({ count: 4, n: 8 }),
    });
    // One in four buys with it, three in four without.
    expect(hotline.impact).toMatchObject({
      by: "outcome",
      withIt: 0.25,
      withoutIt: 0.75,
      difference: -0.5,
      value: 0.5,
    });
    expect(hotline.impact?.interval?.lower).toBeLessThan(-0.5);
    // Journeys feel -1, the mean of -0.5 and 0, and -0.75 there.
    expect(hotline.feeling).toMatchObject({ n: 3 });
    expect(hotline.feeling?.mean).toBeCloseTo(-2 / 3, 14);
    expect(hotline.gap).toBeCloseTo(-2 / 3, 14);
    expect(hotline.shortfall).toBeCloseTo(2 / 3, 14);
    expect(hotline.weight).toBe(0.25);
    expect(hotline.score).toBeCloseTo(0.5 * 0.5 * (2 / 3), 14);
    expect(hotline.rank).toBe(1);
  });

  it("the head says how many journeys, successes and feelings there were", () => {
    const { moments, rememberedScore, ...head } = momentsOfTruth(EIGHT, { policy: ANY });
    expect(head).toEqual({ journeys: 8, open: 0, successes: 4, felt: 7 });
    // -1, -0.25 (peaks 0.5 and -0.5, end 0: 0), (-0.75 + 0.25) / 2, 0.75, 0.5, 0, 0
    expect(rememberedScore).toBeCloseTo((-1 + 0 - 0.25 + 0.75 + 0.5 + 0 + 0) / 7, 14);
    expect(moments).toHaveLength(3);
  });

  it("touchpoints that hold what is expected share the last rank, by name", () => {
    const { moments } = momentsOfTruth(EIGHT, { policy: ANY });
    expect(moments.map(({ touchpoint, rank, score }) => [touchpoint, rank, score])).toEqual([
      ["hotline", 1, moments[0]?.score],
      ["shop", 2, 0],
      ["web", 2, 0],
    ]);
    expect(moments[1]).toMatchObject({ shortfall: 0, reasons: [{ code: "moment-holds" }] });
    expect(moments[1]?.weight).toBeGreaterThan(0);
  });

  it("after a shared rank the next is counted on", () => {
    const impact = { a: 1, b: 1, c: 0.5 };
    const journeys = [
      went([
        ["c", -1],
        ["b", -1],
        ["a", -1],
      ]),
    ];
    const { moments } = momentsOfTruth(journeys, { impact, policy: ANY });
    expect(moments.map(({ touchpoint, rank }) => [touchpoint, rank])).toEqual([
      ["a", 1],
      ["b", 1],
      ["c", 3],
    ]);
  });

  it("the gap is held against what is expected where that is declared", () => {
    const web = momentOf("web", { policy: ANY, expected: { web: 0.75 } });
    expect(web).toMatchObject({ expected: 0.75, reasons: [{ code: "moment-falls-short" }] });
    // 0.5, 0.5, 0.25, 1, 0
    expect(web.gap).toBeCloseTo(0.45 - 0.75, 14);
    expect(momentOf("hotline", { policy: ANY, expected: { web: 0.75 } }).expected).toBe(0);
  });

  it("impact on the remembered score compares journeys with and without, after Welch", () => {
    const hotline = momentOf("hotline", { impact: "remembered-score", policy: ANY });
    const withIt = { n: 3, mean: -1.25 / 3, variance: 0 };
    // -1, 0 and -0.25 against 0.75, 0.5, 0 and 0
    withIt.variance = ((-1 - withIt.mean) ** 2 + withIt.mean ** 2 + (-0.25 - withIt.mean) ** 2) / 2;
    const without = { n: 4, mean: 0.3125, variance: 0.421875 / 3 };
    const test = welchTest(without, withIt)!;
    expect(hotline.impact?.difference).toBeCloseTo(test.estimate, 12);
    expect(hotline.impact?.value).toBeCloseTo(-test.estimate, 12);
    expect(hotline.impact?.interval?.lower).toBeCloseTo(test.interval!.lower, 10);
    expect(hotline.impact?.p).toBeCloseTo(test.p!, 10);
    expect(hotline.impact).toMatchObject({ by: "remembered-score", withoutIt: 0.3125 });
  });

  it("declared weights take the place of a measurement, and need no journeys without", () => {
    const everywhere = [went([["till", -0.5]]), went([["till", -1]])];
    expect(momentOf("till", { policy: ANY }, everywhere).reasons.map(({ code }) => code)).toEqual([
      "moment-few-others",
      "moment-outcomes-alike",
    ]);
    const till = momentOf("till", { policy: ANY, impact: { till: 4 } }, everywhere);
    expect(till).toMatchObject({ rank: 1, score: 3, impact: { by: "weight", value: 4 } });
    const none = momentOf("till", { policy: ANY, impact: { web: 4 } }, everywhere);
    expect(none.reasons).toEqual([
      { code: "moment-without-weight", params: { touchpoint: "till" } },
    ]);
    expect([none.rank, none.score, none.trace, none.weight]).toEqual(Array(4).fill(undefined));
  });

  it("without a journey to compare with there is no impact, even where no minimum is asked for", () => {
    const policy = { level: 0.95, minimumJourneys: 0, minimumFeelings: 0 };
    const journeys = [went([["till", -1]], BOUGHT), went([["till", 0]])];
    const till = momentOf("till", { policy }, journeys);
    expect(till.impact).toBeUndefined();
    expect(till.reasons).toEqual([
      { code: "moment-few-others", params: { touchpoint: "till", journeys: 0, minimum: 1 } },
    ]);
    const remembered = momentOf("till", { policy, impact: "remembered-score" }, journeys);
    const params = { touchpoint: "till", journeys: 0, minimum: 1 };
    expect(remembered.reasons).toEqual([{ code: "moment-few-felt-others", params }]);
  });

  it("of too few felt journeys it is not said that the touchpoint is touched by few", () => {
    const journeys = [
      ...Array.from({ length: 5 }, () => went([["shop", 0.5]])),
      ...Array.from({ length: 100 }, () => went([["shop"]])),
      ...Array.from({ length: 2 }, () => went([["web", 0.5]])),
      ...Array.from({ length: 100 }, () => went([["web"]])),
    ];
    const shop = momentOf("shop", { impact: "remembered-score" }, journeys);
    expect(shop.frequency.count).toBe(105);
    expect(shop.reasons.map((reason) => explain(reason, TOUCHPOINT_SENTENCES))).toEqual([
      "Of 5 journeys that touch shop it is known how they felt, fewer than 30.",
      "Of 2 journeys that do not touch shop it is known how they felt, fewer than 30: its impact cannot be measured.",
      "In 5 journeys it is known how shop felt, fewer than 30.",
    ]);
  });

  it("a name such as constructor has neither a weight nor an expectation by accident", () => {
    const journeys = [went([["constructor", -1]]), went([["__proto__", -1]])];
    const { moments } = momentsOfTruth(journeys, { impact: {}, policy: ANY });
    expect(moments.map(({ touchpoint, expected }) => [touchpoint, expected])).toEqual([
      ["__proto__", 0],
      ["constructor", 0],
    ]);
    expect(moments.flatMap(({ reasons }) => reasons.map(({ code }) => code))).toEqual([
      "moment-without-weight",
      "moment-without-weight",
    ]);
  });

  it("too little data is said, all of it, and the figures stand beside", () => {
    const hotline = momentOf("hotline", {});
    expect(hotline.rank).toBeUndefined();
    expect(hotline.trace).toBeUndefined();
    expect(hotline.impact?.value).toBe(0.5);
    expect(hotline.reasons.map((reason) => explain(reason, TOUCHPOINT_SENTENCES))).toEqual([
      "hotline is touched by 4 journeys, fewer than 30.",
      "4 journeys do not touch hotline, fewer than 30: its impact cannot be measured.",
      "In 3 journeys it is known how hotline felt, fewer than 30.",
    ]);
  });

  it.each([
    ["as many as the minimum are enough", 4, 3, 1],
    ["one journey fewer is not", 5, 3, undefined],
    ["one feeling fewer is not", 4, 4, undefined],
  ])("%s", (_, minimumJourneys, minimumFeelings, rank) => {
    const policy = { level: 0.95, minimumJourneys, minimumFeelings };
    expect(momentOf("hotline", { policy }).rank).toBe(rank);
  });

  it("where all journeys succeed, or none, no touchpoint makes a difference", () => {
    const none = EIGHT.map(({ customer, steps }) => ({ customer, steps }));
    expect(momentOf("hotline", { policy: ANY }, none).reasons).toEqual([
      { code: "moment-outcomes-alike", params: { journeys: 8, successes: 0 } },
    ]);
    const all = EIGHT.map((journey) => ({ ...journey, ...BOUGHT }));
    expect(momentOf("hotline", { policy: ANY }, all).reasons[0]?.params).toEqual({
      journeys: 8,
      successes: 8,
    });
  });

  it("without any feeling there is no gap, even where no minimum is asked for", () => {
    const policy = { level: 0.95, minimumJourneys: 0, minimumFeelings: 0 };
    const web = momentOf("web", { policy, impact: { web: 1 } }, [went([["web"]])]);
    expect(web.gap).toBeUndefined();
    expect(web.shortfall).toBeUndefined();
    expect(web.peak).toEqual({ count: 0, n: 0 });
    expect(web.reasons).toEqual([
      { code: "moment-few-feelings", params: { touchpoint: "web", felt: 0, minimum: 1 } },
    ]);
  });

  it("TP-5: says how often a touchpoint is the peak and the end of its journeys", () => {
    expect(momentOf("hotline").peak).toMatchObject({ count: 3, n: 3 });
    expect(momentOf("hotline").end).toMatchObject({ count: 2, n: 3 });
    // Peak with 0.5 against -0.5 and 0, with 1 and alone with 0; end after the hotline and alone.
    expect(momentOf("web").peak).toMatchObject({ count: 3, n: 5 });
    expect(momentOf("web").end).toMatchObject({ count: 2, n: 5 });
  });

  it("a journey that may still go on is counted apart", () => {
    const journeys = [...EIGHT, went([["hotline", 1]], { open: true })];
    const { open, ...closed } = momentsOfTruth(journeys, { policy: ANY });
    const { open: none, ...expected } = momentsOfTruth(EIGHT, { policy: ANY });
    expect([open, none]).toEqual([1, 0]);
    expect(closed).toEqual(expected);
  });

  it("an empty log has no moments", () => {
    expect(momentsOfTruth([])).toEqual({
      journeys: 0,
      open: 0,
      successes: 0,
      felt: 0,
      moments: [],
    });
  });

  it("the trace reconciles and can be told", () => {
    const trace = momentOf("hotline").trace!;
    expect(explain(trace, TOUCHPOINT_SENTENCES).split("\n")).toEqual([
      "hotline: impact x frequency x shortfall = 0.166667.",
      "  Impact by outcome: 0.5.",
      "  Frequency: 4 of 8 journeys, 0.5.",
      "  Shortfall: feels -0.666667 where 0 is expected, 0.666667.",
    ]);
  });

  it.each([
    [{ impact: { web: -1 } }, 'a weight must be at least 0, got -1 for "web"'],
    [{ impact: { web: Number.NaN } }, 'a weight must be at least 0, got NaN for "web"'],
    [{ impact: { web: Infinity } }, 'a weight must be at least 0, got Infinity for "web"'],
    [{ expected: { web: 2 } }, 'an expected feeling must lie on -1..1, got 2 for "web"'],
    [{ policy: { ...ANY, level: 95 } }, "a confidence level must lie between 0 and 1, got 95"],
    [
      { policy: { ...ANY, minimumJourneys: -1 } },
      "minimumJourneys must be a whole number of at least 0, got -1",
    ],
    [
      { policy: { ...ANY, minimumFeelings: 0.5 } },
      "minimumFeelings must be a whole number of at least 0, got 0.5",
    ],
  ])("%j is refused", (options, problem) => {
    expect(() => momentsOfTruth([], options)).toThrow(
      new RangeError(`Cannot find moments of truth: ${problem}`),
    );
  });

  it.each([
    ["outcomes", '"outcomes"'],
    [null, "null"],
    [1n, "1n"],
  ])("%s is no source of impact and is refused", (impact, got) => {
    expect(() => momentsOfTruth([], { impact: impact as never })).toThrow(
      new RangeError(
        `Cannot find moments of truth: impact must be outcome, remembered-score or a table of weights, got ${got}`,
      ),
    );
  });

  it("a journey without a step is refused, and leaves the counts as they were", () => {
    const combine = momentsOfTruthCombine();
    const accumulator = combine.createAccumulator();
    for (const facts of [{}, { open: true }]) {
      expect(() => combine.addInput(accumulator, went([], facts))).toThrow(
        new RangeError("Cannot find moments of truth: a journey needs at least one step, got none"),
      );
    }
    expect(accumulator).toEqual(combine.createAccumulator());
  });

  it("an emotion off the scale is refused", () => {
    expect(() => momentsOfTruth([went([["web", 7]])])).toThrow(
      new RangeError('Cannot find moments of truth: an emotion must lie on -1..1, got 7 at "web"'),
    );
  });
});

describe("momentsOfTruthCombine", () => {
  it("keeps the laws of merging", () => {
    // One source of impact is enough: the accumulator is the same for all, and this one reads every sum of it.
    const policy = { ...ANY, minimumJourneys: 2 };
    const combine = momentsOfTruthCombine({ impact: "remembered-score", policy });
    const empty = combine.createAccumulator();
    const strangers = [
      { ...empty, version: 2 },
      { ...empty, configuration: "visits" },
    ];
    expectMergeLaws(combine, rows, { tolerance: 1e-9, strangers, maxRows: 8 });
  });

  it("every score is the product of its parts, ranks fall with scores, reasons are never missing", () => {
    fc.assert(
      fc.property(
        fc.array(rows, { maxLength: 40 }),
        fc.constantFrom("outcome" as const, "remembered-score" as const),
        (journeys, impact) => {
          const policy = { ...ANY, minimumJourneys: 3 };
          const { moments } = aggregate(journeys, momentsOfTruthCombine({ impact, policy }));
          const scored = moments.filter(({ rank }) => rank !== undefined);
          expect(moments.slice(0, scored.length)).toEqual(scored);
          for (const [index, moment] of moments.entries()) {
            expect(moment.reasons.length).toBeGreaterThan(0);
            for (const reason of moment.reasons) explain(reason, TOUCHPOINT_SENTENCES);
            if (moment.score === undefined) continue;
            const parts: readonly Trace[] = moment.trace?.parts ?? [];
            expect(parts).toHaveLength(3);
            expect(parts.reduce((product, { value }) => product * value, 1)).toBe(moment.score);
            expect(moment.trace?.value).toBe(moment.score);
            expect(moment.score).toBeGreaterThanOrEqual(0);
            const better = scored.filter(({ score = 0 }) => score - moment.score! > 1e-12).length;
            expect(moment.rank).toBe(better + 1);
            expect(scored[index]).toBe(moment);
          }
        },
      ),
    );
  });

  it("the accumulator can be read with other options than it was made with", () => {
    const { createAccumulator, addInput } = momentsOfTruthCombine();
    const accumulator = EIGHT.reduce(addInput, createAccumulator());
    const other = { impact: { hotline: 1 }, policy: ANY };
    expect(momentsOfTruthCombine(other).extractOutput(accumulator)).toEqual(
      momentsOfTruth(EIGHT, other),
    );
  });
});
