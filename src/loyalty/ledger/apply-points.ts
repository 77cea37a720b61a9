import type { Instant } from "../../shared/time/instant.js";
import { orderedValue } from "../../shared/ordered-map.js";
import { TIER_METRICS } from "../programme/tier-policy.js";
import type { TierMetric } from "../programme/tier-policy.js";
import type { CapUse, LotEndMoved, LoyaltyEventBase, QualifyingEntry } from "./event-base.js";
import { dequeue, draftLot, draftWallet, enqueue, putLot } from "./ledger-draft.js";
import type { LedgerDraft } from "./ledger-draft.js";
import type { IssuedLot, PointsLot } from "./lot.js";
import type { LedgerAccount, PointsMovement } from "./movement.js";

/**
 * What an event of any kind does to points: lots issued, ends and lapses moved, points moved, caps and days counted.
 */
export function applyPoints(draft: LedgerDraft, event: Partial<LoyaltyEventBase>): void {
  const { lots, moved, movements, capUses, qualifying, lapses } = event;
  if (lots !== undefined) for (const lot of lots) issue(draft, lot);
  if (moved !== undefined) for (const end of moved) moveEnd(draft, end);
  if (movements !== undefined)
    for (const movement of movements) move(draft, movement, event.occurredAt);
  if (capUses !== undefined) for (const use of capUses) countCap(draft, use);
  if (qualifying !== undefined) for (const entry of qualifying) countDay(draft, entry);
  if (lapses !== undefined) {
    for (const { kind, at } of lapses) {
      const wallet = draftWallet(draft, kind);
      // In whatever order activities come to be known, the latest lapse counts.
      if (wallet.lapsesAt === undefined || wallet.lapsesAt < at) wallet.lapsesAt = at;
    }
  }
}

function issue(draft: LedgerDraft, issued: IssuedLot): void {
  const { totals } = draftWallet(draft, issued.kind);
  totals.issued -= issued.original;
  totals.open += issued.original;
  const lot: PointsLot = {
    open: issued.original,
    reserved: 0,
    redeemed: 0,
    expired: 0,
    clawedBack: 0,
    transferred: 0,
    settledDebt: 0,
    // Last, because engines copy into a literal far faster than they add to a copy.
    ...issued,
  };
  draft.state.lots = draft.put(draft.state.lots, lot.id, lot);
  enqueue(draft, lot);
}

function moveEnd(draft: LedgerDraft, { lot: id, expiresAt }: LotEndMoved): void {
  const lot = draftLot(draft, id);
  // In whatever order moves come to be known, the latest end counts.
  if (lot.expiresAt !== undefined && lot.expiresAt > expiresAt) return;
  if (lot.open > 0) dequeue(draft, lot);
  lot.expiresAt = expiresAt;
  delete lot.lapsesWhenInactive;
  if (lot.open > 0) enqueue(draft, lot);
  putLot(draft, lot);
}

/** Where a lot counts the points of an account; `issued` is no place within a lot. */
const PLACE_IN_LOT = {
  open: "open",
  reserved: "reserved",
  redeemed: "redeemed",
  expired: "expired",
  "clawed-back": "clawedBack",
  transferred: "transferred",
  deficit: "settledDebt",
} as const satisfies Partial<Record<LedgerAccount, keyof PointsLot>>;

function move(draft: LedgerDraft, movement: PointsMovement, at: Instant | undefined): void {
  const { kind, lot: id, from, to, points } = movement;
  const { totals } = draftWallet(draft, kind);
  totals[from] -= points;
  totals[to] += points;
  if (id === undefined) return;
  const lot = draftLot(draft, id);
  const wasOpen = lot.open > 0;
  if (from !== "issued") lot[PLACE_IN_LOT[from]] -= points;
  if (to !== "issued") lot[PLACE_IN_LOT[to]] += points;
  if (to === "open" && at !== undefined && (lot.backAt ?? at) <= at) lot.backAt = at;
  putLot(draft, lot);
  const isOpen = lot.open > 0;
  if (wasOpen && !isOpen) dequeue(draft, lot);
  if (!wasOpen && isOpen) enqueue(draft, lot);
}

function countCap({ state, put }: LedgerDraft, { cap, points, times }: CapUse): void {
  const before = orderedValue(state.capUses, cap);
  const after = { points: (before?.points ?? 0) + points, times: (before?.times ?? 0) + times };
  state.capUses = put(state.capUses, cap, after);
}

function countDay({ state, put }: LedgerDraft, { day, amounts }: QualifyingEntry): void {
  const before = orderedValue(state.qualifying, day);
  const after = before === undefined ? amounts : summed(before, amounts);
  state.qualifying = put(state.qualifying, day, after);
  state.qualifyingEver = summed(state.qualifyingEver, amounts);
}

type Amounts = QualifyingEntry["amounts"];

function summed(a: Amounts, b: Amounts): Amounts {
  const sums: Partial<Record<TierMetric, number>> = { ...a };
  for (const metric of TIER_METRICS) {
    const amount = b[metric];
    if (amount !== undefined) sums[metric] = (a[metric] ?? 0) + amount;
  }
  return sums;
}
