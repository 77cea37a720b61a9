import { chunkOf, placeIn } from "./ordered-place.js";

/**
 * Values by text key, in the order of the keys, as plain JSON: chunks of keys and values, each chunk short.
 *
 * A map is never changed: setting an entry copies its chunk and shares all others, so that keeping every version of a
 * map of a million entries costs little. Read it with {@link orderedValue} and {@link orderedEntries}.
 */
export type OrderedMap<Value> = readonly OrderedChunk<Value>[];

/** Some entries of an {@link OrderedMap}; never empty. */
export interface OrderedChunk<Value> {
  /** The keys, ascending. */
  readonly keys: readonly string[];
  /** The value of each key. */
  readonly values: readonly Value[];
}

/** One entry of an {@link OrderedMap}: key and value. */
export type OrderedEntry<Value> = readonly [key: string, value: Value];

/**
 * The value of a key.
 *
 * @param map - The map.
 * @param key - The key.
 * @returns The value; undefined where the map has no such key.
 * @example
 * ```ts
 * import { orderedValue } from "goodwill/shared";
 *
 * orderedValue([{ keys: ["a", "b"], values: [1, 2] }], "b"); // => 2
 * ```
 */
export function orderedValue<Value>(map: OrderedMap<Value>, key: string): Value | undefined {
  const chunk = map[chunkOf(map, key)];
  if (chunk === undefined) return undefined;
  const place = placeIn(chunk.keys, key);
  return chunk.keys[place] === key ? chunk.values[place] : undefined;
}

/**
 * The entries of a map, in the order of their keys.
 *
 * @param map - The map.
 * @param from - Begins with the first key that is not below this one; with the first of all when absent.
 * @returns The entries, one after another.
 * @example
 * ```ts
 * import { orderedEntries } from "goodwill/shared";
 *
 * [...orderedEntries([{ keys: ["a", "b"], values: [1, 2] }], "b")]; // => [["b", 2]]
 * ```
 */
export function* orderedEntries<Value>(
  map: OrderedMap<Value>,
  from?: string,
): Generator<OrderedEntry<Value>, void> {
  const first = from === undefined ? 0 : chunkOf(map, from);
  for (let index = first; index < map.length; index += 1) {
    const { keys, values } = map[index]!;
    const start = from === undefined || index > first ? 0 : placeIn(keys, from);
    for (let place = start; place < keys.length; place += 1) yield [keys[place]!, values[place]!];
  }
}
