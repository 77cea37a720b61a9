import type { BusinessDayCalendar } from "../../shared/time/business-day.js";
import type { TimeZone } from "../../shared/time/time-zone.js";
import type { HandoverPolicy } from "./handover-policy.js";

/** In whose days and by which rules a handover is judged. */
export interface HandoverOptions {
  /** The zone whose calendar decides which day a moment belongs to. */
  readonly zone: TimeZone;
  /** The days the firm works. */
  readonly calendar: BusinessDayCalendar;
  /** The deadlines, and who must be there; {@link DEFAULT_HANDOVER_POLICY} when absent. */
  readonly policy?: HandoverPolicy;
}
