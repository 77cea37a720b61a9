import type { Reason, Trace } from "../../shared/reason.js";
import type { ScorecardMeasure } from "./department-scorecard.js";

/** One measure's part in the result. */
export interface MeasureScore {
  /** The measure's id. */
  readonly measure: string;
  /** The name for people. */
  readonly name: string;
  /** Seen from within, or by customers. */
  readonly side: ScorecardMeasure["side"];
  /** What it tells of. */
  readonly about: ScorecardMeasure["about"];
  /** Its weight among all, 0 to 1. */
  readonly weightShare: number;
  /** The target. */
  readonly target: number;
  /** The value; absent when it is missing. */
  readonly value?: number;
  /** 0 at the worst value, 100 at the target, in between in proportion; absent when the value is missing. */
  readonly score?: number;
  /** Weight share times score: points of the result; absent when the value is missing. */
  readonly points?: number;
  /** Whether the target is met; absent when the value is missing. */
  readonly met?: boolean;
  /** The value of the last period; absent when not known. */
  readonly previousValue?: number;
  /** Score now less score of the last period, -100 to 100; absent when one of them is. */
  readonly scoreChange?: number;
}

/** What is wrong with a scorecard, or should be looked at. */
export interface ScorecardFinding extends Reason {
  /** What it is. */
  readonly code:
    | "scorecard-satisfaction-too-light"
    | "scorecard-without-internal"
    | "scorecard-without-external"
    | "scorecard-measure-dominates";
  /** `error` where a rule is broken; `warning` where it may be meant. */
  readonly severity: "error" | "warning";
}

/** How a department did. */
export interface ScorecardResult {
  /** The department. */
  readonly department: string;
  /** The weighted score, 0 to 100; absent where a measure is missing. */
  readonly score?: number;
  /** What the score is at least: with 0 for every missing measure. */
  readonly least: number;
  /** What it is at most: with 100 for every missing measure. */
  readonly most: number;
  /** Weighted mean of the internal measures, 0 to 100; absent where one is missing or there are none. */
  readonly internal?: number;
  /** The same for the external ones. */
  readonly external?: number;
  /** Share of the weight on customers' satisfaction: external measures about satisfaction, 0 to 1. */
  readonly satisfactionWeightShare: number;
  /** The measures, in the order of the scorecard. */
  readonly measures: readonly MeasureScore[];
  /** Measures without a value, by id. */
  readonly missing: readonly string[];
  /** The score of the last period; absent where a measure is missing there, or nothing is known of it. */
  readonly previousScore?: number;
  /** Score now less score of the last period; absent where one of them is. */
  readonly change?: number;
  /** What is wrong with the scorecard itself. */
  readonly findings: readonly ScorecardFinding[];
  /** How the points came about; the parts add up to its value, the score or, where measures are missing, `least`. */
  readonly trace: Trace;
}
