import { describe, expect, test } from "vitest";
import { GAUSS_12, GAUSS_4, type GaussRule } from "../../../src/shared/numerics/gauss-legendre.js";

function integralOfPower(power: number, { nodes, weights }: GaussRule): number {
  return nodes.reduce((sum, node, i) => sum + weights[i]! * node ** power, 0);
}

describe.each([
  { name: "four nodes", rule: GAUSS_4, count: 4 },
  { name: "twelve nodes", rule: GAUSS_12, count: 12 },
])("Gauss-Legendre rule of $name", ({ rule, count }) => {
  test("has its nodes within 0 to 1, ascending and mirrored", () => {
    expect(rule.nodes).toHaveLength(count);
    expect(rule.weights).toHaveLength(count);
    expect(rule.nodes.toSorted((a, b) => a - b)).toEqual(rule.nodes);
    rule.nodes.forEach((node, i) => {
      expect(node + rule.nodes[count - 1 - i]!).toBeCloseTo(1, 15);
      expect(rule.weights[i]).toBe(rule.weights[count - 1 - i]);
    });
  });

  test("integrates powers up to 2n - 1 exactly, and the next one not", () => {
    for (let power = 0; power < 2 * count; power += 1) {
      expect(Math.abs(integralOfPower(power, rule) * (power + 1) - 1)).toBeLessThan(1e-14);
    }
    // The error of the next power is known: (n!)^4 / ((2n + 1) (2n)!^2).
    const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
    const miss = factorial(count) ** 4 / ((2 * count + 1) * factorial(2 * count) ** 2);
    const error = 1 / (2 * count + 1) - integralOfPower(2 * count, rule);
    expect(Math.abs(error - miss)).toBeLessThan(1e-16);
  });
});
