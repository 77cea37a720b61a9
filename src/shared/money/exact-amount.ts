// The one place where a computed amount becomes a number again. Internal: not part of the package's surface.

/** An exactly computed amount as a number, where it is a safe integer. */
export function exactAmount(operation: string, amount: bigint, currency: string): number {
  const value = Number(amount);
  if (Number.isSafeInteger(value)) return value;
  throw new RangeError(
    `Cannot ${operation}: the result must be at most 2^53 - 1 minor units in size, got ${String(amount)} ${currency}`,
  );
}
