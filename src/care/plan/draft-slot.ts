import type { DatedOccasion } from "../../relationship/occasion/dated-occasion.js";
import type { OpenComplaint } from "../../relationship/assessment/open-complaint.js";
import type { Reason } from "../../shared/reason.js";
import { dayNumber } from "../../shared/time/civil.js";
import type { CareLimits } from "../policy/care-policy.js";
import type { CareClock } from "./care-clock.js";
import { visitDays, type CareDay } from "./care-days.js";
import type { CareDraft, CareSlot } from "./care-draft.js";
import type { CareRelationship } from "./care-relationship.js";
import type { RouteFinder } from "./care-routes.js";
import type { CareSettings } from "./care-settings.js";
import type { PreparedRule } from "./prepared-rule.js";
import { ruleObstacle } from "./rule-obstacle.js";

/** One customer as drafts see it. @internal */
export interface DraftSituation {
  readonly relationship: CareRelationship;
  readonly clock: CareClock;
  readonly routes: RouteFinder;
  readonly limits: CareLimits;
  readonly isControl: boolean;
  /** A complaint not yet settled. */
  readonly complaint: OpenComplaint | undefined;
  /** The occasions answered before, by key. */
  readonly given: ReadonlyMap<string, Reason>;
}

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
  return { dates: group, drafts, obstacles };
}

function addDrafts(
  dated: DatedOccasion,
  prepared: PreparedRule,
  context: Surroundings & { readonly drafts: CareDraft[]; readonly obstacles: Reason[] },
): void {
  const { situation, drafts, obstacles } = context;
  const { rule, transactional: exempt, ways } = prepared;
  const through = dayNumber(dated.through);
  const before = drafts.length;
  let against: readonly Reason[] = [];
  for (const day of daysOf(dated, prepared, context)) {
    const { route, moment, reasons } = situation.routes(ways, { day, through, exempt });
    if (route === undefined) {
      against = reasons;
    } else if (moment === undefined) {
      against = [{ code: "care-no-time", params: { rule: rule.id, through: dated.through } }];
    } else {
      const followUp = followUpOf(prepared, moment.day, situation);
      drafts.push(
        followUp === undefined
          ? { prepared, dated, route, moment }
          : { prepared, dated, route, moment, followUp },
      );
    }
  }
  // What stands against the last day of a span tells enough of the others.
  if (drafts.length === before) for (const reason of against) obstacles.push(reason);
}

/** Visits and calls go by the days staff work and spread over a span; all else is due on the day. */
function daysOf(
  dated: DatedOccasion,
  { rule }: PreparedRule,
  { situation: { clock }, settings }: Surroundings,
): readonly CareDay[] {
  const first = Math.max(dayNumber(dated.date) - (rule.leadDays ?? 0), clock.today);
  const last = dayNumber(dated.through);
  if (rule.kind !== "visit" && rule.kind !== "call") return [{ day: first, provisional: false }];
  return visitDays({ first, last }, settings.isWorked);
}

function followUpOf(
  { rule: { followUp }, transactional: exempt, followUpWays }: PreparedRule,
  after: number,
  { routes }: DraftSituation,
): CareDraft["followUp"] {
  if (followUp === undefined || followUpWays === undefined) return undefined;
  const day = { day: after + followUp.afterDays, provisional: false };
  const through = day.day + (followUp.lastsDays ?? 0);
  const { route, moment } = routes(followUpWays, { day, through, exempt });
  return route === undefined || moment === undefined ? undefined : { route, moment };
}
