import { millisecondsBetween } from "../../shared/time/instant.js";
import type { Journey } from "../journey/journey.js";
import { requireJourneySteps } from "../journey/require-journey-steps.js";

const MINUTE_MS = 60_000;

/** For each step, the milliseconds since the step before; 0 for the first. */
export function stepMilliseconds(journey: Journey, task: string): number[] {
  requireJourneySteps(journey, task);
  const { steps, customer } = journey;
  return steps.map(({ at }, position) => {
    const wait = position === 0 ? 0 : millisecondsBetween(steps[position - 1]!.at, at);
    if (wait >= 0) return wait;
    throw new RangeError(
      `Cannot ${task}: steps must be in the order of time, got ${at} after ${steps[position - 1]!.at} for customer ${customer}`,
    );
  });
}

/** Milliseconds in minutes. */
export function minutesOf(milliseconds: number): number {
  return milliseconds / MINUTE_MS;
}
