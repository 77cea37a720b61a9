import type { Journey } from "./journey.js";

/** Refuses a journey without steps, which its type rules out. Internal: not part of the package's surface. */
export function requireJourneySteps(
  { steps, customer }: Pick<Journey, "steps"> & Partial<Pick<Journey, "customer">>,
  task: string,
): void {
  if (steps.length > 0) return;
  const whose = customer === undefined ? "" : ` for customer ${customer}`;
  throw new RangeError(`Cannot ${task}: a journey needs at least one step, got none${whose}`);
}
