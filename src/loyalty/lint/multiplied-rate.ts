// What multipliers make of a rate of points. Internal: not part of the package's surface.

import { exactQuotient, fractionOf } from "../earning/exact-points.js";
import type { ExactPoints } from "../earning/exact-points.js";
import type { EarningPolicy, EarningRule } from "../programme/earning-rule.js";

interface Factor {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** Scales a rate by the multipliers that apply, of each group only the largest, combined by the policy. */
export function multipliedRate(
  rate: ExactPoints,
  rules: readonly EarningRule[],
  how: EarningPolicy["multipliers"],
): ExactPoints {
  const largest = new Map<string, Factor>();
  for (const { id, group, award } of rules) {
    if (award.form !== "multiplier") continue;
    const name = group === undefined ? `rule ${id}` : `group ${group}`;
    const factor = {
      numerator: BigInt(award.factor.numerator),
      denominator: BigInt(award.factor.denominator),
    };
    const before = largest.get(name);
    if (before === undefined || isAbove(factor, before)) largest.set(name, factor);
  }
  const { numerator, denominator } = combined([...largest.values()], how);
  const base = fractionOf(rate);
  return exactQuotient(base.numerator * numerator, base.denominator * denominator);
}

function combined(factors: readonly Factor[], how: EarningPolicy["multipliers"]): Factor {
  const [first] = factors;
  if (first === undefined) return ONE;
  if (how === "highest") return factors.reduce((most, one) => (isAbove(one, most) ? one : most));
  if (how === "multiply") {
    return factors.reduce((product, one) => ({
      numerator: product.numerator * one.numerator,
      denominator: product.denominator * one.denominator,
    }));
  }
  // All factors below 1 together take at most the base; those above add to it.
  const raised = added(factors.filter((factor) => isAbove(factor, ONE)));
  const lowered = added(factors.filter((factor) => !isAbove(factor, ONE)));
  const kept = lowered.numerator < 0n ? { numerator: 0n, denominator: 1n } : lowered;
  return {
    numerator:
      kept.numerator * raised.denominator +
      (raised.numerator - raised.denominator) * kept.denominator,
    denominator: kept.denominator * raised.denominator,
  };
}

const ONE: Factor = { numerator: 1n, denominator: 1n };

/** One, and what each factor differs from it. */
function added(factors: readonly Factor[]): Factor {
  return factors.reduce(
    (sum, { numerator, denominator }) => ({
      numerator: sum.numerator * denominator + (numerator - denominator) * sum.denominator,
      denominator: sum.denominator * denominator,
    }),
    ONE,
  );
}

function isAbove(a: Factor, b: Factor): boolean {
  return a.numerator * b.denominator > b.numerator * a.denominator;
}
