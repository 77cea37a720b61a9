/** How days are counted: all of them, or those the firm works. */
export type DayUnit = "business" | "calendar";

/** A number of days before the leaver's last day. */
export interface DaysBefore {
  /** How many days before the last day at the latest; whole, at least 0. */
  readonly daysBefore: number;
  /** Which days. */
  readonly unit: DayUnit;
}

/** The days on which the personal handover meeting may be held. */
export interface MeetingWindow {
  /** The first: so many days before the last day; not fewer than `latestDaysBefore`. */
  readonly earliestDaysBefore: number;
  /** The last: so many days before the last day; whole, at least 0. */
  readonly latestDaysBefore: number;
  /** Which days. */
  readonly unit: DayUnit;
}

/** A number of days after something. */
export interface DaysWithin {
  /** Within how many days after it, that day included; whole, at least 0. */
  readonly withinDays: number;
  /** Which days. */
  readonly unit: DayUnit;
}

/** Until when each customer is visited after the group meeting. */
export interface VisitPolicy {
  /** Within how many days, by the customer's class. */
  readonly daysByClass: Readonly<Record<string, number>>;
  /** Within how many days where the class is not listed, or there is none. */
  readonly otherDays: number;
  /** Which days. */
  readonly unit: DayUnit;
}

/** The deadlines of a handover, and who must be there. */
export interface HandoverPolicy {
  /** Until when the leaver has uploaded what the firm does not know yet. */
  readonly upload: DaysBefore;
  /** Until when the file is handed over before a witness. */
  readonly file: DaysBefore;
  /** When the leaver, the successor and the manager meet. */
  readonly meeting: MeetingWindow;
  /** Until when, after that meeting, the successor meets the customers as a group. */
  readonly groupMeeting: DaysWithin;
  /** Until when, after the group meeting, each customer is visited. */
  readonly visits: VisitPolicy;
  /** Classes whose every customer must be present at the personal handover meeting. */
  readonly meetingCustomerClasses: readonly string[];
}

/**
 * The meeting 2 to 3 business days before the last day, the group meeting within 7 calendar days after it.
 *
 * @remarks CUS-9 says "2 to 3 days before" and "within 7 days after" without saying which days. The meeting is counted
 * in business days, since counted in calendar days none would be left before a Tuesday; the week after it in calendar
 * days, the stricter reading. CUS-9 asks for the upload, the file and the visits without a number: 10 and 4 business
 * days before the last day, and 14, 30 and 60 days by class, are this library's. It names no customers for the
 * meeting.
 */
export const DEFAULT_HANDOVER_POLICY: HandoverPolicy = {
  upload: { daysBefore: 10, unit: "business" },
  file: { daysBefore: 4, unit: "business" },
  meeting: { earliestDaysBefore: 3, latestDaysBefore: 2, unit: "business" },
  groupMeeting: { withinDays: 7, unit: "calendar" },
  visits: { daysByClass: { A: 14, B: 30 }, otherDays: 60, unit: "calendar" },
  meetingCustomerClasses: [],
};
