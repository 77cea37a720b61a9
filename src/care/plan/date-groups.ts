import type { CareDate } from "./care-date.js";
import type { DateGroup } from "./care-draft.js";

const NO_DATES: readonly CareDate[] = [];

/**
 * Occasions on one day and of one mood are answered by one action; spans and what no rule answers stay alone. By
 * priority, then day, then key: in this order caps count.
 *
 * @param dates - The dates of one customer, by day, then priority, then key.
 * @internal
 */
export function dateGroups(dates: readonly CareDate[]): readonly DateGroup[] {
  const groups: DateGroup[] = [];
  let firstOfDay = 0;
  for (const date of dates) {
    if (groups[firstOfDay]?.date.day !== date.day) firstOfDay = groups.length;
    const place = placeAmong(groups, firstOfDay, date);
    const met = groups[place];
    if (met === undefined) groups.push({ date, others: NO_DATES });
    else groups[place] = { date: met.date, others: [...met.others, date] };
  }
  return groups.sort(
    ({ date: a }, { date: b }) => b.dated.priority - a.dated.priority || a.day - b.day,
  );
}

/** The place of the group of that day which a date belongs to, or -1. */
function placeAmong(groups: readonly DateGroup[], from: number, date: CareDate): number {
  if (!mayBeMerged(date)) return -1;
  for (let place = from; place < groups.length; place += 1) {
    const { date: first } = groups[place]!;
    // An offer never stands in for a notice.
    if (
      mayBeMerged(first) &&
      first.dated.mood === date.dated.mood &&
      isExempt(first) === isExempt(date)
    ) {
      return place;
    }
  }
  return -1;
}

function mayBeMerged({ isSpan, rules }: CareDate): boolean {
  return !isSpan && rules.length > 0;
}

function isExempt({ rules }: CareDate): boolean {
  return rules.some(({ transactional }) => transactional);
}
