import { DAY_MS, textOfDay } from "../../shared/time/civil.js";
import { readLocal } from "../../shared/time/local-time.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import type { TimeZone } from "../../shared/time/time-zone.js";
import { compareText } from "../../shared/text-order.js";
import type { HolidayEffect, UnusualDay } from "./contact-forecast.js";
import type { ContactModel } from "./contact-model.js";
import type { FittedContacts, LearningTask } from "./fit-contacts.js";

/** The holidays of the history, by id. @internal */
export function holidayEffects({ holidays }: ContactModel): readonly HolidayEffect[] {
  return [...holidays]
    .map(([holiday, effect]) => ({ holiday, ...effect }))
    .sort((a, b) => compareText(a.holiday, b.holiday));
}

/** The unusual days with their figures, in order. @internal */
export function namedUnusualDays(
  { grid, policy }: LearningTask,
  { totals, unusual }: Pick<FittedContacts, "totals" | "unusual">,
): readonly UnusualDay[] {
  return [...unusual]
    .sort((a, b) => a - b)
    .map((day) => ({
      date: textOfDay(grid.firstDay + day) as PlainDate,
      contacts: totals.contacts[day]!,
      expected: totals.expected[day]!,
      leftOut: policy.outliers === "leave-out",
    }));
}

/**
 * The intervals without a row between the first and the last, where other weeks have one and the clock shows them.
 *
 * @internal
 */
export function missingIntervals(
  { grid, calendar }: LearningTask,
  { model, zone }: { readonly model: ContactModel; readonly zone: TimeZone },
): number {
  const { slots, counts, firstDay } = grid;
  const first = counts.findIndex((rows) => rows > 0);
  const last = counts.findLastIndex((rows) => rows > 0);
  let missing = 0;
  for (let cell = first; cell <= last; cell += 1) {
    const day = Math.floor(cell / slots);
    const slot = cell % slots;
    const { kind, weekday } = calendar[day]!;
    if (counts[cell]! > 0 || kind === "holiday") continue;
    if (model.counted[(weekday - 1) * slots + slot] === 0) continue;
    const local = (firstDay + day) * DAY_MS + (slot * DAY_MS) / slots;
    if (readLocal(zone, local).kind !== "gap") missing += 1;
  }
  return missing;
}
