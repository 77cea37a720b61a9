/**
 * Looks up numbers of names in a list that is part of an accumulator.
 *
 * The list is plain JSON; the index beside it is kept while the list lives, and made anew where the list came from
 * elsewhere (a store, another reader).
 */
export function nameIndex(): (names: readonly string[]) => Map<string, number> {
  const known = new WeakMap<readonly string[], Map<string, number>>();
  return (names) => {
    const index = known.get(names);
    if (index?.size === names.length) return index;
    const made = new Map(names.map((name, number) => [name, number]));
    known.set(names, made);
    return made;
  };
}

/** The number of a name; a new one is put at the end of the list. */
export function numberOfName(name: string, names: string[], index: Map<string, number>): number {
  const known = index.get(name);
  if (known !== undefined) return known;
  index.set(name, names.length);
  return names.push(name) - 1;
}

/** Adds to the count under a number; rows of counts are objects, so that only what occurred takes room. */
export function addCount(
  counts: Record<number, number>,
  at: { readonly number: number; readonly count: number },
): void {
  counts[at.number] = (counts[at.number] ?? 0) + at.count;
}

/** Orders two texts by code unit: the same order on every machine. */
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
