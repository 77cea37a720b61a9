import type { ComparableName } from "./name-similarity.js";

/**
 * By what two names that are alike, but not the same, differ.
 *
 * @internal
 */
export interface NameDifference {
  /** The words of each name without a partner in the other. */
  readonly words: readonly [readonly string[], readonly string[]];
  /** Whether one slip inside one word makes the one name of the other: Martin and Matrin, but not Paul and Paula. */
  readonly isSlip: boolean;
}

/** In shorter words one letter makes another name: Tim and Tom, Anja and Anna. */
const SHORTEST_SLIP = 5;
const REPEATED = /(.)\1+/gu;

/**
 * By what two names differ; nothing where every word of the shorter one has its partner: the same word, the same but
 * for a doubled letter, or its initial.
 *
 * @internal
 */
export function nameDifference(a: ComparableName, b: ComparableName): NameDifference | undefined {
  if (a.isHan && b.isHan) return { words: [[a.joined], [b.joined]], isSlip: false };
  const same = withoutPartners(a.words, b.words, isSameWord);
  const [ours, theirs] = withoutPartners(same[0], same[1], isInitial);
  const [one] = ours;
  const [other] = theirs;
  if (one === undefined || other === undefined) return undefined;
  const isSlip = ours.length === 1 && theirs.length === 1 && isInnerSlip(one, other);
  return { words: [ours, theirs], isSlip };
}

function withoutPartners(
  words: readonly string[],
  others: readonly string[],
  isPartner: (a: string, b: string) => boolean,
): [string[], string[]] {
  const free = [...others];
  const left = words.filter((word) => {
    const at = free.findIndex((other) => isPartner(word, other));
    if (at >= 0) free.splice(at, 1);
    return at < 0;
  });
  return [left, free];
}

function isSameWord(a: string, b: string): boolean {
  return a === b || a.replaceAll(REPEATED, "$1") === b.replaceAll(REPEATED, "$1");
}

function isInitial(a: string, b: string): boolean {
  return (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b));
}

/** One letter more, less, another or changed with its neighbour, neither the first nor the last one of either word. */
function isInnerSlip(a: string, b: string): boolean {
  if (Math.max(a.length, b.length) < SHORTEST_SLIP || Math.abs(a.length - b.length) > 1) {
    return false;
  }
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  if (head === 0 || tail === 0) return false;
  const middle = a.slice(head, a.length - tail);
  const other = b.slice(head, b.length - tail);
  const isTurned = middle.length === 2 && middle === `${other[1] ?? ""}${other[0] ?? ""}`;
  return isTurned || (middle.length <= 1 && other.length <= 1);
}
