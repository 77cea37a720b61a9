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

/** Adds to the count under the number of a name; rows of counts are objects, so that only what occurred takes room. */
export function countNumber(
  counts: Record<number, number>,
  at: { readonly number: number; readonly count: number },
): void {
  counts[at.number] = (counts[at.number] ?? 0) + at.count;
}
