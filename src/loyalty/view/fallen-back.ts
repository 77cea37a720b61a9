import { orderedEntries, orderedValue } from "../../shared/ordered-map.js";
import type { Instant } from "../../shared/time/instant.js";
import { lotPhase } from "../ledger/lot-phase.js";
import type { PointsLot } from "../ledger/lot.js";
import type { LoyaltyState } from "../ledger/loyalty-state.js";

/** Points of a reservation whose time is over, by lot, though nobody has recorded it yet. */
export interface FallenBackPoints {
  /** The lot they were set aside from. */
  readonly lot: PointsLot;
  /** The redemption they were set aside for. */
  readonly redemption: string;
  /** How many. */
  readonly points: number;
  /** Of those, how many are gone because the lot had expired by then. */
  readonly gone: number;
  /** Of those, how many pay what the member owes. */
  readonly paid: number;
}

/** What has fallen back by a moment, in order: what `settle` records with the next command. */
export function fallenBackPoints(state: LoyaltyState, asOf: Instant): readonly FallenBackPoints[] {
  const fallen: FallenBackPoints[] = [];
  const owed: Record<string, number> = {};
  for (const [name, redemption] of orderedEntries(state.openReservations)) {
    const fellBackAt = name.slice(0, asOf.length) as Instant;
    if (fellBackAt > asOf) break;
    for (const { lot: id, kind, points } of orderedValue(state.redemptions, redemption)!
      .allocations) {
      const lot = orderedValue(state.lots, id)!;
      const wallet = state.wallets[kind]!;
      if (lotPhase(lot, fellBackAt, wallet.lapsesAt) === "expired") {
        fallen.push({ lot, redemption, points, gone: points, paid: 0 });
        continue;
      }
      owed[kind] ??= Math.max(0, 0 - wallet.totals.deficit);
      const paid = Math.min(owed[kind], points);
      owed[kind] -= paid;
      fallen.push({ lot, redemption, points, gone: 0, paid });
    }
  }
  return fallen;
}

/** What has fallen back by a moment, by lot. */
export function fallenBackByLot(
  state: LoyaltyState,
  asOf: Instant,
): ReadonlyMap<string, readonly FallenBackPoints[]> {
  const byLot = new Map<string, FallenBackPoints[]>();
  for (const fallen of fallenBackPoints(state, asOf)) {
    const found = byLot.get(fallen.lot.id);
    if (found === undefined) byLot.set(fallen.lot.id, [fallen]);
    else found.push(fallen);
  }
  return byLot;
}
