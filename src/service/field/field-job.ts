import type { Instant } from "../../shared/time/instant.js";
import type { Period } from "../../shared/time/period.js";

/** A visit to be made at a customer's. */
export interface FieldJob {
  /** The host's id; unique. */
  readonly id: string;
  /** The id of the place. */
  readonly place: string;
  /** When the work may begin; half-open, not empty. */
  readonly window: Period<Instant>;
  /** How long it takes, in minutes; 0 or more. It is not interrupted. */
  readonly durationMinutes: number;
  /** The skills that are needed, all of them in one person; none when absent. */
  readonly skills?: readonly string[];
  /** How many of each part are needed, by name; whole numbers. None when absent. */
  readonly parts?: Readonly<Record<string, number>>;
  /** How much it counts that it is done: a whole number from 1 to 1,000,000; 1 when absent. */
  readonly priority?: number;
}
