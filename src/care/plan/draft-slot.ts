import type { DatedOccasion } from "../../relationship/occasion/dated-occasion.js";
import type { Reason } from "../../shared/reason.js";
import { dayNumber } from "../../shared/time/civil.js";
import { lastWorkday, visitDays, type CareDay } from "./care-days.js";
import type { CareDraft, CareSlot } from "./care-draft.js";
import type { CareSettings } from "./care-settings.js";
import type { PreparedRule } from "./prepared-rule.js";
import { isVisitOrCall, unclaimedDays } from "./claimed-days.js";
import type { DraftSituation } from "./draft-situation.js";
import { ruleObstacle } from "./rule-obstacle.js";
import { staffTimeOf } from "./staff-time.js";

interface Surroundings {
  readonly situation: DraftSituation;
  readonly settings: CareSettings;
}

/** The actions that might answer occasions of one day. @internal */
export function draftSlot(
  group: readonly DatedOccasion[],
  situation: DraftSituation,
  settings: CareSettings,
): CareSlot {
  const drafts: CareDraft[] = [];
  const obstacles: Reason[] = [];
  const { given, relationship } = situation;
  if (given.size > 0) {
    for (const { key } of group) {
      const before = given.get(key);
      if (before !== undefined) obstacles.push(before);
    }
    if (obstacles.length > 0) return { dates: group, drafts, obstacles };
  }
  const { valueClass } = relationship;
  for (const dated of group) {
    const rules = settings.rulesOf(valueClass, dated.occasion);
    if (rules.length === 0) {
      const params = { occasion: dated.occasion, class: valueClass ?? "none" };
      obstacles.push({ code: "care-no-rule", params });
    }
    for (const prepared of rules) {
      const obstacle = ruleObstacle(dated, prepared, { situation, settings });
      if (obstacle !== undefined) obstacles.push(obstacle);
      else addDrafts(dated, prepared, { drafts, obstacles, situation, settings });
    }
  }
  return { dates: group, drafts, obstacles: distinct(obstacles) };
}

function addDrafts(
  dated: DatedOccasion,
  prepared: PreparedRule,
  context: Surroundings & { readonly drafts: CareDraft[]; readonly obstacles: Reason[] },
): void {
  const { situation, settings, drafts, obstacles } = context;
  const { rule, transactional: exempt, ways } = prepared;
  const through = dayNumber(dated.through);
  const before = drafts.length;
  let against: readonly Reason[] = [];
  for (const planned of daysOf(dated, prepared, context)) {
    const { route, reasons } = situation.routes(ways, { day: planned, through, exempt });
    if (route === undefined) {
      against = reasons;
      continue;
    }
    const staff = staffTimeOf(rule.kind, route.channel);
    if (staff !== undefined && settings.countedKinds.has(staff) && !situation.hasOwner) {
      against = [{ code: "care-no-owner", params: { rule: rule.id, kind: staff } }];
      continue;
    }
    // What is brought along on the way is brought on a workday.
    const isBrought = route.channel === "visit" && rule.kind !== "visit";
    const { today } = situation.clock;
    const day = isBrought
      ? lastWorkday(planned.day, { today, through, isWorked: settings.isWorked })
      : planned;
    const moment = situation.clock.moment(day, { through, channel: route.channel, exempt });
    if (moment === undefined) {
      against = [{ code: "care-no-time", params: { rule: rule.id, through: dated.through } }];
      continue;
    }
    const followUp = followUpOf(prepared, { day: moment.day, through }, situation);
    drafts.push(
      followUp === undefined
        ? { prepared, dated, route, moment }
        : { prepared, dated, route, moment, followUp },
    );
  }
  // What stands against the last day of a span tells enough of the others.
  if (drafts.length === before) for (const reason of against) obstacles.push(reason);
}

/** Visits and calls go by the days staff work and spread over a span; all else is due on the day. */
function daysOf(
  dated: DatedOccasion,
  { rule }: PreparedRule,
  { situation: { clock, claimed, limits }, settings }: Surroundings,
): readonly CareDay[] {
  const first = Math.max(dayNumber(dated.date) - (rule.leadDays ?? 0), clock.today);
  const last = dayNumber(dated.through);
  if (!isVisitOrCall(rule.kind)) return [{ day: first, provisional: false }];
  const own = claimed.spans.includes(dated.occasion) ? undefined : dayNumber(dated.date);
  const isTaken = (day: number): boolean =>
    day !== own && (claimed.days.has(day) || claimed.after.has(day));
  const days = visitDays({ first, last }, { isWorked: settings.isWorked, isTaken });
  return unclaimedDays(days, dated.occasion, { claimed, limits });
}

/** What goes after an action: as soon as it may on a day that no occasion of the customer claims. */
function followUpOf(
  { rule: { followUp }, transactional: exempt, followUpWays }: PreparedRule,
  after: { readonly day: number; readonly through: number },
  { routes, claimed }: DraftSituation,
): CareDraft["followUp"] {
  if (followUp === undefined || followUpWays === undefined) return undefined;
  const { afterDays, lastsDays = 0 } = followUp;
  const first = after.day + afterDays;
  const through = after.through + afterDays + lastsDays;
  let free = first;
  while (free <= first + lastsDays && claimed.days.has(free)) free += 1;
  const day = { day: free <= first + lastsDays ? free : first, provisional: false };
  const { route, moment } = routes(followUpWays, { day, through, exempt });
  return route === undefined || moment === undefined ? undefined : { route, moment };
}

/** Each reason once: rules of one occasion are often stopped by the same. */
function distinct(reasons: readonly Reason[]): readonly Reason[] {
  if (reasons.length < 2) return reasons;
  return [...new Map(reasons.map((reason) => [JSON.stringify(reason), reason])).values()];
}
