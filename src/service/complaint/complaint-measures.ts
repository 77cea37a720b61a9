import type { Interval, LevelOptions } from "../../shared/statistics/interval.js";
import type { Instant } from "../../shared/time/instant.js";
import type { ServiceHours } from "../deadline/prepared-service-calendar.js";

/** How long something took. */
export interface ComplaintDurations {
  /** How many complaints came so far; the figures are of these. */
  readonly count: number;
  /** How many are open and have not: they can only be slower. */
  readonly pending: number;
  /** Half of them took no longer, in minutes; absent for none. */
  readonly medianMinutes?: number;
  /** Nine in ten took no longer, in minutes; absent for none. */
  readonly p90Minutes?: number;
}

/** How many complaints of how many, and how sure it is. */
export interface ComplaintShare {
  /** How many. */
  readonly count: number;
  /** Of how many. */
  readonly n: number;
  /** The share, 0 to 1; absent where `n` is 0. */
  readonly share?: number;
  /** Its interval, after Wilson; absent where `n` is 0. */
  readonly interval?: Interval;
}

/** How many complaints were done in time, of those whose deadline has passed. */
export interface ComplaintInTime extends ComplaintShare {
  /** How many have a deadline still to come, done or not: they are not counted yet, neither as in time nor as late. */
  readonly pending: number;
}

/** How complaints are handled (ISO 10002, ISO 10004). Duplicates count only as such. */
export interface ComplaintMeasures {
  /** How many were received, without duplicates. */
  readonly received: number;
  /** How many of those are open: neither closed nor withdrawn. */
  readonly open: number;
  /** How many of those are closed. */
  readonly closed: number;
  /** How many of those were withdrawn. */
  readonly withdrawn: number;
  /** How many more are duplicates. */
  readonly duplicates: number;
  /**
   * Of those closed, how many were settled in the first contact: answered within the elapsed minutes that make it
   * one, without being handed off or escalated, without the customer coming back, and never reopened.
   */
  readonly firstContact: ComplaintShare;
  /** Of those ever answered, how many were reopened after it. */
  readonly reopened: ComplaintShare;
  /** From the receipt to the acknowledgement, or to news or the answer where these came first. */
  readonly toAcknowledge: ComplaintDurations;
  /** From the receipt to the first answer. */
  readonly toAnswer: ComplaintDurations;
  /** From the receipt to the last closing, of those closed. */
  readonly toClose: ComplaintDurations;
  /** How many were acknowledged in time; absent where no deadline is given. */
  readonly acknowledgedInTime?: ComplaintInTime;
  /** How many were answered in time; absent where no deadline is given. */
  readonly answeredInTime?: ComplaintInTime;
  /** How many were closed in time; absent where no deadline is given. */
  readonly closedInTime?: ComplaintInTime;
}

/** How the handling of complaints is measured. */
export interface ComplaintMeasureOptions extends LevelOptions {
  /** The moment; events after it are left out. */
  readonly asOf: Instant;
  /** Within how many minutes each is in time, that minute included; each is measured only where given. */
  readonly deadlines?: {
    /** For the acknowledgement. */
    readonly acknowledgeMinutes?: number;
    /** For the first answer. */
    readonly answerMinutes?: number;
    /** For the closing. */
    readonly closeMinutes?: number;
  };
  /**
   * Until how many minutes after the receipt an answer is one of the first contact, that minute included; 60 when
   * absent. Always minutes that elapse, whatever `calendar` or `minutesBetween` count.
   */
  readonly firstContactMinutes?: number;
  /**
   * The hours whose minutes count, for the times and the deadlines, as `businessTimeBetween` counts them; all minutes
   * that elapse when absent. Its holidays must be known for every day from a receipt to what is measured, with
   * deadlines up to `asOf`.
   */
  readonly calendar?: ServiceHours;
  /** In place of a calendar: how many minutes lie between two moments, counted by the host. */
  readonly minutesBetween?: (start: Instant, end: Instant) => number;
}
