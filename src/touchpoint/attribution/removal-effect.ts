import { collectedFrom } from "../path/eliminated-solution.js";
import { chainRates, copyOfChain, type ChainRates } from "../path/chain-rates.js";
import { eliminateStates } from "../path/state-elimination.js";
import type { MarkovSums } from "./attribution-accumulator.js";
import { windowFinder } from "./markov-sums.js";

/** What would be lost if every path through one touchpoint led nowhere. */
export interface RemovalEffects {
  /** For each touchpoint, the share of conversions lost, 0 to 1. */
  readonly conversions: readonly number[];
  /** For each touchpoint, the share of value lost, 0 to 1. */
  readonly values: readonly number[];
}

/** What a journey from each state is worth, by kind: conversions, then value. */
type Worth = readonly Float64Array[];

/** A group of touchpoints whose effects are still to be found, and the chain with only the states they need. */
interface Branch {
  readonly chain: ChainRates;
  readonly group: readonly number[];
}

/**
 * Share of states to be without need before they are eliminated for a whole group; fewer are left to the smaller
 * groups, which can choose a better order. Found by counting the operations on logs of 12 to 300 touchpoints.
 */
const NEEDLESS_SHARE = 0.4;

/**
 * The removal effect of every touchpoint, exactly.
 *
 * What is lost with a touchpoint is what passes through it: the chance that a journey comes to one of its states, by
 * the first of them, times the worth of going on from there. For that chance every state without the touchpoint is
 * eliminated. States without any touchpoint of a group are eliminated once for the whole group, which is then halved.
 * Nothing is subtracted, so that the smallest effect is as exact as the largest.
 */
export function removalEffects(
  sums: MarkovSums,
  { order, touchpoints }: { readonly order: number; readonly touchpoints: number },
): RemovalEffects {
  const conversions = new Array<number>(touchpoints).fill(0);
  const values = new Array<number>(touchpoints).fill(0);
  const { chain, states } = chainOf(sums, order);
  const steps = eliminateStates(copyOfChain(chain), states);
  const worth = [collectedFrom(steps, sums.conversions), collectedFrom(steps, sums.values)];
  const whole = worth.map((one) =>
    states.reduce((sum, state) => sum + chain.entries[state]! * one[state]!, 0),
  );
  const all = byStates(sums, { states, touchpoints });
  const branches: Branch[] = all.length === 0 ? [] : [{ chain, group: all }];
  for (let branch = branches.pop(); branch !== undefined; branch = branches.pop()) {
    const { group } = branch;
    narrow(branch, { windows: sums.windows, worth });
    if (group.length > 1) {
      const middle = group.length >> 1;
      branches.push({ chain: copyOfChain(branch.chain), group: group.slice(0, middle) });
      branches.push({ chain: branch.chain, group: group.slice(middle) });
      continue;
    }
    const [lost = 0, lostValue = 0] = branch.chain.gained;
    conversions[group[0]!] = shareOf(lost, whole[0]!);
    values[group[0]!] = shareOf(lostValue, whole[1]!);
  }
  return { conversions, values };
}

/** The chain as rates: its states are the windows some path stood on. */
function chainOf(
  sums: MarkovSums,
  order: number,
): { readonly chain: ChainRates; readonly states: readonly number[] } {
  const { windows, follows, starts, conversions, nulls } = sums;
  const finder = windowFinder(sums, order);
  const transitions = follows.flatMap((row, from) =>
    Object.entries(row).map(([touchpoint, rate]) => ({
      from,
      to: finder.after(from, Number(touchpoint)),
      rate,
    })),
  );
  const entries = windows.map((_, window) => starts[window] ?? 0);
  const leaks = windows.map((_, window) => conversions[window]! + nulls[window]!);
  const chain = chainRates(transitions, { leaks, entries, kinds: 2 });
  // A window that only leads to longer ones is no state.
  const states: number[] = [];
  windows.forEach((_, window) => {
    const isState = entries[window]! > 0 || chain.sources[window]!.length > 0;
    if (isState) states.push(window);
    else chain.gone[window] = 1;
  });
  return { chain, states };
}

/** The touchpoints with a state, those with the fewest states first: rare ones then share their groups. */
function byStates(
  { windows }: MarkovSums,
  { states, touchpoints }: { readonly states: readonly number[]; readonly touchpoints: number },
): number[] {
  const counts = new Array<number>(touchpoints).fill(0);
  for (const state of states) for (const one of new Set(windows[state])) counts[one]! += 1;
  return counts
    .map((_, touchpoint) => touchpoint)
    .filter((touchpoint) => counts[touchpoint]! > 0)
    .sort((a, b) => counts[a]! - counts[b]! || a - b);
}

/** Eliminates the states without any touchpoint of the group, and ends the way at those that hold all of them. */
function narrow(
  { chain, group }: Branch,
  { windows, worth }: { readonly windows: readonly (readonly number[])[]; readonly worth: Worth },
): void {
  const members = new Set(group);
  const needless: number[] = [];
  let left = 0;
  windows.forEach((window, state) => {
    if (chain.gone[state] === 1) return;
    left += 1;
    const held = new Set(window.filter((touchpoint) => members.has(touchpoint))).size;
    if (held === 0) needless.push(state);
    else if (held === group.length) endAt(chain, { state, worth });
  });
  if (group.length === 1 || needless.length > NEEDLESS_SHARE * left)
    eliminateStates(chain, needless);
}

/** Makes a state an end whose worth is gained at once: nothing of the way after it need be known. */
function endAt(
  chain: ChainRates,
  { state, worth }: { readonly state: number; readonly worth: Worth },
): void {
  const { targets, rates, sources, leaks, gone } = chain;
  for (const target of targets[state]!) drop(sources[target]!, sources[target]!.indexOf(state));
  for (const source of sources[state]!) {
    if (gone[source] === 1) continue;
    const at = targets[source]!.indexOf(state);
    const rate = rates[source]![at]!;
    drop(targets[source]!, at);
    drop(rates[source]!, at);
    leaks[source]! += rate;
    worth.forEach((one, kind) => {
      chain.gains[kind]![source]! += rate * one[state]!;
    });
  }
  worth.forEach((one, kind) => {
    chain.gained[kind]! += chain.entries[state]! * one[state]!;
  });
  gone[state] = 1;
}

/** Takes an entry out of a list whose order does not matter. */
function drop(list: number[], at: number): void {
  list[at] = list.at(-1)!;
  list.pop();
}

function shareOf(part: number, all: number): number {
  // Rounding may pass the whole by its last digit.
  return all > 0 ? Math.min(part / all, 1) : 0;
}
