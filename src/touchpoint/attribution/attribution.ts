/** Paths that were taken alike, with what they led to: one row of an aggregated log. Equal rows add up. */
export interface AttributionPath {
  /** The touchpoints or channels in order; at least one. */
  readonly steps: readonly string[];
  /** How many of them led to the outcome, a whole number of at least 0. */
  readonly conversions: number;
  /** How many of them did not, a whole number of at least 0. */
  readonly nulls: number;
  /** What the conversions were worth in all, in one unit of the caller's; 0 when absent. */
  readonly value?: number;
  /** For each step, how long before the end of the path it was, in days; needed for decay by time only. */
  readonly daysBefore?: readonly number[];
}

/**
 * How the outcomes are shared among the touchpoints.
 *
 * - `first`, `last`: all to the first, or to the last step.
 * - `last-non-direct`: all to the last step that was not direct; to the last step when all were.
 * - `linear`: the same to every step.
 * - `position-based`: much to the first and the last step, the rest to those between; two steps share in the
 *   proportion of first and last, one step has all.
 * - `time-decay`: the more the later, halving with time.
 * - `markov`: by removal effect, the share of outcomes that would be lost if every path through the touchpoint led
 *   nowhere.
 * - `shapley`: the same to every distinct touchpoint of a path.
 */
export type AttributionModel =
  | "first"
  | "last"
  | "last-non-direct"
  | "linear"
  | "position-based"
  | "time-decay"
  | "markov"
  | "shapley";

/** All models, the simplest first. */
export const ATTRIBUTION_MODELS: readonly AttributionModel[] = [
  "first",
  "last",
  "last-non-direct",
  "linear",
  "position-based",
  "time-decay",
  "markov",
  "shapley",
];

/** What one touchpoint is credited with. */
export interface AttributionCredit {
  /** The touchpoint or channel. */
  readonly touchpoint: string;
  /** Conversions credited. */
  readonly conversions: number;
  /** Value credited, in the unit of the rows. */
  readonly value: number;
  /** Share of all conversions; absent where there are none. */
  readonly share?: number;
  /** Share of conversions that would be lost without it; given by `markov` only. */
  readonly removalEffect?: number;
  /** Share of the value that would be lost without it; given by `markov` only. */
  readonly valueRemovalEffect?: number;
}

/** The outcomes shared by one model. */
export interface Attribution {
  /** The model. */
  readonly model: AttributionModel;
  /** How many steps the chain remembered; given by `markov` only. */
  readonly order?: number;
  /** Conversions in all: the sum of those credited. */
  readonly conversions: number;
  /** Value in all: the sum of that credited. */
  readonly value: number;
  /** How many paths, with and without outcome. */
  readonly paths: number;
  /** The credits, highest first, equals by name. */
  readonly credits: readonly AttributionCredit[];
}
