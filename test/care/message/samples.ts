import type { CareTemplate, TemplateValues } from "../../../src/care/message/care-template.js";
import { plainDate } from "../../../src/shared/time/plain-date.js";

/** A template in English for e-mail, with a placeholder of each type. */
export const INVITATION: CareTemplate = {
  id: "invitation",
  occasions: ["event-invitation"],
  language: "en",
  channel: "email",
  subject: "{event} on {date}",
  body: "<p>Dear {name},</p><p>{event} costs {price} for {seats}.</p>",
  placeholders: {
    name: { type: "text", fallback: "customer" },
    event: { type: "text" },
    date: { type: "date" },
    price: { type: "money" },
    seats: { type: "number" },
  },
};

/** Values for it. */
export const VALUES: TemplateValues = {
  name: "Li Na",
  event: "Tea evening",
  date: plainDate("2026-09-25"),
  price: { amount: 123_450, currency: "CNY" },
  seats: 2,
};

/** A text message that says one thing. */
export function textMessage(body: string, more: Partial<CareTemplate> = {}): CareTemplate {
  const names = [...body.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);
  return {
    id: "text",
    occasions: ["birthday"],
    language: "en",
    channel: "sms",
    body,
    placeholders: Object.fromEntries(names.map((name) => [name, { type: "text" as const }])),
    ...more,
  };
}
