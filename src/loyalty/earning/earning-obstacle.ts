import type { EarningCondition } from "../programme/earning-condition.js";
import type { EarningRule } from "../programme/earning-rule.js";
import type { EarningSituation } from "./earning-situation.js";
import { daysFromAnniversary, daysFromBirthday, hasStreak } from "./member-days.js";
import { dayOn, isWithinHours, weekdayOn } from "./occasion-clock.js";

/** Why an earning rule of the occasion's trigger gives nothing; `beaten-by-rule:` is followed by the rule that does. */
export type WhyNotEarned =
  | "disabled"
  | "before-window"
  | "after-window"
  | "wrong-channel"
  | "wrong-weekday"
  | "wrong-hours"
  | "wrong-segment"
  | "wrong-tier"
  | "wrong-club"
  | "not-birthday"
  | "not-anniversary"
  | "not-first-purchase"
  | "no-streak"
  | "order-too-small"
  | "wrong-facts"
  | "no-alternative"
  | "exception-met"
  | "no-lines"
  | "paid-by-points"
  | "below-block"
  | "nothing-to-multiply"
  | `beaten-by-rule:${string}`;

/** The first thing that keeps a rule from applying at a tier, before lines and points are looked at. */
export function earningObstacle(
  rule: EarningRule,
  situation: EarningSituation,
  tier: string | undefined,
): WhyNotEarned | undefined {
  if (rule.disabled === true) return "disabled";
  const { from, through, when } = rule;
  if (from !== undefined && dayOn(situation.clock) < from) return "before-window";
  if (through !== undefined && dayOn(situation.clock) > through) return "after-window";
  return when === undefined ? undefined : unmetCondition(when, situation, tier);
}

function unmetCondition(
  condition: EarningCondition,
  situation: EarningSituation,
  tier: string | undefined,
): WhyNotEarned | undefined {
  const { channels, weekdays, hours, segments, tiers, clubs, all, any, not } = condition;
  const { occasion, facts, clock } = situation;
  if (channels !== undefined && !contains(channels, occasion.channel)) return "wrong-channel";
  if (weekdays !== undefined && !weekdays.includes(weekdayOn(clock))) return "wrong-weekday";
  if (hours !== undefined && !hours.some((window) => isWithinHours(clock, window))) {
    return "wrong-hours";
  }
  if (segments !== undefined && !meet(segments, occasion.segments)) return "wrong-segment";
  if (tiers !== undefined && !contains(tiers, tier)) return "wrong-tier";
  if (clubs !== undefined && !meet(clubs, facts.clubs)) return "wrong-club";
  const unmet = unmetByMember(condition, situation);
  if (unmet !== undefined) return unmet;
  for (const one of all ?? []) {
    const why = unmetCondition(one, situation, tier);
    if (why !== undefined) return why;
  }
  if (any?.every((one) => unmetCondition(one, situation, tier) !== undefined) === true) {
    return "no-alternative";
  }
  if (not !== undefined && unmetCondition(not, situation, tier) === undefined) {
    return "exception-met";
  }
  return undefined;
}

/** What a condition asks about the member's days and orders, and the host's facts. */
function unmetByMember(
  condition: EarningCondition,
  { occasion, facts, programme, clock, isOrder, basis }: EarningSituation,
): WhyNotEarned | undefined {
  const { birthdayWithinDays, anniversaryWithinDays, firstPurchase, streak } = condition;
  if (birthdayWithinDays !== undefined) {
    const { birthday } = facts;
    const options = { asOf: dayOn(clock), leapDay: programme.leapDay };
    if (birthday === undefined || daysFromBirthday(birthday, options) > birthdayWithinDays) {
      return "not-birthday";
    }
  }
  if (anniversaryWithinDays !== undefined) {
    const { enrolledOn } = facts;
    const options = { asOf: dayOn(clock), leapDay: programme.leapDay };
    if (enrolledOn === undefined) return "not-anniversary";
    if (daysFromAnniversary(enrolledOn, options) > anniversaryWithinDays) return "not-anniversary";
  }
  if (firstPurchase === true && (!isOrder || (facts.orderCount ?? 0) > 0)) {
    return "not-first-purchase";
  }
  if (streak !== undefined && !hasStreak(facts.orderTimes ?? [], streak, { clock, isOrder })) {
    return "no-streak";
  }
  if (condition.orderAtLeast !== undefined && !(isOrder && basis >= condition.orderAtLeast)) {
    return "order-too-small";
  }
  const wanted = condition.facts;
  if (wanted !== undefined) {
    for (const name of Object.keys(wanted)) {
      if (occasion.facts?.[name] !== wanted[name]) return "wrong-facts";
    }
  }
  return undefined;
}

function contains(values: readonly string[], value: string | undefined): boolean {
  return value !== undefined && values.includes(value);
}

function meet(values: readonly string[], others: readonly string[] | undefined): boolean {
  return others?.some((other) => values.includes(other)) === true;
}
