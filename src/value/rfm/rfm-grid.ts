import type { RfmScores } from "./rfm-scores.js";

/** The customers with one score of recency and one of frequency. */
export interface RfmGridCell {
  /** Score of recency, from 1; the highest is the most recent. */
  readonly recencyScore: number;
  /** Score of frequency, from 1. */
  readonly frequencyScore: number;
  /** How many customers. */
  readonly count: number;
  /** Their part of all customers, 0 to 1. */
  readonly share: number;
  /** Sum of their amounts, in minor units. */
  readonly amount: number;
  /** Mean of their amounts, in minor units; absent without customers. */
  readonly meanAmount?: number;
}

/** The grid of scores, recency by frequency. */
export interface RfmGrid {
  /** Number of scores on each side. */
  readonly bins: number;
  /** How many customers in all; the counts add up to it. */
  readonly customers: number;
  /** Every cell, empty ones too, by recency, then frequency. */
  readonly cells: readonly RfmGridCell[];
}

/**
 * How many customers have which scores of recency and frequency, and what did they bring on average?
 *
 * @param scores - The scored customers, as {@link rfmScores} gives them.
 * @returns One cell a pair of scores, empty ones too.
 * @example
 * ```ts
 * import { rfmGrid, rfmScores } from "goodwill/value";
 *
 * const values = [
 *   { customer: "a", recencyDays: 3, transactions: 9, amount: 900 },
 *   { customer: "b", recencyDays: 4, transactions: 8, amount: 700 },
 *   { customer: "c", recencyDays: 90, transactions: 1, amount: 100 },
 * ];
 * const { cells } = rfmGrid(rfmScores(values, { bins: 2 }));
 * cells.map(({ count }) => count); // => [1, 0, 1, 1]
 * const best = { recencyScore: 2, frequencyScore: 2, count: 1, share: 1 / 3, amount: 900, meanAmount: 900 };
 * cells.at(-1); // => best
 * ```
 */
export function rfmGrid({ customers, bins }: Pick<RfmScores, "customers" | "bins">): RfmGrid {
  const counts = new Float64Array(bins * bins);
  const amounts = new Float64Array(bins * bins);
  for (const { recencyScore, frequencyScore, amount } of customers) {
    const at = (recencyScore - 1) * bins + frequencyScore - 1;
    counts[at]! += 1;
    amounts[at]! += amount;
  }
  const cells = Array.from(counts, (count, at): RfmGridCell => {
    const amount = amounts[at]!;
    return {
      recencyScore: Math.floor(at / bins) + 1,
      frequencyScore: (at % bins) + 1,
      count,
      share: customers.length === 0 ? 0 : count / customers.length,
      amount,
      ...(count > 0 && { meanAmount: amount / count }),
    };
  });
  return { bins, customers: customers.length, cells };
}
