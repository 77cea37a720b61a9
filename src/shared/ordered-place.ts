// Where a key stands in an ordered map. Internal: not part of the surface.

interface Chunk {
  readonly keys: readonly string[];
}

/** The last chunk whose first key is not above the key; the first chunk where all are. */
export function chunkOf(map: readonly Chunk[], key: string): number {
  let high = map.length - 1;
  // Keys mostly come in ascending order: the last chunk is tried first.
  if (high <= 0 || map[high]!.keys[0]! <= key) return Math.max(high, 0);
  let low = 0;
  high -= 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (map[middle]!.keys[0]! <= key) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The first place whose key is not below the key. */
export function placeIn(keys: readonly string[], key: string): number {
  let high = keys.length;
  if (high > 0 && keys[high - 1]! < key) return high;
  let low = 0;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (keys[middle]! < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
