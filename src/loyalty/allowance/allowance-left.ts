import { orderedValue } from "../../shared/ordered-map.js";
import type { Instant } from "../../shared/time/instant.js";
import type { AllowanceState } from "./allowance-state.js";
import { timedOutReservations } from "./timed-out-reservations.js";

/**
 * How much of an allowance is left at a moment?
 *
 * The limit less what is used and what is set aside. A reservation whose time is over is not set aside any more,
 * whether or not that was recorded. Hand it to `decideLoyalty` and `quoteRedemption` as `left`, by the allowance's
 * name.
 *
 * @param state - The allowance.
 * @param options - The moment.
 * @returns How much, at least 0; 0 before it is opened.
 * @example
 * ```ts
 * import { allowanceLeft, NO_ALLOWANCE } from "goodwill/loyalty";
 * import { instant } from "goodwill/shared";
 *
 * allowanceLeft(NO_ALLOWANCE, { asOf: instant("2026-03-02T09:00:00Z") }); // => 0
 * ```
 */
export function allowanceLeft(state: AllowanceState, { asOf }: { readonly asOf: Instant }): number {
  let { reserved } = state;
  for (const id of timedOutReservations(state, asOf)) {
    reserved -= orderedValue(state.reservations, id)!.amount;
  }
  return state.limit - state.committed - reserved;
}
