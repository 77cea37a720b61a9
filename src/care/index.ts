/**
 * What shall we do for whom, when, at what cost, and why?
 *
 * Rules of care as data, a plan within consent, caps, budgets and the time of staff, the life of the plan from draft to
 * review, the messages, and what came of it against a control group.
 *
 * @example
 * ```ts
 * import { careByCustomer, DEFAULT_CARE_POLICY } from "goodwill/care";
 * import { customerId } from "goodwill/customer";
 * import { instant, period, plainDate } from "goodwill/shared";
 *
 * const at = instant("2026-01-10T09:00:00Z");
 * const customer = {
 *   id: customerId("C-17"),
 *   kind: "person",
 *   name: "Lin Mei",
 *   birthday: { calendar: "gregorian", month: 3, day: 20 },
 *   contactPoints: [{ id: "m1", channel: "sms", address: "+8613900000000" }],
 *   consents: [{ purpose: "care", channel: "sms", state: "granted", at, evidence: "form 3" }],
 * } as const;
 * const [care] = careByCustomer([{ customer, valueClass: "C" }], {
 *   plan: "spring",
 *   asOf: instant("2026-03-01T00:00:00Z"),
 *   period: period(plainDate("2026-03-01"), plainDate("2026-04-01")),
 *   occasions: [{ id: "birthday", timing: { kind: "birthday", leapDay: "mar1" }, mood: "cheerful" }],
 *   policy: DEFAULT_CARE_POLICY,
 * });
 * care?.actions.map(({ kind, due }) => [kind, due]); // => [["message", "2026-03-20"]]
 * ```
 *
 * @module care
 */
export * from "./reasons.js";
export * from "./schema.js";
// policy
export * from "./policy/care-kind.js";
export * from "./policy/care-rule.js";
export * from "./policy/care-policy.js";
export * from "./policy/care-budget.js";
export * from "./policy/default-care-policy.js";
export * from "./policy/care-policy-finding.js";
export * from "./policy/care-policy-question.js";
export * from "./policy/lint-care-policy.js";
// timing
export * from "./timing/quiet-hours.js";
export * from "./timing/quiet-check.js";
export * from "./timing/care-zone.js";
export * from "./timing/contact-caps-left.js";
export * from "./timing/next-contact-day.js";
// plan
export * from "./plan/care-relationship.js";
export * from "./plan/care-action.js";
export * from "./plan/past-care-of.js";
export * from "./plan/care-plan.js";
export * from "./plan/care-plan-options.js";
export * from "./plan/plan-care.js";
export * from "./plan/care-by-customer.js";
// life
export * from "./life/care-plan-brief.js";
export * from "./life/care-plan-gap.js";
export * from "./life/care-action-steps.js";
export * from "./life/care-approval.js";
export * from "./life/care-plan-command.js";
export * from "./life/care-plan-event.js";
export * from "./life/care-plan-state.js";
export * from "./life/care-plan-refusal.js";
export * from "./life/care-plan-view.js";
export * from "./life/decide-care-plan.js";
export * from "./life/evolve-care-plan.js";
export * from "./life/executable.js";
export * from "./life/executable-now.js";
// message
export * from "./message/care-template.js";
export * from "./message/message-limits.js";
export * from "./message/message-policy.js";
export * from "./message/choose-template.js";
export * from "./message/render-message.js";
export * from "./message/sms-segments.js";
export * from "./message/lint-templates.js";
export * from "./message/templates/templates-en.js";
export * from "./message/templates/templates-zh-cn.js";
// review
export * from "./review/control-group.js";
export * from "./review/care-feedback.js";
export * from "./review/care-outcome.js";
export * from "./review/review-policy.js";
export * from "./review/plan-review.js";
export * from "./review/review-suggestion.js";
export * from "./review/review-accumulator.js";
export * from "./review/review-plan.js";
export * from "./review/adjust-plan.js";
export * from "./review/plan-difference.js";
export * from "./review/diff-plans.js";
// export
export * from "./export/care-calendar.js";
export * from "./export/mail-row.js";
export * from "./export/mail-csv.js";
// recommendation
export * from "./recommendation/ownership.js";
export * from "./recommendation/recommendation-policy.js";
export * from "./recommendation/group-product.js";
export * from "./recommendation/group-recommendations.js";
// programme
export * from "./programme/care-instrument.js";
export * from "./programme/care-programme.js";
export * from "./programme/care-programme-policy.js";
export * from "./programme/care-programme-finding.js";
export * from "./programme/care-intensity.js";
export * from "./programme/lint-care-programme.js";
// campaign
export * from "./campaign/campaign.js";
export * from "./campaign/campaign-claims.js";
export * from "./campaign/campaign-policy.js";
export * from "./campaign/campaign-check.js";
export * from "./campaign/lint-campaign.js";
