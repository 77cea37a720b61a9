// Exact fractions, so that money is rounded once. Internal: not part of the package's surface.

import { divideRounded } from "../../shared/money/division.js";
import type { Rounding } from "../../shared/money/ratio.js";

/** An exact fraction; the denominator is positive. */
export interface ExactFraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** A finite number read as the decimal it is written as: 0.7 is seven tenths. */
export function decimalFraction(value: number): ExactFraction {
  const [mantissa = "0", exponent = "0"] = value.toExponential().split("e");
  const [whole = "0", fraction = ""] = mantissa.split(".");
  const shift = Number(exponent) - fraction.length;
  const digits = BigInt(whole + fraction);
  return shift >= 0
    ? { numerator: digits * 10n ** BigInt(shift), denominator: 1n }
    : { numerator: digits, denominator: 10n ** BigInt(-shift) };
}

/** The sum, not reduced. */
export function addFractions(a: ExactFraction, b: ExactFraction): ExactFraction {
  if (a.denominator === b.denominator) {
    return { numerator: a.numerator + b.numerator, denominator: a.denominator };
  }
  return {
    numerator: a.numerator * b.denominator + b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  };
}

/** The product, not reduced. */
export function multiplyFractions(a: ExactFraction, b: ExactFraction): ExactFraction {
  return { numerator: a.numerator * b.numerator, denominator: a.denominator * b.denominator };
}

/** The whole number it goes to. */
export function roundFraction(
  { numerator, denominator }: ExactFraction,
  rounding: Rounding,
): bigint {
  return divideRounded(numerator, denominator, rounding);
}
