// What no values can mend in a template. Internal: not part of the package's surface.
import { hasHidden, isBlank } from "./clean-text.js";
import type { CareTemplate } from "./care-template.js";
import { placeholderInTag, readTemplateText } from "./template-text.js";

/** A fault of one template. */
export interface TemplateFault {
  /** The code of its reason. */
  readonly code: string;
  /** The facts, by name. */
  readonly params: Readonly<Record<string, string | number>>;
  /** For an exception: what must be, and what was. */
  readonly says: string;
}

/** Everything for which a template cannot be rendered, the subject before the body. */
export function templateFaults(template: CareTemplate): readonly TemplateFault[] {
  const { subject, body, channel, placeholders } = template;
  const faults: TemplateFault[] = [];
  const add = (code: string, params: TemplateFault["params"], says: string): void => {
    faults.push({ code, params, says });
  };
  if (channel === "email" && (subject === undefined || isBlank(subject))) {
    add("message-without-subject", {}, "an e-mail must have a subject, got none");
  }
  if (subject !== undefined && /[\p{Cc}\u2028\u2029]/u.test(subject)) {
    add("message-subject-line-break", {}, "the subject must be one line, got a control character");
  }
  if (isBlank(body)) add("message-empty", {}, "the body must say something, got a blank one");
  for (const [part, text] of [
    ["subject", subject ?? ""],
    ["body", body],
  ] as const) {
    const { pieces, brokenAt } = readTemplateText(text);
    for (const at of brokenAt) {
      const says = "braces must enclose the name of a placeholder or be doubled";
      add("message-braces", { part, at }, `${says}, got one in the ${part} at ${at}`);
    }
    const named = pieces.flatMap((piece) => (piece.kind === "placeholder" ? [piece.name] : []));
    for (const placeholder of new Set(named)) {
      if (Object.hasOwn(placeholders, placeholder)) continue;
      const says = `a placeholder must be declared, got {${placeholder}} in the ${part}`;
      add("message-unknown-placeholder", { part, placeholder }, says);
    }
    if (hasHidden(text)) {
      const says = "the text must have no hidden characters and no half surrogates";
      add("message-hidden-characters", { part }, `${says}, got one in the ${part}`);
    }
  }
  const placeholder = channel === "email" ? placeholderInTag(readTemplateText(body)) : undefined;
  if (placeholder !== undefined) {
    const says = `placeholders must stand outside of tags, scripts and styles, got {${placeholder}}`;
    add("message-placeholder-in-tag", { placeholder }, says);
  }
  for (const [name, { fallback }] of Object.entries(placeholders)) {
    if (fallback === undefined || !isBlank(fallback)) continue;
    const says = `a fallback must say something, got a blank one for {${name}}`;
    add("message-blank-fallback", { placeholder: name }, says);
  }
  return faults;
}
