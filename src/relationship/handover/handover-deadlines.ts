import { ok } from "../../shared/result.js";
import type { Result } from "../../shared/result.js";
import { addBusinessDays } from "../../shared/time/business-day.js";
import type { BusinessDayCalendar, CalendarUnknown } from "../../shared/time/business-day.js";
import { addDays } from "../../shared/time/date-arithmetic.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import { DEFAULT_HANDOVER_POLICY } from "./handover-policy.js";
import type { DayUnit, HandoverPolicy } from "./handover-policy.js";

/** In whose days and by which rules the deadlines are counted. */
export interface HandoverDeadlineOptions {
  /** The days the firm works. */
  readonly calendar: BusinessDayCalendar;
  /** The deadlines; {@link DEFAULT_HANDOVER_POLICY} when absent. */
  readonly policy?: HandoverPolicy;
  /** The day the personal handover meeting was held; its last day allowed while absent. */
  readonly meetingOn?: PlainDate;
  /** The day the group meeting was held; its deadline while absent. */
  readonly groupMeetingOn?: PlainDate;
}

/** The deadlines of a handover; every day is the last that is in time. */
export interface HandoverDeadlines {
  /** For the upload. */
  readonly upload: PlainDate;
  /** For the file handover. */
  readonly file: PlainDate;
  /** The days on which the personal handover meeting may be held. */
  readonly meeting: HandoverMeetingDays;
  /** For the group meeting. */
  readonly groupMeeting: PlainDate;
  /** For the visits, by class. */
  readonly visitsByClass: Readonly<Record<string, PlainDate>>;
  /** For the visits to customers of no class listed. */
  readonly otherVisits: PlainDate;
}

/** The days on which the personal handover meeting may be held. */
export interface HandoverMeetingDays {
  /** The first. */
  readonly from: PlainDate;
  /** The last, included. */
  readonly through: PlainDate;
}

/**
 * Until when must each step of a handover be done (CUS-9)?
 *
 * Counted from the leaver's last day; what follows the meeting, from the day it was held, or from the last day it may
 * be while it was not.
 *
 * @param lastDay - The leaver's last day.
 * @param options - The calendar, the policy, and the days on which the meetings were held.
 * @returns The deadlines; the refusal `calendar-unknown` where a day to be counted is beyond the calendar's coverage.
 * @throws RangeError where the policy or the calendar is not valid.
 * @example
 * ```ts
 * import { handoverDeadlines } from "goodwill/relationship";
 * import { plainDate } from "goodwill/shared";
 *
 * const calendar = { workdays: [1, 2, 3, 4, 5] as const, holidays: [], makeUpWorkdays: [] };
 * const deadlines = handoverDeadlines(plainDate("2026-03-31"), { calendar });
 * deadlines.ok && deadlines.value.meeting; // => { from: "2026-03-26", through: "2026-03-27" }
 * deadlines.ok && deadlines.value.groupMeeting; // => "2026-04-03"
 * ```
 */
export function handoverDeadlines(
  lastDay: PlainDate,
  options: HandoverDeadlineOptions,
): Result<HandoverDeadlines, CalendarUnknown> {
  const policy = options.policy ?? DEFAULT_HANDOVER_POLICY;
  requireHandoverPolicy(policy);
  const { upload, file, meeting, groupMeeting, visits } = policy;
  const unknown: CalendarUnknown[] = [];
  const shift = (date: PlainDate, days: number, unit: DayUnit): PlainDate => {
    if (unit === "calendar") return addDays(date, days);
    const shifted = addBusinessDays(date, days, options);
    if (shifted.ok) return shifted.value;
    unknown.push(shifted.error);
    return date;
  };
  const days = {
    from: shift(lastDay, -meeting.earliestDaysBefore, meeting.unit),
    through: shift(lastDay, -meeting.latestDaysBefore, meeting.unit),
  };
  const group = shift(
    options.meetingOn ?? days.through,
    groupMeeting.withinDays,
    groupMeeting.unit,
  );
  const visited = options.groupMeetingOn ?? group;
  const deadlines: HandoverDeadlines = {
    upload: shift(lastDay, -upload.daysBefore, upload.unit),
    file: shift(lastDay, -file.daysBefore, file.unit),
    meeting: days,
    groupMeeting: group,
    visitsByClass: Object.fromEntries(
      Object.entries(visits.daysByClass).map(([name, within]) => [
        name,
        shift(visited, within, visits.unit),
      ]),
    ),
    otherVisits: shift(visited, visits.otherDays, visits.unit),
  };
  const [first] = unknown;
  return first === undefined ? ok(deadlines) : { ok: false, error: first };
}

function requireHandoverPolicy({
  upload,
  file,
  meeting,
  groupMeeting,
  visits,
}: HandoverPolicy): void {
  const days: readonly (readonly [string, number])[] = [
    ["upload.daysBefore", upload.daysBefore],
    ["file.daysBefore", file.daysBefore],
    ["meeting.earliestDaysBefore", meeting.earliestDaysBefore],
    ["meeting.latestDaysBefore", meeting.latestDaysBefore],
    ["groupMeeting.withinDays", groupMeeting.withinDays],
    ["visits.otherDays", visits.otherDays],
    ...Object.entries(visits.daysByClass).map(
      ([name, value]) => [`visits.daysByClass.${name}`, value] as const,
    ),
  ];
  for (const [name, value] of days) {
    if (Number.isSafeInteger(value) && value >= 0) continue;
    throw new RangeError(
      `Cannot plan a handover: ${name} must be a whole number of at least 0, got ${String(value)}`,
    );
  }
  if (meeting.earliestDaysBefore >= meeting.latestDaysBefore) return;
  throw new RangeError(
    `Cannot plan a handover: meeting.earliestDaysBefore must be at least latestDaysBefore, got ${String(meeting.earliestDaysBefore)}`,
  );
}
