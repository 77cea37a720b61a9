import type { ContactChannel } from "../../customer/record/contact-point.js";
import { ok } from "../../shared/result.js";
import type { Refused, Result } from "../../shared/result.js";
import { templateFaults } from "./broken-template.js";
import type {
  CareTemplate,
  PlaceholderType,
  TemplatePlaceholder,
  TemplateValue,
  TemplateValues,
} from "./care-template.js";
import { cleanLine, escapeHtml, hasProgramWord, isBlank } from "./clean-text.js";
import { messageExcess } from "./message-excess.js";
import { DEFAULT_MESSAGE_LIMITS } from "./message-limits.js";
import type { MessageExcess, MessageLimit, MessageLimits } from "./message-limits.js";
import { primaryLanguage } from "./language-range.js";
import { readTemplateText } from "./template-text.js";
import type { TemplatePiece } from "./template-text.js";
import { isOfType, writtenValue } from "./written-value.js";

/** A message ready to send. */
export interface RenderedMessage {
  /** The id of its template. */
  readonly template: string;
  /** The language it is in: that of the template. */
  readonly language: string;
  /** The channel it is for. */
  readonly channel: ContactChannel;
  /** Its subject or title, plain text in one line; absent when the template has none. */
  readonly subject?: string;
  /** Its text: HTML for e-mail, plain text for every other channel. */
  readonly body: string;
}

/** Why a message cannot be sent as it is. */
export type MessageRefusal =
  | {
      /** A value is missing, and no fallback declared. */
      readonly code: "missing-value";
      /** The name of the placeholder. */
      readonly name: string;
    }
  | {
      /** A value is of another type than declared. */
      readonly code: "wrong-value";
      /** The name of the placeholder. */
      readonly name: string;
      /** The type declared. */
      readonly expected: PlaceholderType;
    }
  | (MessageExcess & {
      /** With these values the message is too long. */
      readonly code: "too-long";
    });

/** What a host's own way of writing is told of a value. */
export interface WritingContext {
  /** The placeholder's type. */
  readonly type: PlaceholderType;
  /** The language to write in. */
  readonly language: string;
}

/** How a message is written. */
export interface RenderOptions {
  /**
   * The reader's language, such as `en-US`: dates and money are written as there. The template's when absent, or where
   * the template is in another language.
   */
  readonly language?: string;
  /** The host's own way to write a value; where it gives `undefined` or is absent, the library's is taken. */
  readonly write?: (value: TemplateValue, context: WritingContext) => string | undefined;
  /** How long a message may be; {@link DEFAULT_MESSAGE_LIMITS} when absent. */
  readonly limits?: MessageLimits;
}

/**
 * What does this customer read (CARE-5)?
 *
 * - A value is missing when it is absent, blank, or holds what a program writes where it has nothing (`undefined`,
 * `null`, `NaN`, `[object Object]`): the fallback stands in, and without one the message is refused.
 * - A value of another type than declared is refused: no `undefined`, half a date or a bare number for money.
 * - A value is one line: line breaks and control characters become a space, hidden characters and those that turn the
 * direction of text go. In the body of an e-mail it is escaped for HTML.
 * - Dates: `25 September 2026` in English, `September 25, 2026` in that of the United States, Canada and the
 * Philippines, `2026年9月25日` in Chinese, `2026-09-25` in every other language. Money: `CNY 1,234.50`, in Chinese
 * `1234.50元` or `12.34 EUR`, elsewhere `12.34 EUR`; full amounts without decimals in English and Chinese. Numbers:
 * digits and a point, at most six decimals. Hand over `write` for anything else.
 * - A message longer than its channel allows is refused, never cut.
 *
 * @param template - The template.
 * @param values - The values by placeholder; more than the template asks for do no harm.
 * @param options - Language, the host's own way of writing, and limits.
 * @returns The message, or the first thing that stands against it, the subject before the body.
 * @throws RangeError where no values could mend the template: an unknown placeholder, a stray brace, an e-mail without
 * a subject or with a placeholder inside a tag, a subject of two lines, a blank body or fallback, hidden characters.
 * @example
 * ```ts
 * import { renderMessage, type CareTemplate } from "goodwill/care";
 *
 * const template: CareTemplate = {
 *   id: "thanks",
 *   occasions: ["birthday"],
 *   language: "en",
 *   channel: "sms",
 *   body: "Dear {name}, happy birthday!",
 *   placeholders: { name: { type: "text" } },
 * };
 * const message = renderMessage(template, { name: "Li Na" });
 * message.ok && message.value.body; // => "Dear Li Na, happy birthday!"
 * renderMessage(template, {}); // => { ok: false, error: { code: "missing-value", name: "name" } }
 * ```
 */
