// Points before they are rounded, exactly. Internal: not part of the package's surface.

import { divideRounded } from "../../shared/money/division.js";
import type { Rounding } from "../../shared/money/ratio.js";

/** Points not yet rounded, never below 0: a number where they are whole and safe, else a fraction in lowest terms. */
export type ExactPoints = number | PointsFraction;

/** A fraction in lowest terms. */
export interface PointsFraction {
  /** 0 or more. */
  readonly numerator: bigint;
  /** 1 or more; 1 only where the number is beyond 2^53 - 1. */
  readonly denominator: bigint;
}

/** The quotient of two integers, the divisor positive. */
export function exactQuotient(numerator: bigint, denominator: bigint): ExactPoints {
  if (numerator % denominator === 0n) {
    const quotient = numerator / denominator;
    const whole = Number(quotient);
    return Number.isSafeInteger(whole) ? whole : { numerator: quotient, denominator: 1n };
  }
  const divisor = greatestDivisor(numerator, denominator);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

/** The product of two integers of at least 0. */
export function exactProduct(a: number, b: number): ExactPoints {
  const product = a * b;
  return Number.isSafeInteger(product) ? product : exactQuotient(BigInt(a) * BigInt(b), 1n);
}

/** Both together. */
export function addPoints(a: ExactPoints, b: ExactPoints): ExactPoints {
  if (typeof a === "number" && typeof b === "number") {
    const sum = a + b;
    if (Number.isSafeInteger(sum)) return sum;
  }
  const one = fractionOf(a);
  const other = fractionOf(b);
  return exactQuotient(
    one.numerator * other.denominator + other.numerator * one.denominator,
    one.denominator * other.denominator,
  );
}

/** Points times a fraction of two integers, the numerator at least 0, the denominator at least 1. */
export function timesFraction(
  points: ExactPoints,
  { numerator, denominator }: { readonly numerator: bigint; readonly denominator: bigint },
): ExactPoints {
  const fraction = fractionOf(points);
  return exactQuotient(fraction.numerator * numerator, fraction.denominator * denominator);
}

/** Below 0 where `a` is less, above 0 where it is more. */
export function comparePoints(a: ExactPoints, b: ExactPoints): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  const one = fractionOf(a);
  const other = fractionOf(b);
  const difference = one.numerator * other.denominator - other.numerator * one.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Points as a fraction. */
export function fractionOf(points: ExactPoints): PointsFraction {
  return typeof points === "number" ? { numerator: BigInt(points), denominator: 1n } : points;
}

/** Whole points; undefined where they are beyond 2^53 - 1. */
export function roundedPoints(points: ExactPoints, rounding: Rounding): number | undefined {
  if (typeof points === "number") return points;
  const rounded = Number(divideRounded(points.numerator, points.denominator, rounding));
  return Number.isSafeInteger(rounded) ? rounded : undefined;
}

/** What is left after the whole points are taken away. */
export function fractionalPart(points: ExactPoints): ExactPoints {
  if (typeof points === "number") return 0;
  const { numerator, denominator } = points;
  return exactQuotient(numerator % denominator, denominator);
}

/** Points as a text in lowest terms: `19`, `57/2`. */
export function pointsText(points: ExactPoints): string {
  if (typeof points === "number") return String(points);
  const { numerator, denominator } = points;
  return denominator === 1n ? String(numerator) : `${String(numerator)}/${String(denominator)}`;
}

/** The least common multiple of two positive integers. */
export function leastCommonMultiple(a: bigint, b: bigint): bigint {
  return a % b === 0n ? a : (a / greatestDivisor(a, b)) * b;
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  let high = a;
  let low = b;
  while (low > BigInt(Number.MAX_SAFE_INTEGER)) [high, low] = [low, high % low];
  if (low === 0n) return high;
  // From here on it is done with numbers, which are several times faster.
  let rest = Number(high % low);
  let divisor = Number(low);
  while (rest !== 0) [divisor, rest] = [rest, divisor % rest];
  return BigInt(divisor);
}
