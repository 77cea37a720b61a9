import { orderedValue } from "../../shared/ordered-map.js";
import type { Instant } from "../../shared/time/instant.js";
import { openLots } from "../ledger/burn.js";
import { lotPhase } from "../ledger/lot-phase.js";
import type { PointsLot } from "../ledger/lot.js";
import type { LoyaltyState } from "../ledger/loyalty-state.js";
import type { LedgerAccount, PointsMovement } from "../ledger/movement.js";
import type { ReturnPolicy } from "../programme/return-policy.js";

/** Points to be taken back. */
export interface ClawBackRequest {
  /** The kind of points. */
  readonly kind: string;
  /** How many. */
  readonly points: number;
  /** The lots they were given in, which are taken from first. */
  readonly ownLots: readonly string[];
  /** What happens to those that are not there any more. */
  readonly shortfall: ReturnPolicy["shortfall"];
  /** When. */
  readonly asOf: Instant;
}

/** How points are taken back. */
export interface ClawBack {
  /** The movements. */
  readonly movements: readonly PointsMovement[];
  /** Points the member owes from now on. */
  readonly owed: number;
  /** Points that were let go. */
  readonly letGo: number;
}

/**
 * Takes points back: from the lots they were given in, there also from what has expired, which the member has lost
 * already; then from the others in burn order; what is still missing is owed, or let go.
 */
export function clawBack(state: LoyaltyState, request: ClawBackRequest): ClawBack {
  const { kind, points, ownLots, shortfall, asOf } = request;
  const movements: PointsMovement[] = [];
  let left = points;
  const take = (lot: string | undefined, from: LedgerAccount, there: number): void => {
    const taken = Math.min(left, there);
    if (taken <= 0) return;
    left -= taken;
    const place = lot === undefined ? {} : { lot };
    movements.push({ kind, ...place, from, to: "clawed-back", points: taken });
  };
  const own = ownLots
    .map((id) => orderedValue(state.lots, id))
    .filter((lot) => lot?.kind === kind)
    .map((lot) => lot!)
    .filter((lot) => isThere(lot, asOf));
  for (const { id, open } of own) take(id, "open", open);
  for (const { id, expired } of own) take(id, "expired", expired);
  if (left > 0) {
    for (const lot of openLots(state, [kind])) {
      if (left === 0) break;
      if (ownLots.includes(lot.id) || !isThere(lot, asOf)) continue;
      // What has expired is gone already and pays nothing.
      if (lotPhase(lot, asOf, state.wallets[kind]?.lapsesAt) === "expired") continue;
      take(lot.id, "open", lot.open);
    }
  }
  const missing = left;
  if (shortfall === "clamp") return { movements, owed: 0, letGo: missing };
  take(undefined, "deficit", missing);
  return { movements, owed: missing, letGo: 0 };
}

/** What was issued or came back only later cannot be taken back yet. */
function isThere({ earnedAt, backAt }: PointsLot, asOf: Instant): boolean {
  return earnedAt <= asOf && (backAt === undefined || backAt <= asOf);
}
