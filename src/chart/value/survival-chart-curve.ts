/** The share that is left from a time on. */
export interface SurvivalChartPoint {
  /** The time, of at least 0, growing from point to point. */
  readonly time: number;
  /** Share that is left, 0 to 1. */
  readonly survival: number;
  /** Lower end of its interval, 0 to 1; absent where there is none. */
  readonly lower?: number | undefined;
  /** Upper end of its interval, 0 to 1; absent where there is none. */
  readonly upper?: number | undefined;
  /** How many were lost from sight then without having left; none when absent. */
  readonly censored?: number;
}

/** How one group holds out. */
export interface SurvivalChartCurve {
  /** What to call the group; needed to tell several apart. */
  readonly label?: string;
  /** The points, in the order of time. */
  readonly points: readonly SurvivalChartPoint[];
  /** The time by which half have left; the first at which at most half are left where absent. */
  readonly median?: number | undefined;
  /** Level of the intervals, such as 0.95; not said when absent. */
  readonly level?: number;
}
