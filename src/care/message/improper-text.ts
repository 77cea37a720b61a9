// Words that do not belong into a message. Internal: not part of the package's surface.
import type { CareTemplate } from "./care-template.js";
import { isInRange } from "./language-range.js";
import type { ForbiddenText, MessagePolicy } from "./message-policy.js";
import { readTemplateText } from "./template-text.js";

const PICTURE = /\p{Emoji_Presentation}|\p{Emoji}\ufe0f/gu;
const WORD_CHARACTER = /[\p{L}\p{N}_]/u;
const UNPARTED_SCRIPT =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

/** The forbidden words that a template holds, in the order of the policy. */
export function forbiddenTexts(
  template: CareTemplate,
  { forbidden }: MessagePolicy,
): readonly ForbiddenText[] {
  const words = wordsOf(template);
  return forbidden.filter(
    ({ language, text }) => isInRange(template.language, language) && hasText(words, text),
  );
}

/** The hosts of shortened links that a template holds, in the order of the policy. */
export function shortLinks(
  { subject = "", body }: CareTemplate,
  { shortLinkHosts }: MessagePolicy,
): readonly string[] {
  // Links stand in tags of HTML, too, so the text is taken as it is.
  return shortLinkHosts.filter((host) => {
    const escaped = host.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
    return new RegExp(`(?<![\\w.-])(?:www\\.)?${escaped}(?![\\w-]|\\.\\w)`, "i").test(
      `${subject}\n${body}`,
    );
  });
}

/** The cheerful words and pictures that a template holds. */
export function cheerfulTexts(
  template: CareTemplate,
  { cheerful }: MessagePolicy,
): readonly string[] {
  const words = wordsOf(template);
  const texts = cheerful
    .filter(({ language, text }) => isInRange(template.language, language) && hasText(words, text))
    .map(({ text }) => text);
  return [...texts, ...new Set(words.match(PICTURE))];
}

/** The words in capitals of so many letters or more, each once. */
export function shoutedWords(template: CareTemplate, letters: number): readonly string[] {
  const words = wordsOf(template).match(/\p{L}+/gu) ?? [];
  return [
    ...new Set(
      words.filter((word) => {
        const isCapital = word === word.toUpperCase() && word !== word.toLowerCase();
        return isCapital && Array.from(word).length >= letters;
      }),
    ),
  ];
}

/** What a reader sees: subject and body without placeholders and tags. */
function wordsOf({ subject = "", body, channel }: CareTemplate): string {
  const shown = channel === "email" ? body.replace(/<[^>]*>/g, " ") : body;
  return [subject, shown]
    .flatMap((text) => readTemplateText(text).pieces)
    .map((piece) => (piece.kind === "words" ? piece.text : " x "))
    .join("\n");
}

/** Whether a text holds these words, in any case of letters; as whole words where the script parts words. */
function hasText(words: string, text: string): boolean {
  const [all, sought] = [words, text].map((one) => one.toLowerCase().replaceAll("’", "'"));
  if (all === undefined || sought === undefined || sought === "") return false;
  const first = Array.from(sought)[0]!;
  const last = Array.from(sought).at(-1)!;
  for (let at = all.indexOf(sought); at >= 0; at = all.indexOf(sought, at + 1)) {
    const before = all.slice(0, at).at(-1) ?? "";
    const after = all.charAt(at + sought.length);
    if (!isOneWord(before, first) && !isOneWord(last, after)) return true;
  }
  return false;
}

/** Whether two neighbouring characters belong to one word, as far as their script shows it. */
function isOneWord(before: string, after: string): boolean {
  const isWord = WORD_CHARACTER.test(before) && WORD_CHARACTER.test(after);
  return isWord && !UNPARTED_SCRIPT.test(before) && !UNPARTED_SCRIPT.test(after);
}
