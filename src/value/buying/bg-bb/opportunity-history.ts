import type { PurchaseHistory } from "../purchase-history.js";

/**
 * Every step over the opportunities takes time: more of them are a mistake, such as seconds given for opportunities.
 * @internal
 */
export const MOST_OPPORTUNITIES = 1_000_000;

/**
 * Throws unless a valid history counts opportunities: all numbers whole, at most 1,000,000 of them, and the number of
 * the last one used not below the number of those used.
 *
 * @internal
 */
export function requireOpportunityHistory(history: PurchaseHistory, task: string): void {
  const { frequency, recency, age } = history;
  if (
    Number.isInteger(age) &&
    age <= MOST_OPPORTUNITIES &&
    Number.isInteger(recency) &&
    recency >= frequency &&
    recency > 0 === frequency > 0
  ) {
    return;
  }
  throw new RangeError(`Cannot ${task}: ${fault(history)}`);
}

function fault({ frequency, recency, age }: PurchaseHistory): string {
  if (!(Number.isInteger(age) && age <= MOST_OPPORTUNITIES)) {
    return `the age must be a whole number of at most 1,000,000 opportunities, got ${String(age)}`;
  }
  if (!Number.isInteger(recency)) {
    return `the recency must be the number of an opportunity, got ${String(recency)}`;
  }
  return (
    `the recency must be the number of the last opportunity used, at least the frequency of ` +
    `${String(frequency)} and 0 without one, got ${String(recency)}`
  );
}
