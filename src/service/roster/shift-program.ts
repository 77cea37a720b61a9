// From ways to work to programs: intervals that every way covers alike become one row, ways that cover alike one
// column, and what has no row in common is decided apart.

import type { RequiredInterval } from "../staffing/service-interval.js";
import type { CoverProgram } from "./cover-program.js";
import type { IntervalBlock } from "./interval-edges.js";
import type { ShiftNeed } from "./shift-need.js";
import type { ShiftWay } from "./shift-ways.js";

/** A program and what its columns mean. @internal */
export interface ShiftProgram {
  /** The program. */
  readonly program: CoverProgram;
  /** By column: the place of its way to work, or -1 for agents missing. */
  readonly ways: readonly number[];
}

/** What a program is made of. @internal */
export interface ShiftProgramParts {
  /** The ways to work. */
  readonly ways: readonly ShiftWay[];
  /** What is needed. */
  readonly need: ShiftNeed;
  /** How many shifts may begin on one day. */
  readonly perDayAtMost: number;
}

interface Column {
  readonly way: number;
  readonly blocks: readonly IntervalBlock[];
  readonly day: number;
  readonly minutes: number;
  readonly tie: number;
}

interface Rows {
  readonly least: readonly number[];
  readonly most: readonly number[];
  readonly minutes: readonly number[];
  /** By interval at which something begins or ends: the first row that is not before it. */
  readonly rowFrom: Int32Array;
}

function rowsOf(required: readonly RequiredInterval[], { ways, need }: ShiftProgramParts): Rows {
  const isEdge = new Uint8Array(required.length + 1);
  for (const { blocks } of ways) {
    for (const { from, until } of blocks) [isEdge[from], isEdge[until]] = [1, 1];
  }
  const rows = { least: [] as number[], most: [] as number[], minutes: [] as number[] };
  const rowFrom = new Int32Array(required.length + 1);
  let isOpen = false;
  for (let t = 0; t < required.length; t += 1) {
    if (isEdge[t] === 1) isOpen = false;
    rowFrom[t] = rows.least.length;
    const least = need.least[t]!;
    const most = need.most[t]!;
    if (least === 0 && (most === Infinity || need.isCovered[t] === 0)) continue;
    const last = rows.least.length - 1;
    const isAlike = !need.isSoft || (rows.least[last] === least && rows.most[last] === most);
    if (isOpen && isAlike) {
      rows.least[last] = Math.max(rows.least[last]!, least);
      rows.minutes[last]! += required[t]!.minutes;
      continue;
    }
    isOpen = true;
    rows.least.push(least);
    rows.most.push(most);
    rows.minutes.push(required[t]!.minutes);
  }
  rowFrom[required.length] = rows.least.length;
  return { ...rows, rowFrom };
}

function columnsOf(
  required: readonly RequiredInterval[],
  { ways, perDayAtMost, rowFrom }: ShiftProgramParts & { readonly rowFrom: Int32Array },
): Column[] {
  const elapsed = new Float64Array(required.length + 1);
  required.forEach(({ minutes }, t) => (elapsed[t + 1] = elapsed[t]! + minutes));
  const known = new Map<string, Column>();
  ways.forEach(({ blocks, day, cost }, way) => {
    let minutes = 0;
    const inRows: IntervalBlock[] = [];
    for (const { from, until } of blocks) {
      minutes += elapsed[until]! - elapsed[from]!;
      const block = { from: rowFrom[from]!, until: rowFrom[until]! };
      if (block.until > block.from) inRows.push(block);
    }
    if (inRows.length === 0) return;
    const place = inRows.map(({ from, until }) => `${from}-${until}`).join(" ");
    const key = `${place} ${minutes} ${perDayAtMost === Infinity ? "" : day}`;
    const other = known.get(key);
    if (other !== undefined && other.tie <= cost) return;
    known.set(key, { way, blocks: inRows, day, minutes, tie: cost });
  });
  return [...known.values()].sort((a, b) => a.way - b.way);
}

