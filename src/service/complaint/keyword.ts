import { foldedWords } from "../../customer/matching/folded-name.js";

/** A keyword to look for. @internal */
export interface FoldedKeyword {
  /** Its words, folded, with one blank between; empty where nothing is left of it. */
  readonly text: string;
  /** Whether it is a beginning: `deliver*`. */
  readonly open: boolean;
}

/** A character of a script that writes no blanks between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** A text, folded as keywords are: width, case, accents and what stands between words make no difference. @internal */
export function foldedForKeywords(text: string): string {
  return foldedWords(text).join(" ");
}

/** A keyword, read: a star at its end means any ending. @internal */
export function foldedKeyword(keyword: string): FoldedKeyword {
  const trimmed = keyword.trim();
  return { text: foldedForKeywords(trimmed), open: trimmed.endsWith("*") };
}

/**
 * Whether a keyword stands in a folded text, as whole words. Next to a character of Chinese and other scripts without
 * blanks a word may begin and end anywhere.
 *
 * @internal
 */
export function hasKeyword(text: string, { text: keyword, open }: FoldedKeyword): boolean {
  if (keyword === "") return false;
  for (let at = text.indexOf(keyword); at >= 0; at = text.indexOf(keyword, at + 1)) {
    const end = at + keyword.length;
    const begins = isBoundary(lastOf(text.slice(Math.max(0, at - 2), at)), firstOf(keyword));
    if (begins && (open || isBoundary(lastOf(keyword), firstOf(text.slice(end, end + 2))))) {
      return true;
    }
  }
  return false;
}

function isBoundary(before: string, after: string): boolean {
  if (before === "" || after === "" || before === " " || after === " ") return true;
  return UNSPACED.test(before) || UNSPACED.test(after);
}

/** The first character, which may be a pair of code units. */
function firstOf(text: string): string {
  return text === "" ? "" : String.fromCodePoint(text.codePointAt(0)!);
}

function lastOf(text: string): string {
  // Counted from the end, the last character may be a pair of code units.
  return Array.from(text).at(-1) ?? "";
}
