import type { Instant } from "../../shared/time/instant.js";
import type { Period } from "../../shared/time/period.js";

/** Somebody who goes to customers, on one day. */
export interface FieldTechnician {
  /** The host's id; unique. Who works on two days is given once for each, with an id for each. */
  readonly id: string;
  /** What the technician can do; somebody without skills gets jobs that need none. */
  readonly skills: readonly string[];
  /** How many of each part are in the van, by name; none when absent. */
  readonly parts?: Readonly<Record<string, number>>;
  /** The id of the place where the day begins. */
  readonly start: string;
  /** The id of the place where it ends; wherever the last job is when absent. */
  readonly end?: string;
  /** When the technician works, half-open, at least one, not overlapping. Between two nothing goes on. */
  readonly working: readonly Period<Instant>[];
  /** Breaks within: nobody works or drives in them, a drive goes on afterwards. None when absent. */
  readonly breaks?: readonly Period<Instant>[];
  /** By how many minutes the day may end after the last working time; 0 when absent. */
  readonly overtimeMinutes?: number;
}
