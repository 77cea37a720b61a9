import type { Journey } from "./journey.js";

/** Refuses a journey without steps, which its type rules out. Internal: not part of the package's surface. */
export function requireJourneySteps({ steps }: Pick<Journey, "steps">, task: string): void {
  if (steps.length === 0) {
    throw new RangeError(`Cannot ${task}: a journey needs at least one step, got none`);
  }
}
