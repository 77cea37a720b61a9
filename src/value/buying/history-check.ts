import type { PurchaseHistory } from "./purchase-history.js";

/** Longer times are a mistake in any unit, and beyond them the digits of a double give out. */
export const LONGEST_TIME = 1e15;

/** More purchases are a mistake. */
const MOST_PURCHASES = 1e9;

/** Throws unless a history is one: see {@link PurchaseHistory}. @internal */
export function requireHistory(history: PurchaseHistory, task: string): void {
  const { frequency, recency, age } = history;
  if (
    // A text such as "40" compares like a number, and then adds up like a text.
    typeof recency === "number" &&
    typeof age === "number" &&
    Number.isInteger(frequency) &&
    frequency >= 0 &&
    frequency <= MOST_PURCHASES &&
    recency >= 0 &&
    recency <= age &&
    age <= LONGEST_TIME &&
    (frequency > 0 || recency === 0)
  ) {
    return;
  }
  throw new RangeError(`Cannot ${task}: ${fault(history)}`);
}

function fault({ frequency, recency, age }: PurchaseHistory): string {
  if (!(Number.isInteger(frequency) && frequency >= 0 && frequency <= MOST_PURCHASES)) {
    return `the frequency must be an integer of 0 to 1e9, got ${shown(frequency)}`;
  }
  if (!(typeof age === "number" && age >= 0 && age <= LONGEST_TIME)) {
    return `the age must be a number of 0 to 1e15, got ${shown(age)}`;
  }
  if (!(typeof recency === "number" && recency >= 0 && recency <= age)) {
    return `the recency must lie between 0 and the age of ${String(age)}, got ${shown(recency)}`;
  }
  return `without a repeat purchase the recency must be 0, got ${String(recency)}`;
}

/** A value as it stands, so that a text is seen to be one. */
function shown(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}
