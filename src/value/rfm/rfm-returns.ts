import type { ReturnTreatment } from "../purchase/purchase-summary.js";

/**
 * What becomes of returns where customers are valued by what they bought.
 *
 * - `lower-spend`: they lower the amount and are no transaction.
 * - `leave-out`: as if they were not there.
 * - `refuse`: a return is an error.
 */
export type RfmReturns = Exclude<ReturnTreatment, "undo">;
