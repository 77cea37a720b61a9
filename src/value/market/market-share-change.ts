import type { Trace } from "../../shared/reason.js";
import { MARKET_SHARE_FACTORS, shareOfFactors } from "./factor-check.js";
import type { MarketShareFactors } from "./market-share-factors.js";

/** Why a market share changed. */
export interface MarketShareChange {
  /** Share before, 0 to 1. */
  readonly before: number;
  /** Share after, 0 to 1. */
  readonly after: number;
  /** After less before. */
  readonly change: number;
  /** What each factor gives to the change; they add up to it, to the last digit. */
  readonly parts: MarketShareFactors;
  /** The change and its parts. */
  readonly trace: Trace;
}

/** Digits kept, in binary: sums of four numbers with so many have room for all of theirs. */
const BITS = 50;

/**
 * Which factor moved our market share, and by how much (VAL-6)?
 *
 * Each factor's part is its effect on the share averaged over every order in which the four could have changed, so that
 * no order is preferred, a factor that did not change gets 0, and the parts add up to the change. Factors of 0 need no
 * special case: when penetration rises from 0, what the others were before has no effect.
 *
 * All figures are rounded to 50 binary digits (about 1e-15), so that sums are exact; what rounding leaves over goes to
 * the largest part, the first of equals in the order of the formula.
 *
 * @remarks The mean over all orders is the value of Shapley (1953, Contributions to the Theory of Games II:307), as a
 * decomposition Shorrocks (2013, Journal of Economic Inequality 11:99), for products Albrecht, Francois and Schoors
 * (2002, Energy Policy 30:727). The logarithmic-mean decomposition also adds up, but has no value where a factor is 0.
 * @param before - The factors of the first period.
 * @param after - The factors of the second period.
 * @returns Both shares, the change, and the part of each factor.
 * @throws RangeError when factors are not valid, as in {@link marketShare}.
 * @example
 * ```ts
 * import { marketShareChange } from "goodwill/value";
 *
 * const before = { customerPenetration: 0.5, customerLoyalty: 0.5, customerSelectivity: 1, priceSelectivity: 1 };
 * const after = { ...before, customerPenetration: 0.75, customerLoyalty: 0.25 };
 * const { change, parts } = marketShareChange(before, after);
 * change; // => -0.0625
 * parts; // => {
 * //   customerPenetration: 0.09375, customerLoyalty: -0.15625, customerSelectivity: 0, priceSelectivity: 0,
 * // }
 * ```
 */
export function marketShareChange(
  before: MarketShareFactors,
  after: MarketShareFactors,
): MarketShareChange {
  const task = "explain a change of market share";
  const shares = [shareOfFactors(before, task), shareOfFactors(after, task)] as const;
  const given = MARKET_SHARE_FACTORS.map((_, i) => partOf(i, { before, after }));
  const largest = Math.max(...shares, ...given.map(Math.abs));
  // Not 0 either, where the shares are as small as a double can be.
  const unit =
    largest === 0 ? 1 : Math.max(Number.MIN_VALUE, 2 ** (Math.ceil(Math.log2(largest)) - BITS));
  // A sum with 0 turns -0 into 0.
  const round = (value: number): number => Math.round(value / unit) * unit + 0;
  const [first, second] = [round(shares[0]), round(shares[1])];
  const change = second - first;
  const parts = given.map(round);
  const sizes = parts.map(Math.abs);
  const target = sizes.indexOf(Math.max(...sizes));
  parts[target]! += change - parts.reduce((sum, part) => sum + part, 0);
  const [customerPenetration, customerLoyalty, customerSelectivity, priceSelectivity] = parts as [
    number,
    number,
    number,
    number,
  ];
  return {
    before: first,
    after: second,
    change,
    parts: { customerPenetration, customerLoyalty, customerSelectivity, priceSelectivity },
    trace: {
      code: "market-share-change",
      value: change,
      params: { before: first, after: second },
      parts: MARKET_SHARE_FACTORS.map(([name, code], i) => ({
        code: `changed-${code}`,
        value: parts[i]!,
        params: { before: before[name], after: after[name] },
      })),
    },
  };
}

/** Orders of four in which a set of 0, 1, 2 or 3 others comes before a factor, as a share of all 24. */
const WEIGHTS = [6 / 24, 2 / 24, 2 / 24, 6 / 24];

/** The mean effect of one factor over all orders: over all sets of others that have changed before it. */
function partOf(
  factor: number,
  { before, after }: { readonly before: MarketShareFactors; readonly after: MarketShareFactors },
): number {
  const [name] = MARKET_SHARE_FACTORS[factor]!;
  const others = MARKET_SHARE_FACTORS.filter((_, i) => i !== factor);
  let mean = 0;
  for (let set = 0; set < 8; set += 1) {
    let product = 1;
    let changed = 0;
    for (const [i, [other]] of others.entries()) {
      const hasChanged = ((set >> i) & 1) === 1;
      product *= hasChanged ? after[other] : before[other];
      if (hasChanged) changed += 1;
    }
    mean += WEIGHTS[changed]! * product;
  }
  return mean * (after[name] - before[name]);
}
