/** Throws unless a spend history is one. @internal */
export function requireSpendHistory(
  { frequency, meanSpend }: { readonly frequency: number; readonly meanSpend?: number },
  task: string,
): void {
  if (!(Number.isInteger(frequency) && frequency >= 1)) {
    throw new RangeError(
      `Cannot ${task}: the frequency must be an integer of at least 1, got ${String(frequency)}`,
    );
  }
  if (!(meanSpend !== undefined && meanSpend > 0 && meanSpend < Infinity)) {
    throw new RangeError(
      `Cannot ${task}: the mean spend must be a number above 0, got ${String(meanSpend)}`,
    );
  }
}

/** The number of customers of a row. @internal */
export function spendCount({ count = 1 }: { readonly count?: number }, task: string): number {
  if (count > 0 && count < Infinity) return count;
  throw new RangeError(`Cannot ${task}: a count must be a number above 0, got ${String(count)}`);
}
