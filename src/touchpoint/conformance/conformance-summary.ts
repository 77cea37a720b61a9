import type { Interval } from "../../shared/statistics/interval.js";
import type { JourneyDeviation } from "./deviation.js";
import type { JourneyShare } from "../journey/journey-share.js";

/** How often the customers said or met something at a step. */
export interface StepWord {
  /** The question or the obstacle. */
  readonly text: string;
  /** How many steps had it. */
  readonly count: number;
}

/** How a step felt, over journeys. */
export interface StepEmotion {
  /** How many journeys say how it felt. */
  readonly n: number;
  /** The mean: a journey that took the step several times counts with the mean of them. */
  readonly mean: number;
  /** Interval of the mean after Student; absent for a single journey and where all felt the same. */
  readonly interval?: Interval;
}

/** What became of a planned step over all journeys. */
export interface PlannedStepSummary {
  /** Position in the plan, from 0. */
  readonly planned: number;
  /** The touchpoint. */
  readonly touchpoint: string;
  /** What the customer shall do; absent when the plan does not say. */
  readonly action?: string;
  /** Journeys that took it, at its place or elsewhere. */
  readonly taken: JourneyShare;
  /** Journeys that skipped it, or left it out where the plan allows. */
  readonly skipped: JourneyShare;
  /** Journeys that took it earlier or later than planned. */
  readonly moved: JourneyShare;
  /** Journeys that took it once too often. */
  readonly repeated: JourneyShare;
  /** What stood in the way, most frequent first, equals by text. */
  readonly obstacles: readonly StepWord[];
  /** What customers asked, most frequent first, equals by text. */
  readonly questions: readonly StepWord[];
  /** How it shall feel; absent when the plan does not say. */
  readonly plannedEmotion?: number;
  /** How it felt; absent when no journey says. */
  readonly emotion?: StepEmotion;
  /** Mean emotion minus planned emotion: negative where it felt worse than planned; absent when either is. */
  readonly emotionGap?: number;
}

/** A way in which journeys departed from the plan. */
export interface DeviationSummary {
  /** What happened. */
  readonly code: JourneyDeviation["code"];
  /** The touchpoint. */
  readonly touchpoint: string;
  /** Position in the plan, from 0; absent for a step that is not planned. */
  readonly planned?: number;
  /** How often. */
  readonly count: number;
  /** In how many of the journeys. */
  readonly journeys: JourneyShare;
}

/** How journeys went against a plan. */
export interface ConformanceSummary {
  /** What the plan is called. */
  readonly plan: string;
  /** How many journeys, those that may still go on left out. */
  readonly journeys: number;
  /** How many journeys were left out because they may still go on. */
  readonly open: number;
  /** Journeys without a deviation. */
  readonly conforming: JourneyShare;
  /** Mean fitness, 0 to 1; absent when there is no journey. */
  readonly fitness?: number;
  /** The planned steps, in the order of the plan. */
  readonly steps: readonly PlannedStepSummary[];
  /** The deviations, those in most journeys first; equals by how often, then code, place in the plan and touchpoint. */
  readonly deviations: readonly DeviationSummary[];
}
