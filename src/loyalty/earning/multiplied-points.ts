// What multipliers add to the base rules of their kind, line by line. Internal: not part of the package's surface.

import type { Ratio } from "../../shared/money/ratio.js";
import type { EarningPolicy } from "../programme/earning-rule.js";
import type { ChosenLines, RulePoints } from "./base-award.js";
import {
  addPoints,
  exactQuotient,
  fractionOf,
  leastCommonMultiple,
  timesFraction,
} from "./exact-points.js";
import type { ExactPoints, PointsFraction } from "./exact-points.js";
import { heavyWeights, lightWeights } from "./largest-remainder.js";
import type { LineWeights } from "./largest-remainder.js";
import type { ApplicableRule } from "./rule-selection.js";

/** A multiplier that could apply. */
export interface Multiplier extends ApplicableRule {
  /** The factor, above 0. */
  readonly factor: Ratio;
  /** The lines it scales; all when undefined. */
  readonly chosen: ChosenLines;
}

/** The points of one kind, once its multipliers have scaled them. */
export interface MultipliedPoints {
  /** The base rules, less what factors below 1 take from them. */
  readonly bases: readonly RulePoints[];
  /** The multipliers, each with the points it adds: 0 for factors of 1 and below. */
  readonly bonuses: readonly RulePoints[];
}

/** Points by line: parts of a common scale. */
interface LinePoints {
  readonly parts: readonly bigint[];
  readonly scale: bigint;
}

const NONE: LinePoints = { parts: [], scale: 1n };

/**
 * Scales the base rules of one kind. Factors below 1 are taken from the base rules themselves, so that no rule ever
 * gives less than nothing; under `add` all of them together take at most the base.
 */
export function multipliedPoints(
  bases: readonly RulePoints[],
  multipliers: readonly Multiplier[],
  how: EarningPolicy["multipliers"],
): MultipliedPoints {
  const plain = linePoints(bases);
  const scaled = how === "highest" ? highestOnly(multipliers, plain.parts.length) : multipliers;
  const reducers = scaled.filter(({ factor }) => factor.numerator < factor.denominator);
  const kept = reducers.length === 0 ? undefined : keptShares(reducers, plain.parts.length, how);
  const left = kept === undefined ? bases : bases.map((base) => reduced(base, kept));
  let running = how === "multiply" && kept !== undefined ? linePoints(left) : plain;
  const bonuses = scaled.map((multiplier): RulePoints => {
    const { rule, index, factor, chosen } = multiplier;
    const { numerator, denominator } = factor;
    const isReducer = numerator < denominator;
    const { parts, scale } = isReducer ? plain : running;
    const own = chosen === undefined ? parts : parts.map((part, i) => (chosen[i] ? part : 0n));
    const sum = sumOf(own);
    const more = isReducer ? 0n : BigInt(numerator - denominator);
    if (how === "multiply" && !isReducer) running = scaledLines(running, multiplier);
    const basis = exactQuotient(sum, scale);
    const exact = exactQuotient(sum * more, scale * BigInt(denominator));
    return { rule, index, basis, exact, weights: lightWeights(own) };
  });
  return { bases: left, bonuses };
}

/** What a multiplier would add by itself. */
export function bonusAlone(
  bases: readonly RulePoints[],
  { factor, chosen }: Multiplier,
): { readonly scaled: ExactPoints; readonly bonus: ExactPoints } {
  const { parts, scale } = linePoints(bases);
  const sum = sumOf(parts.filter((_, index) => chosen?.[index] !== false));
  const { numerator, denominator } = factor;
  const more = BigInt(Math.max(numerator - denominator, 0));
  return {
    scaled: exactQuotient(sum, scale),
    bonus: exactQuotient(sum * more, scale * BigInt(denominator)),
  };
}

/** The base points of all rules by line. */
function linePoints(bases: readonly RulePoints[]): LinePoints {
  // Most rules count the same lines: those are added up first.
  const byWeights = new Map<LineWeights, ExactPoints>();
  for (const { weights, exact } of bases) {
    byWeights.set(weights, addPoints(byWeights.get(weights) ?? 0, exact));
  }
  let all = NONE;
  for (const [weights, exact] of byWeights) {
    const { numerator, denominator } = fractionOf(exact);
    const heavy = heavyWeights(weights);
    const parts = heavy.map((weight) => weight * numerator);
    const own = { parts, scale: denominator * sumOf(heavy) };
    all = all === NONE ? own : addLines(all, own);
  }
  return all;
}

function addLines(a: LinePoints, b: LinePoints): LinePoints {
  const scale = leastCommonMultiple(a.scale, b.scale);
  const parts = a.parts.map(
    (part, index) => part * (scale / a.scale) + b.parts[index]! * (scale / b.scale),
  );
  return { parts, scale };
}

function scaledLines({ parts, scale }: LinePoints, { factor, chosen }: Multiplier): LinePoints {
  const up = BigInt(factor.numerator);
  const down = BigInt(factor.denominator);
  const scaled = parts.map((part, index) => part * (chosen?.[index] === false ? down : up));
  return { parts: scaled, scale: scale * down };
}

/** Of several multipliers on a line only the largest; the others keep the lines they are largest on, or go. */
function highestOnly(multipliers: readonly Multiplier[], lineCount: number): readonly Multiplier[] {
  const winners = Array.from({ length: lineCount }, (_, line) => {
    let winner: Multiplier | undefined;
    for (const one of multipliers) {
      if (one.chosen?.[line] === false) continue;
      if (winner === undefined || isLarger(one.factor, winner.factor)) winner = one;
    }
    return winner;
  });
  return multipliers
    .filter((one) => winners.includes(one))
    .map((one) => ({ ...one, chosen: winners.map((winner) => winner === one) }));
}

/** Whether a factor is the larger one. */
export function isLarger(a: Ratio, b: Ratio): boolean {
  return BigInt(a.numerator) * BigInt(b.denominator) > BigInt(b.numerator) * BigInt(a.denominator);
}

/** What factors below 1 leave of each line. */
function keptShares(
  reducers: readonly Multiplier[],
  lineCount: number,
  how: EarningPolicy["multipliers"],
): readonly PointsFraction[] {
  return Array.from({ length: lineCount }, (_, line) => {
    let numerator = 1n;
    let denominator = 1n;
    for (const { factor, chosen } of reducers) {
      if (chosen?.[line] === false) continue;
      const up = BigInt(factor.numerator);
      const down = BigInt(factor.denominator);
      numerator = how === "add" ? numerator * down - denominator * (down - up) : numerator * up;
      denominator *= down;
    }
    return { numerator: numerator < 0n ? 0n : numerator, denominator };
  });
}

function reduced(base: RulePoints, kept: readonly PointsFraction[]): RulePoints {
  const heavy = heavyWeights(base.weights);
  const scale = kept.reduce((all, share) => leastCommonMultiple(all, share.denominator), 1n);
  const weights = heavy.map(
    (weight, index) => weight * kept[index]!.numerator * (scale / kept[index]!.denominator),
  );
  const share = { numerator: sumOf(weights), denominator: sumOf(heavy) * scale };
  return { ...base, exact: timesFraction(base.exact, share), weights: lightWeights(weights) };
}

function sumOf(values: readonly bigint[]): bigint {
  let sum = 0n;
  for (const value of values) sum += value;
  return sum;
}
