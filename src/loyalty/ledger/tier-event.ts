import type { Instant } from "../../shared/time/instant.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import type { LoyaltyEventBase, QualifyingEntry } from "./event-base.js";

/** A standing a member reached or was given. */
export interface TierStanding {
  /** The tier. */
  readonly tier: string;
  /** From when. */
  readonly since: Instant;
  /** How: reached, kept, lost to it, given by hand, matched to a status elsewhere, or by invitation. */
  readonly by: "enrolment" | "qualification" | "landing" | "award" | "match" | "invitation";
  /** The first moment at which it has to be earned again; absent where it is never lost. */
  readonly heldUntil?: Instant;
  /** The lower standing held when this one began, to fall back on while it lasts; absent for the lowest tier. */
  readonly beneath?: TierStanding;
  /** First day of the period into which an excess was carried last; absent where none was. */
  readonly rolledInto?: PlainDate;
}

/** A member's tier was set, reached, kept or lost. */
export interface TierChanged extends LoyaltyEventBase {
  /** Tells the event from others. */
  readonly kind: "tier-changed";
  /** What it is now. */
  readonly standing: TierStanding;
  /** The tier before; absent where there was none. */
  readonly before?: string;
  /** What was carried into the next period, by metric. */
  readonly rollover?: QualifyingEntry;
}
