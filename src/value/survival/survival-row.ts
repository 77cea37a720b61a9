/** How long somebody was seen, and whether they then left. */
export interface SurvivalRow {
  /** How long they were seen, in any one unit; at least 0. */
  readonly time: number;
  /** Whether they left at that time; `false`: still there when last seen, which is called censored. */
  readonly event: boolean;
  /** How many rows this one stands for, above 0; 1 when absent. */
  readonly weight?: number;
}
