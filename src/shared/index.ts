/**
 * The ground floor: results and reasons, money, time, rows at the border, aggregations, random numbers and statistics.
 *
 * Everything above is built from these; they know nothing of customers.
 *
 * @example
 * ```ts
 * import { wilsonInterval } from "goodwill/shared";
 *
 * const { lower, upper } = wilsonInterval({ count: 45, n: 60 });
 * [lower.toFixed(2), upper.toFixed(2)]; // => ["0.63", "0.84"]
 * ```
 *
 * @module shared
 */
export * from "./result.js";
export * from "./reason.js";
export * from "./rows.js";
export * from "./aggregation.js";
export * from "./random.js";
export * from "./ordered-map.js";
export * from "./money/allocation.js";
export * from "./money/arithmetic.js";
export * from "./money/currency.js";
export * from "./money/money.js";
export * from "./money/ratio.js";
export * from "./money/rounding.js";
export * from "./time/anniversary.js";
export * from "./time/business-day.js";
export * from "./time/business-days-of-holidays.js";
export * from "./time/calendar-period.js";
export * from "./time/date-arithmetic.js";
export * from "./time/holiday-list.js";
export * from "./time/instant.js";
export * from "./time/lunar-calendar.js";
export * from "./time/period.js";
export * from "./time/plain-date.js";
export * from "./time/time-zone.js";
export * from "./time/wall-time-resolution.js";
export * from "./time/wall-time.js";
export * from "./statistics/binomial.js";
export * from "./statistics/bootstrap.js";
export * from "./statistics/chi-square.js";
export * from "./statistics/comoments.js";
export * from "./statistics/holm.js";
export * from "./statistics/interval.js";
export * from "./statistics/mean-test.js";
export * from "./statistics/moments.js";
export * from "./statistics/normal.js";
export * from "./statistics/proportion.js";
export * from "./statistics/quantile.js";
export * from "./statistics/student.js";
export * from "./schema.js";
export * from "./time/schema.js";
