/** Values in ascending order with their sum; throws unless they are numbers of at least 0. @internal */
export function sortedValues(
  task: string,
  values: ArrayLike<number>,
): { readonly sorted: Float64Array; readonly total: number } {
  const sorted = new Float64Array(values.length);
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i]!;
    if (!(Number.isFinite(value) && value >= 0)) {
      throw new RangeError(
        `Cannot ${task}: values must be numbers of at least 0, got ${String(value)}`,
      );
    }
    sorted[i] = value;
  }
  sorted.sort();
  // Summed in ascending order, so that the order given does not show in the last digit.
  let total = 0;
  for (const value of sorted) total += value;
  if (!Number.isFinite(total)) {
    throw new RangeError(
      `Cannot ${task}: the sum of the values must be finite, got ${String(total)}`,
    );
  }
  return { sorted, total };
}
