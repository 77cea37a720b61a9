/** One cohort: customers who came in the same period. */
export interface CohortChartRow {
  /** What it is called, such as `2026-01`. */
  readonly cohort: string;
  /** How many customers it has, an integer of at least 0. */
  readonly size: number;
  /** Share of them active, 0 to 1: in the period in which they came, the one after it, and so on as far as is known. */
  readonly retentionShare: readonly number[];
}
