/** Values that a careless message fails on: they have no text, no JSON, or neither. */
export function hostileValues(): readonly unknown[] {
  const circle: Record<string, unknown> = {};
  circle["self"] = circle;
  const list: unknown[] = [];
  list.push(list);
  return [
    { toString: 1, valueOf: 1 },
    Object.create(null),
    1n,
    circle,
    list,
    Symbol("s"),
    (): number => 1,
    null,
    [],
    {},
  ];
}
