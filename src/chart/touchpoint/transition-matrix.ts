import type { Interval } from "../../shared/statistics/interval.js";
import type { TransitionTable } from "../../touchpoint/path/transition.js";

/** A row or column of the matrix: a state, or several gathered. @internal */
export interface MatrixState {
  readonly id: string;
  /** How many states it stands for. */
  readonly gathered: number;
}

/** One cell that is not empty. @internal */
export interface MatrixCell {
  readonly row: number;
  readonly column: number;
  readonly count: number;
  /** All that leave the row. */
  readonly leaving: number;
  readonly share: number;
  /** Absent where rows or columns were gathered. */
  readonly interval?: Interval;
}

/** Transitions as rows and columns. @internal */
export interface TransitionMatrix {
  readonly rows: readonly MatrixState[];
  readonly columns: readonly MatrixState[];
  readonly cells: readonly MatrixCell[];
  /** How many states and how many ends were gathered into one; 0 where each stands alone. */
  readonly gathered: { readonly states: number; readonly ends: number };
}

/** States gathered into one; ids that no state has. */
const OTHERS = "\u0000others";

const OTHER_ENDS = "\u0000other-ends";

/** Ends that have a column of their own. */
const MOST_ENDS = 4;

/**
 * The transitions among the most frequent states; the rest is gathered into one. Columns that nobody reaches are left
 * out. @internal
 */
export function transitionMatrix(
  { states, ends, transitions }: TransitionTable,
  mostStates: number,
): TransitionMatrix {
  const reached = new Map<string, number>();
  for (const { to, count } of transitions) reached.set(to, (reached.get(to) ?? 0) + count);
  const frequentEnds = ends.toSorted((a, b) => (reached.get(b) ?? 0) - (reached.get(a) ?? 0));
  const rows = gather(states, { kept: states, most: mostStates, rest: OTHERS });
  const endColumns = gather(ends, { kept: frequentEnds, most: MOST_ENDS, rest: OTHER_ENDS });
  const groups = new Map([...rows.groups, ...endColumns.groups]);
  const counts = new Map<string, { from: string; to: string; count: number; parts: number }>();
  const leaving = new Map<string, number>();
  const arriving = new Set<string>();
  const intervals = new Map<string, Interval>();
  for (const { count, interval, ...ends } of transitions) {
    const [from = ends.from, to = ends.to] = [groups.get(ends.from), groups.get(ends.to)];
    const key = JSON.stringify([from, to]);
    const cell = counts.get(key) ?? { from, to, count: 0, parts: 0 };
    counts.set(key, { ...cell, count: cell.count + count, parts: cell.parts + 1 });
    leaving.set(from, (leaving.get(from) ?? 0) + count);
    if (count > 0) arriving.add(to);
    if (from === ends.from && to === ends.to) intervals.set(key, interval);
  }
  const columns = [...rows.states, ...endColumns.states].filter(({ id }) => arriving.has(id));
  const [rowAt, columnAt] = [positions(rows.states), positions(columns)];
  const cells = [...counts].flatMap(([key, { from, to, count }]): MatrixCell[] => {
    const [row, column, all] = [rowAt.get(from), columnAt.get(to), leaving.get(from) ?? 0];
    if (row === undefined || column === undefined || count === 0) return [];
    const interval = intervals.get(key);
    return [
      { row, column, count, leaving: all, share: count / all, ...(interval && { interval }) },
    ];
  });
  return {
    rows: rows.states,
    columns,
    cells: cells.toSorted((a, b) => a.row - b.row || a.column - b.column),
    gathered: { states: rows.groups.size, ends: endColumns.groups.size },
  };
}

/** The most frequent states in their order, and one for all others; which state went into it. */
function gather(
  states: readonly string[],
  {
    kept,
    most,
    rest,
  }: { readonly kept: readonly string[]; readonly most: number; readonly rest: string },
): { readonly states: MatrixState[]; readonly groups: ReadonlyMap<string, string> } {
  const single = (id: string): MatrixState => ({ id, gathered: 1 });
  if (states.length <= most) return { states: states.map(single), groups: new Map() };
  const shown = new Set(kept.slice(0, most - 1));
  const hidden = states.filter((state) => !shown.has(state));
  return {
    states: [
      ...states.filter((state) => shown.has(state)).map(single),
      { id: rest, gathered: hidden.length },
    ],
    groups: new Map(hidden.map((state) => [state, rest])),
  };
}

function positions(states: readonly MatrixState[]): ReadonlyMap<string, number> {
  return new Map(states.map(({ id }, index) => [id, index]));
}

/** How a row or column is called. @internal */
export function stateName({ id, gathered }: MatrixState, name: (state: string) => string): string {
  if (id === OTHERS) return `${gathered} others`;
  if (id === OTHER_ENDS) return `${gathered} other ends`;
  return name(id);
}