export function renderMessage(
  template: CareTemplate,
  values: TemplateValues,
  options: RenderOptions = {},
): Result<RenderedMessage, MessageRefusal> {
  return renderMessages(template, [values], options)[0]!;
}

/**
 * What does each of these customers read (CARE-5)?
 *
 * As {@link renderMessage}, but the template is read once: for a mailing.
 *
 * @param template - The template.
 * @param all - The values of each message, by placeholder.
 * @param options - Language, the host's own way of writing, and limits, the same for all.
 * @returns Each message or what stands against it, in the order of the values.
 * @throws RangeError where no values could mend the template, even when there are none.
 * @example
 * ```ts
 * import { renderMessages, TEMPLATES_EN } from "goodwill/care";
 *
 * const [birthday] = TEMPLATES_EN;
 * const names = [{ name: "Li Na", sender: "North" }, { name: "Wu" }];
 * const messages = renderMessages(birthday!, names);
 * messages.map((one) => (one.ok ? "ready" : one.error.code)); // => ["ready", "missing-value"]
 * ```
 */
export function renderMessages(
  template: CareTemplate,
  all: readonly TemplateValues[],
  options: RenderOptions = {},
): readonly Result<RenderedMessage, MessageRefusal>[] {
  const [fault] = templateFaults(template);
  if (fault !== undefined) {
    throw new RangeError(
      `Cannot render a message of template ${JSON.stringify(template.id)}: ${fault.says}`,
    );
  }
  const { channel, subject, body } = template;
  const texts = {
    subject: subject === undefined ? undefined : readTemplateText(subject).pieces,
    body: readTemplateText(body).pieces,
    limit: (options.limits ?? DEFAULT_MESSAGE_LIMITS)[channel],
  };
  return all.map((values) => messageOf(values, { template, texts, options }));
}

function messageOf(
  values: TemplateValues,
  given: {
    readonly template: CareTemplate;
    readonly texts: {
      readonly subject: readonly TemplatePiece[] | undefined;
      readonly body: readonly TemplatePiece[];
      readonly limit: MessageLimit | undefined;
    };
    readonly options: RenderOptions;
  },
): Result<RenderedMessage, MessageRefusal> {
  const { template, texts, options } = given;
  const { id, channel, language, placeholders } = template;
  const written = new Map<string, string>();
  const fill = (
    pieces: readonly TemplatePiece[],
    escape: boolean,
  ): Result<string, MessageRefusal> => {
    let filled = "";
    for (const piece of pieces) {
      if (piece.kind === "words") {
        filled += piece.text;
        continue;
      }
      const { name } = piece;
      let line = written.get(name);
      if (line === undefined) {
        const value: unknown = Object.hasOwn(values, name) ? values[name] : undefined;
        const found = lineOf(value, { name, placeholder: placeholders[name]!, language, options });
        if (!found.ok) return found;
        line = found.value;
        written.set(name, line);
      }
      filled += escape ? escapeHtml(line) : line;
    }
    return ok(filled);
  };
  const subject = fill(texts.subject ?? [], false);
  if (!subject.ok) return subject;
  const body = fill(texts.body, channel === "email");
  if (!body.ok) return body;
  const heading = texts.subject === undefined ? {} : { subject: subject.value };
  const message = { ...heading, body: body.value };
  const [excess] = messageExcess(message, texts.limit);
  if (excess !== undefined) return { ok: false, error: { code: "too-long", ...excess } };
  return ok({ template: id, language, channel, ...message });
}

/** What stands for one placeholder, in one clean line. */
function lineOf(
  value: unknown,
  asked: {
    readonly name: string;
    readonly placeholder: TemplatePlaceholder;
    readonly language: string;
    readonly options: RenderOptions;
  },
): Result<string, MessageRefusal> {
  const { name, placeholder, options } = asked;
  const { type, fallback } = placeholder;
  const missing = (): Result<string, MessageRefusal> =>
    fallback === undefined
      ? { ok: false, error: { code: "missing-value", name } }
      : ok(cleanLine(fallback));
  if (value === undefined || value === null) return missing();
  if (typeof value === "string" && isMissing(cleanLine(value))) return missing();
  if (!isOfType(value, type)) return wrongValue(name, type);
  const { language = asked.language } = options;
  const isSame = primaryLanguage(language) === primaryLanguage(asked.language);
  const context = { type, language: isSame ? language : asked.language };
  const own = options.write?.(value as TemplateValue, context);
  const line = cleanLine(own ?? writtenValue(value, context));
  return isMissing(line) ? missing() : ok(line);
}

function isMissing(line: string): boolean {
  return isBlank(line) || hasProgramWord(line);
}

function wrongValue(name: string, expected: PlaceholderType): Refused<MessageRefusal> {
  return { ok: false, error: { code: "wrong-value", name, expected } };
}
