import { isLanguageTag } from "../../customer/record/language-tag.js";
import type { Reason } from "../../shared/reason.js";
import { templateFaults } from "./broken-template.js";
import type { CareTemplate } from "./care-template.js";
import { isBlank } from "./clean-text.js";
import { cheerfulTexts, forbiddenTexts, shortLinks, shoutedWords } from "./improper-text.js";
import { messageExcess } from "./message-excess.js";
import { DEFAULT_MESSAGE_POLICY } from "./message-policy.js";
import type { MessagePolicy } from "./message-policy.js";
import { readTemplateText } from "./template-text.js";

/** Something to mend in a template. */
export interface TemplateFinding {
  /** The id of the template. */
  readonly template: string;
  /** `error`: it cannot be rendered, or must not be sent; `warning`: it can, but had better be mended. */
  readonly severity: "error" | "warning";
  /** What, with the facts. */
  readonly reason: Reason;
}

/**
 * Which of these templates would fail or embarrass (CARE-5)?
 *
 * Errors: whatever {@link renderMessage} throws for; an id given twice, no occasion, a malformed language; too long for
 * its channel with values of the length assumed (or the fallback, where longer); forbidden words, shortened links,
 * cheerful words or pictures where the tone is solemn, another tone on a solemn occasion. Warnings: a placeholder
 * declared and not used, a subject where the channel shows none, words in capitals, too many exclamation marks.
 *
 * @param templates - The templates, in any order.
 * @param policy - What the firm asks of its templates.
 * @returns What to mend, by template in the order given; empty when nothing.
 * @example
 * ```ts
 * import { lintTemplates, TEMPLATES_EN, TEMPLATES_ZH_CN } from "goodwill/care";
 *
 * lintTemplates([...TEMPLATES_EN, ...TEMPLATES_ZH_CN]); // => []
 * const [finding] = lintTemplates([{ ...TEMPLATES_EN[0]!, body: "Hurry, {nam}!" }]);
 * finding?.reason.code; // => "message-unknown-placeholder"
 * ```
 */
export function lintTemplates(
  templates: readonly CareTemplate[],
  policy: MessagePolicy = DEFAULT_MESSAGE_POLICY,
): readonly TemplateFinding[] {
  const seen = new Set<string>();
  return templates.flatMap((template) => {
    const findings = [
      ...identityFindings(template, seen),
      ...templateFaults(template).map(({ code, params }) => finding(template, { code, params })),
      ...lengthFindings(template, policy),
      ...contentFindings(template, policy),
      ...styleFindings(template, policy),
    ];
    seen.add(template.id);
    return findings;
  });
}

function finding(
  { id }: CareTemplate,
  { code, params }: Reason,
  severity: TemplateFinding["severity"] = "error",
): TemplateFinding {
  return { template: id, severity, reason: { code, params: { template: id, ...params } } };
}

function identityFindings(
  template: CareTemplate,
  seen: ReadonlySet<string>,
): readonly TemplateFinding[] {
  const { id, language, occasions } = template;
  const found: TemplateFinding[] = [];
  const add = (code: string, params: Reason["params"] = {}): void => {
    found.push(finding(template, { code, params }));
  };
  if (isBlank(id)) add("message-without-id");
  if (seen.has(id)) add("message-duplicate-id");
  if (occasions.length === 0) add("message-without-occasion");
  if (!isLanguageTag(language)) add("message-language", { language });
  return found;
}

function lengthFindings(
  template: CareTemplate,
  { limits, assumedCharacters }: MessagePolicy,
): readonly TemplateFinding[] {
  const { subject, body, channel, placeholders } = template;
  const assumed = (text: string): string =>
    readTemplateText(text)
      .pieces.map((piece) => {
        if (piece.kind === "words") return piece.text;
        const { type, fallback = "" } = Object.hasOwn(placeholders, piece.name)
          ? placeholders[piece.name]!
          : { type: "text" as const };
        const sample = "x".repeat(assumedCharacters[type]);
        return Array.from(fallback).length > sample.length ? fallback : sample;
      })
      .join("");
  const filled = { subject: assumed(subject ?? ""), body: assumed(body) };
  return messageExcess(filled, limits[channel]).map((excess) =>
    finding(template, { code: "message-too-long", params: { ...excess } }),
  );
}

function contentFindings(
  template: CareTemplate,
  policy: MessagePolicy,
): readonly TemplateFinding[] {
  const found: TemplateFinding[] = [];
  const add = (code: string, params: Reason["params"]): void => {
    found.push(finding(template, { code, params }));
  };
  const { occasions, tone = "plain" } = template;
  for (const { text, why } of forbiddenTexts(template, policy)) {
    add("message-forbidden-text", { text, why });
  }
  for (const host of shortLinks(template, policy)) add("message-short-link", { host });
  const solemn =
    occasions === "any"
      ? undefined
      : policy.solemnOccasions.find((occasion) => occasions.includes(occasion));
  if (solemn !== undefined && tone !== "solemn") {
    add("message-tone", { occasion: solemn, tone });
  }
  if (tone === "solemn" || solemn !== undefined) {
    for (const text of cheerfulTexts(template, policy)) add("message-cheerful-text", { text });
  }
  return found;
}

function styleFindings(
  template: CareTemplate,
  { exclamationMarks, capitalLetters }: MessagePolicy,
): readonly TemplateFinding[] {
  const { subject, body, channel, placeholders } = template;
  const found: TemplateFinding[] = [];
  const warn = (code: string, params: Reason["params"]): void => {
    found.push(finding(template, { code, params }, "warning"));
  };
  const texts = [subject ?? "", body];
  const used = new Set(
    texts.flatMap((text) =>
      readTemplateText(text).pieces.flatMap((one) =>
        one.kind === "placeholder" ? [one.name] : [],
      ),
    ),
  );
  for (const placeholder of Object.keys(placeholders)) {
    if (!used.has(placeholder)) warn("message-unused-placeholder", { placeholder });
  }
  if (subject !== undefined && ["sms", "phone", "visit"].includes(channel)) {
    warn("message-subject-not-shown", { channel });
  }
  for (const text of shoutedWords(template, capitalLetters)) warn("message-capitals", { text });
  const marks = texts.join("").match(/[!！]/g)?.length ?? 0;
  if (marks > exclamationMarks) {
    warn("message-exclamation-marks", { marks, limit: exclamationMarks });
  }
  return found;
}
