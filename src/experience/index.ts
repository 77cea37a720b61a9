/**
 * How did it feel against what was expected, where is the gap, and what closes it?
 *
 * Ratings become the seven steps of customer experience management, each with its evidence; beside them the field's
 * scores (NPS, CSAT, CES), key drivers, importance-performance, Kano, improvement plans, wave comparison and early
 * warning.
 *
 * @example
 * ```ts
 * import { analyzeExperience } from "goodwill/experience";
 *
 * const study = { scale: { min: 0, max: 10 }, factors: ["convenience", "price"] };
 * const { key } = analyzeExperience(
 *   [
 *     { factor: "convenience", importance: 9, expectation: 7, experience: 5 },
 *     { factor: "price", importance: 8, expectation: 7, experience: 7 },
 *   ],
 *   { study },
 * );
 * key.factors; // => ["convenience"]
 * ```
 *
 * @module experience
 */
export * from "./analysis.js";
export * from "./policy.js";
export * from "./reasons.js";
export * from "./schema.js";
export * from "./satisfaction-state.js";
export * from "./customer-benefit.js";
export * from "./rating/rating.js";
export * from "./rating/scale.js";
export * from "./rating/study.js";
export * from "./rating/columns.js";
export * from "./rating/table.js";
export * from "./rating/sift.js";
export * from "./rating/factor.js";
export * from "./rating/catalogue.js";
export * from "./rating/roll-up.js";
export * from "./gap/estimate.js";
export * from "./gap/experience-gap.js";
export * from "./gap/experience-combine.js";
export * from "./gap/experience-gaps.js";
export * from "./gap/key-experience.js";
export * from "./gap/key-probability.js";
export * from "./gap/ideal-experience.js";
export * from "./gap/brand-values.js";
export * from "./score/answer.js";
export * from "./score/nps.js";
export * from "./score/nps-comparison.js";
export * from "./score/csat.js";
export * from "./score/ces.js";
export * from "./score/sample-size.js";
export * from "./score/score-tally.js";
export * from "./score/campaign-response.js";
export * from "./driver/key-drivers.js";
export * from "./driver/complete-cases.js";
export * from "./driver/regression.js";
export * from "./driver/importance-performance.js";
export * from "./driver/penalty-reward.js";
export * from "./driver/kano.js";
export * from "./improvement/improvement.js";
export * from "./improvement/fit.js";
export * from "./improvement/requirement.js";
export * from "./improvement/front.js";
export * from "./improvement/plan.js";
export * from "./wave/compare-waves.js";
export * from "./improvement/feedback-aim.js";
export * from "./wave/result-check.js";
export * from "./early-warning/theme-count.js";
export * from "./early-warning/rate-ratio.js";
export * from "./early-warning/systemic-problem.js";
