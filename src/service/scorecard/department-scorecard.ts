/** One thing a department is measured by. */
export interface ScorecardMeasure {
  /** The firm's id; unique in a scorecard. */
  readonly id: string;
  /** The name for people. */
  readonly name: string;
  /** Seen from within the firm, or by its customers. */
  readonly side: "internal" | "external";
  /** What it tells of. */
  readonly about: "efficiency" | "satisfaction";
  /** How much it counts, above 0, in the firm's own unit. */
  readonly weight: number;
  /** Which way is better. */
  readonly better: "higher" | "lower";
  /** The value that is worth 100, in the measure's unit. */
  readonly target: number;
  /** The value that is worth 0, on the worse side of the target. */
  readonly worst: number;
  /** The unit for people: `percent`, `minutes`; absent when it has none. */
  readonly unit?: string;
}

/** What a department is measured by (SRV-7), as data. */
export interface DepartmentScorecard {
  /** The department. */
  readonly department: string;
  /** Whether it deals with customers of the firm. */
  readonly customerFacing: boolean;
  /** The measures; at least one. */
  readonly measures: readonly ScorecardMeasure[];
}
