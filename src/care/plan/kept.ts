/** What is known under a key; found once, then kept. @internal */
export function kept<Key, Value extends object | string>(
  known: Map<Key, Value>,
  key: Key,
  find: () => Value,
): Value {
  const before = known.get(key);
  if (before !== undefined) return before;
  const found = find();
  known.set(key, found);
  return found;
}
