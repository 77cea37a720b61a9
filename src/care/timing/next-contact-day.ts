import { LAST_DAY, dayNumber, textOfDay } from "../../shared/time/civil.js";
import type { Reason } from "../../shared/reason.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import type { TimeZone } from "../../shared/time/time-zone.js";
import type { PastCare } from "../plan/care-relationship.js";
import type { CareLimits } from "../policy/care-policy.js";
import { capPeriods, countIn } from "./cap-period.js";
import { contactDays } from "./contact-days.js";
import { requireContactLimits } from "./require-contact-caps.js";

/** By which caps and spacing the next contact is found, and from which day on. */
export interface NextContactDayOptions {
  /** The caps and the spacing; other limits are passed over. */
  readonly limits: Pick<CareLimits, "contacts" | "spacingDays">;
  /** The customer's zone, on whose calendar days are counted. */
  readonly zone: TimeZone;
  /** The day from which to look. */
  readonly from: PlainDate;
}

/** When a customer may be contacted next. */
export interface NextContactDay {
  /** The day: `from` itself where nothing stands against it; absent where a cap of 0 forbids every day. */
  readonly date?: PlainDate;
  /** What stands against `from`: the caps that are used up, then the spacing; empty where nothing does. */
  readonly reasons: readonly Reason[];
}

/** A stretch of days without a contact, and why. */
interface Closed {
  /** The first day after it; absent where it never ends. */
  readonly end: number | undefined;
  readonly reason: Reason;
}

/**
 * From which day on do caps and spacing let a customer be contacted again (CARE-6)?
 *
 * Caps are those of {@link contactCapsLeft}; spacing is the least number of days between two contacts: 1 forbids the
 * same day, 7 allows the same weekday a week later. Transactional care does not count.
 *
 * @param pastCare - The care already given, in any order.
 * @param options - The caps and the spacing, the zone, the day from which to look.
 * @returns The first day, and what stands against the one asked about.
 * @throws RangeError where a cap or the spacing is no whole number of 0 or more, or zone, day or a moment are not
 * valid.
 * @example
 * ```ts
 * import { nextContactDay } from "goodwill/care";
 * import { instant, plainDate, timeZone } from "goodwill/shared";
 *
 * const past = [{ at: instant("2026-02-12T09:00:00Z"), kind: "call", channel: "phone" }] as const;
 * const options = { zone: timeZone("Asia/Shanghai"), from: plainDate("2026-02-13") };
 * nextContactDay(past, { ...options, limits: { contacts: { perWeek: 1 } } }).date; // => "2026-02-16"
 * nextContactDay(past, { ...options, limits: { spacingDays: 3 } }).date; // => "2026-02-15"
 * ```
 */
export function nextContactDay(
  pastCare: readonly PastCare[],
  { limits, zone, from }: NextContactDayOptions,
): NextContactDay {
  requireContactLimits("find the next day for a contact", limits);
  const days = contactDays(pastCare, { zone });
  let day = dayNumber(from);
  const reasons = closures(day, { days, limits }).map(({ reason }) => reason);
  for (;;) {
    const closed = closures(day, { days, limits });
    if (closed.length === 0) return { date: textOfDay(day) as PlainDate, reasons };
    let later = day;
    for (const { end } of closed) later = Math.max(later, end ?? LAST_DAY + 1);
    if (later > LAST_DAY) return { reasons };
    day = later;
  }
}

/** What stands against a contact on this day, and until when at least. */
function closures(
  day: number,
  {
    days,
    limits,
  }: { readonly days: readonly number[]; readonly limits: NextContactDayOptions["limits"] },
): readonly Closed[] {
  const closed: Closed[] = [];
  for (const period of capPeriods(limits.contacts ?? {}, day)) {
    const { per, cap, start, end } = period;
    if (countIn(days, period) < cap) continue;
    const of = per === "month" ? textOfDay(start).slice(0, 7) : textOfDay(start);
    const params = { limit: `contacts in a ${per}`, cap, of, needed: 1, left: 0 };
    closed.push({
      end: cap === 0 ? undefined : end,
      reason: { code: "care-limit-reached", params },
    });
  }
  const { spacingDays = 0 } = limits;
  const near = days.findLast((one) => Math.abs(one - day) < spacingDays);
  if (near !== undefined) {
    const params = { day: textOfDay(day), other: textOfDay(near), spacingDays };
    closed.push({ end: near + spacingDays, reason: { code: "care-too-close", params } });
  }
  return closed;
}
