/**
 * Who is it, may we contact them, and what did they buy?
 *
 * One record a customer, merged from what every department knows, with the origin of every value; consent per purpose
 * and channel; the stage of the relationship, derived from facts.
 *
 * @example
 * ```ts
 * import { customerId } from "goodwill/customer";
 *
 * customerId("C-17"); // => "C-17"
 * ```
 *
 * @module customer
 */
export * from "./reasons.js";
export * from "./schema.js";
// record
export * from "./record/customer.js";
export * from "./record/contact-point.js";
export * from "./record/partial-date.js";
export * from "./record/key-person.js";
export * from "./record/need.js";
export * from "./record/purchase.js";
export * from "./record/email-address.js";
export * from "./record/phone-number.js";
export * from "./record/language-tag.js";
export * from "./record/postal-address.js";
export * from "./record/contact-point-state.js";
export * from "./record/age.js";
export * from "./record/buying-centre.js";
export * from "./record/customer-beginning.js";
export * from "./record/purchase-sums.js";
export * from "./record/purchase-finding.js";
export * from "./record/purchase-balance.js";
export * from "./record/sift.js";
// profile
export * from "./profile/customer-question.js";
export * from "./profile/profile-item.js";
export * from "./profile/profile.js";
export * from "./profile/profile-policy.js";
export * from "./profile/profile-datum.js";
export * from "./profile/question-answer.js";
export * from "./profile/next-question.js";
export * from "./profile/profile-quality.js";
export * from "./profile/profile-quality-combine.js";
export * from "./profile/schema.js";
export * from "./profile/sift.js";
// merging
export * from "./merging/customer-record.js";
export * from "./merging/merge-policy.js";
export * from "./merging/merged-customer.js";
export * from "./merging/merge-customers.js";
export * from "./merging/unmerge-customer.js";
export * from "./merging/canonical-customer-ids.js";
export * from "./merging/sift.js";
// matching
export * from "./matching/edit-similarity.js";
export * from "./matching/match-policy.js";
export * from "./matching/match-candidate.js";
export * from "./matching/match-pair.js";
export * from "./matching/match-result.js";
export * from "./matching/match-candidates.js";
export * from "./matching/match-groups.js";
export * from "./matching/merge-matched-customers.js";
export * from "./matching/linkage-quality.js";
// consent
export * from "./consent/consent.js";
export * from "./consent/consent-standing.js";
export * from "./consent/consent-timeline.js";
export * from "./consent/consent-use.js";
export * from "./consent/contact-decision.js";
export * from "./consent/contact-policy.js";
export * from "./consent/legal-basis.js";
export * from "./consent/may-contact.js";
export * from "./consent/may-contact-all.js";
export * from "./consent/message-class.js";
export * from "./consent/suppression.js";
// privacy
export * from "./privacy/consent-proof.js";
export * from "./privacy/customer-export.js";
export * from "./privacy/customer-redaction.js";
export * from "./privacy/erasure-entry.js";
export * from "./privacy/pseudonym.js";
export * from "./privacy/redacted-customer.js";
export * from "./privacy/retention-policy.js";
export * from "./privacy/suppression-list.js";
// life cycle
export * from "./life-cycle/stage-aim.js";
export * from "./life-cycle/facts.js";
export * from "./life-cycle/policy.js";
export * from "./life-cycle/rung.js";
export * from "./life-cycle/relationship-rung.js";
export * from "./life-cycle/exit.js";
export * from "./life-cycle/state.js";
export * from "./life-cycle/stage.js";
export * from "./life-cycle/history.js";
export * from "./life-cycle/base/rejected-customer.js";
export * from "./life-cycle/base/funnel.js";
export * from "./life-cycle/base/migration.js";
