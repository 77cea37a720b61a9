import fc from "fast-check";
import { expect, test } from "vitest";
import {
  pearsonCorrelation,
  type CorrelationRow,
} from "../../../src/shared/statistics/correlation.js";

const anyRow: fc.Arbitrary<CorrelationRow> = fc.record({
  x: fc.integer({ min: -9, max: 9 }),
  y: fc.integer({ min: -9, max: 9 }),
  weight: fc.integer({ min: 1, max: 5 }),
});

test("it is the covariance by both standard deviations, a weight being that many rows", () => {
  fc.assert(
    fc.property(fc.array(anyRow, { maxLength: 12 }), (rows) => {
      const all = rows.flatMap((row) => Array.from({ length: row.weight }, () => row));
      const mean = (of: (row: CorrelationRow) => number): number =>
        all.reduce((sum, row) => sum + of(row), 0) / all.length;
      const [meanX, meanY] = [mean(({ x }) => x), mean(({ y }) => y)];
      const covariance = mean(({ x, y }) => (x - meanX) * (y - meanY));
      const spread = Math.sqrt(
        mean(({ x }) => (x - meanX) ** 2) * mean(({ y }) => (y - meanY) ** 2),
      );
      const found = pearsonCorrelation(rows);
      const varies = (of: (row: CorrelationRow) => number): boolean =>
        new Set(rows.map(of)).size > 1;
      expect(found !== undefined).toBe(varies(({ x }) => x) && varies(({ y }) => y));
      if (found !== undefined) expect(found).toBeCloseTo(covariance / spread, 9);
    }),
  );
});

test("figures that are all the same have no correlation, whatever their digits and weights", () => {
  const value = fc.double({ min: 1e-9, max: 1e9, noNaN: true });
  const weights = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1 });
  fc.assert(
    fc.property(value, weights, (y, all) => {
      const rows = all.map((weight, x) => ({ x, y, weight }));
      expect(pearsonCorrelation(rows)).toBeUndefined();
    }),
  );
});

test("a large mean takes no digits away", () => {
  const rows = [1, 2, 3, 4].map((x) => ({ x: 1e9 + x, y: 5e8 - 2 * x, weight: 1 }));
  expect(pearsonCorrelation(rows)).toBeCloseTo(-1, 9);
});
