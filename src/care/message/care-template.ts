import type { ContactChannel } from "../../customer/record/contact-point.js";
import type { Money } from "../../shared/money/money.js";

/**
 * What a placeholder stands for: words, a day (`PlainDate`), an amount of money (`Money`), a number.
 */
export type PlaceholderType = "text" | "date" | "money" | "number";

/** What is put in for a placeholder: a text for `text`, `YYYY-MM-DD` for `date`, minor units for `money`, a number. */
export type TemplateValue = string | number | Money;

/** The facts of one message by placeholder; those that no placeholder asks for do no harm. */
export type TemplateValues = Readonly<Record<string, TemplateValue | undefined>>;

/** What a template asks for under one name. */
export interface TemplatePlaceholder {
  /** What kind of value. */
  readonly type: PlaceholderType;
  /** Stands in when the value is missing, as it is, in the template's language; without it a missing one is wrong. */
  readonly fallback?: string;
}

/** How a message speaks: of something to be glad of, in a matter of business, or in remembrance. */
export type MessageTone = "cheerful" | "plain" | "solemn";

/**
 * A message with places left open (CARE-5).
 *
 * `{name}` in subject or body is a placeholder: a letter, then letters, digits, `-` and `_`. Braces that are meant as
 * such are doubled: `{{` and `}}`. The body of an e-mail is HTML, all other texts are plain.
 */
export interface CareTemplate {
  /** The firm's id of the template; unique in a list. */
  readonly id: string;
  /** The ids of the occasions it is for; each when `any`. */
  readonly occasions: readonly string[] | "any";
  /** The value classes it is for; every class, and customers without one, when absent. */
  readonly classes?: readonly string[];
  /** Its language, as a BCP 47 tag such as `zh-CN`. */
  readonly language: string;
  /** The channel it is written for. */
  readonly channel: ContactChannel;
  /** The subject of an e-mail, the title of a push message, the heading of a letter; required for e-mail. */
  readonly subject?: string;
  /** The message: HTML for e-mail, plain text for every other channel; for calls and visits what is said. */
  readonly body: string;
  /** What each placeholder stands for, by name. */
  readonly placeholders: Readonly<Record<string, TemplatePlaceholder>>;
  /** How it speaks; `plain` when absent. */
  readonly tone?: MessageTone;
}
