// How near a day is to a member's own days, and how regularly the member buys. Internal: not part of the surface.

import type { OrderedMap } from "../../shared/ordered-map.js";
import { anniversaryInYear } from "../../shared/time/anniversary.js";
import type { AnniversaryAsOfOptions } from "../../shared/time/anniversary.js";
import { daysBetween } from "../../shared/time/date-arithmetic.js";
import type { Instant } from "../../shared/time/instant.js";
import { datePartsOf } from "../../shared/time/plain-date.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import { plainDateAt } from "../../shared/time/time-zone.js";
import { dayOn } from "./occasion-clock.js";
import type { OccasionClock } from "./occasion-clock.js";

/** Days to or since the nearest birthday; Infinity before the first. */
export function daysFromBirthday(birthday: PlainDate, options: AnniversaryAsOfOptions): number {
  return daysFromNearest(birthday, datePartsOf(birthday).year, options);
}

/** Days to or since the nearest anniversary of enrolment; Infinity in the first year. */
export function daysFromAnniversary(
  enrolledOn: PlainDate,
  options: AnniversaryAsOfOptions,
): number {
  const { year } = datePartsOf(enrolledOn);
  if (year === 9999 || options.asOf < anniversaryInYear(enrolledOn, year + 1, options)) {
    return Infinity;
  }
  return daysFromNearest(enrolledOn, year + 1, options);
}

/** The nearest may lie in the year before or after: a window goes over the end of a year. */
function daysFromNearest(
  date: PlainDate,
  firstYear: number,
  { asOf, leapDay }: AnniversaryAsOfOptions,
): number {
  const { year } = datePartsOf(asOf);
  let nearest = Infinity;
  for (let one = Math.max(year - 1, firstYear); one <= Math.min(year + 1, 9999); one += 1) {
    const days = Math.abs(daysBetween(anniversaryInYear(date, one, { leapDay }), asOf));
    if (days < nearest) nearest = days;
  }
  return nearest;
}

/** Whether at least so many orders came in a row, the one that is judged counted. */
export function hasStreak(
  orderTimes: OrderedMap<string>,
  { orders, withinDays }: { readonly orders: number; readonly withinDays: number },
  { clock, isOrder }: { readonly clock: OccasionClock; readonly isOrder: boolean },
): boolean {
  let count = isOrder ? 1 : 0;
  let next = dayOn(clock);
  for (const at of momentsBackFrom(orderTimes, clock.at)) {
    if (count >= orders) return true;
    const day = plainDateAt(at, clock.zone);
    if (daysBetween(day, next) > withinDays) return false;
    count += 1;
    next = day;
  }
  return count >= orders;
}

function* momentsBackFrom(orderTimes: OrderedMap<string>, from: Instant): Generator<Instant, void> {
  for (let index = orderTimes.length - 1; index >= 0; index -= 1) {
    const { keys } = orderTimes[index]!;
    for (let place = keys.length - 1; place >= 0; place -= 1) {
      const at = keys[place]!.slice(0, from.length) as Instant;
      // An order recorded late does not count what came after it.
      if (at <= from) yield at;
    }
  }
}
