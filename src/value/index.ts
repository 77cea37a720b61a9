/**
 * What is a relationship worth: to whom, for how long, and how sure is it?
 *
 * Purchases become one line a customer (frequency, recency, age, spend); models of buying say who is still a customer
 * and what is to be expected of them; segments, concentration, survival and the economics of retention say what follows
 * for the firm.
 *
 * @example
 * ```ts
 * import { aliveProbability, expectedPurchases } from "goodwill/value";
 *
 * const parameters = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
 * const model = { kind: "bg-nbd", parameters } as const;
 * const customer = { frequency: 2, recency: 30.43, age: 38.86 };
 * aliveProbability(model, customer).toFixed(3); // => "0.727"
 * expectedPurchases(model, customer, { within: 39 }).toFixed(2); // => "1.23"
 * ```
 *
 * @module value
 */
export * from "./reasons.js";
export * from "./schema.js";
export * from "./purchase/purchase-accumulator.js";
export * from "./purchase/purchase-cells.js";
export * from "./purchase/purchase-row.js";
export * from "./purchase/purchase-summary-combine.js";
export * from "./purchase/purchase-summary.js";
export * from "./purchase/sift.js";
export * from "./rfm/lint-segments.js";
export * from "./rfm/rfm-accumulator.js";
export * from "./rfm/rfm-grid.js";
export * from "./rfm/rfm-returns.js";
export * from "./rfm/rfm-score-rule.js";
export * from "./rfm/rfm-scores.js";
export * from "./rfm/rfm-values.js";
export * from "./rfm/segment-definition.js";
export * from "./rfm/segment-migration.js";
export * from "./fitting/model-fit.js";
export * from "./buying/alive-matrix.js";
export * from "./buying/alive-probability.js";
export * from "./buying/bg-bb/bg-bb-model.js";
export * from "./buying/bg-bb/fit-bg-bb.js";
export * from "./buying/bg/bg-model.js";
export * from "./buying/bg/fit-bg-nbd.js";
export * from "./buying/bg/fit-mbg-nbd.js";
export * from "./buying/buying-model.js";
export * from "./buying/expected-purchases.js";
export * from "./buying/pareto/fit-pareto-nbd.js";
export * from "./buying/pareto/pareto-model.js";
export * from "./buying/purchase-distribution.js";
export * from "./buying/purchase-history.js";
export * from "./buying/purchase-log-likelihood.js";
export * from "./buying/purchase-probability.js";
export * from "./buying/residual-transactions.js";
export * from "./spend/expected-spend.js";
export * from "./spend/fit-gamma-gamma.js";
export * from "./spend/gamma-gamma-model.js";
export * from "./spend/spend-frequency-correlation.js";
export * from "./spend/spend-histories.js";
export * from "./spend/spend-history.js";
export * from "./lifetime/customer-outlooks.js";
export * from "./lifetime/customer-values.js";
export * from "./lifetime/lifetime-terms.js";
export * from "./lifetime/lifetime-value.js";
export * from "./holdout/daily-purchases.js";
export * from "./holdout/forecast-accuracy.js";
export * from "./holdout/holdout-group.js";
export * from "./holdout/holdout-report.js";
export * from "./holdout/holdout-row.js";
export * from "./holdout/tracking-curve.js";
export * from "./contract/contract-cohort.js";
export * from "./contract/contract-model.js";
export * from "./contract/discounted-tenure.js";
export * from "./contract/fit-beta-discrete-weibull.js";
export * from "./contract/fit-shifted-beta-geometric.js";
export * from "./contract/residual-tenure.js";
export * from "./contract/retention-rate.js";
export * from "./contract/survival-share.js";
export * from "./survival/cohort-retention.js";
export * from "./survival/cohort.js";
export * from "./survival/log-rank.js";
export * from "./survival/restricted-mean.js";
export * from "./survival/retention-by-age.js";
export * from "./survival/survival-at.js";
export * from "./survival/survival-curve.js";
export * from "./survival/survival-quantile.js";
export * from "./survival/survival-row.js";
export * from "./economics/customer-equity.js";
export * from "./economics/margin-retention-value.js";
export * from "./economics/replacement-count.js";
export * from "./economics/retention-economics.js";
export * from "./economics/switching-subsidy.js";
export * from "./economics/value-horizon.js";
export * from "./portfolio/gini-index.js";
export * from "./portfolio/lorenz-curve.js";
export * from "./portfolio/one-to-one-class.js";
export * from "./portfolio/one-to-one-figures.js";
export * from "./portfolio/one-to-one-policy.js";
export * from "./portfolio/portfolio-classes.js";
export * from "./portfolio/portfolio-customer.js";
export * from "./portfolio/portfolio-part.js";
export * from "./portfolio/portfolio-policy.js";
export * from "./portfolio/relationship-level.js";
export * from "./portfolio/top-share.js";
export * from "./market/market-share-change.js";
export * from "./market/market-share-components.js";
export * from "./market/market-share-factors.js";
export * from "./market/market-share.js";
