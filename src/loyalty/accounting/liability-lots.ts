import { orderedEntries } from "../../shared/ordered-map.js";
import type { Instant } from "../../shared/time/instant.js";
import { requireInstant } from "../../shared/time/require-instant.js";
import { lotEnd } from "../ledger/lot-phase.js";
import type { LoyaltyState } from "../ledger/loyalty-state.js";
import { fallenBackByLot } from "../view/fallen-back.js";
import type { VintageLot } from "./vintage-lot.js";

/**
 * The lots of a ledger as a liability is counted on: with the end of those that lapse by inactivity, and with what has
 * fallen back from reservations whose time is over.
 *
 * @param state - The member's ledger.
 * @param options - The moment asked about.
 * @returns Its lots, in the order they were issued; for `pointsLiability` and `estimateRedemption`.
 * @throws RangeError where the moment is none.
 * @example
 * ```ts
 * import { liabilityLots, NO_LOYALTY } from "goodwill/loyalty";
 * import { instant } from "goodwill/shared";
 *
 * liabilityLots(NO_LOYALTY, { asOf: instant("2026-03-02T09:00:00Z") }); // => []
 * ```
 */
export function liabilityLots(
  state: LoyaltyState,
  { asOf }: { readonly asOf: Instant },
): readonly VintageLot[] {
  requireInstant("count a liability", { asOf });
  const fallen = fallenBackByLot(state, asOf);
  return [...orderedEntries(state.lots)].map(([id, lot]) => {
    const expiresAt = lotEnd(lot, state.wallets[lot.kind]?.lapsesAt);
    const back = (fallen.get(id) ?? []).filter(({ gone }) => gone === 0);
    const points = back.reduce((sum, one) => sum + one.points, 0);
    const paid = back.reduce((sum, one) => sum + one.paid, 0);
    return {
      ...lot,
      open: lot.open + points - paid,
      reserved: lot.reserved - points,
      settledDebt: lot.settledDebt + paid,
      ...(expiresAt !== undefined && { expiresAt }),
    };
  });
}
