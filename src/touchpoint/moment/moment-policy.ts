/** What counts as enough to rank a moment of truth. */
export interface MomentPolicy {
  /** Confidence level of all intervals, as a share above 0 and below 1. */
  readonly level: number;
  /** So many journeys must touch the touchpoint; where impact is measured, so many must not touch it, too. */
  readonly minimumJourneys: number;
  /** In so many journeys it must be known how the touchpoint felt. */
  readonly minimumFeelings: number;
}

/**
 * The defaults: 95 percent intervals, 30 journeys, 30 feelings.
 *
 * @remarks With 30 journeys the Wilson interval of a share of one half is 17 points wide to each side, and Student's
 * interval of a mean feeling with a spread of 0.6 is 0.22: enough to tell a good touchpoint from a bad one, no more.
 */
export const DEFAULT_MOMENT_POLICY: MomentPolicy = {
  level: 0.95,
  minimumJourneys: 30,
  minimumFeelings: 30,
};
