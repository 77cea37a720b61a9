// What each rule gives at the tiers an occasion is rated at. Internal: not part of the package's surface.

import { basePoints, chosenLines } from "./base-award.js";
import type { RulePoints } from "./base-award.js";
import { earningObstacle } from "./earning-obstacle.js";
import type { RatedTier } from "./earning-occasion.js";
import type { EarningSituation } from "./earning-situation.js";
import { addPoints, fractionOf, leastCommonMultiple, timesFraction } from "./exact-points.js";
import type { ExactPoints } from "./exact-points.js";
import { heavyWeights, lightWeights } from "./largest-remainder.js";
import { bonusAlone, isLarger, multipliedPoints } from "./multiplied-points.js";
import type { Multiplier } from "./multiplied-points.js";
import { besideExclusive, bestOfGroups, compareRules, exclusiveRules } from "./rule-selection.js";
import type { WhyNotByRule } from "./rule-selection.js";

/** What the rules give before rounding, and why the others do not. */
export interface Rating {
  /** The rules that apply, in the order they do: base rules first, each by priority and place. */
  readonly points: readonly RulePoints[];
  /** Why the others of the trigger do not, by their place. */
  readonly whyNot: WhyNotByRule;
}

/** Rates an occasion at its tiers; where it crosses a threshold, each tier's rules count by its share. */
export function tierRating(situation: EarningSituation, tiers: readonly RatedTier[]): Rating {
  const [first] = tiers;
  if (tiers.length <= 1) return ratingAt(situation, first?.tier);
  const ratings = tiers.map(({ tier, share }) => ({ ...ratingAt(situation, tier), share }));
  const byRule = new Map<number, WeighedPoints>();
  const whyNot: WhyNotByRule = [];
  for (const { points, whyNot: reasons, share } of ratings) {
    reasons.forEach((why, index) => (whyNot[index] = why));
    for (const one of points) {
      const part = { numerator: BigInt(share.numerator), denominator: BigInt(share.denominator) };
      const weighed = weighedPoints(one, part);
      const before = byRule.get(one.index);
      byRule.set(one.index, before === undefined ? weighed : addWeighed(before, weighed));
    }
  }
  const points = [...byRule.values()].map(({ points: one }) => one).sort(compareApplied);
  for (const { index } of points) whyNot[index] = undefined;
  return { points, whyNot };
}

function ratingAt(situation: EarningSituation, tier: string | undefined): Rating {
  const { programme, occasion } = situation;
  const whyNot: WhyNotByRule = programme.earning.map(() => undefined);
  const candidates: RulePoints[] = [];
  const multipliers: Multiplier[] = [];
  programme.earning.forEach((rule, index) => {
    if (rule.trigger !== occasion.trigger) return;
    const obstacle = earningObstacle(rule, situation, tier);
    if (obstacle !== undefined) {
      whyNot[index] = obstacle;
      return;
    }
    const { award } = rule;
    if (award.form === "multiplier") {
      const chosen = chosenLines(rule.lines, situation);
      if (typeof chosen === "string") whyNot[index] = chosen;
      else multipliers.push({ rule, index, factor: award.factor, chosen });
      return;
    }
    const points = basePoints(rule, award, { index, situation });
    if (typeof points === "string") whyNot[index] = points;
    else candidates.push(points);
  });
  const best = bestOfGroups(candidates, whyNot);
  const exclusive = exclusiveRules(best);
  const bases = besideExclusive(best, exclusive, whyNot);
  if (multipliers.length === 0) return { points: [...bases].sort(compareApplied), whyNot };
  const free = besideExclusive(multipliers, exclusive, whyNot);
  return withMultipliers(bases, free, { situation, whyNot });
}

