import type { Customer } from "../record/customer.js";
import type { ContactDecision, ContactFacts, ContactQuestion } from "./contact-decision.js";
import type { PreparedQuestion } from "./contact-judgement.js";
import { judgeContact } from "./contact-judgement.js";
import { contactRules } from "./contact-rules.js";
import { isSoftOptInPossible } from "./existing-customer.js";
import { NO_FACTS } from "./own-facts.js";

/** What is asked about one customer, and what is known beside the record. */
export interface MayContactOptions extends ContactQuestion, ContactFacts {}

/** Answers one question about any customer, as {@link mayContact} does. */
export type ContactPermission = (customer: Customer, facts?: ContactFacts) => ContactDecision;

/**
 * May we contact this customer for this purpose on this channel, and if not, why not?
 *
 * Yes comes with the ground and the contact point to use: of those that are on the channel, hold, have not failed and
 * are carried by a ground, the preferred one, then a proven one, then one made for the channel, then the one proven
 * last, then by id. No comes with everything that stands against it, in this order:
 *
 * 1. suppressions of the customer or the whole channel, then a birthday that says minor;
 * 2. for each contact point, best first: suppressions of it, its validity, then why no ground carries it.
 *
 * Grounds are tried in this order: the class of the message, where it is not promotional and its purpose names no
 * bases; the consent ({@link consentState}); the bases the purpose names; the soft opt-in, where the policy turns it
 * on. A withdrawal that stands closes every ground for a promotional purpose; so does an objection to promotion, until
 * a consent is given after it.
 *
 * What was said or suppressed of one contact point holds for every one of the same address, key persons' included: an
 * e-mail address however its letters are written, a number whether it is called or written to. Channels stay apart:
 * what bounced or was withdrawn on `phone` alone leaves text messages to the same number open, unless the suppression
 * names no channel, or there is one for `sms`, too.
 *
 * A doubt about the customer is a no: a fact whose time cannot be read, an unknown zone where a day matters, an
 * unknown contact point, a suppression or withdrawal for a channel or contact point there is none of (it counts for all
 * it can mean), a record that cannot be read at all. What was said, learned or bought after the moment asked
 * about never counts. A key person's contact point is used only when it is asked for by id: a consent
 * of an organisation for a whole channel then carries it, even a private one, so that who must not rely on it asks for
 * no such point or records a word for it; without an id the organisation's own points are tried.
 *
 * @remarks GDPR, Art. 6(1), 7 and 21; Directive 2002/58/EC, Art. 13. The policy is the firm's reading of its law, and
 * this is no legal advice. Ask when the message is sent, not when it is planned: consent may be withdrawn between.
 * @param customer - The customer.
 * @param options - The purpose, channel and moment; the policy; what is known beside the record.
 * @returns The decision with its reasons.
 * @throws RangeError when the purpose is empty, the channel unknown, a moment no instant, or the policy's zone, age,
 * months or hours are none.
 * @example
 * ```ts
 * import { customerId, mayContact } from "goodwill/customer";
 * import { instant } from "goodwill/shared";
 *
 * const customer = {
 *   id: customerId("C-17"),
 *   kind: "person",
 *   name: "Lin Mei",
 *   contactPoints: [{ id: "e1", channel: "email", address: "mei.lin@example.com" }],
 *   consents: [
 *     {
 *       purpose: "newsletter",
 *       channel: "email",
 *       state: "granted",
 *       at: instant("2026-01-10T09:00:00Z"),
 *       evidence: "form 3",
 *     },
 *   ],
 * } as const;
 * const asOf = instant("2026-02-13T09:30:00Z");
 * const yes = mayContact(customer, { purpose: "newsletter", channel: "email", asOf });
 * yes.allowed && [yes.contactPoint, yes.basis]; // => ["e1", "consent"]
 * const no = mayContact(customer, { purpose: "newsletter", channel: "phone", asOf });
 * no.reasons.map(({ code }) => code); // => ["no-contact-point", "consent-none"]
 * ```
 */
export function mayContact(customer: Customer, options: MayContactOptions): ContactDecision {
  return judgeContact(customer, { question: questionOf(options), facts: options });
}

/**
 * How is one question put to many customers?
 *
 * Checks the question and looks up its rules once; each customer is then answered as by {@link mayContact}.
 *
 * @param options - The purpose, channel and moment; the policy.
 * @returns A function from a customer, and what is known beside the record, to the decision.
 * @throws RangeError when the purpose is empty, the channel unknown, a moment no instant, or the policy's zone, age,
 * months or hours are none.
 * @example
 * ```ts
 * import { contactPermission, customerId } from "goodwill/customer";
 * import { instant } from "goodwill/shared";
 *
 * const asOf = instant("2026-02-13T09:30:00Z");
 * const permitted = contactPermission({ purpose: "newsletter", channel: "email", asOf });
 * const nobody = { id: customerId("C-18"), kind: "person", name: "Ann", contactPoints: [], consents: [] } as const;
 * permitted(nobody).allowed; // => false
 * ```
 */
export function contactPermission(options: ContactQuestion): ContactPermission {
  const question = questionOf(options);
  return (customer, facts = NO_FACTS) => judgeContact(customer, { question, facts });
}

const NO_CATEGORIES: readonly string[] = [];

function questionOf(options: ContactQuestion): PreparedQuestion {
  const rules = contactRules(options);
  // A policy that makes no sense is told before the first customer.
  isSoftOptInPossible(rules);
  const { contactPoint, categories = NO_CATEGORIES } = options;
  return { rules, contactPoint, categories };
}
