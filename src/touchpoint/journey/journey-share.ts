import type { Interval } from "../../shared/statistics/interval.js";
import { wilsonInterval } from "../../shared/statistics/proportion.js";

/** How many of the journeys, and how sure that is. */
export interface JourneyShare {
  /** How many journeys it is true of. */
  readonly count: number;
  /** Of how many. */
  readonly n: number;
  /** The share; absent when there is no journey. */
  readonly share?: number;
  /** Wilson interval of the share; absent with it. */
  readonly interval?: Interval;
}

/**
 * The share of journeys of which something is true.
 *
 * @param count - How many it is true of.
 * @param of - Of how many, and the confidence level.
 * @returns Count, share and Wilson interval; no share where there is no journey.
 * @throws RangeError when `count` is not a whole number from 0 to `n`.
 * @example
 * ```ts
 * import { journeyShare } from "goodwill/touchpoint";
 *
 * journeyShare(3, { n: 4, level: 0.95 }).share; // => 0.75
 * journeyShare(0, { n: 0, level: 0.95 }); // => { count: 0, n: 0 }
 * ```
 */
export function journeyShare(
  count: number,
  { n, level }: { readonly n: number; readonly level: number },
): JourneyShare {
  if (n === 0 && count === 0) return { count, n };
  return { count, n, share: count / n, interval: wilsonInterval({ count, n }, { level }) };
}
