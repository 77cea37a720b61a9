import type { PurchaseHistory } from "../buying/purchase-history.js";

/**
 * A function of a history that is computed once for each different one.
 *
 * The histories are those of one call; what is remembered lives no longer than the function.
 *
 * @internal
 */
export function perHistory<T>(
  compute: (history: PurchaseHistory) => T,
): (history: PurchaseHistory) => T {
  const known = new Map<number, Map<number, Map<number, T>>>();
  return (history) => {
    const { frequency, recency, age } = history;
    const ofFrequency = innerMap(known, frequency);
    const ofAge = innerMap(ofFrequency, age);
    const found = ofAge.get(recency);
    if (found !== undefined) return found;
    const made = compute(history);
    ofAge.set(recency, made);
    return made;
  };
}

function innerMap<Inner>(outer: Map<number, Map<number, Inner>>, key: number): Map<number, Inner> {
  const known = outer.get(key);
  if (known !== undefined) return known;
  const made = new Map<number, Inner>();
  outer.set(key, made);
  return made;
}
