import type { EliminatedState } from "./chain-rates.js";

/**
 * For each state, what a journey from there collects, when every visit to a state earns at the given rate: the
 * solution x of (I - P) x = r, with rates on both sides.
 *
 * @param steps - The elimination of all states.
 * @param earnings - The rate earned at each state, at least 0.
 */
export function collectedFrom(
  steps: readonly EliminatedState[],
  earnings: readonly number[],
): Float64Array {
  const collected = Float64Array.from(earnings);
  for (const { state, total, sources, sourceRates } of steps) {
    const share = collected[state]! / total;
    if (share === 0) continue;
    for (let at = 0; at < sources.length; at += 1)
      collected[sources[at]!]! += sourceRates[at]! * share;
  }
  for (let at = steps.length - 1; at >= 0; at -= 1) {
    const { state, total, targets, rates } = steps[at]!;
    let sum = collected[state]!;
    for (let to = 0; to < targets.length; to += 1) sum += rates[to]! * collected[targets[to]!]!;
    collected[state] = sum / total;
  }
  return collected;
}

/**
 * For each state, how long a journey from `start` stays there, in units of the rates: times the rate of leaving, self
 * included, it is the expected number of visits.
 */
export function timeSpentFrom(
  steps: readonly EliminatedState[],
  { start, size }: { readonly start: number; readonly size: number },
): Float64Array {
  const spent = new Float64Array(size);
  spent[start] = 1;
  for (const { state, total, targets, rates } of steps) {
    const share = spent[state]! / total;
    if (share === 0) continue;
    for (let at = 0; at < targets.length; at += 1) spent[targets[at]!]! += rates[at]! * share;
  }
  for (let at = steps.length - 1; at >= 0; at -= 1) {
    const { state, total, sources, sourceRates } = steps[at]!;
    let sum = spent[state]!;
    for (let from = 0; from < sources.length; from += 1)
      sum += sourceRates[from]! * spent[sources[from]!]!;
    spent[state] = sum / total;
  }
  return spent;
}
