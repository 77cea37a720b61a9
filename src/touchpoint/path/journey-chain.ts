import type { Reason } from "../../shared/reason.js";
import { collectedFrom, timeSpentFrom } from "./eliminated-solution.js";
import { chainRates } from "./chain-rates.js";
import { eliminateStates } from "./state-elimination.js";
import type { EliminatedState } from "./chain-rates.js";
import { countsOfTable, type TableCounts } from "./table-counts.js";
import { START_STATE, type TransitionTable } from "./transition.js";

/** How probable an end is. */
export interface ChainEnd {
  /** The end: an outcome, or `(exit)`. */
  readonly end: string;
  /** Probability of ending there, 0 to 1. */
  readonly share: number;
}

/** What lies ahead of a journey in one state. */
export interface ChainState {
  /** The state: `(start)`, or a touchpoint. */
  readonly state: string;
  /** Probability of each end from here, in the order of the table's ends; none where nobody was seen to leave. */
  readonly ends: readonly ChainEnd[];
  /**
   * Probability of reaching no end: of going round forever, or into a state that nobody left; 0 in a log of ended
   * journeys. Absent where nobody was seen to leave: what would follow is not known.
   */
  readonly neverShare?: number;
  /**
   * Expected number of touchpoints visited from here to the end, this one included (`(start)` is none); absent where a
   * journey may never end, or never ends as given.
   */
  readonly expectedSteps?: number;
  /** Expected number of visits to this state in a journey from `(start)`; absent where it is not bounded. */
  readonly expectedVisits?: number;
}

/** What lies ahead of a journey, state by state. */
export interface JourneyChain {
  /** The end on which steps and visits are conditional; absent when they hold for all journeys. */
  readonly given?: string;
  /** The states, in the order of the table. */
  readonly states: readonly ChainState[];
  /** What is odd about the table: `never-ends` names states that were left and from which no end is reached. */
  readonly findings: readonly Reason[];
}

/** What is asked of the chain. */
export interface JourneyChainOptions {
  /** An end of the table: steps and visits are then those of the journeys that end there. */
  readonly given?: string;
}

/**
 * How probable is each outcome from each touchpoint, and how many steps lie ahead (TP-9)?
 *
 * The transitions are read as a chain without memory: where a journey goes next depends on where it stands only.
 * States from which no end can be reached (a closed loop, which a log of ended journeys does not hold, but a table
 * made by hand may) are no error: they are named in the findings, and the probability of running into them is
 * `neverShare`. Of a state that nobody left, such as the `(start)` of a table without journeys, nothing is known: it
 * has neither ends nor a share.
 *
 * @remarks Absorbing chains: Kemeny and Snell (1960, Finite Markov Chains, chapter 3); visits are the fundamental
 * matrix. The equations are solved by elimination without subtraction (Grassmann, Taksar and Heyman 1985, Operations
 * Research 33:1107): every figure is exact to about 1e-14 of itself, even where one journey in a million million
 * ends. The chain describes the journeys observed; what would happen after a change it does not know.
 * @param table - The transitions; their counts are used, shares are not, and counts need not be whole.
 * @param options - An end, when only the journeys that end there are asked for.
 * @returns One entry a state, and the findings.
 * @throws RangeError when a transition names a state or end the table does not list, a pair occurs twice, a count is
 * not a finite number of at least 0, or `given` is no end of the table.
 * @example
 * ```ts
 * import { journeyChain, type Transition } from "goodwill/touchpoint";
 *
 * const interval = { lower: 0, upper: 1, level: 0.95 };
 * const move = (from: string, to: string, count: number): Transition => {
 *   return { from, to, count, share: 0, interval };
 * };
 * const chain = journeyChain({
 *   journeys: 4,
 *   states: ["(start)", "shop", "help"],
 *   ends: ["purchase", "(exit)"],
 *   transitions: [
 *     move("(start)", "shop", 4),
 *     move("shop", "help", 2),
 *     move("shop", "purchase", 2),
 *     move("shop", "(exit)", 1),
 *     move("help", "shop", 1),
 *     move("help", "(exit)", 1),
 *   ],
 * });
 * const [start, shop] = chain.states;
 * [shop?.ends[0]?.share, start?.expectedSteps, shop?.expectedVisits]; // => [0.5, 1.75, 1.25]
 * ```
 */
