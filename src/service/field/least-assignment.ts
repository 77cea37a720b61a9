/** A way to give each row a column of its own. @internal */
export interface LeastAssignment {
  /** By row, its column. */
  readonly columns: Int32Array;
  /** What it costs; no way costs less. */
  readonly cost: number;
}

/**
 * The cheapest way to give each row of a square table a column of its own (Kuhn 1955, Munkres 1957, with potentials).
 * Costs are whole numbers, so that it is exact; `Infinity` is never taken, and there must be a way without.
 *
 * @internal
 */
export function leastAssignment(costs: readonly (readonly number[])[]): LeastAssignment {
  const size = costs.length;
  const rowPrice = new Float64Array(size + 1);
  const columnPrice = new Float64Array(size + 1);
  const owner = new Int32Array(size + 1);
  const before = new Int32Array(size + 1);
  for (let row = 1; row <= size; row += 1) {
    owner[0] = row;
    let column = 0;
    const least = new Float64Array(size + 1).fill(Infinity);
    const done = new Uint8Array(size + 1);
    do {
      done[column] = 1;
      const at = owner[column]!;
      const line = costs[at - 1]!;
      let delta = Infinity;
      let next = 0;
      for (let j = 1; j <= size; j += 1) {
        if (done[j] === 1) continue;
        const cost = line[j - 1]! - rowPrice[at]! - columnPrice[j]!;
        if (cost < least[j]!) {
          least[j] = cost;
          before[j] = column;
        }
        if (least[j]! < delta) {
          delta = least[j]!;
          next = j;
        }
      }
      for (let j = 0; j <= size; j += 1) {
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
  const columns = new Int32Array(size);
  let cost = 0;
  for (let j = 1; j <= size; j += 1) {
    columns[owner[j]! - 1] = j - 1;
    cost += costs[owner[j]! - 1]![j - 1]!;
  }
  return { columns, cost };
}
