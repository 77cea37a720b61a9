import type { Reason } from "../../shared/reason.js";
import type { CareDate } from "./care-date.js";
import { lastWorkday, visitDays, type CareDay } from "./care-days.js";
import type { CareDraft, CareSlot, DateGroup } from "./care-draft.js";
import type { CareMoment } from "./care-moment.js";
import { distinctReasons } from "./distinct-reasons.js";
import type { DraftContext, DraftSituation } from "./draft-situation.js";
import { followUpOf } from "./follow-up.js";
import type { CareWay, PreparedRule } from "./prepared-rule.js";
import { unclaimedDays } from "./claimed-days.js";
import { ruleObstacle } from "./rule-obstacle.js";
import { isVisitOrCall, staffTimeOf } from "./staff-time.js";

/** What is found of a slot. */
interface SlotFindings extends DraftContext {
  readonly drafts: CareDraft[];
  /** What stands against other actions; absent where nobody asks. */
  readonly obstacles: Reason[] | undefined;
}

/** The actions that might answer occasions of one day. @internal */
export function draftSlot(group: DateGroup, { situation, settings }: DraftContext): CareSlot {
  const { date, others } = group;
  const drafts: CareDraft[] = [];
  if (givenOf(group, situation) === undefined) {
    addDraftsOn(group, { drafts, obstacles: undefined, situation, settings });
  }
  if (date.recurs && others.length === 0) return situation.cohort.slots.slotOf(date, drafts);
  return { date, others, drafts: drafts.slice(), options: undefined };
}

/** What stands against actions on occasions of one day, beside those that could be drafted. @internal */
export function slotObstacles(
  group: DateGroup,
  { situation, settings }: DraftContext,
): readonly Reason[] {
  const given = givenOf(group, situation);
  if (given !== undefined) return given;
  if (group.date.rules.length === 0) return group.date.unanswered;
  const obstacles: Reason[] = [];
  addDraftsOn(group, { drafts: [], obstacles, situation, settings });
  return distinctReasons(obstacles);
}

/** That occasions of the group were answered before; `undefined` where none was. */
function givenOf(
  { date, others }: DateGroup,
  { given }: DraftSituation,
): readonly Reason[] | undefined {
  if (given.size === 0) return undefined;
  const reasons: Reason[] = [];
  for (const { dated } of [date, ...others]) {
    const before = given.get(dated.key);
    if (before !== undefined) reasons.push(before);
  }
  return reasons.length > 0 ? reasons : undefined;
}

function addDraftsOn({ date, others }: DateGroup, findings: SlotFindings): void {
  for (const prepared of date.rules) addDraftsBy(prepared, date, findings);
  for (const other of others) {
    for (const prepared of other.rules) addDraftsBy(prepared, other, findings);
  }
}

function addDraftsBy(prepared: PreparedRule, date: CareDate, findings: SlotFindings): void {
  const { drafts, obstacles } = findings;
  const obstacle = ruleObstacle(date, prepared, findings);
  if (obstacle !== undefined) {
    obstacles?.push(obstacle);
    return;
  }
  const before = drafts.length;
  let against: Reason[] | undefined;
  for (const planned of daysOf(date, prepared, findings)) {
    against = obstacles && [];
    for (const way of prepared.ways) {
      const moment = momentBy(way, { planned, date, prepared, against }, findings);
      if (moment === undefined) continue;
      const followUp = followUpOf(date, prepared, { moment, context: findings });
      drafts.push({ prepared, date, way, moment, followUp });
      break;
    }
  }
  // What stands against the last day of a span tells enough of the others.
  if (drafts.length === before) for (const reason of against ?? []) obstacles?.push(reason);
}

/** When an action may go this way on this day: permitted, with somebody to do it, and with time left. */
function momentBy(
  way: CareWay,
  {
    planned,
    date,
    prepared,
    against,
  }: {
    readonly planned: CareDay;
    readonly date: CareDate;
    readonly prepared: PreparedRule;
    /** Where it is written why it may not. */
    readonly against: Reason[] | undefined;
  },
  { situation, settings }: DraftContext,
): CareMoment | undefined {
  const { rule, transactional: exempt } = prepared;
  const { cohort, routes, hasOwner } = situation;
  const { clock } = cohort;
  const { channel } = way;
  const { through } = date;
  // What is brought along on the way is brought on a workday.
  const isBrought = channel === "visit" && rule.kind !== "visit";
  const { isWorked } = settings;
  const day = isBrought
    ? lastWorkday(planned.day, { today: clock.today, through, isWorked })
    : planned;
  const moment = clock.moment(day, { through, channel, exempt });
  const { route, reasons } = routes(way, moment);
  if (route === undefined) {
    if (against !== undefined) for (const reason of reasons) against.push(reason);
    return undefined;
  }
  const staff = staffTimeOf(rule.kind, channel);
  if (staff !== undefined && settings.countedKinds.has(staff) && !hasOwner) {
    against?.push({ code: "care-no-owner", params: { rule: rule.id, kind: staff } });
    return undefined;
  }
  if (moment === undefined) {
    const params = { rule: rule.id, through: date.dated.through };
    against?.push({ code: "care-no-time", params });
  }
  return moment;
}

/** Visits and calls go by the days staff work and spread over a span; all else is due on the day. */
function daysOf(
  { dated, day: own, through: last, isFree }: CareDate,
  { rule }: PreparedRule,
  { situation: { cohort, claimed }, settings }: DraftContext,
): readonly CareDay[] {
  const { clock, limits } = cohort;
  const first = Math.max(own - (rule.leadDays ?? 0), clock.today);
  if (!isVisitOrCall(rule.kind)) return [{ day: first, provisional: false }];
  const isTaken = (day: number): boolean =>
    (isFree || day !== own) && (claimed.days.has(day) || claimed.after.has(day));
  const days = visitDays({ first, last }, { isWorked: settings.isWorked, isTaken });
  return unclaimedDays(days, dated.occasion, { claimed, limits });
}
