// Which of two earning rules gives more, for certain. Internal: not part of the package's surface.

import type { EarningRule } from "../programme/earning-rule.js";

/** Whether one rule gives something wherever another does that it is no narrower than: no block of it is too large. */
export function givesWherever({ award }: EarningRule, { award: other }: EarningRule): boolean {
  if (award.form === "fixed" || award.form === "per-unit") return true;
  if (award.form === "multiplier" || other.form !== "per-amount") return false;
  return leastBasis(award) <= leastBasis(other);
}

function leastBasis({ per, blocks }: { readonly per: number; readonly blocks?: string }): number {
  return blocks === "proportional" ? 1 : per;
}

/** Whether one rule always gives more than another, or always at least as much; undefined where that is not certain. */
export function givesAtLeast(
  rule: EarningRule,
  other: EarningRule,
): "more" | "as-much" | undefined {
  const { award: a } = rule;
  const { award: b } = other;
  if (a.form === "fixed" && b.form === "fixed") return compared(a.points - b.points);
  if (a.form === "per-unit" && b.form === "per-unit") return compared(a.points - b.points);
  if (a.form === "multiplier" && b.form === "multiplier") {
    if (rule.kind !== other.kind) return undefined;
    const difference =
      BigInt(a.factor.numerator) * BigInt(b.factor.denominator) -
      BigInt(b.factor.numerator) * BigInt(a.factor.denominator);
    // Bonuses of 0 and of nothing to scale are equal, however the factors differ.
    return difference >= 0n ? "as-much" : undefined;
  }
  if (a.form !== "per-amount" || b.form !== "per-amount") return undefined;
  const difference = BigInt(a.points) * BigInt(b.per) - BigInt(b.points) * BigInt(a.per);
  if (difference < 0n) return undefined;
  const isWholeBlock = a.blocks === "proportional" || b.per % a.per === 0;
  if (!isWholeBlock || (b.blocks === "proportional" && a.blocks !== "proportional")) {
    return undefined;
  }
  return difference > 0n ? "more" : "as-much";
}

function compared(difference: number): "more" | "as-much" | undefined {
  if (difference < 0) return undefined;
  return difference > 0 ? "more" : "as-much";
}
