import { pearsonCorrelation, type CorrelationRow } from "../../shared/statistics/correlation.js";
import { requireSpendHistory, spendCount } from "./spend-check.js";
import type { SpendHistory } from "./spend-history.js";

/**
 * Do those who buy often spend more or less on a purchase than the others?
 *
 * Pearson's correlation of frequency and mean spend over customers. Gamma-Gamma, and a lifetime value made of expected
 * purchases times expected spend, assume that it is nearly 0; well away from it (say 0.3 to either side) the value of
 * frequent customers comes out wrong.
 *
 * @remarks Fader, Hardie and Lee (2005, Journal of Marketing Research 42:415) find 0.11 for the CDNOW customers, most
 * of it from a single one who bought often and much, and go on.
 * @param customers - Frequency and mean spend, in one unit of one currency.
 * @returns The correlation, -1 to 1; `undefined` when all have the same frequency or the same mean spend.
 * @throws RangeError when a frequency is below 1 or not whole, or a mean spend or count is not above 0.
 * @example
 * ```ts
 * import { spendFrequencyCorrelation } from "goodwill/value";
 *
 * spendFrequencyCorrelation([
 *   { frequency: 1, meanSpend: 30 },
 *   { frequency: 2, meanSpend: 10 },
 *   { frequency: 3, meanSpend: 20 },
 * ])?.toFixed(2); // => "-0.50"
 * ```
 */
export function spendFrequencyCorrelation(customers: Iterable<SpendHistory>): number | undefined {
  return pearsonCorrelation(frequencyAndSpend(customers));
}

function* frequencyAndSpend(customers: Iterable<SpendHistory>): Iterable<CorrelationRow> {
  const task = "relate spend and frequency";
  for (const customer of customers) {
    requireSpendHistory(customer, task);
    const { frequency, meanSpend } = customer;
    yield { x: frequency, y: meanSpend, weight: spendCount(customer, task) };
  }
}
