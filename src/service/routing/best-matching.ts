import { leastAssignment } from "../../shared/optimisation/least-assignment.js";

/** Who may be given to whom, and how good that is. @internal */
export interface MatchingTask {
  /** How many contacts there are, in the order of priority. */
  readonly rows: number;
  /** How many agents there are. */
  readonly columns: number;
  /** By contact, then by agent: the points, whole and at least 0, or -1 where it cannot be. */
  readonly points: Int32Array;
}

/**
 * For each contact the place of its agent, or -1: each contact that can be served beside all that go before it is,
 * and of all ways to serve these the one with the most points in sum.
 *
 * The contacts that can be served together are the independent sets of a transversal matroid: taken greedily in the
 * order of priority they are the best in that order, and as many as can be.
 *
 * @internal
 */
export function bestMatching(task: MatchingTask): Int32Array {
  const { rows, columns, points } = task;
  const served = servedRows(task);
  const result = new Int32Array(rows).fill(-1);
  const agents = assigned(task, served);
  served.forEach((row, place) => {
    result[row] = agents[place]!;
  });
  // Of equal agents the first: those left without a contact come in between otherwise.
  const taken = new Set(result);
  for (const row of served) {
    const at = result[row]!;
    for (let column = 0; column < at; column += 1) {
      if (taken.has(column) || points[row * columns + column] !== points[row * columns + at]) {
        continue;
      }
      taken.delete(at);
      taken.add(column);
      result[row] = column;
      break;
    }
  }
  return result;
}

/** The contacts that can be served together, in the order of priority (augmenting paths). */
function servedRows({ rows, columns, points }: MatchingTask): readonly number[] {
  const owner = new Int32Array(columns).fill(-1);
  const seen = new Int32Array(columns).fill(-1);
  const served: number[] = [];
  for (let row = 0; row < rows; row += 1) if (augment(row, row)) served.push(row);
  return served;

  function augment(row: number, round: number): boolean {
    const base = row * columns;
    for (let column = 0; column < columns; column += 1) {
      if (points[base + column]! < 0 || owner[column]! >= 0) continue;
      owner[column] = row;
      return true;
    }
    for (let column = 0; column < columns; column += 1) {
      if (points[base + column]! < 0 || seen[column] === round) continue;
      seen[column] = round;
      if (!augment(owner[column]!, round)) continue;
      owner[column] = row;
      return true;
    }
    return false;
  }
}

/** By contact served, in their order, its agent: of all ways to serve these the one with the most points. */
function assigned({ columns, points }: MatchingTask, served: readonly number[]): Int32Array {
  let most = 0;
  for (const value of points) if (value > most) most = value;
  const never = (most + 1) * (served.length + 1);
  const costs = new Float64Array(columns * served.length);
  served.forEach((row, place) => {
    for (let column = 0; column < columns; column += 1) {
      const value = points[row * columns + column]!;
      costs[place * columns + column] = value < 0 ? never : most - value;
    }
  });
  return leastAssignment({ rows: served.length, columns, costs }).columnOf;
}
