import type { ChainRates, EliminatedState } from "./chain-rates.js";
import { eliminateDensely, isDense } from "./dense-elimination.js";

/** Room for the eliminations, used again for each. */
interface Workspace {
  /** The rates of the state that is taken out, by target; 0 elsewhere. */
  readonly spread: Float64Array;
  /** By state, the number of the row in which it was met last. */
  readonly met: Int32Array;
  /** How many rows were gone through. */
  rows: number;
  /** By state, how many states left go to it. */
  readonly incoming: Int32Array;
}

/**
 * Takes states out of the chain, one by one, so that those left go to each other as fast as they did by way of them.
 *
 * Nothing is ever subtracted: the rate out of a state is summed anew from the rates to others (Grassmann, Taksar and
 * Heyman 1985, Operations Research 33:1107). So every result is exact to a few units in the last place, however seldom
 * the chain ends. The state with the fewest ways through it goes first (Markowitz 1957, Management Science 3:255),
 * which keeps the chain sparse; once it is not, the rest goes in a full table.
 *
 * @param chain - The chain; it is changed.
 * @param states - The states to take out; each must reach an end or a state that is left.
 * @returns Each state as it was when it was taken out, in order.
 */
export function eliminateStates(chain: ChainRates, states: readonly number[]): EliminatedState[] {
  const { targets, sources, gone } = chain;
  const left = states.slice();
  const workspace: Workspace = {
    spread: new Float64Array(gone.length),
    met: new Int32Array(gone.length),
    rows: 0,
    incoming: Int32Array.from(sources, (row) =>
      row.reduce((sum, source) => sum + 1 - gone[source]!, 0),
    ),
  };
  const { incoming } = workspace;
  const steps: EliminatedState[] = [];
  let alive = gone.reduce((sum, one) => sum + 1 - one, 0);
  while (left.length > 0) {
    let best = 0;
    let fewest = Infinity;
    for (let at = 0; at < left.length; at += 1) {
      const state = left[at]!;
      const ways = incoming[state]! * targets[state]!.length;
      if (ways < fewest) {
        fewest = ways;
        best = at;
      }
    }
    if (isDense(fewest, alive)) return [...steps, ...eliminateDensely(chain, left)];
    alive -= 1;
    const state = left[best]!;
    left[best] = left.at(-1)!;
    left.pop();
    steps.push(eliminate(chain, state, workspace));
  }
  return steps;
}

function eliminate(chain: ChainRates, state: number, workspace: Workspace): EliminatedState {
  const { gone, leaks, entries } = chain;
  const { spread, incoming } = workspace;
  const targets = chain.targets[state]!;
  const rates = chain.rates[state]!;
  let total = leaks[state]!;
  for (let at = 0; at < targets.length; at += 1) total += rates[at]!;
  const entering = entries[state]! / total;
  for (let at = 0; at < targets.length; at += 1) {
    const target = targets[at]!;
    spread[target] = rates[at]!;
    entries[target]! += entering * rates[at]!;
    incoming[target]! -= 1;
  }
  gone[state] = 1;
  chain.gains.forEach((gain, kind) => {
    chain.gained[kind]! += entering * gain[state]!;
  });
  const sources: number[] = [];
  const sourceRates: number[] = [];
  for (const source of chain.sources[state]!) {
    if (gone[source] === 1) continue;
    sources.push(source);
    sourceRates.push(bypass(chain, { state, source, total }, workspace));
  }
  for (let at = 0; at < targets.length; at += 1) spread[targets[at]!] = 0;
  return { state, total, targets, rates, sources, sourceRates };
}

/** Lets a source go straight to where it went by way of the state; returns the rate at which it did. */
function bypass(
  chain: ChainRates,
  {
    state,
    source,
    total,
  }: { readonly state: number; readonly source: number; readonly total: number },
  workspace: Workspace,
): number {
  const { spread, met, incoming } = workspace;
  const row = chain.targets[source]!;
  const rates = chain.rates[source]!;
  const own = row.indexOf(state);
  const rate = rates[own]!;
  const weight = rate / total;
  row[own] = row.at(-1)!;
  rates[own] = rates.at(-1)!;
  row.pop();
  rates.pop();
  workspace.rows += 1;
  const stamp = workspace.rows;
  for (let at = 0; at < row.length; at += 1) {
    const target = row[at]!;
    rates[at]! += weight * spread[target]!;
    met[target] = stamp;
  }
  // To itself it need not go.
  met[source] = stamp;
  for (const target of chain.targets[state]!) {
    if (met[target] === stamp) continue;
    row.push(target);
    rates.push(weight * spread[target]!);
    chain.sources[target]!.push(source);
    incoming[target]! += 1;
  }
  chain.leaks[source]! += weight * chain.leaks[state]!;
  for (const gain of chain.gains) gain[source]! += weight * gain[state]!;
  return rate;
}
