import type { ContactCaps } from "../policy/care-policy.js";
import { capPeriods, type CapPeriod } from "../timing/cap-period.js";
import { kept } from "./kept.js";

/** The caps that a day counts in; a day, week or month is one object, however often it is asked for. @internal */
export function capsOnDay(caps: ContactCaps): (day: number) => readonly CapPeriod[] {
  const byDay = new Map<number, readonly CapPeriod[]>();
  const distinct = new Map<string, CapPeriod>();
  const find = (day: number): readonly CapPeriod[] =>
    capPeriods(caps, day).map((period) =>
      kept(distinct, `${period.per} ${String(period.start)}`, () => period),
    );
  return (day) => kept(byDay, day, () => find(day));
}
