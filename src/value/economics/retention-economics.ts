import type { Trace } from "../../shared/reason.js";
import { requireAtLeast, requireRateOfShare } from "./economics-check.js";

/** The firm's own numbers, all for one period such as a year, money in any one unit. */
export interface RetentionFacts {
  /** Customers, above 0; those lost are replaced, so that their number stays. */
  readonly customers: number;
  /** Margin of a customer a period, before the cost of keeping. */
  readonly margin: number;
  /** Share of customers that stays from one period to the next, 0 to 1. */
  readonly retentionRate: number;
  /** By how much it rises, as a share; 0.05 by default, the 5 points of Reichheld and Sasser. */
  readonly retentionGain?: number;
  /** What a new customer costs, at least 0. */
  readonly acquisitionCost: number;
  /** What is spent to keep a customer a period, at least 0. */
  readonly keepingCost: number;
  /** What is spent to keep a customer a period at the higher retention; the same when absent. */
  readonly keepingCostAfter?: number;
}

/** A period at one rate of retention. */
export interface RetentionYield {
  /** The rate. */
  readonly retentionRate: number;
  /** How many customers are lost in a period and replaced. */
  readonly lost: number;
  /** Margin less cost of keeping and of replacing. */
  readonly profit: number;
  /** Mean number of periods a customer stays, the first counted; absent where nobody leaves. */
  readonly meanStay?: number;
  /** Margin less cost of keeping over the whole stay, less what the customer cost; absent where nobody leaves. */
  readonly customerProfit?: number;
  /** How the profit follows: the parts add up. */
  readonly trace: Trace;
}

/** What a higher retention brings. */
export interface RetentionEconomics {
  /** The period as it is. */
  readonly before: RetentionYield;
  /** The period at the higher retention. */
  readonly after: RetentionYield;
  /** Profit after less profit before. */
  readonly profitGain: number;
  /** The gain by the profit before; absent where that is not above 0. */
  readonly profitGainShare?: number;
  /** How much of the higher retention the firm may spend for a customer a period before it loses by it. */
  readonly breakEvenKeepingCost: number;
  /** How many times as much a new customer costs as keeping one for a period; absent where keeping costs nothing. */
  readonly acquisitionToKeeping?: number;
}

/**
 * What does it bring in money if more customers stay (VAL-3)?
 *
 * The firm keeps its size: each customer lost is replaced at the cost of a new one. A higher retention saves
 * replacements and may cost more in keeping. Nothing is assumed that the firm has not said: that long-standing
 * customers buy more, cost less or bring others is in the figures only as far as it is in the margin.
 *
 * @remarks Reichheld and Sasser (1990, Harvard Business Review 68:105) found 25 to 85 percent more profit for 5 points
 * of retention in nine lines of business, and acquiring is said to cost 5 to 10 times keeping. Both are what others
 * found, and no input here.
 * @param facts - Customers, margin, retention now and its rise, and the cost of acquiring and keeping.
 * @returns Profit before and after with traces, the gain, and what may be spent on it.
 * @throws RangeError when the number of customers is not above 0, the margin is not finite, a rate is not from 0 to 1,
 * the gain is below 0 or leads above 1, or a cost is below 0.
 * @example
 * ```ts
 * import { retentionEconomics } from "goodwill/value";
 *
 * const result = retentionEconomics({
 *   customers: 1000,
 *   margin: 120,
 *   retentionRate: 0.8,
 *   acquisitionCost: 300,
 *   keepingCost: 40,
 * });
 * [result.before.profit, result.after.profit].map(Math.round); // => [20000, 35000]
 * result.profitGainShare?.toFixed(2); // => "0.75"
 * ```
 */
export function retentionEconomics(facts: RetentionFacts): RetentionEconomics {
  const { acquisitionCost, keepingCost, keepingCostAfter = keepingCost } = facts;
  const { customers, retentionRate, retentionGain = 0.05 } = facts;
  requireFacts({ ...facts, retentionGain, keepingCostAfter });
  // A rate such as 0.95 + 0.05 must not miss 1 by a rounding error.
  const raised = Math.min(1, retentionRate + retentionGain);
  const before = yieldOf(facts, { rate: retentionRate, keeping: keepingCost });
  const after = yieldOf(facts, { rate: raised, keeping: keepingCostAfter });
  const profitGain = after.profit - before.profit;
  const saved = ((before.lost - after.lost) * acquisitionCost) / customers;
  return {
    before,
    after,
    profitGain,
    ...(before.profit > 0 && { profitGainShare: profitGain / before.profit }),
    breakEvenKeepingCost: keepingCost + saved,
    ...(keepingCost > 0 && { acquisitionToKeeping: acquisitionCost / keepingCost }),
  };
}

function yieldOf(
  { customers, margin, acquisitionCost }: RetentionFacts,
  { rate, keeping }: { readonly rate: number; readonly keeping: number },
): RetentionYield {
  const lost = customers * (1 - rate);
  const parts = [
    { code: "margin-of-customers", value: customers * margin, params: { customers, margin } },
    {
      code: "cost-of-keeping",
      value: 0 - customers * keeping,
      params: { customers, cost: keeping },
    },
    {
      code: "cost-of-replacing",
      value: 0 - lost * acquisitionCost,
      params: { lost, cost: acquisitionCost },
    },
  ];
  const profit = parts.reduce((sum, { value }) => sum + value, 0);
  const params = { retentionRate: rate };
  const stay = rate < 1 ? 1 / (1 - rate) : undefined;
  return {
    retentionRate: rate,
    lost,
    profit,
    ...(stay !== undefined && {
      meanStay: stay,
      customerProfit: stay * (margin - keeping) - acquisitionCost,
    }),
    trace: { code: "profit-at-retention", value: profit, params, parts },
  };
}

function requireFacts(facts: Required<RetentionFacts>): void {
  const task = "reckon what retention brings";
  const { customers, margin, retentionRate, retentionGain } = facts;
  if (!(customers > 0 && customers < Infinity)) {
    throw new RangeError(
      `Cannot ${task}: the number of customers must be above 0, got ${String(customers)}`,
    );
  }
  if (!Number.isFinite(margin)) {
    throw new RangeError(`Cannot ${task}: the margin must be finite, got ${String(margin)}`);
  }
  requireRateOfShare(retentionRate, { name: "retention rate", task });
  requireAtLeast(retentionGain, { least: 0, name: "gain of retention", task });
  const raised = retentionRate + retentionGain;
  if (raised > 1 + 1e-12) {
    throw new RangeError(
      `Cannot ${task}: the retention rate must not rise above 1, got ${String(raised)}`,
    );
  }
  requireAtLeast(facts.acquisitionCost, { least: 0, name: "cost of acquiring", task });
  requireAtLeast(facts.keepingCost, { least: 0, name: "cost of keeping", task });
  requireAtLeast(facts.keepingCostAfter, { least: 0, name: "cost of keeping after", task });
}
