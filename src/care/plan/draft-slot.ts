import type { DatedOccasion } from "../../relationship/occasion/dated-occasion.js";
import type { Reason } from "../../shared/reason.js";
import { dayNumber } from "../../shared/time/civil.js";
import { lastWorkday, visitDays, type CareDay } from "./care-days.js";
import type { CareDraft, CareMoment, CareRoute, CareSlot } from "./care-draft.js";
import type { CareSettings } from "./care-settings.js";
import { followUpOf } from "./follow-up.js";
import type { CareWay, PreparedRule } from "./prepared-rule.js";
import { isVisitOrCall, unclaimedDays } from "./claimed-days.js";
import type { DraftContext, DraftSituation } from "./draft-situation.js";
import { ruleObstacle } from "./rule-obstacle.js";
import { staffTimeOf } from "./staff-time.js";

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
  context: DraftContext & { readonly drafts: CareDraft[]; readonly obstacles: Reason[] },
): void {
  const { drafts, obstacles } = context;
  const { ways } = prepared;
  const before = drafts.length;
  let against: Reason[] = [];
  for (const planned of daysOf(dated, prepared, context)) {
    against = [];
    for (const way of ways) {
      const found = routeBy(way, { planned, dated, prepared }, context);
      if (found.moment === undefined) {
        against.push(...found.against);
        continue;
      }
      const { route, moment } = found;
      const followUp = followUpOf(dated, prepared, { moment, ...context });
      drafts.push(
        followUp === undefined
          ? { prepared, dated, route, moment }
          : { prepared, dated, route, moment, followUp },
      );
      break;
    }
  }
  // What stands against the last day of a span tells enough of the others.
  if (drafts.length === before) for (const reason of against) obstacles.push(reason);
}

type RouteOnDay =
  | { readonly moment: undefined; readonly against: readonly Reason[] }
  | { readonly moment: CareMoment; readonly route: CareRoute };

/** Whether an action may go this way on this day: permitted, with somebody to do it, and with time left. */
function routeBy(
  way: CareWay,
  {
    planned,
    dated,
    prepared,
  }: { readonly planned: CareDay; readonly dated: DatedOccasion; readonly prepared: PreparedRule },
  { situation, settings }: DraftContext,
): RouteOnDay {
  const { rule, transactional: exempt } = prepared;
  const { clock, routes, hasOwner } = situation;
  const { channel } = way;
  const through = dayNumber(dated.through);
  // What is brought along on the way is brought on a workday.
  const isBrought = channel === "visit" && rule.kind !== "visit";
  const { isWorked } = settings;
  const day = isBrought
    ? lastWorkday(planned.day, { today: clock.today, through, isWorked })
    : planned;
  const { route, moment, reasons } = routes(way, { day, through, exempt });
  if (route === undefined) return { moment: undefined, against: reasons };
  const staff = staffTimeOf(rule.kind, channel);
  if (staff !== undefined && settings.countedKinds.has(staff) && !hasOwner) {
    const params = { rule: rule.id, kind: staff };
    return { moment: undefined, against: [{ code: "care-no-owner", params }] };
  }
  if (moment !== undefined) return { route, moment };
  const params = { rule: rule.id, through: dated.through };
  return { moment: undefined, against: [{ code: "care-no-time", params }] };
}

/** Visits and calls go by the days staff work and spread over a span; all else is due on the day. */
function daysOf(
  dated: DatedOccasion,
  { rule }: PreparedRule,
  { situation: { clock, claimed, limits }, settings }: DraftContext,
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

/** Each reason once: rules of one occasion are often stopped by the same. */
function distinct(reasons: readonly Reason[]): readonly Reason[] {
  if (reasons.length < 2) return reasons;
  return [...new Map(reasons.map((reason) => [JSON.stringify(reason), reason])).values()];
}
