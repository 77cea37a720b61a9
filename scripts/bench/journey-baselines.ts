/**
 * The plain ways to do what the library does over journeys and paths: what a careful developer writes by hand for one
 * purpose, without checks, without merging, and for chains with a dense solution for each touchpoint left out.
 */
import type { AttributionPath, Journey, TransitionTable } from "goodwill/touchpoint";

/** Counts of pairs in a map by text. */
export function plainTransitions(journeys: Iterable<Journey>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { steps, outcome = "(exit)" } of journeys) {
    let from = "(start)";
    for (const { touchpoint } of steps) {
      const pair = `${from}>${touchpoint}`;
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
      from = touchpoint;
    }
    const pair = `${from}>${outcome}`;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}

/** First, last, linear, position-based, decay by steps and Shapley, each in a map by name. */
export function plainHeuristics(rows: readonly AttributionPath[]): Map<string, number>[] {
  const sums = Array.from({ length: 7 }, () => new Map<string, number>());
  const add = (model: number, name: string, credit: number): void => {
    sums[model]!.set(name, (sums[model]!.get(name) ?? 0) + credit);
  };
  for (const { steps, conversions, value = 0 } of rows) {
    if (conversions === 0) continue;
    const last = steps.length - 1;
    for (const credit of [conversions, value]) {
      add(0, steps[0]!, credit);
      add(1, steps[last]!, credit);
      add(2, steps.findLast((step) => step !== "direct") ?? steps[last]!, credit);
      const distinct = new Set(steps);
      for (const step of distinct) add(6, step, credit / distinct.size);
      let decay = 0;
      for (let at = 0; at <= last; at += 1) decay += 2 ** (-(last - at) / 7);
      steps.forEach((step, at) => {
        add(3, step, credit / steps.length);
        add(5, step, (credit * 2 ** (-(last - at) / 7)) / decay);
        const isEnd = at === 0 || at === last;
        const share = last === 0 ? 1 : last === 1 ? 0.5 : isEnd ? 0.4 : 0.2 / (last - 1);
        add(4, step, credit * share);
      });
    }
  }
  return sums;
}

/** Removal effects by one dense solution a touchpoint, with the matrix made anew each time. */
export function denseRemovalEffects(
  rows: readonly AttributionPath[],
  order: number,
): Map<string, number> {
  const states: string[][] = [[]];
  const numbers = new Map<string, number>();
  const counts: Map<number, number>[] = [new Map()];
  const won: number[] = [0];
  const left: number[] = [0];
  for (const { steps, conversions, nulls } of rows) {
    const weight = conversions + nulls;
    let from = 0;
    for (let at = Math.min(order, steps.length); at <= steps.length; at += 1) {
      const window = steps.slice(Math.max(0, at - order), at);
      const key = window.join(">");
      let to = numbers.get(key);
      if (to === undefined) {
        to = states.push(window) - 1;
        numbers.set(key, to);
        counts.push(new Map());
        won.push(0);
        left.push(0);
      }
      if (to !== from) {
        counts[from]!.set(to, (counts[from]!.get(to) ?? 0) + weight);
        left[from]! += weight;
      }
      from = to;
    }
    won[from]! += conversions;
    left[from]! += weight;
  }
  const chanceWithout = (removed?: string): number => {
    const kept = states.flatMap((window, state) =>
      removed !== undefined && window.includes(removed) ? [] : [state],
    );
    const places = new Map(kept.map((state, place) => [state, place]));
    const matrix = kept.map((state) => {
      const row = new Float64Array(kept.length + 1);
      for (const [to, count] of counts[state]!) {
        const place = places.get(to);
        if (place !== undefined) row[place]! -= count / left[state]!;
      }
      row[places.get(state)!]! += 1;
      row[kept.length] = won[state]! / left[state]!;
      return row;
    });
    return solveDense(matrix)[0]!;
  };
  const base = chanceWithout();
  const names = new Set(states.flat());
  return new Map([...names].map((name) => [name, 1 - chanceWithout(name) / base]));
}

/** Expected steps to the end, by one dense solution. */
export function denseChainSteps(table: TransitionTable): Float64Array {
  const places = new Map(table.states.map((state, place) => [state, place]));
  const matrix = table.states.map((_, at) => {
    const row = new Float64Array(table.states.length + 1);
    row[at] = 1;
    row[table.states.length] = 1;
    return row;
  });
  for (const { from, to, share } of table.transitions) {
    const place = places.get(to);
    if (place !== undefined) matrix[places.get(from)!]![place]! -= share;
  }
  return solveDense(matrix);
}

/** Gauss, with rows exchanged for the largest pivot. */
function solveDense(matrix: Float64Array[]): Float64Array {
  const size = matrix.length;
  for (let column = 0; column < size; column += 1) {
    let pivot = column;
    for (let row = column + 1; row < size; row += 1)
      if (Math.abs(matrix[row]![column]!) > Math.abs(matrix[pivot]![column]!)) pivot = row;
    [matrix[column], matrix[pivot]] = [matrix[pivot]!, matrix[column]!];
    const upper = matrix[column]!;
    for (let row = column + 1; row < size; row += 1) {
      const lower = matrix[row]!;
      const factor = lower[column]! / upper[column]!;
      if (factor === 0) continue;
      for (let at = column; at <= size; at += 1) lower[at]! -= factor * upper[at]!;
    }
  }
  const solution = new Float64Array(size);
  for (let row = size - 1; row >= 0; row -= 1) {
    let rest = matrix[row]![size]!;
    for (let at = row + 1; at < size; at += 1) rest -= matrix[row]![at]! * solution[at]!;
    solution[row] = rest / matrix[row]![row]!;
  }
  return solution;
}

/** The conversion rate of every set of touchpoints by going through all distinct sets that occurred. */
export function plainShapleyRate(rows: readonly AttributionPath[]): number[] {
  const names = [...new Set(rows.flatMap(({ steps }) => steps))];
  const bits = new Map(names.map((name, place) => [name, 1 << place]));
  const sets = new Map<number, [number, number]>();
  for (const { steps, conversions, nulls } of rows) {
    let set = 0;
    for (const step of steps) set |= bits.get(step)!;
    const sums = sets.get(set) ?? [0, 0];
    sets.set(set, [sums[0] + conversions, sums[1] + conversions + nulls]);
  }
  const rate = new Float64Array(2 ** names.length);
  for (let coalition = 0; coalition < rate.length; coalition += 1) {
    let conversions = 0;
    let paths = 0;
    for (const [set, sums] of sets) {
      if ((set & ~coalition) !== 0) continue;
      conversions += sums[0];
      paths += sums[1];
    }
    rate[coalition] = paths === 0 ? 0 : conversions / paths;
  }
  return names.map((_, place) => {
    let value = 0;
    for (let set = 0; set < rate.length; set += 1) {
      if ((set & (1 << place)) !== 0) continue;
      let size = 0;
      for (let rest = set; rest !== 0; rest &= rest - 1) size += 1;
      let weight = 1 / names.length;
      for (let at = 1; at <= size; at += 1) weight *= at / (names.length - at);
      value += weight * (rate[set | (1 << place)]! - rate[set]!);
    }
    return value;
  });
}
