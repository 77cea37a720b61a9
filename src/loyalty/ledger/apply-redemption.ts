import { orderedValue } from "../../shared/ordered-map.js";
import type { LoyaltyEventBase } from "./event-base.js";
import { draftLot, putLot } from "./ledger-draft.js";
import type { LedgerDraft } from "./ledger-draft.js";
import type {
  LotAllocation,
  RedemptionRecord,
  VoucherRecord,
  VoucherUse,
} from "./loyalty-state.js";
import type {
  PointsRedeemed,
  PointsReserved,
  ReservationEnded,
  VoucherChanged,
} from "./redemption-event.js";
import type { OrderReturned } from "./return-event.js";

type RedemptionEvent =
  PointsRedeemed | PointsReserved | ReservationEnded | VoucherChanged | OrderReturned;

/** What an event does to the records of redemptions, reservations and vouchers. */
export function applyRedemption(draft: LedgerDraft, event: RedemptionEvent): void {
  switch (event.kind) {
    case "points-redeemed":
      spend(draft, event);
      return;
    case "points-reserved":
      reserve(draft, event);
      return;
    case "reservation-ended":
      end(draft, event);
      return;
    case "voucher-changed":
      changeVoucher(draft, event);
      return;
    case "order-returned":
      giveBack(draft, event);
      return;
  }
}

function spend(draft: LedgerDraft, event: PointsRedeemed): void {
  keep(draft, {
    redemption: event.redemption,
    at: event.occurredAt,
    committedAt: event.occurredAt,
    allocations: allocationsOf(event, "redeemed"),
    status: "committed",
    givenBack: 0,
  });
}

function reserve(draft: LedgerDraft, event: PointsReserved): void {
  const { redemption, occurredAt: at, fallsBackAt } = event;
  const { state, put } = draft;
  const allocations = allocationsOf(event, "reserved");
  keep(draft, { redemption, at, allocations, status: "reserved", fallsBackAt, givenBack: 0 });
  const name = `${fallsBackAt}|${redemption.id}`;
  state.openReservations = put(state.openReservations, name, redemption.id);
}

function keep({ state, put }: LedgerDraft, record: RedemptionRecord): void {
  const { id, order } = record.redemption;
  state.redemptions = put(state.redemptions, id, record);
  if (order === undefined) return;
  state.orderRedemptions = put(state.orderRedemptions, `${order}|${id}`, id);
}

function end(draft: LedgerDraft, { redemption: id, as, occurredAt }: ReservationEnded): void {
  const { state, put, drop } = draft;
  const record = redemptionOf(draft, id);
  const spent = as === "committed" ? { committedAt: occurredAt } : {};
  state.redemptions = put(state.redemptions, id, { ...record, status: as, ...spent });
  const name = `${record.fallsBackAt ?? ""}|${id}`;
  state.openReservations = drop(state.openReservations, name);
}

/** A return names the points of each redemption it gave back, and what of vouchers it could not. */
function giveBack(draft: LedgerDraft, event: OrderReturned): void {
  const { givenBack, moved, vouchersLost, order, occurredAt: at } = event;
  const { state, put } = draft;
  for (const { redemption: id, points } of givenBack ?? []) {
    const before = redemptionOf(draft, id);
    const record = { ...before, givenBack: before.givenBack + points };
    state.redemptions = put(state.redemptions, id, record);
  }
  for (const { lot: id } of moved ?? []) {
    const lot = draftLot(draft, id);
    lot.graceGiven = true;
    putLot(draft, lot);
  }
  for (const { voucher, amount } of vouchersLost ?? []) {
    const before = voucherOf(draft, voucher);
    const record = withUse(before, { order, amount: -amount, at });
    state.vouchers = put(state.vouchers, voucher, record);
  }
}

function voucherOf({ state }: LedgerDraft, id: string): VoucherRecord {
  const found = orderedValue(state.vouchers, id);
  if (found !== undefined) return found;
  throw new RangeError(`Cannot evolve a ledger: there is no voucher ${JSON.stringify(id)}`);
}

/** Uses stand by when they happened, in whatever order they come to be known. */
function withUse(record: VoucherRecord, use: VoucherUse): VoucherRecord {
  const uses = [...(record.uses ?? []), use];
  const sorted = uses.sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1));
  return { ...record, uses: sorted };
}

function redemptionOf({ state }: LedgerDraft, id: string): RedemptionRecord {
  const found = orderedValue(state.redemptions, id);
  if (found !== undefined) return found;
  throw new RangeError(`Cannot evolve a ledger: there is no redemption ${JSON.stringify(id)}`);
}

function allocationsOf(event: LoyaltyEventBase, to: "redeemed" | "reserved"): LotAllocation[] {
  const allocations: LotAllocation[] = [];
  for (const movement of event.movements ?? []) {
    if (movement.to !== to || movement.lot === undefined) continue;
    allocations.push({ lot: movement.lot, kind: movement.kind, points: movement.points });
  }
  return allocations;
}

function changeVoucher(draft: LedgerDraft, event: VoucherChanged): void {
  const { state, put } = draft;
  const { voucher, change, occurredAt: at } = event;
  if (change.kind === "issued") {
    const { amount, redemption, expiresAt } = change;
    const ends = expiresAt === undefined ? {} : { expiresAt };
    const worth = { amount, left: amount, voided: false };
    const record = { voucher, redemption, issuedAt: at, ...worth, ...ends };
    state.vouchers = put(state.vouchers, voucher, record);
    return;
  }
  const before = voucherOf(draft, voucher);
  if (change.kind === "voided") {
    state.vouchers = put(state.vouchers, voucher, { ...before, left: 0, voided: true });
    return;
  }
  const { order } = change;
  const amount = change.kind === "used" ? change.amount : -change.amount;
  const left = before.voided ? 0 : Math.min(before.amount, before.left - amount);
  const record = withUse({ ...before, left }, { order, amount, at });
  state.vouchers = put(state.vouchers, voucher, record);
}