/** The rows at which something begins that has no row in common with what is before; and, last, their end. */
function borders(
  columns: readonly Column[],
  { rows, isPerDay }: { readonly rows: number; readonly isPerDay: boolean },
): number[] {
  const reach = Int32Array.from({ length: rows }, (_, t) => t + 1);
  const days = new Map<number, IntervalBlock>();
  for (const { blocks, day } of columns) {
    const own = { from: blocks[0]!.from, until: blocks.at(-1)!.until };
    reach[own.from] = Math.max(reach[own.from]!, own.until);
    const of = days.get(day) ?? own;
    days.set(day, { from: Math.min(of.from, own.from), until: Math.max(of.until, own.until) });
  }
  // A limit for the day ties all shifts of the day together.
  for (const { from, until } of isPerDay ? days.values() : []) {
    reach[from] = Math.max(reach[from]!, until);
  }
  const starts: number[] = [];
  let until = 0;
  for (let t = 0; t < rows; t += 1) {
    if (t >= until) starts.push(t);
    until = Math.max(until, reach[t]!);
  }
  return [...starts, rows];
}

function commonMeasure(a: number, b: number): number {
  return b === 0 ? a : commonMeasure(b, a % b);
}

/** The programs, by their first row; none where nothing is needed. @internal */
export function shiftPrograms(
  required: readonly RequiredInterval[],
  parts: ShiftProgramParts,
): readonly ShiftProgram[] {
  const rows = rowsOf(required, parts);
  const columns = columnsOf(required, { ...parts, rowFrom: rows.rowFrom });
  const limits = borders(columns, {
    rows: rows.least.length,
    isPerDay: parts.perDayAtMost !== Infinity,
  });
  return limits.slice(0, -1).map((from, i) => {
    const until = limits[i + 1]!;
    const inside = columns.filter(
      ({ blocks }) => blocks[0]!.from >= from && blocks[0]!.from < until,
    );
    return programOf(inside, { parts, rows, from, until });
  });
}

function programOf(
  columns: readonly Column[],
  {
    parts,
    rows,
    from,
    until,
  }: {
    readonly parts: ShiftProgramParts;
    readonly rows: Rows;
    readonly from: number;
    readonly until: number;
  },
): ShiftProgram {
  const { need, perDayAtMost } = parts;
  const least = rows.least.slice(from, until);
  const days = perDayAtMost === Infinity ? [] : [...new Set(columns.map(({ day }) => day))];
  const blocks: (readonly IntervalBlock[])[] = columns.map((column) => {
    const own = column.blocks.map((block) => ({
      from: block.from - from,
      until: block.until - from,
    }));
    const row = least.length + days.indexOf(column.day);
    return days.length === 0 ? own : [...own, { from: row, until: row + 1 }];
  });
  const use = blocks.map((own) => {
    let most = 0;
    for (const block of own) {
      for (let t = block.from; t < Math.min(block.until, least.length); t += 1)
        most = Math.max(most, least[t]!);
    }
    return most;
  });
  const cost = columns.map(({ minutes }) => minutes);
  const total = least.reduce((sum, agents) => sum + agents, 0);
  const dearest = columns.reduce((most, { tie }) => Math.max(most, tie), 0);
  if (need.isSoft) {
    least.forEach((agents, t) => {
      if (agents === 0) return;
      blocks.push([{ from: t, until: t + 1 }]);
      use.push(agents);
      cost.push((1 + need.weight) * rows.minutes[from + t]!);
    });
  }
  // A weight has three decimals at most.
  const grain = cost.reduce((g, one) => commonMeasure(g, Math.round(one * 1000)), 0) / 1000;
  const share = dearest > 0 ? grain / 2 / (total * dearest + 1) : 0;
  const flat = blocks.flat();
  const firstBlock = new Int32Array(blocks.length + 1);
  blocks.forEach((own, j) => (firstBlock[j + 1] = firstBlock[j]! + own.length));
  const most = [...rows.most.slice(from, until), ...days.map(() => perDayAtMost)];
  return {
    ways: cost.map((_, j) => columns[j]?.way ?? -1),
    program: {
      least: Float64Array.from([...least, ...days.map(() => 0)]),
      most: Float64Array.from(most),
      firstBlock,
      from: Int32Array.from(flat, (block) => block.from),
      until: Int32Array.from(flat, (block) => block.until),
      cost: Float64Array.from(cost),
      tie: Float64Array.from(cost, (_, j) => (columns[j]?.tie ?? 0) * share),
      use: Float64Array.from(use),
      grain,
    },
  };
}
