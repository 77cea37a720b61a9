import fc from "fast-check";
import { funnelOfCounts } from "goodwill/touchpoint";
import { describe, expect, it } from "vitest";
import golden from "../../golden/funnel.json" with { type: "json" };

describe("funnelOfCounts", () => {
  it("TP-9: shares, Wilson intervals and losses agree with those worked out apart", () => {
    const funnel = funnelOfCounts(golden.stages.map(({ stage, count }) => ({ stage, count })));
    expect(funnel).toHaveLength(5);
    funnel.forEach((found, position) => {
      const expected = golden.stages[position]!;
      expect(found).toMatchObject({ stage: expected.stage, dropped: expected.dropped });
      expect(found.overallShare).toBeCloseTo(expected.overallShare, 14);
      if (expected.stepShare === undefined) {
        expect("stepShare" in found || "stepInterval" in found).toBe(false);
        return;
      }
      expect(Math.abs(found.stepShare! - expected.stepShare)).toBeLessThan(1e-14);
      expect(Math.abs(found.stepInterval!.lower - expected.lower)).toBeLessThan(1e-12);
      expect(Math.abs(found.stepInterval!.upper - expected.upper)).toBeLessThan(1e-12);
    });
  });

  it("where nobody was before, there is no share", () => {
    const funnel = funnelOfCounts([
      { stage: "a", count: 3 },
      { stage: "b", count: 0 },
      { stage: "c", count: 0 },
    ]);
    expect(funnel[1]).toMatchObject({ stepShare: 0, overallShare: 0, dropped: 3 });
    expect(funnel[2]).toEqual({ stage: "c", count: 0, overallShare: 0, dropped: 0 });
    expect(funnelOfCounts([{ stage: "a", count: 0 }])).toEqual([
      { stage: "a", count: 0, dropped: 0 },
    ]);
    expect(funnelOfCounts([])).toEqual([]);
  });

  it("losses and the last count add up to the first", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 10_000 }), { minLength: 1, maxLength: 8 }), (drawn) => {
        const counts = drawn.toSorted((a, b) => b - a);
        const funnel = funnelOfCounts(
          counts.map((count, stage) => ({ stage: String(stage), count })),
        );
        const lost = funnel.reduce((sum, { dropped }) => sum + dropped, 0);
        expect(lost + counts.at(-1)!).toBe(counts[0]);
      }),
    );
  });

  it.each([[-1], [1.5], [Number.NaN], [Infinity]])("refuses the count %s", (count) => {
    expect(() => funnelOfCounts([{ stage: "a", count }])).toThrow(`got ${String(count)}`);
  });

  it("refuses a count above that of the stage before, and a level out of bounds", () => {
    const counts = [
      { stage: "a", count: 1 },
      { stage: "b", count: 2 },
    ];
    expect(() => funnelOfCounts(counts)).toThrow(
      'stage "b" must be a whole number of at least 0 and at most 1, got 2',
    );
    expect(() => funnelOfCounts([], { level: 2 })).toThrow(RangeError);
  });
});
