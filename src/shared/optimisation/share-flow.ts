/** Loads to be shared out to those who can take them. @internal */
export interface ShareTask {
  /** The loads. */
  readonly loads: readonly bigint[];
  /** What each taker can take. */
  readonly capacities: readonly bigint[];
  /** By load, the takers that can take of it. */
  readonly takers: readonly (readonly number[])[];
}

/** The most that can be shared out. @internal */
export interface ShareFlow {
  /** How much, in sum. */
  readonly carried: bigint;
  /** By load, how much of it; earlier loads get all they can. */
  readonly byLoad: readonly bigint[];
  /** The loads that exceed most what all can take who can take of any of them; empty where all is carried. */
  readonly excessive: readonly number[];
}

/**
 * The most of the loads that can be taken at once, and which of them are too much together (the smallest set of those
 * with the most excess): by augmenting along shortest paths until there is none (Edmonds and Karp 1972). What can be
 * reached then from the loads left over is a smallest cut (Ford and Fulkerson 1956), and its excess is what is left
 * over.
 *
 * @internal
 */
export function shareFlow({ loads, capacities, takers }: ShareTask): ShareFlow {
  const left = [...loads];
  const room = [...capacities];
  const flow = loads.map(() => new Map<number, bigint>());
  let carried = 0n;
  for (let source = 0; source < loads.length; source += 1) {
    while (left[source]! > 0n) {
      const path = shortestPath(source, new Set([source]));
      if (path === undefined) break;
      carried += push(path, source);
    }
  }
  const excessive = new Set<number>();
  for (const source of loads.keys()) {
    if (excessive.has(source) || (left[source] ?? 0n) === 0n) continue;
    const seen = new Set([source]);
    shortestPath(source, seen);
    for (const load of seen) excessive.add(load);
  }
  return {
    carried,
    byLoad: loads.map((load, i) => load - left[i]!),
    excessive: [...excessive].sort((a, b) => a - b),
  };

  /** Load, taker, load, ..., taker with room: each taker after the first gives back of the load before it. */
  function shortestPath(source: number, seen: Set<number>): readonly number[] | undefined {
    const loadBefore = new Map<number, number>();
    const takerBefore = new Map<number, number>();
    const queue = [source];
    for (const load of queue) {
      for (const taker of takers[load]!) {
        if (loadBefore.has(taker)) continue;
        loadBefore.set(taker, load);
        if (room[taker]! > 0n) return pathTo(taker);
        for (const [other, one] of flow.entries()) {
          if (seen.has(other) || (one.get(taker) ?? 0n) === 0n) continue;
          seen.add(other);
          takerBefore.set(other, taker);
          queue.push(other);
        }
      }
    }
    return undefined;

    function pathTo(end: number): readonly number[] {
      const path = [end];
      let load = loadBefore.get(end)!;
      while (load !== source) {
        const taker = takerBefore.get(load)!;
        path.unshift(taker, load);
        load = loadBefore.get(taker)!;
      }
      return [source, ...path];
    }
  }

  function push(path: readonly number[], source: number): bigint {
    let amount = left[source]! < room[path.at(-1)!]! ? left[source]! : room[path.at(-1)!]!;
    for (let i = 2; i < path.length; i += 2) {
      const back = flow[path[i]!]!.get(path[i - 1]!)!;
      if (back < amount) amount = back;
    }
    for (let i = 0; i < path.length; i += 2) {
      add(path[i]!, path[i + 1]!, { amount });
      if (i > 0) add(path[i]!, path[i - 1]!, { amount: -amount });
    }
    left[source] = left[source]! - amount;
    room[path.at(-1)!] = room[path.at(-1)!]! - amount;
    return amount;
  }

  function add(load: number, taker: number, { amount }: { readonly amount: bigint }): void {
    flow[load]!.set(taker, (flow[load]!.get(taker) ?? 0n) + amount);
  }
}
