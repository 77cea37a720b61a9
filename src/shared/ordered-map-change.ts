// How an ordered map becomes another. Internal: not part of the surface.

import type { OrderedChunk, OrderedMap } from "./ordered-map.js";
import { chunkOf, placeIn } from "./ordered-place.js";

interface OpenChunk<Value> {
  readonly keys: string[];
  readonly values: Value[];
}

const LARGEST_CHUNK = 128;

/** The map with this entry: added, or in place of the one of the same key. */
export function withEntry<Value>(
  map: OrderedMap<Value>,
  key: string,
  value: Value,
): OrderedMap<Value> {
  return putEntry(openAt(map, key), key, value);
}

/** The map without the entry of this key; as it is where there is none. */
export function withoutEntry<Value>(map: OrderedMap<Value>, key: string): OrderedMap<Value> {
  return dropEntry(openAt(map, key), key);
}

/** Sets an entry in the map itself: only for a map nobody else holds, see {@link copyOfMap}. */
export function putEntry<Value>(
  map: OrderedMap<Value>,
  key: string,
  value: Value,
): OrderedMap<Value> {
  const chunks = map as OpenChunk<Value>[];
  const index = chunkOf(chunks, key);
  const chunk = chunks[index];
  if (chunk === undefined) {
    chunks.push({ keys: [key], values: [value] });
    return chunks;
  }
  const { keys, values } = chunk;
  const place = placeIn(keys, key);
  if (keys[place] === key) {
    values[place] = value;
    return chunks;
  }
  if (place === keys.length) {
    keys.push(key);
    values.push(value);
  } else {
    keys.splice(place, 0, key);
    values.splice(place, 0, value);
  }
  if (keys.length > LARGEST_CHUNK) {
    // A chunk that grows at its end is filled up; one that grows inside is halved.
    const kept = place === keys.length - 1 ? LARGEST_CHUNK : LARGEST_CHUNK / 2;
    chunks.splice(index + 1, 0, { keys: keys.splice(kept), values: values.splice(kept) });
  }
  return chunks;
}

/** Takes an entry out of the map itself: only for a map nobody else holds. */
export function dropEntry<Value>(map: OrderedMap<Value>, key: string): OrderedMap<Value> {
  const chunks = map as OpenChunk<Value>[];
  const index = chunkOf(chunks, key);
  const chunk = chunks[index];
  if (chunk === undefined) return map;
  const place = placeIn(chunk.keys, key);
  if (chunk.keys[place] !== key) return map;
  if (chunk.keys.length === 1) chunks.splice(index, 1);
  else if (place === 0) {
    chunk.keys.shift();
    chunk.values.shift();
  } else {
    chunk.keys.splice(place, 1);
    chunk.values.splice(place, 1);
  }
  return chunks;
}

/** A copy of a map that may be changed in place. */
export function copyOfMap<Value>(map: OrderedMap<Value>): OrderedMap<Value> {
  return map.map(copyOfChunk);
}

function openAt<Value>(map: OrderedMap<Value>, key: string): OrderedMap<Value> {
  const chunks = map.slice();
  const index = chunkOf(chunks, key);
  const chunk = chunks[index];
  if (chunk !== undefined) chunks[index] = copyOfChunk(chunk);
  return chunks;
}

function copyOfChunk<Value>({ keys, values }: OrderedChunk<Value>): OrderedChunk<Value> {
  return { keys: keys.slice(), values: values.slice() };
}