export function journeyChain(
  table: TransitionTable,
  options: JourneyChainOptions = {},
): JourneyChain {
  const { given } = options;
  const counts = countsOfTable(table);
  const givenEnd = given === undefined ? undefined : table.ends.indexOf(given);
  if (givenEnd === -1) {
    throw new RangeError(
      `Cannot follow journeys to an end: the table must list it, got "${String(given)}"`,
    );
  }
  const start = table.states.indexOf(START_STATE);
  const solved = solveChain(counts, { given: givenEnd, start });
  const wasLeft = counts.leaving.map((times) => times > 0);
  const endless = table.states.filter((_, state) => wasLeft[state] && !counts.isEnding[state]);
  return {
    ...(given !== undefined && { given }),
    states: table.states.map((state, number) =>
      wasLeft[number]
        ? {
            state,
            ends: table.ends.map((end, at) => ({ end, share: solved.ends[at]![number]! })),
            neverShare: solved.never[number]!,
            ...stepsOf(solved, number),
          }
        : { state, ends: [] },
    ),
    findings:
      endless.length === 0
        ? []
        : [
            {
              code: "never-ends",
              params: { states: endless.join(", "), count: endless.length },
            },
          ],
  };
}

interface SolvedChain {
  /** For each end, the probability from each state. */
  readonly ends: readonly (readonly number[])[];
  /** The probability of never ending from each state. */
  readonly never: readonly number[];
  /** Steps to the end by state; absent where there is no number. */
  readonly steps: readonly (number | undefined)[];
  /** Visits from the start by state. */
  readonly visits: readonly (number | undefined)[];
}

function stepsOf(
  { steps, visits }: SolvedChain,
  state: number,
): Pick<ChainState, "expectedSteps" | "expectedVisits"> {
  const expectedSteps = steps[state];
  const expectedVisits = visits[state];
  return {
    ...(expectedSteps !== undefined && { expectedSteps }),
    ...(expectedVisits !== undefined && { expectedVisits }),
  };
}

/** Solves for all states; those that never end count as one more end, so that the rest stays solvable. */
function solveChain(
  { moves, endCounts, leaving, isEnding }: TableCounts,
  { given, start }: { readonly given: number | undefined; readonly start: number },
): SolvedChain {
  const states = leaving.map((_, state) => state).filter((state) => isEnding[state]);
  const lost = leaving.map(() => 0);
  for (const { from, to, rate } of moves) if (isEnding[from] && !isEnding[to]) lost[from]! += rate;
  const leaks = leaving.map((_, state) =>
    endCounts.reduce((sum, counts) => sum + counts[state]!, lost[state]!),
  );
  const open = moves.filter(({ from, to }) => isEnding[from] && isEnding[to]);
  const eliminated = eliminateStates(
    chainRates(open, { leaks, entries: leaks.map(() => 0), kinds: 0 }),
    states,
  );
  const collected = (earnings: readonly number[]): number[] =>
    Array.from(collectedFrom(eliminated, earnings));
  const ends = endCounts.map((counts) => collected(counts));
  const never = collected(lost).map((share, state) => (isEnding[state] ? share : 1));
  const visitsEarned = leaving.map((total, state) => (state === start ? 0 : total));
  const chance = given === undefined ? never.map((share) => (share === 0 ? 1 : 0)) : ends[given]!;
  // Weighing each visit by the chance of the end from there gives the journeys that end there (Doob's transform).
  const steps = collected(
    visitsEarned.map((total, state) => (isEnding[state] ? total * chance[state]! : 0)),
  ).map((sum, state) => (isEnding[state] && chance[state]! > 0 ? sum / chance[state]! : undefined));
  return {
    ends,
    never,
    steps,
    visits: visitsFrom(start, { eliminated, leaving, isEnding, ends, given }),
  };
}

function visitsFrom(
  start: number,
  {
    eliminated,
    leaving,
    isEnding,
    ends,
    given,
  }: {
    readonly eliminated: readonly EliminatedState[];
    readonly leaving: readonly number[];
    readonly isEnding: readonly boolean[];
    readonly ends: readonly (readonly number[])[];
    readonly given: number | undefined;
  },
): (number | undefined)[] {
  const chance = given === undefined ? undefined : ends[given]!;
  if (start < 0 || !isEnding[start]! || chance?.[start] === 0) return leaving.map(() => undefined);
  const spent = timeSpentFrom(eliminated, { start, size: leaving.length });
  return leaving.map((total, state) => {
    if (!isEnding[state]) return undefined;
    const visits = spent[state]! * total;
    return chance === undefined ? visits : (visits * chance[state]!) / chance[start]!;
  });
}
