import type { Reason } from "../../shared/reason.js";
import { isInstant } from "../../shared/time/instant.js";
import type { Instant } from "../../shared/time/instant.js";
import type { Customer } from "../record/customer.js";
import { standingIn, withdrawalIn } from "./deciding-word.js";
import type { ConsentScope, WordStanding } from "./consent-word.js";
import type { ContactBasis, ContactFacts } from "./contact-decision.js";
import type { ContactRules } from "./contact-rules.js";
import { ruleOf } from "./contact-rules.js";
import { isSoftOptInPossible, softOptIn } from "./existing-customer.js";
import type { LegalBasis } from "./legal-basis.js";

/** One customer, one contact point, and what is known beside the record. */
export interface BasisQuestion {
  readonly customer: Customer;
  readonly scope: ConsentScope;
  /** Facts of this customer only. */
  readonly facts: ContactFacts;
  readonly categories: readonly string[];
}

/** Whether there is a ground to use a contact point, with what was looked at to find out. */
export interface Ground {
  /** The ground; absent when there is none. */
  readonly basis?: ContactBasis;
  /** Where the consent stands; absent where none is needed. */
  readonly standing?: WordStanding;
  /** Why a ground other than consent holds. */
  readonly reason?: Reason;
}

/** The ground on which a contact point may be used. */
export function groundOf(question: BasisQuestion): Ground {
  const { customer, scope, facts } = question;
  const { rules } = scope;
  const { messageClass, bases } = rules.rule;
  if (messageClass !== "promotional" && bases === undefined) {
    const params = { basis: messageClass, purpose: rules.purpose, messageClass };
    return { basis: messageClass, reason: { code: "class-needs-no-consent", params } };
  }
  const standing = standingIn(customer.consents, scope);
  const objection = promotionObjection(facts.bases, rules);
  if (standing.state === "granted" && isLater(standing, objection)) {
    return { basis: "consent", standing };
  }
  if (bases === undefined && rules.policy.existingCustomer === undefined) return { standing };
  if (isClosed(question, { standing, objection })) return { standing };
  for (const kind of bases ?? []) {
    const found = (facts.bases ?? [])
      .filter(
        (one) =>
          one.kind === kind && one.purpose === rules.purpose && refusalOf(one, rules) === undefined,
      )
      .toSorted(byStart)
      .at(-1);
    if (found !== undefined) {
      return { basis: kind, standing, reason: legalBasisReason(found, rules) };
    }
  }
  if (!isSoftOptInPossible(rules)) return { standing };
  const reason = softOptIn(facts.purchases ?? [], { rules, categories: question.categories });
  return reason === undefined ? { standing } : { basis: "existing-customer", standing, reason };
}

function legalBasisReason({ kind, from, evidence }: LegalBasis, rules: ContactRules): Reason {
  const { purpose } = rules;
  const params = { basis: kind, purpose, from, evidence: evidence ?? "nothing kept" };
  return { code: "legal-basis-holds", params };
}

/** Why no ground beside consent carries a contact point, where none does. */
export function refusalsBesideConsent(
  question: BasisQuestion,
  standing: WordStanding,
): readonly Reason[] {
  const { scope, facts } = question;
  const { rules } = scope;
  const { purpose, channel } = rules;
  if (facts.bases === undefined && rules.rule.bases === undefined && !isSoftOptInPossible(rules)) {
    return [];
  }
  const objection = promotionObjection(facts.bases, rules);
  const kinds = rules.rule.bases ?? [];
  const refusals: Reason[] = [];
  if (objection !== undefined) {
    refusals.push({ code: "promotion-objected", params: { purpose, at: objection } });
  }
  const own = (facts.bases ?? []).filter((one) => one.purpose === purpose).toSorted(byStart);
  if (kinds.length > 0 && own.length === 0) {
    refusals.push({ code: "legal-basis-none", params: { purpose, bases: kinds.join(", ") } });
  }
  for (const one of own) {
    const { kind, from } = one;
    const code = kinds.includes(kind)
      ? // A basis that holds and yet did not carry was closed by the customer's no.
        (refusalOf(one, rules) ?? "legal-basis-closed")
      : "legal-basis-not-allowed";
    refusals.push({ code, params: { basis: kind, purpose, channel, from: String(from) } });
  }
  if (isSoftOptInPossible(rules)) {
    const withinMonths = rules.policy.existingCustomer?.withinMonths ?? 0;
    refusals.push(
      isClosed(question, { standing, objection })
        ? { code: "existing-customer-closed", params: { purpose, channel } }
        : { code: "existing-customer-none", params: { purpose, channel, withinMonths } },
    );
  }
  return refusals;
}

/**
 * Whether the customer's no closes every ground beside consent: a withdrawal that stands, an objection, or a word that
 * cannot be read, against a promotional purpose.
 */
function isClosed(
  { customer, scope }: BasisQuestion,
  {
    standing,
    objection,
  }: { readonly standing: WordStanding; readonly objection: Instant | undefined },
): boolean {
  if (scope.rules.rule.messageClass !== "promotional") return false;
  return (
    objection !== undefined ||
    standing.state === "withdrawn" ||
    standing.state === "unreadable" ||
    withdrawalIn(customer.consents, scope) !== undefined
  );
}

/** When the customer last objected to promotion (GDPR, Art. 21(2)); a moment that cannot be read is the latest. */
function promotionObjection(
  bases: readonly LegalBasis[] | undefined,
  rules: ContactRules,
): Instant | undefined {
  if (bases === undefined || rules.rule.messageClass !== "promotional") return undefined;
  let latest: Instant | undefined;
  for (const { objectedAt, purpose } of bases) {
    if (objectedAt === undefined) continue;
    if (ruleOf(purpose, rules.policy).messageClass !== "promotional") continue;
    if (!isInstant(objectedAt)) return rules.asOf;
    if (objectedAt > rules.asOf || objectedAt > rules.knownAt) continue;
    if (latest === undefined || objectedAt > latest) latest = objectedAt;
  }
  return latest;
}

function isLater({ word }: WordStanding, objection: Instant | undefined): boolean {
  return objection === undefined || (word !== undefined && word.at > objection);
}

/** Why a basis for the purpose does not hold on the channel at the moment asked about; undefined when it does. */
function refusalOf(basis: LegalBasis, rules: ContactRules): string | undefined {
  const { channels, from, until, objectedAt, recordedAt } = basis;
  if (!isInstant(from) || !isInstant(until ?? from) || !isInstant(recordedAt ?? from)) {
    return "legal-basis-unreadable";
  }
  if (from > rules.asOf || (recordedAt ?? from) > rules.knownAt) return "legal-basis-not-yet";
  if (until !== undefined && rules.asOf >= until) return "legal-basis-ended";
  if (channels !== undefined && !channels.includes(rules.channel)) return "legal-basis-no-channel";
  const canObject = basis.kind === "legitimate-interest" || basis.kind === "public-task";
  if (!canObject || objectedAt === undefined) return undefined;
  const isOverridden =
    basis.compellingGrounds === true && rules.rule.messageClass !== "promotional";
  const isFuture = isInstant(objectedAt) && (objectedAt > rules.asOf || objectedAt > rules.knownAt);
  return isFuture || isOverridden ? undefined : "legal-basis-objected";
}

/** By start, then by text, whatever the order of the list. */
function byStart(a: LegalBasis, b: LegalBasis): number {
  const [first, second] = [a, b].map(({ from, kind, until, evidence }) =>
    JSON.stringify([from, kind, until ?? "~", evidence ?? ""]),
  ) as [string, string];
  return first === second ? 0 : first < second ? -1 : 1;
}
