import type { Result } from "../../shared/result.js";
import type { CalendarUnknown } from "../../shared/time/business-day.js";
import type { Instant } from "../../shared/time/instant.js";
import type { Period } from "../../shared/time/period.js";
import type { ServiceCalendar } from "./service-calendar.js";
import type { DeadlineCounting, ServiceDue } from "./service-due.js";
import type { BusinessTime, ServiceTarget } from "./service-target.js";

/** A calendar read once, to be asked many times. */
export interface PreparedServiceCalendar {
  /** Until when? As `serviceDeadline`. */
  readonly deadline: (
    start: Instant,
    target: ServiceTarget,
    counting?: DeadlineCounting,
  ) => Result<ServiceDue, CalendarUnknown>;
  /** How much business time from one moment to another? As `businessTimeBetween`. */
  readonly timeBetween: (
    start: Instant,
    end: Instant,
    counting?: Pick<DeadlineCounting, "pauses">,
  ) => Result<BusinessTime, CalendarUnknown>;
  /** When is it open from one moment to another? In order, cut at both, joined where they touch. */
  readonly openPeriods: (
    start: Instant,
    end: Instant,
  ) => Result<readonly Period<Instant>[], CalendarUnknown>;
}

/**
 * The hours that count: one calendar, several of which one open is enough, or one prepared by `prepareServiceCalendar`.
 */
export type ServiceHours = ServiceCalendar | readonly ServiceCalendar[] | PreparedServiceCalendar;
