/** What it costs to give rows columns. @internal */
export interface AssignmentTask {
  /** How many rows there are. */
  readonly rows: number;
  /** How many columns there are; at least as many as rows. */
  readonly columns: number;
  /** By row, then by column: the cost, a whole number; `Infinity` is never taken, and there must be a way without. */
  readonly costs: Float64Array;
}

/** A way to give each row a column of its own. @internal */
export interface LeastAssignment {
  /** By row, its column. */
  readonly columnOf: Int32Array;
  /** What it costs; no way costs less. */
  readonly cost: number;
}

/**
 * The cheapest way to give each row a column of its own (Kuhn 1955, Munkres 1957, with potentials); exact, as all costs
 * are whole.
 *
 * @internal
 */
export function leastAssignment({ rows, columns, costs }: AssignmentTask): LeastAssignment {
  const rowPrice = new Float64Array(rows + 1);
  const columnPrice = new Float64Array(columns + 1);
  const owner = new Int32Array(columns + 1);
  const before = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row += 1) {
    owner[0] = row;
    let column = 0;
    const least = new Float64Array(columns + 1).fill(Infinity);
    const done = new Uint8Array(columns + 1);
    do {
      done[column] = 1;
      const at = owner[column]!;
      const base = (at - 1) * columns - 1;
      let delta = Infinity;
      let next = 0;
      for (let j = 1; j <= columns; j += 1) {
        if (done[j] === 1) continue;
        const cost = costs[base + j]! - rowPrice[at]! - columnPrice[j]!;
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
  const columnOf = new Int32Array(rows);
  let cost = 0;
  for (let j = 1; j <= columns; j += 1) {
    if (owner[j] === 0) continue;
    columnOf[owner[j]! - 1] = j - 1;
    cost += costs[(owner[j]! - 1) * columns + j - 1]!;
  }
  return { columnOf, cost };
}
