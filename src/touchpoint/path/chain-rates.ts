/**
 * A chain of states that end, as rates: how fast each state goes to each other, and to an end.
 *
 * Going from a state to itself is left out: it changes neither where a journey ends nor which states it passes.
 */
export interface ChainRates {
  /** For each state, the states it goes to. */
  readonly targets: number[][];
  /** For each state, the rates to them. */
  readonly rates: number[][];
  /** For each state, the rate to all ends together. */
  readonly leaks: Float64Array;
  /** For each state, the rate at which journeys enter there. */
  readonly entries: Float64Array;
  /** What journeys gain on leaving, of several kinds: for each kind, the gain by state times the rate. */
  readonly gains: readonly Float64Array[];
  /** What the journeys that entered have gained at states that are gone, by kind. */
  readonly gained: number[];
  /** For each state, the states that go to it; may still name states that are gone. */
  readonly sources: number[][];
  /** For each state, 1 when it was taken out. */
  readonly gone: Uint8Array;
}

/** One state as it was when it was taken out. */
export interface EliminatedState {
  /** The state. */
  readonly state: number;
  /** Its rate to anywhere else. */
  readonly total: number;
  /** The states left that it went to. */
  readonly targets: readonly number[];
  /** How fast. */
  readonly rates: readonly number[];
  /** The states left that went to it. */
  readonly sources: readonly number[];
  /** How fast. */
  readonly sourceRates: readonly number[];
}

/** The rate from one state to another. */
export interface StateRate {
  /** From which. */
  readonly from: number;
  /** To which. */
  readonly to: number;
  /** How fast, above 0. */
  readonly rate: number;
}

/** The chain of given rates between states, each pair once, to the ends, and into it. */
export function chainRates(
  transitions: readonly StateRate[],
  {
    leaks,
    entries,
    kinds,
  }: {
    readonly leaks: readonly number[];
    readonly entries: readonly number[];
    readonly kinds: number;
  },
): ChainRates {
  const empty = (): number[][] => leaks.map(() => []);
  const chain: ChainRates = {
    targets: empty(),
    rates: empty(),
    leaks: Float64Array.from(leaks),
    entries: Float64Array.from(entries),
    gains: Array.from({ length: kinds }, () => new Float64Array(leaks.length)),
    gained: new Array<number>(kinds).fill(0),
    sources: empty(),
    gone: new Uint8Array(leaks.length),
  };
  for (const { from, to, rate } of transitions) {
    if (from === to) continue;
    chain.targets[from]!.push(to);
    chain.rates[from]!.push(rate);
    chain.sources[to]!.push(from);
  }
  return chain;
}

/** The same chain, to be changed apart; what is gone takes no room. */
export function copyOfChain(chain: ChainRates): ChainRates {
  const { gone } = chain;
  const copied = (rows: readonly number[][]): number[][] =>
    rows.map((row, state) => (gone[state] === 1 ? [] : row.slice()));
  return {
    targets: copied(chain.targets),
    rates: copied(chain.rates),
    leaks: chain.leaks.slice(),
    entries: chain.entries.slice(),
    gains: chain.gains.map((gain) => gain.slice()),
    gained: chain.gained.slice(),
    sources: chain.sources.map((row, state) =>
      gone[state] === 1 ? [] : row.filter((source) => gone[source] === 0),
    ),
    gone: gone.slice(),
  };
}
