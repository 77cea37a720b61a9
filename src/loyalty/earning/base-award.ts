// What a rule gives by itself, before groups, multipliers and caps. Internal: not part of the package's surface.

import type { EarningAward, EarningRule, LineChoice } from "../programme/earning-rule.js";
import type { WhyNotEarned } from "./earning-obstacle.js";
import type { EarningLine } from "./earning-occasion.js";
import type { EarningSituation } from "./earning-situation.js";
import { exactProduct, exactQuotient } from "./exact-points.js";
import type { ExactPoints } from "./exact-points.js";
import type { LineWeights } from "./largest-remainder.js";

/** What one rule gives, exactly. */
export interface RulePoints {
  /** The rule. */
  readonly rule: EarningRule;
  /** Its place among the programme's rules. */
  readonly index: number;
  /** What it was counted on. */
  readonly basis: ExactPoints;
  /** The points. */
  readonly exact: ExactPoints;
  /** How they belong to the lines of an order; one weight for an activity. */
  readonly weights: LineWeights;
}

/** The awards that give points by themselves. */
export type BaseAward = Exclude<EarningAward, { form: "multiplier" }>;

const WHOLE: readonly number[] = [1];

/** Which lines a rule counts; all that earn when undefined. */
export type ChosenLines = readonly boolean[] | undefined;

/** The lines of an order a rule chooses; why not where none earns. */
export function chosenLines(
  choice: LineChoice | undefined,
  { lines, lineUnits, isOrder, noLines }: EarningSituation,
): ChosenLines | WhyNotEarned {
  if (choice === undefined) return noLines;
  if (!isOrder) return "no-lines";
  let isMatched = false;
  let isChosen = false;
  const chosen = lines.map((line, index) => {
    if (line.earns === false || !isMatch(line, choice)) return false;
    isMatched = true;
    if (lineUnits[index] === 0) return false;
    isChosen = true;
    return true;
  });
  if (isChosen) return chosen;
  return isMatched ? "paid-by-points" : "no-lines";
}

/** What a rule gives by itself; why not where that is nothing. */
export function basePoints(
  rule: EarningRule,
  award: BaseAward,
  { index, situation }: { readonly index: number; readonly situation: EarningSituation },
): RulePoints | WhyNotEarned {
  const chosen = chosenLines(rule.lines, situation);
  if (typeof chosen === "string") return chosen;
  const { lineBasis, lineUnits, isOrder, occasion } = situation;
  if (!isOrder) {
    if (award.form === "per-amount") return "no-lines";
    const units = occasion.quantity ?? 1;
    const basis = award.form === "fixed" ? 1 : units;
    return { rule, index, basis, exact: exactProduct(award.points, basis), weights: WHOLE };
  }
  if (award.form === "per-unit") {
    const weights = kept(lineUnits, chosen);
    const basis = sumOf(weights);
    return { rule, index, basis, exact: exactProduct(award.points, basis), weights };
  }
  const amounts = kept(lineBasis, chosen);
  const basis = sumOf(amounts);
  if (award.form === "fixed") {
    // Free lines share what they are given by their units.
    const weights = basis > 0 ? amounts : kept(lineUnits, chosen);
    return { rule, index, basis: 1, exact: award.points, weights };
  }
  const exact = amountPoints(basis, award);
  return exact === 0 ? "below-block" : { rule, index, basis, exact, weights: amounts };
}

function amountPoints(
  basis: number,
  { points, per, blocks }: Extract<BaseAward, { form: "per-amount" }>,
): ExactPoints {
  const rest = basis % per;
  if (blocks !== "proportional" || rest === 0) return exactProduct(points, (basis - rest) / per);
  return exactQuotient(BigInt(basis) * BigInt(points), BigInt(per));
}

function isMatch({ product, category }: EarningLine, choice: LineChoice): boolean {
  const { products, categories, exceptProducts, exceptCategories } = choice;
  if (products !== undefined && !products.includes(product)) return false;
  if (exceptProducts?.includes(product) === true) return false;
  if (categories !== undefined && (category === undefined || !categories.includes(category))) {
    return false;
  }
  return category === undefined || exceptCategories?.includes(category) !== true;
}

function kept(values: readonly number[], chosen: ChosenLines): readonly number[] {
  return chosen === undefined
    ? values
    : values.map((value, index) => (chosen[index] === true ? value : 0));
}

function sumOf(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}
