import * as z from "zod";
import { isLanguageTag } from "../../customer/record/language-tag.js";

const text = z.string().regex(/\S/, "must not be blank");
const channel = z.enum(["email", "phone", "sms", "post", "messaging", "push", "visit"]);
const atLeast1 = z.int().min(1);
const range = z
  .string()
  .refine((tag) => tag === "*" || isLanguageTag(tag), "must be a language tag of BCP 47 or *");

/** What a template asks for under one name: `TemplatePlaceholder`. */
export const templatePlaceholderSchema = z.strictObject({
  type: z.enum(["text", "date", "money", "number"]),
  fallback: text.exactOptional(),
});

/** A message with places left open: `CareTemplate`. What its text holds is for `lintTemplates` to say. */
export const careTemplateSchema = z.strictObject({
  id: text,
  occasions: z.union([z.array(text).min(1), z.literal("any")]),
  classes: z.array(text).exactOptional(),
  language: z.string().refine(isLanguageTag, "must be a language tag of BCP 47, like zh-CN"),
  channel,
  subject: z.string().exactOptional(),
  body: text,
  placeholders: z.record(
    z.string().regex(/^[A-Za-z][A-Za-z0-9_-]*$/, "must be a letter, then letters, digits, - and _"),
    templatePlaceholderSchema,
  ),
  tone: z.enum(["cheerful", "plain", "solemn"]).exactOptional(),
});

/** How long messages may be, by channel: `MessageLimits`. */
export const messageLimitsSchema = z.partialRecord(
  channel,
  z.strictObject({
    subjectCharacters: atLeast1.exactOptional(),
    bodyCharacters: atLeast1.exactOptional(),
    segments: atLeast1.exactOptional(),
  }),
);

/** What the firm asks of its templates: `MessagePolicy`. */
export const messagePolicySchema = z.strictObject({
  limits: messageLimitsSchema,
  assumedCharacters: z.strictObject({
    text: atLeast1,
    date: atLeast1,
    money: atLeast1,
    number: atLeast1,
  }),
  forbidden: z.array(z.strictObject({ language: range, text, why: text })),
  shortLinkHosts: z.array(text),
  exclamationMarks: z.int().min(0),
  capitalLetters: z.int().min(2),
  solemnOccasions: z.array(text),
  cheerful: z.array(z.strictObject({ language: range, text })),
});
