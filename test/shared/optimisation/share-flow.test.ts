import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shareFlow } from "../../../src/shared/optimisation/share-flow.js";

/** What the loads in a set exceed what all can take who can take of any of them. */
function excessOf(
  set: readonly number[],
  task: { loads: readonly bigint[]; capacities: readonly bigint[]; takers: readonly number[][] },
): bigint {
  const reached = new Set(set.flatMap((load) => task.takers[load]!));
  const asked = set.reduce((sum, load) => sum + task.loads[load]!, 0n);
  return [...reached].reduce((left, taker) => left - task.capacities[taker]!, asked);
}

const tasks = fc.integer({ min: 1, max: 4 }).chain((takers) =>
  fc
    .record({
      rows: fc.array(
        fc.record({
          load: fc.bigInt({ min: 0n, max: 9n }),
          takers: fc.subarray([...Array(takers).keys()]),
        }),
        { minLength: 1, maxLength: 5 },
      ),
      capacities: fc.array(fc.bigInt({ min: 0n, max: 9n }), {
        ...{ minLength: takers, maxLength: takers },
      }),
    })
    .map(({ rows, capacities }) => ({
      loads: rows.map(({ load }) => load),
      takers: rows.map((row) => row.takers),
      capacities,
    })),
);

/** All sets of the first so many numbers. */
function subsets(count: number): readonly (readonly number[])[] {
  return Array.from({ length: 2 ** count }, (_, bits) =>
    [...Array(count).keys()].filter((one) => (bits & (1 << one)) !== 0),
  );
}

describe("loads shared out", () => {
  test("all is carried but the greatest excess of any set of loads, and the smallest such set is named", () => {
    fc.assert(
      fc.property(tasks, (task) => {
        const { carried, byLoad, excessive } = shareFlow(task);
        const asked = task.loads.reduce((sum, load) => sum + load, 0n);
        const excesses = subsets(task.loads.length).map((set) => ({
          set,
          excess: excessOf(set, task),
        }));
        const most = excesses.reduce((so, { excess }) => (excess > so ? excess : so), 0n);
        expect(carried).toBe(asked - most);
        expect(byLoad.reduce((sum, one) => sum + one, 0n)).toBe(carried);
        const worst = excesses.filter(({ excess }) => excess === most).map(({ set }) => set);
        const least = Math.min(...worst.map((set) => set.length));
        expect(worst.filter((set) => set.length === least)).toEqual([excessive]);
      }),
    );
  });

  test("earlier loads get all they can", () => {
    const task = { loads: [5n, 5n], capacities: [4n, 3n], takers: [[0], [0, 1]] };
    expect(shareFlow(task)).toEqual({ carried: 7n, byLoad: [4n, 3n], excessive: [0, 1] });
  });
});
