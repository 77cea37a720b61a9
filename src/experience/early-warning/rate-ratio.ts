/** How many times as high the current rate is as that of the past, and how sure that is. */
export interface RateRatio {
  /** Current rate by past rate; absent when the past knows no case, so that the ratio has no bound. */
  readonly ratio?: number;
  /** Lower end of the interval. */
  readonly lower: number;
  /** Upper end of the interval; absent when it has no bound. */
  readonly upper?: number;
  /** Confidence level as a share. */
  readonly level: number;
}
