import type { TouchpointStage } from "../catalogue/touchpoint.js";

/** When a journey has reached a stage of a funnel: by any of what is listed; at least one list is not empty. */
export interface FunnelRule {
  /** What the stage is called. */
  readonly stage: string;
  /** A step at one of these touchpoints reaches it. */
  readonly touchpoints?: readonly string[];
  /** A step before, during or after the purchase reaches it. */
  readonly stages?: readonly TouchpointStage[];
  /** A journey that ended in one of these outcomes reaches it, after its last step. */
  readonly outcomes?: readonly string[];
}

/**
 * In which order the stages must be reached: `in-order`, one after the other, with any steps between; `strict`, one
 * straight after the other; `any`, in whatever order.
 */
export type FunnelOrder = "in-order" | "strict" | "any";
