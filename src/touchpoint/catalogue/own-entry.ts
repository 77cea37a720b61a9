// Entries of plain objects that came from JSON. Internal: not part of the package's surface.

/** The record's own entry of this key; absent for what it only inherits, such as `constructor`. */
export function ownEntry<Value>(
  record: Readonly<Record<string, Value>>,
  key: string,
): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** Puts an entry into the record, also under `__proto__`, which a plain assignment would not. */
export function setOwnEntry<Value>(
  record: Record<string, Value>,
  { key, value }: { readonly key: string; readonly value: Value },
): void {
  if (key !== "__proto__") {
    record[key] = value;
    return;
  }
  Object.defineProperty(record, key, {
    value,
    configurable: true,
    enumerable: true,
    writable: true,
  });
}

/** Adds to the record's own count of this key, from 0 where there is none. */
export function addCount(
  record: Record<string, number>,
  { key, count }: { readonly key: string; readonly count: number },
): void {
  setOwnEntry(record, { key, value: (ownEntry(record, key) ?? 0) + count });
}
