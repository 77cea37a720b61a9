import { dayNumber } from "../../shared/time/civil.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import type { TimeZone } from "../../shared/time/time-zone.js";
import type { PastCare } from "../plan/care-relationship.js";
import type { ContactCaps } from "../policy/care-policy.js";
import { capPeriods, countIn } from "./cap-period.js";
import { contactDays } from "./contact-days.js";
import { requireContactCaps } from "./require-contact-caps.js";

/** By which caps contacts are counted, and for which day. */
export interface ContactCapsLeftOptions {
  /** The caps. */
  readonly caps: ContactCaps;
  /** The customer's zone, on whose calendar days are counted. */
  readonly zone: TimeZone;
  /** The day asked about. */
  readonly on: PlainDate;
}

/** How many contacts are left, each 0 or more. */
export interface ContactCapsLeft {
  /** On this day; absent where there is no cap. */
  readonly perDay?: number;
  /** In its week, Monday to Sunday; absent where there is no cap. */
  readonly perWeek?: number;
  /** In its calendar month; absent where there is no cap. */
  readonly perMonth?: number;
  /** By all caps together: the least of them; absent where there is none. */
  readonly least?: number;
}

/**
 * How many more contacts does this customer bear on this day, in its week and in its month (CARE-6)?
 *
 * Counted on the customer's own calendar, by day, week (Monday to Sunday) and calendar month. Transactional care does
 * not count; everything else does, whichever plan it came from.
 *
 * @param pastCare - The care already given, in any order.
 * @param options - The caps, the zone, the day.
 * @returns What is left of each cap there is.
 * @throws RangeError where a cap is no whole number of 0 or more, or zone, day or a moment are not valid.
 * @example
 * ```ts
 * import { contactCapsLeft } from "goodwill/care";
 * import { instant, plainDate, timeZone } from "goodwill/shared";
 *
 * const at = instant("2026-02-12T16:00:00Z");
 * const options = { caps: { perDay: 1, perMonth: 4 }, zone: timeZone("Asia/Shanghai"), on: plainDate("2026-02-13") };
 * contactCapsLeft([{ at, kind: "message", channel: "sms" }], options); // => { perDay: 0, perMonth: 3, least: 0 }
 * ```
 */
export function contactCapsLeft(
  pastCare: readonly PastCare[],
  { caps, zone, on }: ContactCapsLeftOptions,
): ContactCapsLeft {
  requireContactCaps("count the contacts left", caps);
  const days = contactDays(pastCare, { zone });
  const left = new Map(
    capPeriods(caps, dayNumber(on)).map((period) => [
      period.per,
      Math.max(0, period.cap - countIn(days, period)),
    ]),
  );
  if (left.size === 0) return {};
  const [perDay, perWeek, perMonth] = [left.get("day"), left.get("week"), left.get("month")];
  return {
    ...(perDay !== undefined && { perDay }),
    ...(perWeek !== undefined && { perWeek }),
    ...(perMonth !== undefined && { perMonth }),
    least: Math.min(...left.values()),
  };
}
