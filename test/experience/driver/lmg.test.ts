import { describe, expect, it } from "vitest";
import { lmgImportance } from "../../../src/experience/driver/lmg.js";
import { relativeWeights } from "../../../src/experience/driver/relative-weights.js";
import { expectNear, sum } from "./figures.js";
import {
  lmgByOrders,
  lmgBySubsets,
  rSquaredOf,
  sampleCorrelations,
} from "./straightforward-lmg.js";

const allOf = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

describe("the exact split of R²", () => {
  it("by hand: two drivers share by (a² + b² with the other in)/2", () => {
    // r1 = .6, r2 = .5, r12 = .3: R² = (.36 + .25 - 2 x .6 x .5 x .3)/(1 - .09); the first takes half of .36 and half of R² - .25.
    const rSquared = 0.43 / 0.91;
    const shares = lmgImportance([
      [1, 0.3, 0.6],
      [0.3, 1, 0.5],
      [0.6, 0.5, 1],
    ]);
    expectNear(shares, [(0.36 + rSquared - 0.25) / 2, (0.25 + rSquared - 0.36) / 2], 1e-15);
  });

  it("a driver alone gets the squared correlation", () => {
    expectNear(
      lmgImportance([
        [1, -0.4],
        [-0.4, 1],
      ]),
      [0.16],
      1e-16,
    );
  });

  it.each([2, 3, 4, 5, 6])("is the average over all orders of %i drivers", (drivers) => {
    const correlations = sampleCorrelations(drivers);
    expectNear(lmgImportance(correlations), lmgByOrders(correlations), 1e-14);
  });

  it.each([7, 10, 12])("equals the table of all subsets of %i drivers", (drivers) => {
    const correlations = sampleCorrelations(drivers);
    expectNear(lmgImportance(correlations), lmgBySubsets(correlations), 1e-13);
  });

  it("sums to R² for 16 drivers", () => {
    const correlations = sampleCorrelations(16);
    const shares = lmgImportance(correlations);
    expect(sum([...shares])).toBeCloseTo(rSquaredOf(correlations, allOf(16)), 13);
  });

  it("gives a driver that is unrelated to everything nothing, and never less", () => {
    const shares = lmgImportance([
      [1, 0.3, 0, 0, 0.6],
      [0.3, 1, 0, 0, 0.1],
      [0, 0, 1, 0, 0],
      [0, 0, 0, 1, 0],
      [0.6, 0.1, 0, 0, 1],
    ]);
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(0);
    expectNear(shares.slice(2), [0, 0], 1e-15);
  });

  it("leaves the correlations as they were", () => {
    const correlations = sampleCorrelations(4);
    const before = structuredClone(correlations);
    lmgImportance(correlations);
    relativeWeights(correlations);
    expect(correlations).toEqual(before);
  });
});

describe("the relative weights", () => {
  it("by hand: two drivers", () => {
    // Λ of [[1, r], [r, 1]] is [[a, b], [b, a]] with a² + b² = 1, 2ab = r.
    const r = 0.6;
    const a = (Math.sqrt(1 + r) + Math.sqrt(1 - r)) / 2;
    const b = (Math.sqrt(1 + r) - Math.sqrt(1 - r)) / 2;
    const [x, y] = [(a * 0.7 - b * 0.5) / (a * a - b * b), (a * 0.5 - b * 0.7) / (a * a - b * b)];
    const weights = relativeWeights([
      [1, r, 0.7],
      [r, 1, 0.5],
      [0.7, 0.5, 1],
    ]);
    expectNear(weights, [(a * x) ** 2 + (b * y) ** 2, (b * x) ** 2 + (a * y) ** 2], 1e-15);
  });

  it.each([1, 2, 8, 40])("sum to R² for %i drivers", (drivers) => {
    const correlations = sampleCorrelations(drivers);
    const weights = relativeWeights(correlations);
    expect(sum([...weights])).toBeCloseTo(rSquaredOf(correlations, allOf(drivers)), 12);
    expect(Math.min(...weights)).toBeGreaterThanOrEqual(0);
  });
});
