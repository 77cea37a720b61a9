/** Letters that do not come apart into a letter and its mark, with the letters they are written by in plain English. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
  ς: "σ",
};
const SPECIAL_LETTERS = /[ßæœøłđðþıς]/g;

/** Marks of Latin, Greek and Cyrillic letters; those of other scripts change the sound and stay. */
const MARKS = /[\u0300-\u036f]/g;

/** Apostrophes and full stops stand inside a word: O'Brien, St.Clair. */
const INNER_SIGNS = /['’‘ʼ`´]/g;

const NO_WORD = /[^\p{L}\p{N}\p{M}]+/u;

const ASCII = /^[\u0000-\u007f]*$/;

/**
 * A text without what writers leave out or vary: width, case, accents, with the same result on every machine.
 */
function foldedText(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFD")
    .replaceAll(MARKS, "")
    .normalize("NFC")
    .replaceAll(SPECIAL_LETTERS, (letter) => PLAIN_LETTERS[letter] ?? letter);
}

/**
 * The words of a text, folded, in the order they stand.
 *
 * @internal
 */
export function foldedWords(text: string): string[] {
  return foldedText(text)
    .replaceAll(INNER_SIGNS, "")
    .split(NO_WORD)
    .filter((word) => word !== "");
}

/**
 * The words of a name in the order of their texts, joined: the same for `Li Na`, `NA, Li` and `lí na`.
 *
 * @internal
 */
export function nameKey(name: string): string {
  return foldedWords(name).sort().join(" ");
}
