import type { TextSimilarity } from "./edit-similarity.js";
import { flooredSimilarity } from "./floored-similarity.js";
import { foldedWords } from "./folded-name.js";

/**
 * A name made ready for comparison.
 *
 * @internal
 */
export interface ComparableName {
  /** The folded words in the order of their texts. */
  readonly words: readonly string[];
  /** The words joined in that order. */
  readonly key: string;
  /** The words in the order they stood, without blanks. */
  readonly joined: string;
  /** Whether it is written in Chinese characters only. */
  readonly isHan: boolean;
  /** Whether it is written in plain Latin letters only; whether it holds any. */
  readonly isLatin: boolean;
  readonly hasLatin: boolean;
}

const HAN = /^\p{Script=Han}+$/u;
const LATIN = /^[a-z0-9]+$/;
const ANY_LATIN = /[a-z]/;

/** A word less than half alike is another word. */
const WORD_FLOOR = 0.5;
/** What an initial is worth beside the word it stands for. */
const INITIAL = 0.7;
/** How much the worst word counts beside the mean of all: a household shares all words but one. */
const WORST_SHARE = 0.5;
/** What a name keeps when hardly any of the longer name's letters have a partner. */
const LEAST_COVERED = 0.6;
/** Names of more words are compared by their first ones, in the order of their texts. */
const MAX_WORDS = 8;

/**
 * Makes a name ready for comparison, once a record.
 *
 * @internal
 */
export function comparableName(
  name: string,
  ignored: ReadonlySet<string>,
): ComparableName | undefined {
  const all = foldedWords(name);
  const telling = all.filter((word) => !ignored.has(word));
  const inOrder = telling.length > 0 ? telling : all;
  if (inOrder.length === 0) return undefined;
  const joined = inOrder.join("");
  const words = inOrder.toSorted();
  return {
    words: words.slice(0, MAX_WORDS),
    key: words.join(" "),
    joined,
    isHan: HAN.test(joined),
    isLatin: LATIN.test(joined),
    hasLatin: ANY_LATIN.test(joined),
  };
}

/**
 * How alike two names are: 1 for the same words in any order (Chinese names: the same characters, family name first
 * or last), less for each edit, much less when one word has no partner. Nothing for names in two scripts.
 *
 * @internal
 */
export function nameSimilarity(
  a: ComparableName,
  b: ComparableName,
  similarity: TextSimilarity | undefined,
): number | undefined {
  if (a.key === b.key || a.joined === b.joined) return 1;
  if ((a.isLatin && !b.hasLatin) || (b.isLatin && !a.hasLatin)) return undefined;
  if (a.isHan && b.isHan) return hanSimilarity(a, b, similarity);
  // One order for both calls, so that the answer does not depend on which name comes first.
  const isSwapped =
    a.words.length === b.words.length ? a.key > b.key : a.words.length > b.words.length;
  return isSwapped ? wordSimilarity(b, a, similarity) : wordSimilarity(a, b, similarity);
}

function hanSimilarity(
  a: ComparableName,
  b: ComparableName,
  similarity: TextSimilarity | undefined,
): number {
  const isTurned = a.joined.length === b.joined.length && (a.joined + a.joined).includes(b.joined);
  if (isTurned) return 1;
  const [first, second] = a.joined < b.joined ? [a.joined, b.joined] : [b.joined, a.joined];
  return flooredSimilarity(first, second, { floor: WORD_FLOOR, similarity });
}

/** Each word of the shorter name with the best of those left in the longer one. */
function wordSimilarity(
  { words }: ComparableName,
  { words: others }: ComparableName,
  similarity: TextSimilarity | undefined,
): number {
  const free = [...others];
  let lettersCompared = 0;
  let lettersAlike = 0;
  let worst = 1;
  for (const word of words) {
    let best = -1;
    let bestAt = 0;
    for (let at = 0; at < free.length && best < 1; at += 1) {
      const alike = pairSimilarity(word, free[at]!, similarity);
      if (alike > best) {
        best = alike;
        bestAt = at;
      }
    }
    // A word without a partner: the names differ, whatever the rest says.
    if (best <= 0) return 0;
    const letters = Math.max(word.length, free[bestAt]!.length);
    free.splice(bestAt, 1);
    lettersCompared += letters;
    lettersAlike += letters * best;
    worst = Math.min(worst, best);
  }
  const lettersLeft = free.reduce((sum, { length }) => sum + length, 0);
  const covered = lettersCompared / (lettersCompared + lettersLeft);
  const mean = lettersAlike / lettersCompared;
  const alike = (1 - WORST_SHARE) * mean + WORST_SHARE * worst;
  return alike * (LEAST_COVERED + (1 - LEAST_COVERED) * covered);
}

function pairSimilarity(a: string, b: string, similarity: TextSimilarity | undefined): number {
  if (a === b) return 1;
  if ((a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b))) return INITIAL;
  return flooredSimilarity(a, b, { floor: WORD_FLOOR, similarity });
}
