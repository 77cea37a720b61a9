// How a value is made fit to stand in a message. Internal: not part of the package's surface.

/** Line breaks, tabs and other control characters: they could end a header or hide text. */
const CONTROLS = /[\p{Cc}\u2028\u2029]+/gu;

/** Characters that turn the direction of text or take no room, and halves of surrogate pairs. */
const HIDDEN = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\p{Cs}]/gu;

const NOTHING_VISIBLE = /^[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\u2800]*$/u;

/** What a program writes where it has nothing. A person may be called Null, but is not written in small letters. */
const PROGRAM_WORDS = /undefined|\[object |(?<![\p{L}\p{N}_])(?:null|NaN)+(?![\p{L}\p{N}_])/u;

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Whether a reader would see nothing at all. */
export function isBlank(text: string): boolean {
  return NOTHING_VISIBLE.test(text);
}

/** Whether text holds characters that turn its direction or take no room. */
export function hasHidden(text: string): boolean {
  return text.search(HIDDEN) >= 0;
}

/** Whether text holds what a program writes where it has nothing: `undefined`, `null`, `NaN`, `[object `. */
export function hasProgramWord(text: string): boolean {
  return PROGRAM_WORDS.test(text);
}

/** One line without hidden characters; line breaks and other control characters become a space. */
export function cleanLine(text: string): string {
  return text.replace(HIDDEN, "").replace(CONTROLS, " ").trim();
}

/** Text as it may stand between the tags of HTML and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character]!);
}
