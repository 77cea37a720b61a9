// What conditions say of one another. Internal: not part of the package's surface.

import type { EarningCondition } from "../programme/earning-condition.js";
import { mergedCondition, minuteSpans, withAlternative } from "./merged-condition.js";
import type { MergedCondition } from "./merged-condition.js";

/** Whether it is certain that a condition never holds. */
export function neverHolds(condition: EarningCondition): boolean {
  const merged = mergedCondition(condition);
  if (isTornApart(merged)) return true;
  // What the exceptions say of one another is not looked at.
  const asked = { ...merged, exceptions: [] };
  if (merged.exceptions.some((exception) => mergedImplies(asked, exception))) return true;
  return merged.alternatives.some((group, index) =>
    group.every((one) => neverHolds(withAlternative(merged, index, one))),
  );
}

/** Whether it is certain that wherever one condition holds another does, too. */
export function conditionImplies(narrow: EarningCondition, broad: EarningCondition): boolean {
  if (neverHolds(narrow)) return true;
  const merged = mergedCondition(narrow);
  if (mergedImplies(merged, broad)) return true;
  return merged.alternatives.some((group, index) =>
    group.every((one) => conditionImplies(withAlternative(merged, index, one), broad)),
  );
}

function isTornApart({ fields, segments, clubs, isTorn }: MergedCondition): boolean {
  const { channels, weekdays, hours, tiers, firstPurchase, streak } = fields;
  const lists = [channels, weekdays, tiers, ...segments, ...clubs];
  if (isTorn || lists.some((list) => list?.length === 0)) return true;
  if (hours !== undefined && minuteSpans(hours).length === 0) return true;
  return firstPurchase === true && streak !== undefined && streak.orders > 1;
}

function mergedImplies(narrow: MergedCondition, broad: EarningCondition): boolean {
  const { all, any, not } = broad;
  return (
    fieldsImply(narrow, broad) &&
    memberImplies(narrow.fields, broad) &&
    (all ?? []).every((part) => mergedImplies(narrow, part)) &&
    (any === undefined || any.some((part) => mergedImplies(narrow, part))) &&
    (not === undefined || excludes(narrow, not))
  );
}

/** Whether a condition certainly does not hold where others do. */
function excludes(narrow: MergedCondition, exception: EarningCondition): boolean {
  if (narrow.exceptions.some((one) => conditionImplies(exception, one))) return true;
  const bare = { ...narrow, exceptions: [], alternatives: [] };
  return neverHolds(withAlternative(bare, -1, exception));
}

function fieldsImply(
  { fields, segments, clubs }: MergedCondition,
  broad: EarningCondition,
): boolean {
  return (
    isWithin(fields.channels, broad.channels) &&
    isWithin(fields.tiers, broad.tiers) &&
    (isWithin(fields.weekdays, broad.weekdays) || new Set(broad.weekdays).size === 7) &&
    isWithinSpans(fields.hours, broad.hours) &&
    (broad.segments === undefined || segments.some((list) => isWithin(list, broad.segments))) &&
    (broad.clubs === undefined || clubs.some((list) => isWithin(list, broad.clubs)))
  );
}

function memberImplies(narrow: EarningCondition, broad: EarningCondition): boolean {
  const { birthdayWithinDays, anniversaryWithinDays, streak, orderAtLeast, facts = {} } = broad;
  const { streak: own } = narrow;
  return (
    isAtMost(narrow.birthdayWithinDays, birthdayWithinDays) &&
    isAtMost(narrow.anniversaryWithinDays, anniversaryWithinDays) &&
    (broad.firstPurchase !== true || narrow.firstPurchase === true) &&
    (streak === undefined ||
      (own !== undefined && own.orders >= streak.orders && own.withinDays <= streak.withinDays)) &&
    (orderAtLeast === undefined || (narrow.orderAtLeast ?? -1) >= orderAtLeast) &&
    Object.entries(facts).every(([name, value]) => narrow.facts?.[name] === value)
  );
}

function isAtMost(own: number | undefined, most: number | undefined): boolean {
  return most === undefined || (own !== undefined && own <= most);
}

function isWithin<Value>(
  own: readonly Value[] | undefined,
  allowed: readonly Value[] | undefined,
): boolean {
  if (allowed === undefined) return true;
  return own?.every((value) => allowed.includes(value)) === true;
}

function isWithinSpans(
  own: EarningCondition["hours"],
  allowed: EarningCondition["hours"],
): boolean {
  if (allowed === undefined) return true;
  const spans = minuteSpans(allowed);
  return minuteSpans(own ?? [{ from: "00:00", to: "24:00" }]).every(([start, end]) =>
    spans.some(([from, to]) => from <= start && end <= to),
  );
}
