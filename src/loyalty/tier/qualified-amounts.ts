import { orderedEntries } from "../../shared/ordered-map.js";
import type { Period } from "../../shared/time/period.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import type { LoyaltyState } from "../ledger/loyalty-state.js";
import type { TierMetric } from "../programme/tier-policy.js";

/** How much of each metric counts: minor units for `spend`, else whole numbers. */
export type QualifiedAmounts = Readonly<Record<TierMetric, number>>;

/**
 * How much has a member done towards a tier in these days (LOY-3)?
 *
 * What was earned counts, whether it is still there or spent: redeeming takes nothing from it. What was given back is
 * taken off the day of its order.
 *
 * @param state - The ledger.
 * @param days - From the first day to the first that no longer counts, on the programme's clock.
 * @returns The sum of each metric; 0 where nothing counted.
 * @example
 * ```ts
 * import { NO_LOYALTY, qualifiedAmounts } from "goodwill/loyalty";
 * import { plainDate, yearPeriod } from "goodwill/shared";
 *
 * const year = yearPeriod(plainDate("2026-03-02"));
 * qualifiedAmounts(NO_LOYALTY, year).spend; // => 0
 * ```
 */
export function qualifiedAmounts(
  state: Pick<LoyaltyState, "qualifying">,
  days: Period<PlainDate>,
): QualifiedAmounts {
  const sums = { spend: 0, points: 0, visits: 0, nights: 0 };
  for (const [day, amounts] of orderedEntries(state.qualifying, days.start)) {
    if (day >= days.end) break;
    sums.spend += amounts.spend ?? 0;
    sums.points += amounts.points ?? 0;
    sums.visits += amounts.visits ?? 0;
    sums.nights += amounts.nights ?? 0;
  }
  return sums;
}
