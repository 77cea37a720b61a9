/** A half-open stretch of the week. */
export interface WeekSpan {
  /** The first minute, counted from Monday 00:00, 0 to 10,079. */
  readonly start: number;
  /** The first minute after it, at most 10,080. */
  readonly end: number;
}
