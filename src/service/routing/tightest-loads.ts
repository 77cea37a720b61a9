import { shareFlow } from "../../shared/optimisation/share-flow.js";
import type { ShareTask } from "../../shared/optimisation/share-flow.js";

/** The loads with the least room to grow together. @internal */
export interface TightestLoads {
  /** Which. */
  readonly members: readonly number[];
  /** What they bring; above 0. */
  readonly load: bigint;
  /** What all can take who can take of any of them; over `load` it is the factor by which all loads can grow. */
  readonly capacity: bigint;
}

/**
 * The set of loads for which capacity over load is least; undefined where there is no load.
 *
 * Dinkelbach's method (1967): grow all loads by the factor of the set at hand; as long as a set is too much then, its
 * own factor is smaller. There are finitely many sets, so that it ends.
 *
 * @internal
 */
export function tightestLoads(task: ShareTask): TightestLoads | undefined {
  const { loads, capacities, takers } = task;
  if (loads.length === 0) return undefined;
  let found = ratioOf([...loads.keys()]);
  for (;;) {
    const { load, capacity } = found;
    const { excessive } = shareFlow({
      loads: loads.map((one) => one * capacity),
      capacities: capacities.map((one) => one * load),
      takers,
    });
    if (excessive.length === 0) return found;
    found = ratioOf(excessive);
  }

  function ratioOf(members: readonly number[]): TightestLoads {
    const able = new Set(members.flatMap((member) => takers[member]!));
    let [load, capacity] = [0n, 0n];
    for (const member of members) load += loads[member]!;
    for (const taker of able) capacity += capacities[taker]!;
    return { members, load, capacity };
  }
}
