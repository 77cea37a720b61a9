import type { Reason } from "../../shared/reason.js";
import type { Instant } from "../../shared/time/instant.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import type { TimeZone } from "../../shared/time/time-zone.js";
import type { LifecyclePolicy } from "./policy.js";

/**
 * How far a relationship has come: the five rungs upwards, and the two ways off the ladder (CUS-7).
 */
export type RelationshipRung =
  "potential" | "qualified-prospect" | "user" | "satisfied" | "loyal" | "lapsed" | "lost";

/** At which moment, in whose days and by which rules the life cycle is read. */
export interface LifecycleOptions {
  /** The moment; what happened at it counts, what happened after it does not. */
  readonly asOf: Instant;
  /** The zone whose calendar days are counted. */
  readonly zone: TimeZone;
  /** The rules; {@link DEFAULT_LIFECYCLE_POLICY} when absent. */
  readonly policy?: LifecyclePolicy;
}

/** A rung and why. */
export interface RungPosition {
  /** The rung. */
  readonly rung: RelationshipRung;
  /** The rules that gave it, with the facts used and their dates, in the order applied. */
  readonly reasons: readonly Reason[];
  /** The first day a buyer counts as lapsed if nothing is bought until then; absent where none is to come. */
  readonly lapsesOn?: PlainDate;
  /** The first day a buyer counts as lost if nothing is bought until then; absent where none is to come. */
  readonly lostOn?: PlainDate;
}

/** The rungs of the ladder, upwards; `lapsed` and `lost` are beside it. */
export type LadderRung = Exclude<RelationshipRung, "lapsed" | "lost">;

/** The rungs of the ladder, upwards (CUS-7). */
export const RELATIONSHIP_LADDER: readonly LadderRung[] = [
  "potential",
  "qualified-prospect",
  "user",
  "satisfied",
  "loyal",
];

/** Every rung, the ladder upwards and then the two beside it. */
export const RELATIONSHIP_RUNGS: readonly RelationshipRung[] = [
  ...RELATIONSHIP_LADDER,
  "lapsed",
  "lost",
];
