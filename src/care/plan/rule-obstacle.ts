import type { DatedOccasion } from "../../relationship/occasion/dated-occasion.js";
import type { Reason } from "../../shared/reason.js";
import { dayNumber } from "../../shared/time/civil.js";
import type { DraftContext } from "./draft-situation.js";
import type { PreparedRule } from "./prepared-rule.js";

/** What stands against an action by a rule on any day and by any channel. @internal */
export function ruleObstacle(
  dated: DatedOccasion,
  prepared: PreparedRule,
  { situation, settings }: DraftContext,
): Reason | undefined {
  const { mood, through } = dated;
  const { rule, transactional } = prepared;
  const gift = prepared.gift + prepared.followUpGift;
  const { relationship, clock, isControl, complaint } = situation;
  const { segments = [] } = relationship;
  if (rule.segments !== undefined && !rule.segments.some((one) => segments.includes(one))) {
    const params = { rule: rule.id, segments: rule.segments.join(", ") };
    return { code: "care-other-segment", params };
  }
  if (dayNumber(through) < clock.today) {
    return { code: "care-too-late", params: { rule: rule.id, through } };
  }
  const { control } = settings.options;
  if (isControl && !transactional && control !== undefined) {
    const { campaign, share } = control;
    return { code: "care-control-group", params: { campaign, share } };
  }
  if (complaint !== undefined && mood === "cheerful" && !transactional) {
    return { code: "care-open-complaint", params: { complaint: complaint.id, at: complaint.at } };
  }
  const cap = situation.limits.gifts?.perOccasion;
  if (cap !== undefined && gift > cap.amount) {
    return { code: "care-gift-above-cap", params: { rule: rule.id, cost: gift, cap: cap.amount } };
  }
  return undefined;
}
