import fc from "fast-check";
import { customerId, type SatisfactionSignal } from "goodwill/customer";
import { DEFAULT_SATISFACTION_TREND_POLICY, satisfactionCourse } from "goodwill/relationship";
import { instant, timeZone, type Instant } from "goodwill/shared";
import { describe, expect, it } from "vitest";

const OPTIONS = { asOf: instant("2026-12-31T00:00:00Z"), zone: timeZone("UTC") };
const STATES = ["dissatisfied", "satisfied", "delighted"] as const;

function signals(...scores: readonly number[]): SatisfactionSignal[] {
  return scores.map((score, i) => ({
    id: `S-${String(i).padStart(2, "0")}`,
    customer: customerId("C-1"),
    at: instant(`2026-${String(i + 1).padStart(2, "0")}-10T09:00:00Z`),
    state: "satisfied",
    score,
  }));
}

describe("EXP-7: satisfaction over time", () => {
  // The surplus worked out by hand: rising pairs less falling ones, over all pairs.
  it.each([
    [[5, 6, 7], "rising", 1],
    [[7, 6, 5], "falling", -1],
    [[5, 5, 5], "steady", 0],
    [[5, 7, 6, 8], "rising", 4 / 6],
    [[8, 6, 7, 7], "steady", -1 / 6],
    [[5, 7, 7, 5], "steady", 0],
  ])("EXP-7: %j is %s", (scores, trend, surplus) => {
    const course = satisfactionCourse(signals(...scores), OPTIONS);
    expect(course?.trend).toBe(trend);
    const [, reason] = course?.reasons ?? [];
    expect(reason?.code).toBe(`assessment-satisfaction-${trend}`);
    expect(reason?.params["signals"]).toBe(scores.length);
    expect(reason?.params["surplus"]).toBeCloseTo(surplus, 14);
  });

  it("EXP-7: the bound of a trend is included, and fewer signals than asked for tell none", () => {
    // 5, 7, 6: two pairs rise, one falls: a surplus of a third.
    const third = { ...DEFAULT_SATISFACTION_TREND_POLICY, minimumShare: 1 / 3 };
    expect(satisfactionCourse(signals(5, 7, 6), { ...OPTIONS, policy: third })?.trend).toBe(
      "rising",
    );
    expect(satisfactionCourse(signals(5, 7, 6), OPTIONS)?.trend).toBe("steady");
    const few = satisfactionCourse(signals(5, 7), OPTIONS);
    expect(few).toMatchObject({ state: "satisfied", trendSignals: 2 });
    expect(few).not.toHaveProperty("trend");
    expect(satisfactionCourse([], OPTIONS)).toBeUndefined();
  });

  it("EXP-7: states are compared where a score is missing; at one moment the worse decides", () => {
    const [a, b, c] = signals(9, 9, 9);
    const bare = { id: c!.id, customer: c!.customer, at: c!.at };
    const mixed = [
      a!,
      { ...b!, state: "dissatisfied" as const },
      { ...bare, state: "delighted" as const },
    ];
    expect(satisfactionCourse(mixed, OPTIONS)?.trend).toBe("rising");
    const twin = { ...c!, id: "S-00", state: "dissatisfied" as const };
    expect(satisfactionCourse([a!, b!, c!, twin], OPTIONS)?.state).toBe("dissatisfied");
    expect(satisfactionCourse([twin, c!, b!, a!], OPTIONS)?.signal).toBe("S-00");
  });

  it("EXP-7: only days and signals of the policy count; the last day back is included", () => {
    const [first] = signals(1);
    const asOf = instant("2027-01-10T00:00:00Z");
    const policy = { ...DEFAULT_SATISFACTION_TREND_POLICY, minimumSignals: 2, latestSignals: 2 };
    expect(satisfactionCourse([first!], { ...OPTIONS, asOf })?.trendSignals).toBe(1);
    const dayLater = instant("2027-01-11T00:00:00Z");
    expect(satisfactionCourse([first!], { ...OPTIONS, asOf: dayLater })?.trendSignals).toBe(0);
    expect(satisfactionCourse(signals(1, 5, 4), { ...OPTIONS, policy })?.trend).toBe("falling");
  });

  it("EXP-7: turning the signs of all scores turns the trend, and the order given does not matter", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10 }), { maxLength: 8 }), (scores) => {
        const up = satisfactionCourse(signals(...scores), OPTIONS);
        const down = satisfactionCourse(signals(...scores.map((one) => 10 - one)), OPTIONS);
        const turned = { rising: "falling", falling: "rising", steady: "steady" } as const;
        expect(down?.trend).toBe(up?.trend === undefined ? undefined : turned[up.trend]);
        expect(satisfactionCourse(signals(...scores).toReversed(), OPTIONS)).toEqual(up);
      }),
    );
  });

  it("EXP-7: a later signal never counts", () => {
    const late = { ...signals(1)[0]!, id: "late", at: instant("2026-12-31T00:00:00.001Z") };
    for (const state of STATES) {
      const given = [...signals(5, 6, 7), { ...late, state }];
      expect(satisfactionCourse(given, OPTIONS)).toEqual(
        satisfactionCourse(signals(5, 6, 7), OPTIONS),
      );
    }
  });

  it.each([
    [{ withinDays: 0 }, "withinDays must be a whole number of at least 1, got 0"],
    [{ minimumSignals: 1 }, "minimumSignals must be a whole number of at least 2, got 1"],
    [{ latestSignals: 2 }, "latestSignals must be a whole number of at least 3, got 2"],
    [{ minimumShare: 0 }, "minimumShare must lie above 0 and at most at 1, got 0"],
  ])("EXP-7: the policy %j is refused", (part, message) => {
    const policy = { ...DEFAULT_SATISFACTION_TREND_POLICY, ...part };
    expect(() => satisfactionCourse([], { ...OPTIONS, policy })).toThrow(
      new RangeError(`Cannot follow satisfaction: ${message}`),
    );
    expect(() => satisfactionCourse([], { ...OPTIONS, asOf: "now" as Instant })).toThrow(
      "asOf must be an instant",
    );
  });
});
