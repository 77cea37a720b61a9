import type { CustomerId } from "../../customer/record/customer.js";
import type { Reason } from "../../shared/reason.js";
import { ok } from "../../shared/result.js";
import type { Result } from "../../shared/result.js";
import type { CalendarUnknown } from "../../shared/time/business-day.js";
import type { Instant } from "../../shared/time/instant.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import { plainDateAt } from "../../shared/time/time-zone.js";
import type { HandoverCommandKind } from "./handover-command.js";
import { handoverDeadlines } from "./handover-deadlines.js";
import type { HandoverDeadlines } from "./handover-deadlines.js";
import type { HandoverOptions } from "./handover-options.js";
import { HANDOVER_COMMANDS } from "./handover-state.js";
import type { HandoverPhase, HandoverState, TrackedDiscrepancy } from "./handover-state.js";
import { unvisitedCustomers } from "./outstanding.js";

/** At which moment, in whose days and by which rules a handover is looked at. */
export interface HandoverViewOptions extends HandoverOptions {
  /** The moment; the events of the state are those up to it. */
  readonly asOf: Instant;
}

/** Something with a deadline in a handover. */
export interface HandoverItem {
  /** What. */
  readonly item: "upload" | "file" | "meeting" | "group-meeting" | "visit";
  /** The customer of a visit; absent otherwise. */
  readonly customer?: CustomerId;
  /** The last day that is in time. */
  readonly due: PlainDate;
  /** The day it was done; absent while it is not, and where the meeting was waived. */
  readonly doneOn?: PlainDate;
  /** Whether it is done, and in time; a meeting waived is `waived`. */
  readonly state: "done" | "done-late" | "open" | "late" | "waived";
}

/** A handover at a moment. */
export interface HandoverView {
  /** How far it has come. */
  readonly phase: HandoverPhase;
  /** What may be done next. */
  readonly allowed: readonly HandoverCommandKind[];
  /** The deadlines, from the days things were done where they were; absent before it begins. */
  readonly deadlines?: HandoverDeadlines;
  /** Everything that has a deadline, in the order of the steps; none before it begins, and once cancelled. */
  readonly items: readonly HandoverItem[];
  /** What is or was late, in the same order. */
  readonly late: readonly Reason[];
  /** The discrepancies nobody has answered yet. */
  readonly open: readonly TrackedDiscrepancy[];
  /** The discrepancies resolved or explained, with who answers for them. */
  readonly settled: readonly TrackedDiscrepancy[];
  /** The customers still to be visited. */
  readonly unvisited: readonly CustomerId[];
}

/**
 * Where does this handover stand, what is late, and what may be done next (CUS-9)?
 *
 * Late is what was not done through its last day, or done after it.
 *
 * @param state - The handover, replayed up to the moment.
 * @param options - The moment, the zone, the calendar and the policy.
 * @returns The view; the refusal `calendar-unknown` where a deadline is beyond the calendar's coverage.
 * @throws RangeError where moment, zone, calendar or policy are not valid.
 * @example
 * ```ts
 * import { handoverView, NO_HANDOVER } from "goodwill/relationship";
 * import { instant, timeZone } from "goodwill/shared";
 *
 * const calendar = { workdays: [1, 2, 3, 4, 5] as const, holidays: [], makeUpWorkdays: [] };
 * const options = { asOf: instant("2026-03-02T09:00:00Z"), zone: timeZone("Asia/Shanghai"), calendar };
 * const view = handoverView(NO_HANDOVER, options);
 * view.ok && view.value.allowed; // => ["announce"]
 * ```
 */
export function handoverView(
  state: HandoverState,
  options: HandoverViewOptions,
): Result<HandoverView, CalendarUnknown> {
  const { phase, plan, meeting, groupMeetingAt, discrepancies } = state;
  const { asOf, zone, calendar, policy } = options;
  const today = plainDateAt(asOf, zone);
  const dayOf = (at: Instant | undefined): PlainDate | undefined =>
    at === undefined ? undefined : plainDateAt(at, zone);
  const meetingOn = meeting?.waived === undefined ? dayOf(meeting?.at) : undefined;
  const groupMeetingOn = dayOf(groupMeetingAt);
  const found =
    plan === undefined
      ? undefined
      : handoverDeadlines(plan.lastDay, {
          calendar,
          ...(policy !== undefined && { policy }),
          ...(meetingOn !== undefined && { meetingOn }),
          ...(groupMeetingOn !== undefined && { groupMeetingOn }),
        });
  if (found?.ok === false) return found;
  const deadlines = found?.value;
  const items =
    deadlines === undefined || phase === "cancelled"
      ? []
      : itemsOf(state, { deadlines, today, dayOf });
  return ok({
    phase,
    allowed: HANDOVER_COMMANDS[phase],
    ...(deadlines !== undefined && { deadlines }),
    items,
    late: items.flatMap(lateReason),
    open: discrepancies.filter(({ answer }) => answer === undefined),
    settled: discrepancies.filter(({ answer }) => answer !== undefined),
    unvisited: unvisitedCustomers(state),
  });
}

function itemsOf(
  { plan, uploadedAt, fileAt, meeting, groupMeetingAt, visits }: HandoverState,
  options: {
    readonly deadlines: HandoverDeadlines;
    readonly today: PlainDate;
    readonly dayOf: (at: Instant | undefined) => PlainDate | undefined;
  },
): HandoverItem[] {
  const { deadlines, today, dayOf } = options;
  const itemOf = (
    item: HandoverItem["item"],
    { due, at, customer }: { due: PlainDate; at: Instant | undefined; customer?: CustomerId },
  ): HandoverItem => {
    const doneOn = dayOf(at);
    const late = (doneOn ?? today) > due;
    const done = late ? "done-late" : "done";
    const open = late ? "late" : "open";
    return {
      item,
      ...(customer !== undefined && { customer }),
      due,
      ...(doneOn !== undefined && { doneOn }),
      state: doneOn === undefined ? open : done,
    };
  };
  const met: HandoverItem =
    meeting?.waived === undefined
      ? itemOf("meeting", { due: deadlines.meeting.through, at: meeting?.at })
      : { item: "meeting", due: deadlines.meeting.through, state: "waived" };
  const visitedAt = new Map(visits.map(({ customer, at }) => [customer, at]));
  const visitItems = (plan?.expected.customers ?? []).map((one) => {
    const byClass = new Map(Object.entries(deadlines.visitsByClass));
    const due = byClass.get(one.class ?? "") ?? deadlines.otherVisits;
    return itemOf("visit", { due, at: visitedAt.get(one.customer), customer: one.customer });
  });
  return [
    itemOf("upload", { due: deadlines.upload, at: uploadedAt }),
    itemOf("file", { due: deadlines.file, at: fileAt }),
    met,
    itemOf("group-meeting", { due: deadlines.groupMeeting, at: groupMeetingAt }),
    ...visitItems,
  ];
}

function lateReason({ item, customer, due, doneOn, state }: HandoverItem): readonly Reason[] {
  if (state === "waived") return [{ code: "handover-meeting-waived", params: { due } }];
  if (state === "late") {
    return customer === undefined
      ? [{ code: "handover-step-late", params: { step: item, due } }]
      : [{ code: "handover-visit-late", params: { customer, due } }];
  }
  if (state !== "done-late" || doneOn === undefined) return [];
  return customer === undefined
    ? [{ code: "handover-step-done-late", params: { step: item, due, doneOn } }]
    : [{ code: "handover-visit-done-late", params: { customer, due, doneOn } }];
}
