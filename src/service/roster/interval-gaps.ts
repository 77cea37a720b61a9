/**
 * What a gap between two intervals means: `refuse`, an interval was forgotten, and it is an error; `closed`, the centre
 * is closed, so that nobody is needed there.
 */
export type IntervalGaps = "refuse" | "closed";

/** What gaps between the intervals mean. */
export interface IntervalGapOptions {
  /**
   * `refuse` when absent. With `closed` a gap of whole minutes counts as an interval that needs 0 agents, and stands
   * among the intervals of the answer as one.
   */
  readonly gaps?: IntervalGaps;
}
