/** Two members that belong together, by their places. */
interface Edge {
  readonly i: number;
  readonly j: number;
}

/**
 * Everything that hangs together by some chain, members and groups in the order of their places; loners are left out.
 *
 * @remarks Union by the lower place with path halving (Tarjan and van Leeuwen 1984, Journal of the ACM 31:245).
 * @internal
 */
export function connectedGroups(edges: readonly Edge[], size: number): number[][] {
  const parent = Int32Array.from({ length: size }, (_, place) => place);
  const rootOf = (place: number): number => {
    let at = place;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  for (const { i, j } of edges) {
    const a = rootOf(i);
    const b = rootOf(j);
    if (a !== b) parent[Math.max(a, b)] = Math.min(a, b);
  }
  const groups = new Map<number, number[]>();
  for (let place = 0; place < size; place += 1) {
    const root = rootOf(place);
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [place]);
    else group.push(place);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}
