// Whole points split with nothing lost, by largest remainders. Internal: not part of the package's surface.

import type { Rounding } from "../../shared/money/ratio.js";
import { addPoints, comparePoints, fractionalPart, roundedPoints } from "./exact-points.js";
import type { ExactPoints } from "./exact-points.js";

/** How much each line counts: all as numbers where their sum is a safe integer, else all exact; none below 0. */
export type LineWeights = readonly number[] | readonly bigint[];

/** The weights as numbers where that is possible without loss. */
export function lightWeights(weights: readonly bigint[]): LineWeights {
  let sum = 0n;
  for (const weight of weights) sum += weight;
  return sum <= BigInt(Number.MAX_SAFE_INTEGER) ? weights.map(Number) : weights;
}

/** The weights as exact integers. */
export function heavyWeights(weights: LineWeights): readonly bigint[] {
  return weights.map((weight) => BigInt(weight));
}

/**
 * Splits whole points by weights, not all 0: each gets the whole part of its exact share, and what is left goes one
 * each to those whose share was cut the most, among equals to the earlier.
 */
export function splitByWeights(points: number, weights: LineWeights): number[] {
  return splitSafely(points, weights) ?? splitExactly(points, weights);
}

/** The split in numbers; undefined where a product would not be exact. */
function splitSafely(points: number, weights: LineWeights): number[] | undefined {
  if (typeof weights[0] !== "number") return undefined;
  const light = weights as readonly number[];
  let total = 0;
  for (let index = 0; index < light.length; index += 1) total += light[index]!;
  if (!Number.isSafeInteger(points * total)) return undefined;
  const parts: number[] = [];
  const remainders: number[] = [];
  let left = points;
  for (let index = 0; index < light.length; index += 1) {
    const product = points * light[index]!;
    let part = Math.floor(product / total);
    // The quotient may have been rounded up to a whole number; taking the remainder by `%` would be slow.
    if (part * total > product) part -= 1;
    parts.push(part);
    remainders.push(product - part * total);
    left -= part;
  }
  return handOut(parts, remainders, left);
}

function splitExactly(points: number, weights: LineWeights): number[] {
  const exact = heavyWeights(weights);
  const total = exact.reduce((sum, weight) => sum + weight, 0n);
  const products = exact.map((weight) => BigInt(points) * weight);
  const parts = products.map((product) => Number(product / total));
  const remainders = products.map((product) => product % total);
  const left = parts.reduce((rest, part) => rest - part, points);
  return handOut(parts, remainders, left);
}

/** One more for each of so many parts with the largest remainders, fewer than there are parts. */
function handOut(parts: number[], remainders: (number | bigint)[], left: number): number[] {
  if (left * parts.length > 64) {
    const order = remainders.map((_, index) => index);
    order.sort((a, b) => {
      const one = remainders[a]!;
      const other = remainders[b]!;
      return one === other ? a - b : one > other ? -1 : 1;
    });
    for (const index of order.slice(0, left)) parts[index]! += 1;
    return parts;
  }
  // Most orders have few lines: looking for the largest again is faster than sorting.
  for (let given = 0; given < left; given += 1) {
    let largest = 0;
    for (let index = 1; index < remainders.length; index += 1) {
      if (remainders[index]! > remainders[largest]!) largest = index;
    }
    parts[largest]! += 1;
    remainders[largest] = -1;
  }
  return parts;
}

/**
 * The exact points of several rules of one kind as whole points that sum to their rounded total; undefined where that
 * is beyond 2^53 - 1.
 */
export function wholePoints(
  exact: readonly ExactPoints[],
  rounding: Rounding,
): number[] | undefined {
  let sum: ExactPoints = 0;
  for (const points of exact) sum = addPoints(sum, points);
  const total = roundedPoints(sum, rounding);
  if (total === undefined) return undefined;
  const parts = exact.map((points) => roundedPoints(points, "floor")!);
  let left = total;
  for (const part of parts) left -= part;
  if (left === 0) return parts;
  const order = exact.map((points, index) => ({ rest: fractionalPart(points), index }));
  order.sort((a, b) => comparePoints(b.rest, a.rest) || a.index - b.index);
  for (const { index } of order.slice(0, left)) parts[index]! += 1;
  return parts;
}
