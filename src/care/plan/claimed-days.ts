import type { CareLimits } from "../policy/care-policy.js";
import type { CareDate } from "./care-date.js";
import type { CareDay } from "./care-days.js";
import { mondayOf } from "../../shared/time/week-day.js";

/** The days of a customer that are taken, and who takes turns for the others. @internal */
export interface ClaimedDays {
  /** The days of the customer's occasions, as day numbers. */
  readonly days: ReadonlySet<number>;
  /** The days on which what goes after an action may fall. */
  readonly after: ReadonlySet<number>;
  /** How many contacts the other occasions may lead to, by the Monday of the week. */
  readonly weeks: ReadonlyMap<number, number>;
  /** The ids of the occasions that a visit or call answers on any day of a span. */
  readonly spans: readonly string[];
}

/** Nothing claimed: enough for customers of whom no action looks for a day. */
const NOTHING: ClaimedDays = { days: new Set(), after: new Set(), weeks: new Map(), spans: [] };

/** The days that one customer's occasions claim, where any of their actions looks for a day. @internal */
export function claimedDays(dates: readonly CareDate[]): ClaimedDays {
  if (!dates.some(({ seeksDays }) => seeksDays)) return NOTHING;
  const days = new Set<number>();
  const after = new Set<number>();
  const weeks = new Map<number, number>();
  const count = (day: number): void => {
    const monday = mondayOf(day);
    weeks.set(monday, (weeks.get(monday) ?? 0) + 1);
  };
  const free = new Set<string>();
  for (const { dated, day, rules, isFree } of dates) {
    if (isFree) {
      free.add(dated.occasion);
      continue;
    }
    days.add(day);
    count(day);
    for (const { rule } of rules) {
      if (rule.followUp === undefined) continue;
      const later = day + rule.followUp.afterDays;
      if (!after.has(later)) count(later);
      after.add(later);
    }
  }
  return { days, after, weeks, spans: [...free] };
}

/**
 * Of the days on which a visit or call may be made those in weeks in which the caps leave room beside all else, where
 * there are any; several spans of one customer take turns, so that no two of them meet.
 *
 * @internal
 */
export function unclaimedDays(
  days: readonly CareDay[],
  occasion: string,
  {
    claimed: { weeks, spans },
    limits,
  }: { readonly claimed: ClaimedDays; readonly limits: CareLimits },
): readonly CareDay[] {
  const turn = spans.indexOf(occasion);
  if (turn < 0) return days;
  const { contacts: { perWeek = Infinity } = {}, spacingDays = 0 } = limits;
  const room = spacingDays > 1 ? 1 : perWeek;
  const unclaimed = days.filter(({ day }) => (weeks.get(mondayOf(day)) ?? 0) < room);
  const open = unclaimed.length > 0 ? unclaimed : days;
  const own = open.filter((_, place) => place % spans.length === turn);
  return own.length > 0 ? own : open;
}
