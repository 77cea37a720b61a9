// Exact division with a named rounding. Internal: not part of the package's surface.

import type { Ratio, Rounding } from "./ratio.js";

/** Throws unless the fraction is one of safe integers with a positive denominator. */
export function assertRatio(operation: string, ratio: Ratio): void {
  if (!Number.isSafeInteger(ratio.numerator)) {
    throw new RangeError(
      `Cannot ${operation}: the numerator must be a safe integer, got ${String(ratio.numerator)}`,
    );
  }
  if (!Number.isSafeInteger(ratio.denominator) || ratio.denominator < 1) {
    throw new RangeError(
      `Cannot ${operation}: the denominator must be a safe integer of at least 1, got ${String(ratio.denominator)}`,
    );
  }
}

/** Divides and rounds. The divisor is positive. */
export function divideRounded(dividend: bigint, divisor: bigint, rounding: Rounding): bigint {
  const quotient = dividend / divisor; // towards zero
  const rest = dividend % divisor; // with the sign of the dividend
  if (rest === 0n) return quotient;
  const away = rest > 0n ? 1n : -1n;
  const doubled = 2n * (rest > 0n ? rest : -rest);
  const nearestIsAway = doubled > divisor;
  const isTie = doubled === divisor;
  switch (rounding) {
    case "half-even":
      return nearestIsAway || (isTie && quotient % 2n !== 0n) ? quotient + away : quotient;
    case "half-up":
      return nearestIsAway || isTie ? quotient + away : quotient;
    case "half-down":
      return nearestIsAway ? quotient + away : quotient;
    case "up":
      return quotient + away;
    case "down":
      return quotient;
    case "ceiling":
      return away === 1n ? quotient + 1n : quotient;
    case "floor":
      return away === -1n ? quotient - 1n : quotient;
  }
}
