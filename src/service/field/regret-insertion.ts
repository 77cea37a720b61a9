import type { FieldProblem } from "./field-problem.js";
import { bestInsertion } from "./best-insertion.js";
import type { Insertion } from "./best-insertion.js";

/** The order in which jobs are put in. @internal */
export type InsertionOrder = "priority" | "regret" | "density";

/**
 * Puts the jobs into the routes one after the other, as long as any fits; the routes are changed.
 *
 * Of the jobs that fit, one of the highest priority is taken (`priority`), or one of the most priority for the time it
 * takes (`density`), or any (`regret`); of these the one that loses most if its best route is given away, then the
 * shortest way. Equals go in the order of the jobs.
 *
 * @internal
 */
export function insertByRegret(
  problem: FieldProblem,
  routes: number[][],
  { numbers, order }: { readonly numbers: readonly number[]; readonly order: InsertionOrder },
): void {
  const left = numbers.toSorted((a, b) => a - b);
  const table = left.map((number) =>
    routes.map((route, who) => bestInsertion(problem, { who, route, number })),
  );
  while (left.length > 0) {
    let chosen: { row: number; who: number; keys: readonly number[] } | undefined;
    for (let row = 0; row < left.length; row += 1) {
      const [first, second, who] = bestTwo(table[row]!);
      if (who < 0) continue;
      const { priority, lasts } = problem.jobs[left[row]!]!;
      const regret = second === Infinity ? Infinity : second - first;
      const lead =
        order === "priority"
          ? priority
          : order === "density"
            ? priority / (lasts + Math.max(0, first) + 1)
            : 0;
      const keys = [lead, regret, -first];
      if (chosen === undefined || isGreater(keys, chosen.keys)) chosen = { row, who, keys };
    }
    if (chosen === undefined) return;
    const { row, who } = chosen;
    routes[who]!.splice(table[row]![who]!.place, 0, left[row]!);
    left.splice(row, 1);
    table.splice(row, 1);
    for (let other = 0; other < left.length; other += 1) {
      const number = left[other]!;
      table[other]![who] = bestInsertion(problem, { who, route: routes[who]!, number });
    }
  }
}

/** The least two growths, and whose the least is; -1 where nobody has room. */
function bestTwo(
  insertions: readonly (Insertion | undefined)[],
): readonly [number, number, number] {
  let [first, second, best] = [Infinity, Infinity, -1];
  insertions.forEach((insertion, who) => {
    if (insertion === undefined) return;
    if (insertion.addedMs < first) [second, first, best] = [first, insertion.addedMs, who];
    else if (insertion.addedMs < second) second = insertion.addedMs;
  });
  return [first, second, best];
}

function isGreater(a: readonly number[], b: readonly number[]): boolean {
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) return a[i]! > b[i]!;
  return false;
}
