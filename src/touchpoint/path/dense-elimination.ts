import type { ChainRates, EliminatedState } from "./chain-rates.js";

/** Most states held in a full table: 3,000 take 72 MB. */
const MOST_STATES = 3000;

/** Share of all pairs the cheapest elimination must touch before a full table is faster than lists; measured. */
const FULL_SHARE = 0.04;

/** Whether so few ways are left that a full table of rates is faster than lists. */
export function isDense(fewestWays: number, statesLeft: number): boolean {
  return statesLeft <= MOST_STATES && fewestWays > FULL_SHARE * statesLeft * statesLeft;
}

/** Takes out states in the order given, in a full table of rates; the rest of the chain is written back. */
export function eliminateDensely(chain: ChainRates, states: readonly number[]): EliminatedState[] {
  const out = new Set(states);
  const kept = Array.from(chain.gone.keys()).filter(
    (state) => chain.gone[state] === 0 && !out.has(state),
  );
  const all = [...states, ...kept];
  const table = tableOfRates(chain, all);
  const steps = states.map((_, at) => eliminateAt(chain, { table, all, at }));
  kept.forEach((state, position) => {
    writeBack(chain, { table, all, at: states.length + position, state, from: states.length });
  });
  kept.forEach((state) => {
    for (const target of chain.targets[state]!) chain.sources[target]!.push(state);
  });
  return steps;
}

/** The rates between the states left, row by row. */
function tableOfRates(chain: ChainRates, all: readonly number[]): Float64Array {
  const places = new Int32Array(chain.gone.length);
  all.forEach((state, place) => {
    places[state] = place;
  });
  const table = new Float64Array(all.length * all.length);
  all.forEach((state, place) => {
    const rates = chain.rates[state]!;
    chain.targets[state]!.forEach((target, at) => {
      table[place * all.length + places[target]!] = rates[at]!;
    });
  });
  return table;
}

function eliminateAt(
  chain: ChainRates,
  {
    table,
    all,
    at,
  }: { readonly table: Float64Array; readonly all: readonly number[]; readonly at: number },
): EliminatedState {
  const { leaks, entries, gains, gained } = chain;
  const size = all.length;
  const state = all[at]!;
  const own = at * size;
  let total = leaks[state]!;
  const targets: number[] = [];
  const rates: number[] = [];
  for (let to = at + 1; to < size; to += 1) {
    const rate = table[own + to]!;
    if (rate === 0) continue;
    total += rate;
    targets.push(all[to]!);
    rates.push(rate);
  }
  const entering = entries[state]! / total;
  for (let to = 0; to < targets.length; to += 1) entries[targets[to]!]! += entering * rates[to]!;
  for (let kind = 0; kind < gains.length; kind += 1)
    gained[kind]! += entering * gains[kind]![state]!;
  const sources: number[] = [];
  const sourceRates: number[] = [];
  for (let from = at + 1; from < size; from += 1) {
    const row = from * size;
    const rate = table[row + at]!;
    if (rate === 0) continue;
    const source = all[from]!;
    const weight = rate / total;
    for (let to = at + 1; to < size; to += 1) table[row + to]! += weight * table[own + to]!;
    // To itself it need not go.
    table[row + from] = 0;
    leaks[source]! += weight * leaks[state]!;
    for (const gain of gains) gain[source]! += weight * gain[state]!;
    sources.push(source);
    sourceRates.push(rate);
  }
  chain.gone[state] = 1;
  return { state, total, targets, rates, sources, sourceRates };
}

/** Makes lists again of one row of the table, for the states from a place on. */
function writeBack(
  chain: ChainRates,
  {
    table,
    all,
    at,
    state,
    from,
  }: {
    readonly table: Float64Array;
    readonly all: readonly number[];
    readonly at: number;
    readonly state: number;
    readonly from: number;
  },
): void {
  const targets: number[] = [];
  const rates: number[] = [];
  for (let to = from; to < all.length; to += 1) {
    const rate = table[at * all.length + to]!;
    if (rate === 0) continue;
    targets.push(all[to]!);
    rates.push(rate);
  }
  chain.targets[state] = targets;
  chain.rates[state] = rates;
  chain.sources[state] = [];
}
