/**
 * How does one relationship stand, what comes next in it, and what does the firm hold of it when somebody leaves?
 *
 * The whole picture of one customer, each part with its evidence; the occasions, dated; the handover from one member of
 * staff to another, step by step, with its deadlines, its checks and what was found; and how much of the value of the
 * relationships hangs on one person.
 *
 * @example
 * ```ts
 * import { handoverDeadlines } from "goodwill/relationship";
 * import { plainDate } from "goodwill/shared";
 *
 * const calendar = { workdays: [1, 2, 3, 4, 5] as const, holidays: [], makeUpWorkdays: [] };
 * const deadlines = handoverDeadlines(plainDate("2026-03-31"), { calendar });
 * deadlines.ok && [deadlines.value.upload, deadlines.value.file]; // => ["2026-03-17", "2026-03-25"]
 * ```
 *
 * @module relationship
 */
export * from "./reasons.js";
export * from "./schema.js";
// handover
export * from "./handover/count-audit.js";
export * from "./handover/handover-file.js";
export * from "./handover/discrepancy.js";
export * from "./handover/handover-policy.js";
export * from "./handover/handover-deadlines.js";
export * from "./handover/handover-command.js";
export * from "./handover/handover-event.js";
export * from "./handover/handover-state.js";
export * from "./handover/handover-options.js";
export * from "./handover/handover-refusal.js";
export * from "./handover/decide-handover.js";
export * from "./handover/evolve-handover.js";
export * from "./handover/handover-view.js";
// concentration
export * from "./concentration/customer-tie.js";
export * from "./concentration/concentration-policy.js";
export * from "./concentration/currency-concentration.js";
export * from "./concentration/relationship-concentration.js";
// assessment
export * from "./assessment/open-complaint.js";
export * from "./assessment/relationship-facts.js";
export * from "./assessment/assessment-policy.js";
export * from "./assessment/relationship.js";
export * from "./assessment/satisfaction-course.js";
export * from "./assessment/leaving-risk.js";
export * from "./assessment/assess-relationship.js";
export * from "./assessment/what-changed.js";
// occasion
export * from "./occasion/occasion-event.js";
export * from "./occasion/occasion-rule.js";
export * from "./occasion/dated-occasion.js";
export * from "./occasion/occasion-facts.js";
export * from "./occasion/occasion-dates.js";
export * from "./occasion/easter-sunday.js";
export * from "./occasion/nth-weekday.js";
export * from "./occasion/calendars/personal.js";
export * from "./occasion/calendars/mainland-china.js";
export * from "./occasion/calendars/hong-kong.js";
export * from "./occasion/calendars/taiwan.js";
export * from "./occasion/calendars/united-states.js";
export * from "./occasion/calendars/united-kingdom.js";
export * from "./occasion/calendars/germany.js";
export * from "./occasion/calendars/seasons.js";
