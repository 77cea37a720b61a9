import { dayNumber } from "../../../shared/time/civil.js";
import type { Reason } from "../../../shared/reason.js";
import type { Instant } from "../../../shared/time/instant.js";
import { plainDateAt } from "../../../shared/time/time-zone.js";
import type { TimeZone } from "../../../shared/time/time-zone.js";
import type { Course } from "./course.js";
import type { LifecycleTermination } from "../facts.js";
import { dateOf, momentBeyond } from "./reading.js";
import type { Reading } from "./reading.js";

/** The moment from which a termination has ended the relationship; `undefined` beyond the calendar. */
export function terminationMoment(
  { at, lastDay }: LifecycleTermination,
  zone: TimeZone,
): Instant | undefined {
  if (lastDay === undefined) return at;
  const over = momentBeyond(dayNumber(lastDay), { limitDays: 0, zone });
  return over !== undefined && over < at ? at : over;
}

/** Whether the customer has left by word or contract, or given notice; a purchase after the end begins anew. */
export function leavingOf(
  course: Course,
  { asOf, zone }: Reading,
): { readonly state: "left" | "notice"; readonly reason: Reason } | undefined {
  const { last } = course.buying;
  const standing = course.terminations
    .map((termination) => ({ termination, over: terminationMoment(termination, zone) }))
    .filter(({ over }) => last === undefined || over === undefined || over >= last.at)
    .sort((a, b) => {
      const [first, second] = [a.over ?? "~", b.over ?? "~"];
      if (first !== second) return first < second ? -1 : 1;
      return a.termination.id < b.termination.id ? -1 : 1;
    });
  const [earliest] = standing;
  if (earliest === undefined) return undefined;
  const { termination, over } = earliest;
  const { id, at, kind, lastDay } = termination;
  const day = dateOf(dayNumber(plainDateAt(at, zone)));
  const params = { termination: id, kind, date: day };
  return over !== undefined && over <= asOf
    ? { state: "left", reason: { code: "left-by-word", params } }
    : {
        state: "notice",
        reason: { code: "notice-given", params: { ...params, lastDay: lastDay ?? day } },
      };
}
