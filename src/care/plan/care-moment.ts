import type { Instant } from "../../shared/time/instant.js";
import type { PlainDate } from "../../shared/time/plain-date.js";

/** When an action would be due. @internal */
export interface CareMoment {
  /** The day, as a day number. */
  readonly day: number;
  /** The day. */
  readonly due: PlainDate;
  /** The first moment it may be done. */
  readonly at: Instant;
  /** The first moment it no longer makes sense. */
  readonly notAfter: Instant;
  /** Whether quiet hours moved the moment. */
  readonly afterQuiet: boolean;
  /** Whether the day lies beyond what is known of holidays. */
  readonly provisional: boolean;
}
