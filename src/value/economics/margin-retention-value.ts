import type { Trace } from "../../shared/reason.js";
import { ok, refuse, type Result } from "../../shared/result.js";
import { requireRateOfShare, requireAtLeast, requireHorizon } from "./economics-check.js";
import type { ValueHorizon } from "./value-horizon.js";

/**
 * When the first margin is earned. `now`: today, for certain. `after-first-period`: at the end of the first period, for
 * certain. `after-first-renewal`: at the end of the first period, if the customer has stayed.
 */
export type FirstMargin = "now" | "after-first-period" | "after-first-renewal";

/** What a customer brings, how likely they stay, and how the future is discounted. */
export interface MarginRetention {
  /** Margin a period, in any one unit of money. */
  readonly margin: number;
  /** Share of customers that stays from one period to the next, 0 to 1. */
  readonly retentionRate: number;
  /** Rate of discount a period, at least 0: 0.1 for 10 percent. */
  readonly discountRate: number;
  /** When the first margin is earned; `after-first-renewal` by default. */
  readonly firstMargin?: FirstMargin;
  /** How many margins count; `infinite` by default. */
  readonly horizon?: ValueHorizon;
}

/** The value of a customer by margin, retention and discount. */
export interface MarginRetentionValue {
  /** Discounted margins, in the unit of the margin. */
  readonly value: number;
  /** Value by margin: how many margins of today the customer is worth. */
  readonly multiple: number;
  /** How the value follows. */
  readonly trace: Trace;
}

/** Why there is no value. */
export interface EndlessValue {
  /** Everybody stays for ever and nothing is discounted: the sum has no limit. */
  readonly code: "endless-value";
  /** The retention rate given: 1. */
  readonly retentionRate: number;
  /** The discount rate given: 0. */
  readonly discountRate: number;
}

/**
 * What is a customer worth who brings the same margin each period as long as they stay (VAL-3)?
 *
 * With margin m, retention r and discount d, without an end: m r / (1 + d - r) where the first margin is earned after
 * the first renewal; m / (1 + d - r) where it is earned after the first period for certain; m (1 + d) / (1 + d - r)
 * where it is earned now. With a horizon, the sum of so many margins. Retention and margin stay the same over time; in
 * most bases those who stay are the loyal ones, and the value is then higher than this.
 *
 * @remarks Gupta and Lehmann (2003, Journal of Interactive Marketing 17:9); variants in Fader and Hardie (2012).
 * @param facts - Margin, retention and discount, when the first margin is earned, and the horizon.
 * @returns The value with its trace; refused where it has no limit.
 * @throws RangeError when the margin is not finite, the retention rate not from 0 to 1, the discount rate below 0, the
 * number of periods not a whole number of at least 1, or the first margin unknown.
 * @example
 * ```ts
 * import { marginRetentionValue } from "goodwill/value";
 *
 * const facts = { margin: 100, retentionRate: 0.8, discountRate: 0.1 };
 * const value = marginRetentionValue(facts);
 * value.ok && value.value.value.toFixed(2); // => "266.67"
 * const now = marginRetentionValue({ ...facts, firstMargin: "now", horizon: { periods: 2 } });
 * now.ok && now.value.value.toFixed(2); // => "172.73"
 * ```
 */
export function marginRetentionValue(
  facts: MarginRetention,
): Result<MarginRetentionValue, EndlessValue> {
  const { margin, retentionRate, discountRate } = facts;
  const { firstMargin = "after-first-renewal", horizon = "infinite" } = facts;
  const task = "value a customer";
  if (!Number.isFinite(margin)) {
    throw new RangeError(`Cannot ${task}: the margin must be finite, got ${String(margin)}`);
  }
  requireRateOfShare(retentionRate, { name: "retention rate", task });
  requireAtLeast(discountRate, { least: 0, name: "discount rate", task });
  requireHorizon(horizon, task);
  const first = firstFactor(firstMargin, retentionRate, 1 / (1 + discountRate));
  const loss = (1 - retentionRate + discountRate) / (1 + discountRate);
  if (horizon === "infinite" && loss === 0) {
    return refuse({ code: "endless-value", retentionRate, discountRate });
  }
  const margins = first * sumOfPowers(loss, horizon === "infinite" ? Infinity : horizon.periods);
  const value = margin * margins;
  const params = {
    ...{ margin, retentionRate, discountRate, firstMargin },
    horizon: horizon === "infinite" ? horizon : horizon.periods,
  };
  const parts = [
    { code: "margin-per-period", value: margin },
    { code: "discounted-margins", value: margins },
  ];
  return ok({
    value,
    multiple: margins,
    trace: { code: "margin-retention-value", value, params, parts },
  });
}

/** What the first margin counts today. */
function firstFactor(firstMargin: FirstMargin, retentionRate: number, discount: number): number {
  switch (firstMargin) {
    case "now":
      return 1;
    case "after-first-period":
      return discount;
    case "after-first-renewal":
      return retentionRate * discount;
    default:
      throw new RangeError(
        `Cannot value a customer: the first margin must be now, after-first-period or after-first-renewal, got ${String(firstMargin)}`,
      );
  }
}

/** 1 + q + q^2 + ... of so many terms, from what q lacks to 1: that keeps its digits where q is near 1. */
function sumOfPowers(loss: number, terms: number): number {
  if (loss === 0) return terms;
  if (terms === Infinity) return 1 / loss;
  return loss === 1 ? 1 : -Math.expm1(terms * Math.log1p(-loss)) / loss;
}
