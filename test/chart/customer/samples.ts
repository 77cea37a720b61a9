import type { ConsentSpan } from "goodwill/customer";
import { instant, type Instant } from "goodwill/shared";

export const AS_OF: Instant = instant("2026-02-13T09:30:00Z");

const email = { purpose: "newsletter", channel: "email", evidence: "form 3" } as const;
const sms = { purpose: "birthday_greeting", channel: "sms", evidence: "counter" } as const;
const one = { purpose: "market_research", channel: "phone", contactPoint: "+49301" } as const;

/** One customer: confirmed and withdrawn, expired, for one contact point alone, and only asked for. */
export const SPANS: readonly ConsentSpan[] = [
  span("2024-03-10T09:00:00Z", "2024-03-12T18:20:00Z", { ...email, state: "pending" }),
  span("2024-03-12T18:20:00Z", "2025-07-01T00:00:00Z", { ...email, state: "granted" }),
  span("2025-07-01T00:00:00Z", undefined, { ...email, state: "withdrawn" }),
  span("2024-01-05T10:00:00Z", "2025-01-05T10:00:00Z", { ...sms, state: "granted" }),
  span("2025-01-05T10:00:00Z", "2025-11-20T12:00:00Z", { ...sms, state: "expired" }),
  span("2025-11-20T12:00:00Z", undefined, { ...sms, state: "granted" }),
  span("2025-05-01T08:00:00Z", undefined, { ...one, evidence: "call 17", state: "granted" }),
  span("2026-02-01T08:00:00Z", undefined, {
    ...{ purpose: "partner_offers", channel: "post", evidence: "letter", state: "pending" },
  }),
];

export function span(
  from: string,
  until: string | undefined,
  rest: Omit<ConsentSpan, "from" | "until">,
): ConsentSpan {
  return { ...rest, from: instant(from), ...(until !== undefined && { until: instant(until) }) };
}
