import type { ContactChannel } from "../../customer/record/contact-point.js";
import { isLanguageTag } from "../../customer/record/language-tag.js";
import { ok } from "../../shared/result.js";
import type { Result } from "../../shared/result.js";
import { compareText } from "../../shared/text-order.js";
import type { CareTemplate } from "./care-template.js";
import { lookupChain } from "./language-range.js";

/** For what a template is wanted. */
export interface TemplateWish {
  /** The id of the occasion. */
  readonly occasion: string;
  /** The customer's value class; only templates for every class serve when absent. */
  readonly valueClass?: string;
  /** The customer's language, as a BCP 47 tag. */
  readonly language: string;
  /** The channel the message takes. */
  readonly channel: ContactChannel;
  /** The language to fall back to where there is none in the customer's own; refused when absent. */
  readonly fallbackLanguage?: string;
}

/** The template chosen. */
export interface TemplateChoice {
  /** The template. */
  readonly template: CareTemplate;
  /** Whether it is in the fallback language, because there is none in the customer's own. */
  readonly isFallback: boolean;
}

/** Why no template serves. */
export interface NoTemplate {
  /** The name of the refusal. */
  readonly code: "no-template";
  /** What the templates lack, tried in this order: those left serve everything named before it. */
  readonly lacks: "occasion" | "channel" | "class" | "language";
  /** What is there instead among those left, each once, sorted: their channels, classes or languages; occasions. */
  readonly available: readonly string[];
}

/**
 * Which template serves this occasion, class, language and channel best (CARE-5)?
 *
 * Only templates for the occasion (or any), the class (or every one), the channel, and the customer's language serve;
 * the language is looked up from the closest to the widest, `zh-CN` then `zh`; where a region says the script, as in
 * `zh-CN` and `zh-Hans-CN`, both spellings are one. Of those the first is taken by: for this
 * occasion before for any, for this class before for every one, the closer language, the id. The fallback language
 * is tried only where nothing serves in the customer's own.
 *
 * @remarks RFC 4647, section 3.4 (lookup): a template in `zh-CN` does not serve a reader of whom only `zh` is known,
 * as it may be the wrong script; declare a fallback.
 * @param templates - The templates, in any order.
 * @param wish - Occasion, class, language and channel.
 * @returns The template, or what the templates lack.
 * @throws RangeError where a language is no well-formed tag.
 * @example
 * ```ts
 * import { chooseTemplate, TEMPLATES_EN } from "goodwill/care";
 *
 * const wish = { occasion: "birthday", language: "en-GB", channel: "sms" } as const;
 * const chosen = chooseTemplate(TEMPLATES_EN, wish);
 * chosen.ok && chosen.value.template.id; // => "en-birthday-sms"
 * const refused = chooseTemplate(TEMPLATES_EN, { ...wish, language: "de" });
 * refused.ok ? undefined : refused.error.lacks; // => "language"
 * ```
 */
export function chooseTemplate(
  templates: readonly CareTemplate[],
  wish: TemplateWish,
): Result<TemplateChoice, NoTemplate> {
  const { occasion, valueClass, language, channel, fallbackLanguage } = wish;
  for (const tag of [language, fallbackLanguage ?? language]) {
    if (isLanguageTag(tag)) continue;
    throw new RangeError(
      `Cannot choose a template: a language must be a tag of BCP 47, got ${JSON.stringify(tag)}`,
    );
  }
  const lack = (
    lacks: NoTemplate["lacks"],
    available: readonly string[],
  ): Result<TemplateChoice, NoTemplate> => ({
    ok: false,
    error: { code: "no-template", lacks, available: [...new Set(available)].sort(compareText) },
  });
  const named = ({ occasions }: CareTemplate): readonly string[] =>
    occasions === "any" ? ["any"] : occasions;
  const forOccasion = templates.filter(
    ({ occasions }) => occasions === "any" || occasions.includes(occasion),
  );
  if (forOccasion.length === 0) return lack("occasion", templates.flatMap(named));
  const onChannel = forOccasion.filter((one) => one.channel === channel);
  if (onChannel.length === 0) {
    return lack(
      "channel",
      forOccasion.map((one) => one.channel),
    );
  }
  const forClass = onChannel.filter(
    ({ classes }) =>
      classes === undefined || (valueClass !== undefined && classes.includes(valueClass)),
  );
  if (forClass.length === 0) {
    return lack(
      "class",
      onChannel.flatMap(({ classes = [] }) => classes),
    );
  }
  const own = bestIn(forClass, language);
  if (own !== undefined) return ok({ template: own, isFallback: false });
  const other = fallbackLanguage === undefined ? undefined : bestIn(forClass, fallbackLanguage);
  if (other !== undefined) return ok({ template: other, isFallback: true });
  return lack(
    "language",
    forClass.map((one) => one.language),
  );
}

/** The best of those in a language, or in a wider one. */
function bestIn(templates: readonly CareTemplate[], language: string): CareTemplate | undefined {
  const chain = lookupChain(language);
  const distance = (one: CareTemplate): number => chain.indexOf(one.language.toLowerCase());
  const general = (one: CareTemplate): number => (one.occasions === "any" ? 1 : 0);
  const classless = (one: CareTemplate): number => (one.classes === undefined ? 1 : 0);
  return templates
    .filter((one) => distance(one) >= 0)
    .sort(
      (a, b) =>
        general(a) - general(b) ||
        classless(a) - classless(b) ||
        distance(a) - distance(b) ||
        compareText(a.id, b.id),
    )[0];
}
