import type { Journey } from "../journey/journey.js";

/** Refuses a journey without steps, which its type rules out. */
export function requireSteps(journey: Journey, task: string): void {
  if (journey.steps.length === 0) {
    throw new RangeError(
      `Cannot ${task}: a journey needs at least one step, got none for customer ${journey.customer}`,
    );
  }
}
