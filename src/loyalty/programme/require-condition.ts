import type { EarningCondition, HourWindow } from "./earning-condition.js";
import {
  refuseField,
  requireKnown,
  requireSome,
  requireWhole,
  requireWholeIfAny,
} from "./require-field.js";
import type { ProgrammeNames } from "./require-field.js";

/** Refuses a condition that cannot be judged, and those within it. */
export function requireCondition(
  path: string,
  condition: EarningCondition,
  names: ProgrammeNames,
): void {
  const { channels, weekdays, hours, segments, tiers, clubs, streak, all, any, not } = condition;
  const lists = { channels, weekdays, hours, segments, tiers, clubs, all, any };
  for (const [name, list] of Object.entries(lists)) {
    if (list !== undefined) requireSome(`${path}.${name}`, list);
  }
  for (const [index, day] of (weekdays ?? []).entries()) {
    requireWhole(`${path}.weekdays[${String(index)}]`, day, { least: 1, most: 7 });
  }
  for (const [index, window] of (hours ?? []).entries()) {
    requireHours(`${path}.hours[${String(index)}]`, window);
  }
  for (const [index, tier] of (tiers ?? []).entries()) {
    requireKnown(`${path}.tiers[${String(index)}]`, tier, { known: names.tiers, what: "a tier" });
  }
  for (const [index, club] of (clubs ?? []).entries()) {
    requireKnown(`${path}.clubs[${String(index)}]`, club, { known: names.clubs, what: "a club" });
  }
  requireWholeIfAny(`${path}.birthdayWithinDays`, condition.birthdayWithinDays, 0);
  requireWholeIfAny(`${path}.anniversaryWithinDays`, condition.anniversaryWithinDays, 0);
  requireWholeIfAny(`${path}.orderAtLeast`, condition.orderAtLeast, 0);
  if (streak !== undefined) {
    requireWhole(`${path}.streak.orders`, streak.orders, { least: 1 });
    requireWhole(`${path}.streak.withinDays`, streak.withinDays, { least: 1 });
  }
  for (const [name, parts] of Object.entries({ all, any })) {
    for (const [index, part] of (parts ?? []).entries()) {
      requireCondition(`${path}.${name}[${String(index)}]`, part, names);
    }
  }
  if (not !== undefined) requireCondition(`${path}.not`, not, names);
}

const HOUR = /^(?:[01]\d|2[0-3]):[0-5]\d$/u;

function requireHours(path: string, { from, to }: HourWindow): void {
  if (!HOUR.test(from)) refuseField(`${path}.from`, "a time from 00:00 to 23:59", from);
  if (to !== "24:00" && !HOUR.test(to)) {
    refuseField(`${path}.to`, "a time from 00:00 to 24:00", to);
  }
  if (from === to) refuseField(`${path}.to`, "another time than from", to);
}
