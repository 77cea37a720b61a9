const MARKS = /[\u0300-\u036F]+/g;
const LETTERS = /[ßæœøłđı]/g;
const SPELLED_OUT = /([aou])e|aa/g;
const PLAIN: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ı: "i",
};

/** A text to be looked for and not to be shown: without marks and case, so that `José` and `JOSE` are alike. */
export function foldedLetters(text: string): string {
  return text
    .normalize("NFKD")
    .replace(MARKS, "")
    .normalize("NFC")
    .toLowerCase()
    .trim()
    .replace(LETTERS, (letter) => PLAIN[letter] ?? letter);
}

/** The form in which letters that may be written as two are one, too: `Müller`, `MUELLER` and `muller` are alike. */
export function foldedSpelling(text: string): string {
  return foldedLetters(text).replace(SPELLED_OUT, (_, vowel?: string) => vowel ?? "a");
}
