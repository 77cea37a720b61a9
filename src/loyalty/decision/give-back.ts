import { orderedValue } from "../../shared/ordered-map.js";
import { addDays } from "../../shared/time/date-arithmetic.js";
import type { Instant } from "../../shared/time/instant.js";
import { plainDateAt } from "../../shared/time/time-zone.js";
import type { LotEndMoved } from "../ledger/event-base.js";
import { lotPhase } from "../ledger/lot-phase.js";
import type { LotAllocation } from "../ledger/loyalty-state.js";
import type { PointsMovement } from "../ledger/movement.js";
import type { ReturnPolicy } from "../programme/return-policy.js";
import type { Decision } from "./decision.js";
import { startAfter } from "./lapses.js";

/** From where points come back, and what happens where their lot has expired. */
export interface GiveBackTerms {
  /** Where they are: spent, or set aside. */
  readonly from: "redeemed" | "reserved";
  /** What happens to those of an expired lot; as the programme says of returns when absent. */
  readonly expired?: ReturnPolicy["expired"];
  /** When they come back; with the command when absent. */
  readonly at?: Instant;
}

/** How points come back to their lots. */
export interface GivenBack {
  /** The movements. */
  readonly movements: readonly PointsMovement[];
  /** Points that are gone because their lot had expired. */
  readonly forfeited: number;
  /** Lots that had expired and last a while longer; absent where none. */
  readonly moved?: readonly LotEndMoved[];
}

/**
 * Points that were spent or set aside come back to the lots they were taken from, with their expiry. Where a lot has
 * expired meanwhile they are gone or last some days more, as the programme says; more days are given to a lot once
 * only. What the member owes is paid first.
 */
export function giveBack(
  { state, command, options }: Decision,
  allocations: readonly LotAllocation[],
  { from, expired = options.programme.returns.expired, at = command.occurredAt }: GiveBackTerms,
): GivenBack {
  const { zone } = options.programme;
  const movements: PointsMovement[] = [];
  const moved: LotEndMoved[] = [];
  const owed: Record<string, number> = {};
  let forfeited = 0;
  for (const { lot: id, kind, points } of allocations) {
    const lot = orderedValue(state.lots, id)!;
    const isExpired = lotPhase(lot, at, state.wallets[kind]?.lapsesAt) === "expired";
    if (isExpired && (expired.kind === "forfeit" || lot.graceGiven === true)) {
      movements.push({ kind, lot: id, from, to: "expired", points });
      forfeited += points;
      continue;
    }
    if (isExpired && expired.kind === "grace" && !moved.some(({ lot }) => lot === id)) {
      const last = addDays(plainDateAt(at, zone), expired.days);
      moved.push({ lot: id, expiresAt: startAfter(last, zone) });
    }
    movements.push({ kind, lot: id, from, to: "open", points });
    owed[kind] ??= 0 - (state.wallets[kind]?.totals.deficit ?? 0);
    const paid = Math.min(owed[kind], points);
    if (paid <= 0) continue;
    owed[kind] -= paid;
    movements.push({ kind, lot: id, from: "open", to: "deficit", points: paid });
  }
  return { movements, forfeited, ...(moved.length > 0 && { moved }) };
}
