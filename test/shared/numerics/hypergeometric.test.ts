import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hypergeometricFrom1 } from "../../../src/shared/numerics/hypergeometric.js";
import golden from "../../golden/value-pareto.json" with { type: "json" };

describe("hypergeometric function F(1, b; c; z)", () => {
  test.each(golden.hypergeometric)("agrees with 50 digits at b $b, c $c, z $z", (row) => {
    expect(Math.abs(hypergeometricFrom1(row.b, row) / row.value - 1)).toBeLessThan(2e-14);
  });

  test("is 1 at z = 0, and -log(1 - z) / z at b = 1, c = 2", () => {
    expect(hypergeometricFrom1(3, { c: 5, z: 0 })).toBe(1);
    for (const z of [0.01, 0.3, 0.9, 0.999]) {
      const expected = -Math.log1p(-z) / z;
      expect(Math.abs(hypergeometricFrom1(1, { c: 2, z }) / expected - 1)).toBeLessThan(1e-13);
    }
  });

  test("keeps the rule of neighbours: (c - 1) (F(c - 1) - 1) = b z F(b + 1; c)", () => {
    const shape = fc.double({ min: 0.01, max: 500, noNaN: true });
    const place = fc.double({ min: 0, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(shape, shape, place, (b, more, z) => {
        const c = b + more;
        const left = hypergeometricFrom1(b, { c, z }) - 1;
        const right = ((b * z) / c) * hypergeometricFrom1(b + 1, { c: c + 1, z });
        expect(Math.abs(left - right)).toBeLessThan(1e-12 * (1 + right));
      }),
    );
  });
});
