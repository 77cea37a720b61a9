// Earning rules that never give anything. Internal: not part of the package's surface.

import { compareRules } from "../earning/rule-selection.js";
import type { EarningCap, EarningRule } from "../programme/earning-rule.js";
import type { LoyaltyProgramme } from "../programme/programme.js";
import { conditionImplies, neverHolds } from "./condition-logic.js";
import type { ProgrammeFinding, ProgrammeFindingCode } from "./programme-finding.js";
import {
  areLinesEmpty,
  conditionOfRule,
  coversLines,
  coversWindow,
  isWindowEmpty,
  mayApply,
  needsOrder,
} from "./rule-scope.js";
import { givesAtLeast, givesWherever } from "./rule-strength.js";
import { unreachableTiers } from "./tier-reach.js";

interface RulePlace {
  readonly rule: EarningRule;
  readonly index: number;
}

/** Rules that can never give anything, each for the first reason that holds, and those held back by their caps. */
export function unreachableRules(programme: LoyaltyProgramme): ProgrammeFinding[] {
  const places = programme.earning.map((rule, index) => ({ rule, index }));
  const live = places.filter(({ rule }) => mayApply(rule));
  const unreachable = unreachableTiers(programme);
  return places.flatMap((place) => {
    const where = `earning[${String(place.index)}]`;
    const alone = brokenAlone(place.rule);
    if (alone !== undefined) {
      const severity = alone === "rule-disabled" ? "warning" : "error";
      return [{ code: alone, severity, where, params: { rule: place.rule.id } }];
    }
    const beaten = beatenBy(place, live);
    if (beaten !== undefined) return [{ ...beaten, where }];
    return [
      ...aboveCap(place.rule, programme).map((finding) => ({ ...finding, where })),
      ...asksForTier(place.rule, unreachable).map((finding) => ({ ...finding, where })),
    ];
  });
}

function brokenAlone(rule: EarningRule): ProgrammeFindingCode | undefined {
  if (rule.disabled === true) return "rule-disabled";
  if (isWindowEmpty(rule)) return "rule-window-empty";
  if (needsOrder(rule)) return "rule-needs-order";
  if (areLinesEmpty(rule)) return "rule-lines-empty";
  return neverHolds(conditionOfRule(rule)) ? "rule-condition-contradictory" : undefined;
}

function beatenBy(
  place: RulePlace,
  live: readonly RulePlace[],
): Omit<ProgrammeFinding, "where"> | undefined {
  const { rule } = place;
  const others = live.filter((other) => other.index !== place.index && isNoNarrower(other, place));
  const shadow = others.find((other) => isShadowedBy(place, other));
  const params = (by: RulePlace) => ({ rule: rule.id, by: by.rule.id });
  if (shadow !== undefined) {
    return { code: "rule-shadowed", severity: "error", params: params(shadow) };
  }
  const better = others.find((other) => isBeatenBy(place, other));
  if (better !== undefined) {
    return { code: "rule-always-beaten", severity: "error", params: params(better) };
  }
  if (rule.award.form !== "multiplier") return undefined;
  const hasBase = live.some(
    ({ rule: base }) =>
      base.award.form !== "multiplier" && base.kind === rule.kind && base.trigger === rule.trigger,
  );
  if (hasBase) return undefined;
  const { id, kind } = rule;
  return { code: "rule-multiplies-nothing", severity: "error", params: { rule: id, kind } };
}

/** Whether wherever a rule applies another of its trigger does, too. */
function isNoNarrower({ rule: other }: RulePlace, { rule }: RulePlace): boolean {
  return (
    other.trigger === rule.trigger &&
    coversWindow(other, rule) &&
    coversLines(other, rule) &&
    conditionImplies(conditionOfRule(rule), other.when ?? {})
  );
}

/** Whether another rule of its kind, exclusive, leaves no room for a rule. */
function isShadowedBy(place: RulePlace, other: RulePlace): boolean {
  const { rule } = place;
  if (other.rule.stacking !== "exclusive" || other.rule.kind !== rule.kind) return false;
  // One in a group can be beaten by a third, and would then exclude nothing.
  if (other.rule.group !== undefined || !givesWherever(other.rule, rule)) return false;
  return rule.stacking !== "exclusive" || compareRules(other, place) < 0;
}

/** Whether another rule of its group always gives at least as much, and goes first where it gives the same. */
function isBeatenBy(place: RulePlace, other: RulePlace): boolean {
  const { rule } = place;
  if (rule.group === undefined || other.rule.group !== rule.group) return false;
  const more = givesAtLeast(other.rule, rule);
  return more === "more" || (more === "as-much" && compareRules(other, place) < 0);
}

function aboveCap(
  { id, kind, award, caps = [], campaign }: EarningRule,
  { earningPolicy }: LoyaltyProgramme,
): Omit<ProgrammeFinding, "where">[] {
  if (award.form === "multiplier") return [];
  const { campaigns = [], caps: memberCaps = [] } = earningPolicy;
  const all: EarningCap[] = [
    ...caps,
    ...campaigns.filter((one) => one.id === campaign).flatMap((one) => one.caps),
    ...memberCaps.filter((cap) => cap.kind === kind),
  ];
  const most = Math.min(...all.map(({ points = Infinity }) => points));
  const { points } = award;
  if (points <= most) return [];
  return [{ code: "rule-above-cap", severity: "warning", params: { rule: id, points, most } }];
}

function asksForTier(
  rule: EarningRule,
  unreachable: readonly string[],
): Omit<ProgrammeFinding, "where">[] {
  if (unreachable.length === 0) return [];
  const condition = conditionOfRule(rule);
  if (!conditionImplies(condition, { tiers: unreachable })) return [];
  const params = { rule: rule.id, tiers: unreachable.join(", ") };
  return [{ code: "rule-tier-unreachable", severity: "warning", params }];
}
