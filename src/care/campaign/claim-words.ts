// Finding words in a text, whatever their spelling. Internal: not part of the package's surface.

const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
const WORD_CHARACTER = /[\p{L}\p{N}\p{M}]/u;
/** Scripts that do not part their words by blanks. */
const UNPARTED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** A text in one spelling: width, capitals, quotes, dashes and blanks are made alike, invisible characters go. */
export function plainWords(text: string): string {
  return text
    .normalize("NFKC")
    .replace(INVISIBLE, "")
    .replaceAll(/[\u2018\u2019]/g, "'")
    .replaceAll(/[\u2010-\u2015\u2212]/g, "-")
    .replaceAll(/\s+/g, " ")
    .trim()
    .toLowerCase();
}

/** Takes claims out of a text in plain words; what stands around them does not become one word. */
export function withoutClaims(words: string, proven: readonly string[]): string {
  let rest = words;
  for (const claim of proven) {
    for (let place = placeOf(rest, claim); place >= 0; place = placeOf(rest, claim)) {
      rest = `${rest.slice(0, place)}\n${rest.slice(place + claim.length)}`;
    }
  }
  return rest;
}

/** Which phrases stand in a text, both in plain words, in the order of the phrases. */
export function phrasesIn(words: string, phrases: readonly string[]): readonly string[] {
  return phrases.filter((phrase) => placeOf(words, phrase) >= 0);
}

/** Where a phrase stands as whole words; -1 where it does not. */
function placeOf(words: string, phrase: string): number {
  if (phrase === "") return -1;
  let place = words.indexOf(phrase);
  while (place >= 0) {
    const end = place + phrase.length;
    if (!isWithinWord(words, place) && !isWithinWord(words, end)) return place;
    place = words.indexOf(phrase, place + 1);
  }
  return -1;
}

/** Whether a place lies between two characters of one word. */
function isWithinWord(words: string, place: number): boolean {
  return isOfWord(words.charAt(place - 1)) && isOfWord(words.charAt(place));
}

function isOfWord(character: string): boolean {
  return WORD_CHARACTER.test(character) && !UNPARTED.test(character);
}
