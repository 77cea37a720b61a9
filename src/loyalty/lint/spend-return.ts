// How much of what members spend they earn back. Internal: not part of the package's surface.

import {
  addPoints,
  comparePoints,
  exactQuotient,
  fractionOf,
  pointsText,
  timesFraction,
} from "../earning/exact-points.js";
import type { ExactPoints } from "../earning/exact-points.js";
import { compareRules } from "../earning/rule-selection.js";
import type { EarningRule } from "../programme/earning-rule.js";
import type { LoyaltyProgramme } from "../programme/programme.js";
import { conditionImplies } from "./condition-logic.js";
import { earningWorlds } from "./earning-worlds.js";
import type { EarningWorld } from "./earning-worlds.js";
import type { ProgrammeLintPolicy } from "./lint-policy.js";
import { mergedCondition } from "./merged-condition.js";
import { multipliedRate } from "./multiplied-rate.js";
import { pointsWorth } from "./points-worth.js";
import type { ProgrammeFinding } from "./programme-finding.js";

/** The most that spend earns in one situation. */
export interface SpendReturn {
  /** Points of each kind per minor unit. */
  readonly points: Readonly<Record<string, ExactPoints>>;
  /** What they are worth, in minor units per minor unit; points of no known worth left out. */
  readonly share: ExactPoints;
  /** The situation. */
  readonly world: EarningWorld;
}

/**
 * The situation in which spend earns most. Fixed points count where a rule asks for an order of at least so much; those
 * of any order, and points a unit, belong to no amount. Caps and budgets, which take nothing from the first spend, and
 * rounding are left out; what members may or may not be (segments, clubs, birthdays) is taken at its best.
 */
export function mostReturn(programme: LoyaltyProgramme): SpendReturn {
  let best: SpendReturn = { points: {}, share: 0, world: { condition: {}, rules: [] } };
  const worth = new Map(programme.kinds.map(({ id }) => [id, pointsWorth(programme, id) ?? 0]));
  for (const world of earningWorlds(programme)) {
    const points: Record<string, ExactPoints> = {};
    let share: ExactPoints = 0;
    for (const [kind, each] of worth) {
      const rate = mostRate(kind, world, programme);
      if (rate !== 0) points[kind] = rate;
      share = addPoints(share, timesFraction(rate, fractionOf(each)));
    }
    if (comparePoints(share, best.share) > 0) best = { points, share, world };
  }
  return best;
}

/** Whether spend earns back more than all of itself, or more than the policy would have. */
export function returnFindings(
  programme: LoyaltyProgramme,
  { returnShare }: ProgrammeLintPolicy,
): ProgrammeFinding[] {
  const { share, world, points } = mostReturn(programme);
  const { numerator, denominator } = returnShare;
  const most = exactQuotient(BigInt(numerator), BigInt(denominator));
  const isAboveAll = comparePoints(share, 1) > 0;
  if (!isAboveAll && comparePoints(share, most) <= 0) return [];
  const tier = mergedCondition(world.condition).fields.tiers?.[0];
  const rules = world.rules.filter(({ rule }) => points[rule.kind] !== undefined);
  const params = {
    share: pointsText(share),
    percent: percentOf(share),
    rules: rules.map(({ rule }) => rule.id).join(", "),
    ...(programme.tiers !== undefined && tier !== undefined && { tier }),
    ...(world.day !== undefined && { day: world.day }),
  };
  return [
    isAboveAll
      ? { code: "return-above-spend", severity: "error", where: "earning", params }
      : {
          code: "return-above-policy",
          severity: "warning",
          where: "earning",
          params: { ...params, most: pointsText(most) },
        },
  ];
}

/** An exact share in percent, to be read. */
export function percentOf(share: ExactPoints): number {
  const { numerator, denominator } = fractionOf(share);
  return (100 * Number(numerator)) / Number(denominator);
}

/** The most points of a kind a minor unit earns in a situation. */
function mostRate(kind: string, world: EarningWorld, programme: LoyaltyProgramme): ExactPoints {
  const own = world.rules.filter(({ rule }) => rule.kind === kind);
  const bases = own
    .map((place) => ({ ...place, rate: rateOf(place.rule) }))
    .filter((one) => one.rate !== 0);
  const isSure = (rule: EarningRule): boolean => conditionImplies(world.condition, rule.when ?? {});
  let most: ExactPoints = 0;
  const exclusive = bases.filter(({ rule }) => rule.stacking === "exclusive");
  for (const { rule, rate } of exclusive.toSorted(compareRules)) {
    if (comparePoints(rate, most) > 0) most = rate;
    // Where it always applies, it leaves room for nothing after it.
    if (isSure(rule) && rule.group === undefined) return most;
  }
  const stacked = bases.filter(({ rule }) => rule.stacking !== "exclusive");
  const multipliers = own.filter(
    ({ rule }) =>
      rule.award.form === "multiplier" &&
      (rule.award.factor.numerator > rule.award.factor.denominator || isSure(rule)),
  );
  const rate = multipliedRate(
    bestByGroup(stacked).reduce<ExactPoints>((sum, one) => addPoints(sum, one.rate), 0),
    multipliers.map((one) => one.rule),
    programme.earningPolicy.multipliers,
  );
  return comparePoints(rate, most) > 0 ? rate : most;
}

function rateOf({ award, when = {} }: EarningRule): ExactPoints {
  if (award.form === "per-amount") return exactQuotient(BigInt(award.points), BigInt(award.per));
  if (award.form !== "fixed") return 0;
  const { orderAtLeast = 0, firstPurchase } = mergedCondition(when).fields;
  // What is given once in a life is no return on spend.
  if (orderAtLeast === 0 || firstPurchase === true) return 0;
  return exactQuotient(BigInt(award.points), BigInt(orderAtLeast));
}

function bestByGroup<Rated extends { readonly rule: EarningRule; readonly rate: ExactPoints }>(
  rated: readonly Rated[],
): readonly Rated[] {
  return rated.filter(
    ({ rule: { group }, rate }, place) =>
      group === undefined ||
      rated.every((other, index) => {
        const more = other.rule.group === group ? comparePoints(other.rate, rate) : -1;
        return more < 0 || (more === 0 && index >= place);
      }),
  );
}
