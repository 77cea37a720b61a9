/** A planned step that was left out although it may not be; can be told with `explain`. */
export interface SkippedStep {
  /** Always `step-skipped`. */
  readonly code: "step-skipped";
  /** Which step. */
  readonly params: {
    /** The touchpoint. */
    readonly touchpoint: string;
    /** Position in the plan, from 0. */
    readonly planned: number;
  };
}

/** A planned step that was taken, but once too often or not at its place; can be told with `explain`. */
export interface MisplacedStep {
  /** `step-repeated` when it had been taken already, `step-moved` when it was taken earlier or later than planned. */
  readonly code: "step-repeated" | "step-moved";
  /** Which step. */
  readonly params: {
    /** The touchpoint. */
    readonly touchpoint: string;
    /** Position in the plan, from 0. */
    readonly planned: number;
    /** Position in the journey, from 0. */
    readonly actual: number;
  };
}

/** A step that is not in the plan; can be told with `explain`. */
export interface UnplannedStep {
  /** Always `step-unplanned`. */
  readonly code: "step-unplanned";
  /** Which step. */
  readonly params: {
    /** The touchpoint. */
    readonly touchpoint: string;
    /** Position in the journey, from 0. */
    readonly actual: number;
  };
}

/** Where a journey departs from its plan. */
export type JourneyDeviation = SkippedStep | MisplacedStep | UnplannedStep;