function withMultipliers(
  candidates: readonly RulePoints[],
  multipliers: readonly Multiplier[],
  { situation, whyNot }: { readonly situation: EarningSituation; readonly whyNot: WhyNotByRule },
): Rating {
  const { bases, scaling } = bestScaling(candidates, multipliers, whyNot);
  const how = situation.programme.earningPolicy.multipliers;
  const points: RulePoints[] = [];
  const kinds = new Set(scaling.map(({ rule }) => rule.kind));
  for (const base of bases) if (!kinds.has(base.rule.kind)) points.push(base);
  for (const kind of kinds) {
    const own = scaling.filter(({ rule }) => rule.kind === kind).sort(compareRules);
    const multiplied = multipliedPoints(
      bases.filter(({ rule }) => rule.kind === kind),
      own,
      how,
    );
    points.push(...multiplied.bases, ...multiplied.bonuses);
    for (const one of own) {
      if (multiplied.bonuses.some(({ index }) => index === one.index)) continue;
      const larger = own.find(({ factor }) => isLarger(factor, one.factor)) ?? own[0]!;
      whyNot[one.index] = `beaten-by-rule:${larger.rule.id}`;
    }
  }
  return { points: points.sort(compareApplied), whyNot };
}

/** The multipliers that scale something and give most of their group, and the base rules beside them. */
function bestScaling(
  candidates: readonly RulePoints[],
  multipliers: readonly Multiplier[],
  whyNot: WhyNotByRule,
): { readonly bases: readonly RulePoints[]; readonly scaling: readonly Multiplier[] } {
  const scaling = multipliers.filter(({ rule, index, chosen }) => {
    const isScaling = candidates.some(
      (base) =>
        base.rule.kind === rule.kind &&
        (chosen === undefined || base.weights.some((weight, line) => weight > 0 && chosen[line])),
    );
    if (!isScaling) whyNot[index] = "nothing-to-multiply";
    return isScaling;
  });
  if (!scaling.some(({ rule }) => rule.group !== undefined)) return { bases: candidates, scaling };
  // A multiplier is compared by what it would add to the rules outside its group.
  const rivals = scaling.map((one) => {
    const scaled = candidates.filter(
      ({ rule }) =>
        rule.kind === one.rule.kind && (rule.group === undefined || rule.group !== one.rule.group),
    );
    return { ...one, exact: bonusAlone(scaled, one).bonus };
  });
  const best = new Set<number>();
  for (const { index } of bestOfGroups([...candidates, ...rivals], whyNot)) best.add(index);
  return {
    bases: candidates.filter(({ index }) => best.has(index)),
    scaling: scaling.filter(({ index }) => best.has(index)),
  };
}

/** Base rules before multipliers, then as rules go before one another. */
function compareApplied(a: RulePoints, b: RulePoints): number {
  const isBonus = Number(a.rule.award.form === "multiplier");
  return isBonus - Number(b.rule.award.form === "multiplier") || compareRules(a, b);
}

/** Points of a rule at one tier by its share, with their lines in exact parts of a scale. */
interface WeighedPoints {
  readonly points: RulePoints;
  readonly parts: readonly bigint[];
  readonly scale: bigint;
}

function weighedPoints(
  points: RulePoints,
  share: { readonly numerator: bigint; readonly denominator: bigint },
): WeighedPoints {
  const exact = timesFraction(points.exact, share);
  const isFixed = points.rule.award.form === "fixed";
  const basis: ExactPoints = isFixed ? points.basis : timesFraction(points.basis, share);
  const heavy = heavyWeights(points.weights);
  // Points that are 0 leave their lines as they are: they count nothing either way.
  const { numerator, denominator } = fractionOf(exact);
  const parts = heavy.map((weight) => weight * numerator);
  const total = heavy.reduce((sum, weight) => sum + weight, 0n);
  return { points: { ...points, exact, basis }, parts, scale: denominator * (total || 1n) };
}

function addWeighed(a: WeighedPoints, b: WeighedPoints): WeighedPoints {
  const scale = leastCommonMultiple(a.scale, b.scale);
  const parts = a.parts.map(
    (part, index) => part * (scale / a.scale) + b.parts[index]! * (scale / b.scale),
  );
  const isFixed = a.points.rule.award.form === "fixed";
  const points = {
    ...a.points,
    exact: addPoints(a.points.exact, b.points.exact),
    basis: isFixed ? a.points.basis : addPoints(a.points.basis, b.points.basis),
    weights: lightWeights(parts),
  };
  return { points, parts, scale };
}
