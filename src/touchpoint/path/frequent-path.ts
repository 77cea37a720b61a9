/** One way that journeys took. */
export interface FrequentPath {
  /** The touchpoints in order. */
  readonly steps: readonly string[];
  /** What it ended in; absent when in no outcome. */
  readonly outcome?: string;
  /** How many journeys took it; at most so many where the count is an estimate. */
  readonly journeys: number;
  /** By how much the count may be too high; 0 when exact. */
  readonly overcount: number;
  /** Share of all journeys. */
  readonly share: number;
}

/** The ways taken most often. */
export interface FrequentPaths {
  /** How many journeys in all. */
  readonly journeys: number;
  /** How many more are still open and not counted; none when absent. */
  readonly open?: number;
  /** The ways, most frequent first, equals by their steps. */
  readonly paths: readonly FrequentPath[];
  /** A way that is not listed was taken by at most so many journeys; 0 when all are listed. */
  readonly unlistedAtMost?: number;
}
