import { mondayOf } from "../../shared/time/week-day.js";
import type { CareDate } from "./care-date.js";
import type { DraftFollowUp } from "./care-draft.js";
import type { CareMoment } from "./care-moment.js";
import type { DraftContext, DraftSituation } from "./draft-situation.js";
import type { PreparedRule } from "./prepared-rule.js";
import { staffTimeOf } from "./staff-time.js";

/**
 * What goes after an action: on the first of its days that crowds out no occasion, or else on the first.
 *
 * @internal
 */
export function followUpOf(
  date: CareDate,
  { rule: { followUp }, transactional: exempt, followUpWays }: PreparedRule,
  {
    moment: { day: after },
    context: { situation, settings },
  }: { readonly moment: CareMoment; readonly context: DraftContext },
): DraftFollowUp | undefined {
  if (followUp === undefined) return undefined;
  const { kind, afterDays, lastsDays = 0 } = followUp;
  const first = after + afterDays;
  let free = first;
  while (free <= first + lastsDays && !isFree(free, first, { after, situation })) free += 1;
  const day = { day: free <= first + lastsDays ? free : first, provisional: false };
  // It may be done as long after the last day of its action as after the first.
  const through = date.through + afterDays + lastsDays;
  for (const way of followUpWays) {
    const staff = staffTimeOf(kind, way.channel);
    if (staff !== undefined && settings.countedKinds.has(staff) && !situation.hasOwner) continue;
    const moment = situation.cohort.clock.moment(day, { through, channel: way.channel, exempt });
    if (moment === undefined) continue;
    if (situation.routes(way, moment).route !== undefined) return { way, moment };
  }
  return undefined;
}

/** Whether the day is no occasion's, keeps its distance, and lies in a week with room beside the occasions. */
function isFree(
  day: number,
  first: number,
  { after, situation }: { readonly after: number; readonly situation: DraftSituation },
): boolean {
  const { claimed, cohort } = situation;
  const { contacts: { perWeek = Infinity } = {}, spacingDays = 0 } = cohort.limits;
  const monday = mondayOf(day);
  // The week of the first day counts this contact already.
  const count = (claimed.weeks.get(monday) ?? 0) + (monday === mondayOf(first) ? 0 : 1);
  if (claimed.days.has(day) || count > perWeek || day - after < spacingDays) return false;
  for (let other = day - spacingDays + 1; other < day + spacingDays; other += 1) {
    if (other !== after && claimed.days.has(other)) return false;
  }
  return true;
}
