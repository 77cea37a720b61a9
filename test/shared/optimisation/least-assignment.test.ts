import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { leastAssignment } from "../../../src/shared/optimisation/least-assignment.js";

const NEVER = Infinity;

/** The least cost of all ways, found by trying each. */
function leastByTrying(costs: readonly (readonly number[])[], taken: readonly number[]): number {
  const [first, ...rest] = costs;
  if (first === undefined) return 0;
  return Math.min(
    NEVER,
    ...first.map((cost, column) =>
      taken.includes(column) ? NEVER : cost + leastByTrying(rest, [...taken, column]),
    ),
  );
}

function taskOf(costs: readonly (readonly number[])[], columns: number) {
  return { rows: costs.length, columns, costs: Float64Array.from(costs.flat()) };
}

describe("cheapest assignment", () => {
  test("each row has a column of its own, at the least cost of all ways, and none that is never taken", () => {
    const tables = fc.integer({ min: 0, max: 5 }).chain((rows) =>
      fc.tuple(
        fc.constant(rows),
        fc.integer({ min: rows, max: 6 }).chain((columns) => {
          const line = fc.array(fc.oneof(fc.integer({ min: -9, max: 20 }), fc.constant(NEVER)), {
            ...{ minLength: columns, maxLength: columns },
          });
          return fc.array(line, { minLength: rows, maxLength: rows });
        }),
      ),
    );
    let possible = 0;
    fc.assert(
      fc.property(tables, ([rows, costs]) => {
        const columns = costs[0]?.length ?? 3;
        const least = leastByTrying(costs, []);
        fc.pre(least < NEVER);
        possible += rows > 1 ? 1 : 0;
        const { columnOf, cost } = leastAssignment(taskOf(costs, columns));
        expect(cost).toBe(least);
        expect(new Set(columnOf).size).toBe(rows);
        expect([...columnOf].reduce((sum, column, row) => sum + costs[row]![column]!, 0)).toBe(
          cost,
        );
      }),
    );
    expect(possible).toBeGreaterThan(10);
  });

  test("a row gives its cheapest column up where that costs the others more", () => {
    const costs = [
      [1, 2, 9],
      [1, 9, 9],
    ];
    const { columnOf, cost } = leastAssignment(taskOf(costs, 3));
    expect([[...columnOf], cost]).toEqual([[1, 0], 3]);
  });
});
