import type { LoyaltyState } from "../ledger/loyalty-state.js";
import type { TierStanding } from "../ledger/tier-event.js";
import type { TierOptions } from "./tier-options.js";
import { tierSteps } from "./tier-steps.js";
import { recordedStanding } from "./tier-walk.js";

/**
 * Which tier does a member hold, since when and until when (LOY-3)?
 *
 * It is worked out for the moment asked about, whether or not anything was recorded since the standing was:
 * - a higher tier begins as soon as its requirement is reached, or with the next period, as the programme says;
 * - it is held through the period it began in, or the next, and the months of grace; under a rolling window of n months
 * that period is n months from the day it began;
 * - at its end it is kept, where what keeps it (or reaches it) was done in a period that still holds then: the latest
 * such period says until when; a rolling window of n months is looked at on the day itself;
 * - else the member goes to the highest of: the tier qualified for, a lower standing that still lasts, and, by policy,
 * the next tier down that can be reached, until the running period and its grace are over;
 * - a tier given by hand until a day ends with that day in the same way; the lowest tier, and a tier reached for life,
 * never end.
 *
 * Only what was earned counts, never what was redeemed.
 *
 * @param state - The ledger.
 * @param options - The moment and the programme.
 * @returns The standing; undefined where the programme has no tiers or nobody is enrolled. Before the standing that was
 * recorded last began it is that one: for an earlier moment fold the events up to it.
 * @example
 * ```ts
 * import { loyaltyProgramme, NO_LOYALTY, tierStandingAt } from "goodwill/loyalty";
 * import { instant, timeZone } from "goodwill/shared";
 *
 * const programme = loyaltyProgramme({
 *   id: "stays",
 *   version: 1,
 *   zone: timeZone("Europe/London"),
 *   currency: "GBP",
 *   kinds: [{ id: "points", purpose: "redeemable" }],
 *   earning: [],
 * });
 * tierStandingAt(NO_LOYALTY, { asOf: instant("2026-03-02T09:00:00Z"), programme }); // => undefined
 * ```
 */
export function tierStandingAt(
  state: LoyaltyState,
  options: TierOptions,
): TierStanding | undefined {
  return tierSteps(state, options).at(-1)?.standing ?? recordedStanding(state, options.programme);
}
