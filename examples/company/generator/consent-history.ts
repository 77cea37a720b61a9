import { DAY_COUNT, dayOfDate, instantOn } from "./calendar.js";
import { OFFICE_HOURS } from "./diary.js";
import { whole } from "./random.js";
import type { Random } from "./random.js";
import type { ConsentRow, ConsentState, CustomerRow } from "./rows.js";

/** What a customer said about the newsletter, one word after the other; the last one is that of `customers.csv`. */
export function drawConsentHistory(customer: CustomerRow, random: Random): ConsentRow[] {
  return [
    ...wordsOn("email", { customer, state: customer.consent_email, random }),
    ...wordsOn("sms", { customer, state: customer.consent_sms, random }),
  ];
}

/** By e-mail it is asked twice (double opt-in), by text message once. */
function wordsOn(
  channel: ConsentRow["channel"],
  {
    customer,
    state,
    random,
  }: {
    readonly customer: CustomerRow;
    readonly state: ConsentState | undefined;
    readonly random: Random;
  },
): ConsentRow[] {
  const first = Math.max(0, dayOfDate(customer.since));
  const asked = whole(random, first, Math.min(first + 30, DAY_COUNT - 10));
  const confirmed = asked + whole(random, 1, 2);
  const withdrawn = whole(random, confirmed + 1, DAY_COUNT - 1);
  const say = (day: number, said: ConsentState, evidence: string): ConsentRow => ({
    customer: customer.id,
    purpose: "newsletter",
    channel,
    state: said,
    at: instantOn(random, day, OFFICE_HOURS),
    evidence,
    source: channel === "email" ? "web-form" : "shop",
  });
  if (state === undefined) return [];
  const pending = say(asked, "pending", channel === "email" ? "form v3" : "sign-up sheet");
  const granted = say(confirmed, "granted", channel === "email" ? "link clicked" : "signature");
  const taken = say(withdrawn, "withdrawn", channel === "email" ? "unsubscribe link" : "STOP");
  const beginning = channel === "email" || state === "pending" ? [pending] : [];
  if (state === "pending") return beginning;
  return state === "granted" ? [...beginning, granted] : [...beginning, granted, taken];
}
