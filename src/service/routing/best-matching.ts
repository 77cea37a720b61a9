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
  const owner = assigned(task, served);
  for (let column = 0; column < columns; column += 1) {
    const place = owner[column]!;
    if (place >= 0) result[served[place]!] = column;
  }
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

/**
 * By agent the place of its contact among those served, or -1: the assignment with the most points (Kuhn 1955 and
 * Munkres 1957, with potentials; all numbers are whole, so that it is exact).
 */
function assigned({ columns, points }: MatchingTask, served: readonly number[]): Int32Array {
  let most = 0;
  for (const value of points) if (value > most) most = value;
  const never = (most + 1) * (served.length + 1);
  const rowPrice = new Float64Array(served.length + 1);
  const columnPrice = new Float64Array(columns + 1);
  const owner = new Int32Array(columns + 1);
  const before = new Int32Array(columns + 1);
  for (let place = 1; place <= served.length; place += 1) {
    owner[0] = place;
    let column = 0;
    const least = new Float64Array(columns + 1).fill(Infinity);
    const done = new Uint8Array(columns + 1);
    do {
      done[column] = 1;
      const at = owner[column]!;
      const base = served[at - 1]! * columns;
      let delta = Infinity;
      let next = 0;
      for (let j = 1; j <= columns; j += 1) {
        if (done[j] === 1) continue;
        const value = points[base + j - 1]!;
        const cost = (value < 0 ? never : most - value) - rowPrice[at]! - columnPrice[j]!;
        if (cost < least[j]!) {
          least[j] = cost;
          before[j] = column;
        }
        if (least[j]! < delta) {
          delta = least[j]!;
          next = j;
        }
      }
      for (let j = 0; j <= columns; j += 1) {
        if (done[j] === 1) {
          rowPrice[owner[j]!]! += delta;
          columnPrice[j]! -= delta;
        } else least[j]! -= delta;
      }
      column = next;
    } while (owner[column] !== 0);
    while (column !== 0) {
      owner[column] = owner[before[column]!]!;
      column = before[column]!;
    }
  }
  return owner.subarray(1).map((place) => place - 1);
}
