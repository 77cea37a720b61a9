import { compareText } from "../../shared/text-order.js";
import { orderedEntries, orderedValue } from "../../shared/ordered-map.js";
import type { Instant } from "../../shared/time/instant.js";
import type { LotEndMoved } from "../ledger/event-base.js";
import { priorityKey } from "../ledger/ledger-draft.js";
import { lotEnd } from "../ledger/lot-phase.js";
import type { PointsLot } from "../ledger/lot.js";
import type { PointsMovement } from "../ledger/movement.js";
import type { LoyaltyState, PointsWallet } from "../ledger/loyalty-state.js";
import { record } from "./decision.js";
import type { Decision } from "./decision.js";
import { giveBack } from "./give-back.js";

/**
 * Records what the clock has done by the time of the command: reservations whose time is over, then points past their
 * expiry. It only writes down what is so already; no balance moves by it.
 */
export function settle(decision: Decision): void {
  settleReservations(decision);
  settleExpiry(decision);
}

function settleReservations(decision: Decision): void {
  const { openReservations } = decision.state;
  const now = decision.command.occurredAt;
  for (const [name, id] of orderedEntries(openReservations)) {
    const fellBackAt = name.slice(0, now.length) as Instant;
    if (fellBackAt > now) break;
    const { allocations } = orderedValue(decision.state.redemptions, id)!;
    // A time-out is no return: what had expired while it was set aside is gone.
    const terms = { from: "reserved", expired: { kind: "forfeit" }, at: fellBackAt } as const;
    const { movements } = giveBack(decision, allocations, terms);
    const ended = {
      kind: "reservation-ended",
      redemption: id,
      as: "timed-out",
      movements,
    } as const;
    record(decision, { ...ended, occurredAt: fellBackAt });
  }
}

/** What expired at the same moment is one event, of that moment: a look back finds it where it belongs. */
function settleExpiry(decision: Decision): void {
  const { state, command } = decision;
  const ends = new Map<Instant, { movements: PointsMovement[]; moved: LotEndMoved[] }>();
  const at = (end: Instant) => {
    const found = ends.get(end) ?? { movements: [], moved: [] };
    ends.set(end, found);
    return found;
  };
  for (const [kind, wallet] of Object.entries(state.wallets)) {
    for (const { id, open, ...lot } of lapsedLots(state, wallet, command.occurredAt)) {
      const points = { lot: id, from: "open", to: "expired", points: open } as const;
      at(lotEnd(lot, wallet.lapsesAt)!).movements.push({ kind, ...points });
    }
    for (const moved of lapsedEnds(state, kind, command.occurredAt)) {
      at(moved.expiresAt).moved.push(moved);
    }
  }
  for (const [end, { movements, moved }] of [...ends].sort(([a], [b]) => compareText(a, b))) {
    record(decision, {
      kind: "points-expired",
      occurredAt: end,
      ...(movements.length > 0 && { movements }),
      ...(moved.length > 0 && { moved }),
    });
  }
}

/**
 * Lots that lapsed with the member keep that end, though the next activity moves the lapse of all others: also those
 * without open points, because points may still come back to them.
 */
function lapsedEnds(state: LoyaltyState, kind: string, asOf: Instant): LotEndMoved[] {
  const lapsesAt = state.wallets[kind]?.lapsesAt;
  if (lapsesAt === undefined || lapsesAt > asOf) return [];
  const moved: LotEndMoved[] = [];
  for (const [id, lot] of orderedEntries(state.lots)) {
    if (lot.kind !== kind || lot.lapsesWhenInactive !== true) continue;
    moved.push({ lot: id, expiresAt: lapsesAt });
  }
  return moved;
}

/** Lots of a wallet with open points whose end has come. */
function lapsedLots(state: LoyaltyState, wallet: PointsWallet, asOf: Instant): PointsLot[] {
  const lapsed: PointsLot[] = [];
  // Within a priority the earliest end comes first: from the first lot that still lasts on, go to the next priority.
  let from: string | undefined = "";
  while (from !== undefined) {
    const start: string = from;
    from = undefined;
    for (const [, id] of orderedEntries(wallet.queue, start)) {
      const lot = orderedValue(state.lots, id)!;
      if (lot.expiresAt !== undefined && lot.expiresAt <= asOf) {
        lapsed.push(lot);
        continue;
      }
      from = `${priorityKey(lot.priority)}}`;
      break;
    }
  }
  if (wallet.lapsesAt !== undefined && wallet.lapsesAt <= asOf) {
    for (const [, id] of orderedEntries(wallet.idleQueue)) {
      lapsed.push(orderedValue(state.lots, id)!);
    }
  }
  return lapsed;
}
