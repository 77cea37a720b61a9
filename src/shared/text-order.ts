// Orders of texts that are the same on every machine. Internal: not part of the package's surface.

/** Orders two texts by code unit, for `sort`. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Orders two lists of texts, first by their first difference, then the shorter before the longer. */
export function compareTexts(a: readonly string[], b: readonly string[]): number {
  const shared = Math.min(a.length, b.length);
  for (let position = 0; position < shared; position += 1) {
    const order = compareText(a[position]!, b[position]!);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}
