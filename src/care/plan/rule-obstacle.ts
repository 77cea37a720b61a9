import type { Reason } from "../../shared/reason.js";
import type { CareDate } from "./care-date.js";
import type { DraftContext } from "./draft-situation.js";
import type { PreparedRule } from "./prepared-rule.js";

/** What stands against an action by a rule on any day and by any channel. @internal */
export function ruleObstacle(
  { dated, through }: CareDate,
  prepared: PreparedRule,
  { situation, settings }: DraftContext,
): Reason | undefined {
  const { rule, transactional } = prepared;
  const gift = prepared.gift + prepared.followUpGift;
  const { relationship, cohort, isControl, complaint } = situation;
  const { segments } = relationship;
  if (rule.segments !== undefined && !rule.segments.some((one) => segments?.includes(one))) {
    const params = { rule: rule.id, segments: rule.segments.join(", ") };
    return { code: "care-other-segment", params };
  }
  if (through < cohort.clock.today) {
    return { code: "care-too-late", params: { rule: rule.id, through: dated.through } };
  }
  const { control } = settings.options;
  if (isControl && !transactional && control !== undefined) {
    const { campaign, share } = control;
    return { code: "care-control-group", params: { campaign, share } };
  }
  if (complaint !== undefined && dated.mood === "cheerful" && !transactional) {
    return { code: "care-open-complaint", params: { complaint: complaint.id, at: complaint.at } };
  }
  const cap = cohort.limits.gifts?.perOccasion;
  if (cap !== undefined && gift > cap.amount) {
    return { code: "care-gift-above-cap", params: { rule: rule.id, cost: gift, cap: cap.amount } };
  }
  return undefined;
}
