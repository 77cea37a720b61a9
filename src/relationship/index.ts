/**
 * What does the firm hold of a relationship when the account manager leaves?
 *
 * The handover from one member of staff to another, step by step, with its deadlines, its checks and what was found;
 * and how much of the value of the relationships hangs on one person.
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
