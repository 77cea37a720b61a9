import type { CustomerId } from "../../customer/record/customer.js";
import type { Instant } from "../../shared/time/instant.js";
import type { TouchpointStage } from "../catalogue/touchpoint.js";

/** One step a customer took (TP-2). */
export interface JourneyStep {
  /** The touchpoint: its id in the catalogue. */
  readonly touchpoint: string;
  /** When. */
  readonly at: Instant;
  /** Before, during or after the purchase; absent when the catalogue does not say. */
  readonly stage?: TouchpointStage;
  /** What the customer did; absent when unknown. */
  readonly action?: string;
  /** What the customer asked; absent when nothing. */
  readonly question?: string;
  /** What stood in the way; absent when nothing. */
  readonly obstacle?: string;
  /** How it felt: -1 bad, 0 neutral, 1 good; absent when unknown. */
  readonly emotion?: number;
  /** What came of it; absent when nothing is known. */
  readonly outcome?: string;
  /** The interaction it was; absent when it is known otherwise. */
  readonly interaction?: string;
}

/** What a customer did, step by step, without a longer pause. */
export interface Journey {
  /** Whose journey it is. */
  readonly customer: CustomerId;
  /** The steps in the order of time; at least one. */
  readonly steps: readonly JourneyStep[];
  /** What it ended in, such as `purchase`: an outcome the host counts as success; absent when in none. */
  readonly outcome?: string;
  /** `true` when at the time of looking too little time had passed to know that it is over; over when absent. */
  readonly open?: boolean;
}

/** A step the firm has planned. */
export interface PlannedStep {
  /** The touchpoint: its id in the catalogue. */
  readonly touchpoint: string;
  /** Before, during or after the purchase; absent when it is not said. */
  readonly stage?: TouchpointStage;
  /** What the customer shall do; absent when it is not said. */
  readonly action?: string;
  /** What the customer will ask; absent when nothing. */
  readonly question?: string;
  /** What may stand in the way; absent when nothing. */
  readonly obstacle?: string;
  /** How it shall feel: -1 bad, 0 neutral, 1 good; absent when it is not said. */
  readonly emotion?: number;
  /** Whether the step may be left out; `false` when absent. */
  readonly optional?: boolean;
  /** Whether the step may be taken several times in a row; `false` when absent. */
  readonly repeatable?: boolean;
}

/** A journey as the firm has planned it: the steps in order. */
export interface PlannedJourney {
  /** What the journey is called. */
  readonly name: string;
  /** The steps in order; at least one. */
  readonly steps: readonly PlannedStep[];
}
