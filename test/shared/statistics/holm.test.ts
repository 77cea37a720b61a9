import { holmAdjusted } from "goodwill/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const share = fc.double({ min: 0, max: 1, noNaN: true });

describe("holmAdjusted", () => {
  it("agrees with R: p.adjust(c(.01, .04, .03, .005), 'holm')", () => {
    expect(holmAdjusted([0.01, 0.04, 0.03, 0.005])).toEqual([0.03, 0.06, 0.06, 0.02]);
  });

  it("never lowers a p-value, never passes Bonferroni, and keeps their order", () => {
    fc.assert(
      fc.property(fc.array(share, { minLength: 1 }), (pValues) => {
        const adjusted = holmAdjusted(pValues);
        pValues.forEach((p, i) => {
          expect(adjusted[i]).toBeGreaterThanOrEqual(p);
          expect(adjusted[i]).toBeLessThanOrEqual(Math.min(1, p * pValues.length));
          pValues.forEach((other, j) => {
            if (p < other) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j] as number);
          });
        });
      }),
    );
  });

  it("a test that was not possible does not count", () => {
    expect(holmAdjusted([0.25, undefined, 0.125])).toEqual([0.25, undefined, 0.25]);
    expect(holmAdjusted([])).toEqual([]);
  });

  it("what is no p-value is refused", () => {
    expect(() => holmAdjusted([1.2])).toThrow(/between 0 and 1, got 1.2/);
  });
});
