/**
 * Where do we meet the customer, how do their journeys go, and which touchpoints earn the outcome?
 *
 * @example
 * ```ts
 * import { TOUCHPOINT_SENTENCES } from "goodwill/touchpoint";
 *
 * typeof TOUCHPOINT_SENTENCES; // => "object"
 * ```
 *
 * @module touchpoint
 */
export * from "./reasons.js";
export * from "./schema.js";
export * from "./interaction.js";
export * from "./sift.js";
export * from "./catalogue/touchpoint.js";
export * from "./catalogue/standard-touchpoints.js";
export * from "./catalogue/touchpoint-catalogue.js";
export * from "./catalogue/sift.js";
export * from "./catalogue/stage-coverage.js";
export * from "./catalogue/sense-coverage.js";
export * from "./catalogue/visitor-intent.js";
export * from "./catalogue/service-class.js";
export * from "./opening/week-span.js";
export * from "./opening/opening-hours.js";
export * from "./business/business-touchpoint.js";
export * from "./business/business-touchpoints.js";
export * from "./offer/offer.js";
export * from "./offer/offer-match.js";
export * from "./offer/best-offer-matches.js";
export * from "./expectation/modern-expectation.js";
export * from "./expectation/modern-expectations.js";
export * from "./consistency/statement.js";
export * from "./consistency/consistency-policy.js";
export * from "./consistency/consistency-finding.js";
export * from "./consistency/asked-subject.js";
export * from "./consistency/consistency-findings.js";
export * from "./consistency/sift.js";
export * from "./blueprint/blueprint.js";
export * from "./blueprint/theatre-terms.js";
export * from "./blueprint/blueprint-support.js";
export * from "./blueprint/blueprint-finding.js";
export * from "./blueprint/audit-policy.js";
export * from "./blueprint/audit-blueprint.js";
export * from "./journey/journey.js";
export * from "./journey/session-policy.js";
export * from "./journey/step-rule.js";
export * from "./journey/journey-options.js";
export * from "./journey/journeys.js";
export * from "./journey/journey-stream.js";
export * from "./journey/sift.js";
export * from "./journey/journey-share.js";
export * from "./conformance/deviation.js";
export * from "./conformance/conformance-options.js";
export * from "./conformance/planned-step-taken.js";
export * from "./conformance/conformance.js";
export * from "./conformance/conformance-summary.js";
export * from "./conformance/conformance-accumulator.js";
export * from "./conformance/conformance-combine.js";
export * from "./moment/emotion-curve.js";
export * from "./moment/remembered-score.js";
export * from "./moment/moment-policy.js";
export * from "./moment/moment-options.js";
export * from "./moment/moment-of-truth.js";
export * from "./moment/moment-accumulator.js";
export * from "./moment/moments-of-truth.js";
export * from "./path/transition.js";
export * from "./path/transition-accumulator.js";
export * from "./path/transitions-combine.js";
export * from "./path/step-time-accumulator.js";
export * from "./path/step-time.js";
export * from "./path/loop.js";
export * from "./path/loops-combine.js";
export * from "./path/frequent-path.js";
export * from "./path/frequent-path-accumulator.js";
export * from "./path/frequent-paths-combine.js";
export * from "./path/funnel.js";
export * from "./path/funnel-rule.js";
export * from "./path/funnel-combine.js";
export * from "./path/journey-chain.js";
export * from "./attribution/attribution.js";
export * from "./attribution/attribution-policy.js";
export * from "./attribution/attribution-accumulator.js";
export * from "./attribution/attribution-combine.js";
export * from "./attribution/attribute-outcomes.js";
export * from "./attribution/attribution-comparison.js";
export * from "./attribution/conversion-rate.js";
export * from "./attribution/path-text.js";
export * from "./attribution/paths-of-journeys.js";
export * from "./attribution/sift.js";
