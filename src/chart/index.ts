/**
 * Show it: results as Vega-Lite 6 specifications, plain objects that hold their data and load nothing.
 *
 * Give them to `vega-embed` in a page, or to `vega-lite` and `vega` for SVG on a server. Every chart comes in light
 * and dark, has an accessible description, and fits a phone (`width: 360`).
 *
 * @example
 * ```ts
 * import { npsChart } from "goodwill/chart";
 * import { npsScore } from "goodwill/experience";
 *
 * const score = npsScore([10, 9, 8, 3]);
 * const chart = npsChart(score ? [{ group: "shop", score }] : [], { theme: "dark", width: 360 });
 * chart.title.text; // => ["Net Promoter Score"]
 * ```
 *
 * @module chart
 */
export * from "./frame/specification.js";
export * from "./frame/theme.js";
export * from "./experience/gap-chart.js";
export * from "./experience/key-probability-chart.js";
export * from "./experience/importance-performance-chart.js";
export * from "./experience/nps-chart.js";
export * from "./experience/driver-chart.js";
export * from "./experience/wave-chart.js";
export * from "./experience/improvement-front-chart.js";
export * from "./touchpoint/emotion-chart-curve.js";
export * from "./touchpoint/emotion-curve-chart.js";
export * from "./touchpoint/transition-heat-map.js";
export * from "./touchpoint/path-sankey.js";
export * from "./touchpoint/funnel-chart.js";
export * from "./touchpoint/attribution-chart.js";
export * from "./touchpoint/blueprint-chart-finding.js";
export * from "./touchpoint/blueprint-chart.js";
export * from "./customer/consent-timeline-chart.js";
export * from "./loyalty/points-waterfall-chart.js";
export * from "./loyalty/expiry-outlook-chart.js";
export * from "./loyalty/tier-ladder-chart.js";
export * from "./loyalty/tier-flow-chart.js";
export * from "./loyalty/liability-vintage-chart.js";
export * from "./value/rfm-heat-map.js";
export * from "./value/lorenz-chart.js";
export * from "./value/cohort-triangle-chart.js";
export * from "./value/survival-chart.js";
export * from "./value/tracking-chart.js";
export * from "./value/alive-matrix-chart.js";
export * from "./value/class-migration.js";
export * from "./value/class-migration-chart.js";
export * from "./value/cohort-chart-row.js";
export * from "./value/survival-chart-curve.js";
export * from "./care/care-calendar-chart.js";
export * from "./care/budget-use-chart.js";
export * from "./care/capacity-chart.js";
export * from "./care/effect-chart.js";
export * from "./service/chart-clock.js";
export * from "./service/complaint-flow-chart.js";
export * from "./service/cause-pareto-chart.js";
export * from "./service/sla-timeline-chart.js";
export * from "./service/sla-timeline-row.js";
export * from "./service/staffing-chart.js";
export * from "./service/contact-profile-chart.js";
