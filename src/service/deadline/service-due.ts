import type { Instant } from "../../shared/time/instant.js";
import type { ServicePause } from "./service-pause.js";
import type { BusinessTime } from "./service-target.js";

/**
 * What becomes of a deadline that falls on the very moment of closing: it stays there, or rolls to the next opening.
 */
export type AtClosing = "stay" | "roll";

/** What does not count, and what happens at closing time. */
export interface DeadlineCounting {
  /** What does not count; they may overlap, and what lies outside the hours changes nothing. None when absent. */
  readonly pauses?: readonly ServicePause[];
  /** `stay` when absent. */
  readonly atClosing?: AtClosing;
}

/** A deadline that is known. */
export interface ServiceDueAt {
  /** Tells it from a paused one. */
  readonly kind: "due";
  /** The last moment that is in time. */
  readonly at: Instant;
}

/** A deadline nobody knows yet, because a pause has no end. */
export interface ServiceDuePaused {
  /** Tells it from a known one. */
  readonly kind: "paused";
  /** From when on nothing counts any more. */
  readonly since: Instant;
  /** What is left of the target once the pause ends. */
  readonly remaining: BusinessTime;
}

/** Until when something is to be done. */
export type ServiceDue = ServiceDueAt | ServiceDuePaused;
