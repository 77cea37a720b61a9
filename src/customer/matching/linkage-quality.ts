import type { Interval } from "../../shared/statistics/interval.js";
import { wilsonInterval } from "../../shared/statistics/proportion.js";
import { versionKey } from "../merging/survivor.js";
import type { RecordPair } from "./match-candidate.js";

/** A share with its interval. */
export interface LinkageShare {
  /** The share, 0 to 1. */
  readonly share: number;
  /** Its interval of 95 percent. */
  readonly interval: Interval;
}

/** How good a search for pairs is, held against pairs known to be right. */
export interface LinkageQuality {
  /** How many pairs were found. */
  readonly found: number;
  /** How many pairs there are. */
  readonly true: number;
  /** How many of those found are right. */
  readonly right: number;
  /** Share of the found pairs that are right; absent when none was found. */
  readonly precision?: LinkageShare;
  /** Share of the right pairs that were found; absent when there are none. */
  readonly recall?: LinkageShare;
}

/**
 * How many of the pairs found are right, and how many of the right ones were found.
 *
 * A pair counts once, whichever of its records is named first.
 *
 * @remarks The intervals are those of Wilson; they take the pairs for a random sample of independent ones, which
 * pairs of large groups are not.
 * @param found - The pairs a search found, such as the candidates to merge.
 * @param options - What is right.
 * @param options.truth - All pairs known to be of one customer.
 * @returns Counts, precision and recall.
 * @example
 * ```ts
 * import { linkageQuality } from "goodwill/customer";
 *
 * const [a, b, c] = ["A", "B", "C"].map((recordId) => ({ source: "shop", recordId }));
 * const truth = [{ first: a!, second: b! }];
 * const { precision, recall } = linkageQuality([{ first: b!, second: a! }, { first: a!, second: c! }], { truth });
 * [precision?.share, recall?.share]; // => [0.5, 1]
 * ```
 */
export function linkageQuality(
  found: Iterable<RecordPair>,
  { truth }: { readonly truth: Iterable<RecordPair> },
): LinkageQuality {
  const foundKeys = pairKeys(found);
  const trueKeys = pairKeys(truth);
  let right = 0;
  for (const key of foundKeys) if (trueKeys.has(key)) right += 1;
  return {
    found: foundKeys.size,
    true: trueKeys.size,
    right,
    ...(foundKeys.size > 0 && { precision: shareOf(right, foundKeys.size) }),
    ...(trueKeys.size > 0 && { recall: shareOf(right, trueKeys.size) }),
  };
}

function pairKeys(pairs: Iterable<RecordPair>): Set<string> {
  const keys = new Set<string>();
  for (const { first, second } of pairs) {
    keys.add([versionKey(first), versionKey(second)].sort().join(" "));
  }
  return keys;
}

function shareOf(count: number, n: number): LinkageShare {
  return { share: count / n, interval: wilsonInterval({ count, n }) };
}
