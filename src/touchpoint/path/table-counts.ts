import type { TransitionTable } from "./transition.js";

/** The counts of a table by number of state and end. */
export interface TableCounts {
  /** How often a state was followed by another, self included. */
  readonly moves: readonly { readonly from: number; readonly to: number; readonly rate: number }[];
  /** For each end, how often each state led there. */
  readonly endCounts: readonly number[][];
  /** How often each state was left. */
  readonly leaving: readonly number[];
  /** Whether an end can be reached from each state. */
  readonly isEnding: readonly boolean[];
}

/** Checks a table and numbers its states and ends. */
export function countsOfTable({ states, ends, transitions }: TransitionTable): TableCounts {
  const stateNumbers = numbered(states);
  const endNumbers = numbered(ends);
  for (const end of ends)
    if (stateNumbers.has(end)) throw cannotRead("a name must be a state or an end", end);
  const moves: { from: number; to: number; rate: number }[] = [];
  const endCounts = ends.map(() => states.map(() => 0));
  const leaving = states.map(() => 0);
  const seen = new Set<number>();
  for (const { from, to, count } of transitions) {
    const source = stateNumbers.get(from);
    const target = stateNumbers.get(to);
    const end = endNumbers.get(to);
    if (source === undefined)
      throw cannotRead("the table must list where a transition starts", from);
    if (target === undefined && end === undefined)
      throw cannotRead("the table must list where a transition leads", to);
    if (!(Number.isFinite(count) && count >= 0)) {
      throw cannotRead("a count must be a finite number of at least 0", count);
    }
    const pair = source * (states.length + ends.length) + (target ?? states.length + end!);
    if (seen.has(pair)) throw cannotRead("a pair must occur once", `${from} > ${to}`);
    seen.add(pair);
    if (count === 0) continue;
    leaving[source]! += count;
    if (target === undefined) endCounts[end!]![source] = count;
    else moves.push({ from: source, to: target, rate: count });
  }
  return {
    moves,
    endCounts,
    leaving,
    isEnding: statesThatEnd(moves, { endCounts, size: states.length }),
  };
}

function numbered(names: readonly string[]): Map<string, number> {
  const numbers = new Map(names.map((name, number) => [name, number]));
  if (numbers.size === names.length) return numbers;
  const twice = names.find((name, number) => numbers.get(name) !== number);
  throw cannotRead("states and ends must be listed once", String(twice));
}

function cannotRead(rule: string, got: string | number): RangeError {
  return new RangeError(`Cannot read a transition table: ${rule}, got ${JSON.stringify(got)}`);
}

/** Goes back from the ends. */
function statesThatEnd(
  moves: readonly { readonly from: number; readonly to: number }[],
  {
    endCounts,
    size,
  }: { readonly endCounts: readonly (readonly number[])[]; readonly size: number },
): boolean[] {
  const sources: number[][] = Array.from({ length: size }, () => []);
  for (const { from, to } of moves) sources[to]!.push(from);
  const isEnding = Array.from({ length: size }, (_, state) =>
    endCounts.some((counts) => counts[state]! > 0),
  );
  const queue = isEnding.flatMap((ends, state) => (ends ? [state] : []));
  for (let state = queue.pop(); state !== undefined; state = queue.pop()) {
    for (const source of sources[state]!) {
      if (isEnding[source]) continue;
      isEnding[source] = true;
      queue.push(source);
    }
  }
  return isEnding;
}
