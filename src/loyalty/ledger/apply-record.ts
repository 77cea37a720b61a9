import { orderedValue } from "../../shared/ordered-map.js";
import { applyRedemption } from "./apply-redemption.js";
import { takeOverRecords, withMerged, withMergedInto } from "./apply-take-over.js";
import { draftLot, putLot } from "./ledger-draft.js";
import type { LedgerDraft } from "./ledger-draft.js";
import type { LoyaltyEvent } from "./loyalty-event.js";
import type { LoyaltyAccount } from "./loyalty-state.js";
import type {
  CardChanged,
  HouseholdChanged,
  MemberEnrolled,
  MemberStatusChanged,
} from "./member-event.js";
import type { PointsActivated, PointsTransferred, ReferralChanged } from "./points-event.js";
import { recordOrder, recordReturn } from "./apply-order.js";

/** What an event does to the records of the ledger, by its kind. */
export function applyRecord(draft: LedgerDraft, event: LoyaltyEvent): void {
  const { state, put } = draft;
  switch (event.kind) {
    case "member-enrolled":
      state.account = opened(event);
      return;
    case "member-status-changed":
      state.account = withStatus(accountOf(draft), event);
      return;
    case "card-changed":
      state.account = withCard(accountOf(draft), event);
      return;
    case "household-changed":
      state.account = withPerson(accountOf(draft), event);
      return;
    case "order-recorded":
      recordOrder(draft, event);
      return;
    case "order-returned":
      recordReturn(draft, event);
      applyRedemption(draft, event);
      return;
    case "activity-recorded":
      state.activities = put(state.activities, event.activity, event.trigger);
      return;
    case "points-activated":
      activate(draft, event);
      return;
    case "points-redeemed":
    case "points-reserved":
    case "reservation-ended":
    case "voucher-changed":
      applyRedemption(draft, event);
      return;
    case "tier-changed":
      // In whatever order changes come to be known, the latest counts.
      if (state.tierChangedAt !== undefined && state.tierChangedAt > event.occurredAt) return;
      state.tier = event.standing;
      state.tierChangedAt = event.occurredAt;
      return;
    case "club-changed": {
      const { club, status, occurredAt, until } = event;
      if ((state.clubs[club]?.since ?? occurredAt) > occurredAt) return;
      const standing = { status, since: occurredAt, ...(until !== undefined && { until }) };
      state.clubs = { ...state.clubs, [club]: standing };
      return;
    }
    case "points-transferred":
      countPassedOn(draft, event);
      if (event.as === "merge") state.account = withMergedInto(accountOf(draft), event);
      return;
    case "records-taken-over":
      state.account = withMerged(accountOf(draft), event);
      takeOverRecords(draft, event);
      return;
    case "referral-changed":
      recordReferral(draft, event);
      return;
    case "points-granted":
    case "points-clawed-back":
    case "points-expired":
    case "expiry-moved":
      return;
  }
}

function opened(event: MemberEnrolled): LoyaltyAccount {
  const { member, holder, day, occurredAt, birthday, referredBy } = event;
  return {
    member,
    holder,
    status: "active",
    statusAt: occurredAt,
    enrolledOn: day,
    enrolledAt: occurredAt,
    ...(birthday !== undefined && { birthday }),
    ...(referredBy !== undefined && { referredBy }),
    cards: {},
    ...(holder === "household" && { persons: [] }),
  };
}

function accountOf({ state }: LedgerDraft): LoyaltyAccount {
  if (state.account !== undefined) return state.account;
  throw new RangeError(
    "Cannot evolve a ledger: its account changed before the member was enrolled",
  );
}

function withStatus(
  account: LoyaltyAccount,
  { status, occurredAt }: MemberStatusChanged,
): LoyaltyAccount {
  if (account.statusAt > occurredAt) return account;
  return { ...account, status, statusAt: occurredAt };
}

function withCard(
  account: LoyaltyAccount,
  { card, status, replaces }: CardChanged,
): LoyaltyAccount {
  const cards = { ...account.cards };
  // In whatever order it comes to be known, a card that was blocked stays blocked.
  if (cards[card] !== "blocked") cards[card] = status;
  if (replaces !== undefined) cards[replaces] = "blocked";
  return { ...account, cards };
}

function withPerson(
  account: LoyaltyAccount,
  { person, status, occurredAt }: HouseholdChanged,
): LoyaltyAccount {
  const changes = account.personChanges ?? {};
  if ((changes[person] ?? occurredAt) > occurredAt) return account;
  const others = (account.persons ?? []).filter((one) => one !== person);
  const persons = status === "member" ? [...others, person].sort() : others;
  return { ...account, persons, personChanges: { ...changes, [person]: occurredAt } };
}

function activate(draft: LedgerDraft, { activated, occurredAt }: PointsActivated): void {
  for (const id of activated) {
    const lot = draftLot(draft, id);
    delete lot.awaiting;
    lot.activeFrom = occurredAt;
    putLot(draft, lot);
  }
}

function countPassedOn({ state }: LedgerDraft, { as, month, points }: PointsTransferred): void {
  const name = `${as}:${month}`;
  state.passedOn = { ...state.passedOn, [name]: (state.passedOn[name] ?? 0) + points };
}

function recordReferral({ state, put }: LedgerDraft, event: ReferralChanged): void {
  const { other, side, status, order, month, lots } = event;
  const name = `${side}:${other}`;
  const before = orderedValue(state.referrals, name);
  const record = {
    ...before,
    other,
    side,
    status,
    ...(order !== undefined && { order }),
    ...(month !== undefined && { month }),
    lots: [...(before?.lots ?? []), ...(lots ?? []).map(({ id }) => id)],
  };
  state.referrals = put(state.referrals, name, record);
}
