import type { DatedOccasion } from "../../relationship/occasion/dated-occasion.js";
import { dayNumber } from "../../shared/time/civil.js";
import { mondayOf } from "../timing/week-day.js";
import type { CareDraft, CareMoment } from "./care-draft.js";
import type { DraftContext, DraftSituation } from "./draft-situation.js";
import type { PreparedRule } from "./prepared-rule.js";
import { staffTimeOf } from "./staff-time.js";

/**
 * What goes after an action: on the first of its days that crowds out no occasion, or else on the first.
 *
 * @internal
 */
export function followUpOf(
  dated: DatedOccasion,
  { rule: { followUp }, transactional: exempt, followUpWays }: PreparedRule,
  { moment: { day: after }, situation, settings }: DraftContext & { readonly moment: CareMoment },
): CareDraft["followUp"] {
  if (followUp === undefined) return undefined;
  const { kind, afterDays, lastsDays = 0 } = followUp;
  const first = after + afterDays;
  let free = first;
  while (free <= first + lastsDays && !isFree(free, first, { after, situation })) free += 1;
  const day = { day: free <= first + lastsDays ? free : first, provisional: false };
  // It may be done as long after the last day of its action as after the first.
  const through = dayNumber(dated.through) + afterDays + lastsDays;
  for (const way of followUpWays) {
    const staff = staffTimeOf(kind, way.channel);
    if (staff !== undefined && settings.countedKinds.has(staff) && !situation.hasOwner) continue;
    const { route, moment } = situation.routes(way, { day, through, exempt });
    if (route !== undefined && moment !== undefined) return { route, moment };
  }
  return undefined;
}

/** Whether the day is no occasion's, keeps its distance, and lies in a week with room beside the occasions. */
function isFree(
  day: number,
  first: number,
  { after, situation }: { readonly after: number; readonly situation: DraftSituation },
): boolean {
  const { claimed, limits } = situation;
  const { contacts: { perWeek = Infinity } = {}, spacingDays = 0 } = limits;
  const monday = mondayOf(day);
  // The week of the first day counts this contact already.
  const count = (claimed.weeks.get(monday) ?? 0) + (monday === mondayOf(first) ? 0 : 1);
  if (claimed.days.has(day) || count > perWeek || day - after < spacingDays) return false;
  for (let other = day - spacingDays + 1; other < day + spacingDays; other += 1) {
    if (other !== after && claimed.days.has(other)) return false;
  }
  return true;
}
