import { instant, plainDate, timeZone } from "goodwill/shared";
import { decideLoyalty } from "../../../src/loyalty/decide-loyalty.js";
import type { LoyaltyCommand } from "../../../src/loyalty/decision/loyalty-command.js";
import { evolveLoyalty } from "../../../src/loyalty/ledger/evolve-loyalty.js";
import type { PointsLot } from "../../../src/loyalty/ledger/lot.js";
import type { LoyaltyEvent } from "../../../src/loyalty/ledger/loyalty-event.js";
import { NO_LOYALTY } from "../../../src/loyalty/ledger/loyalty-state.js";
import type { LoyaltyState } from "../../../src/loyalty/ledger/loyalty-state.js";
import type { LoyaltyProgrammeDefinition } from "../../../src/loyalty/programme/programme-definition.js";
import { loyaltyProgramme } from "../../../src/loyalty/programme/programme.js";
import type { LoyaltyProgramme } from "../../../src/loyalty/programme/programme.js";
import { walletBalance } from "../../../src/loyalty/view/wallet-balance.js";
import { orderedEntries } from "../../../src/shared/ordered-map.js";

/** A programme in a zone far from UTC, so that a day or month taken in another zone shows. */
export function programmeOf(said: Partial<LoyaltyProgrammeDefinition> = {}): LoyaltyProgramme {
  return loyaltyProgramme({
    id: "beans",
    version: 1,
    zone: timeZone("Pacific/Auckland"),
    currency: "NZD",
    kinds: [
      {
        id: "beans",
        purpose: "redeemable",
        expiry: { kind: "rolling", count: 12, unit: "months" },
        value: { points: 100, amount: 50, currency: "NZD" },
        reinstatementDays: 10,
      },
      {
        id: "idle",
        purpose: "redeemable",
        expiry: { kind: "inactivity", count: 6, unit: "months" },
      },
      { id: "later", purpose: "redeemable", activation: { kind: "after-days", days: 14 } },
      {
        id: "stay",
        purpose: "redeemable",
        activation: { kind: "on-confirmation", action: "checkout" },
      },
      { id: "miles", purpose: "partner" },
    ],
    earning: [
      {
        id: "stays",
        kind: "stay",
        trigger: "order",
        award: { form: "per-amount", points: 1, per: 100 },
      },
    ],
    redemption: { kinds: ["beans"], payment: { points: 1, amount: 1 }, reservationMinutes: 30 },
    transfer: { kinds: ["beans", "idle"], minimumPoints: 5, monthlyPoints: 100 },
    household: { members: 3, kinds: ["beans"], monthlyPoints: 60 },
    partners: [{ id: "airline", issues: ["miles"], accepts: [] }],
    ...said,
  });
}

/** The first moment of a day, or a moment of it, on Auckland's clock in its summer. */
export function at(day: string, time = "12:00"): ReturnType<typeof instant> {
  return instant(`${day}T${time}:00+13:00`);
}

/** Options of a decision long after all that happens in a test. */
export function optionsOf(
  programme: LoyaltyProgramme,
  run = "e",
): {
  programme: LoyaltyProgramme;
  now: ReturnType<typeof instant>;
  ids: (index: number) => string;
} {
  return { programme, now: instant("2030-01-01T00:00:00Z"), ids: (n) => `${run}-${n}` };
}

/** The ledger after these commands, each of which must be taken in. */
export function ledgerOf(
  commands: readonly LoyaltyCommand[],
  { programme = programmeOf(), from = NO_LOYALTY } = {},
): LoyaltyState {
  let state: LoyaltyState = from;
  for (const command of commands) {
    const decided = decideLoyalty(state, command, optionsOf(programme, command.key));
    if (!decided.ok) throw new Error(`${command.kind}: ${JSON.stringify(decided.error)}`);
    state = after(state, decided.value);
  }
  return state;
}

/** The ledger after these events, as a host takes them in. */
export function after(state: LoyaltyState, events: readonly LoyaltyEvent[]): LoyaltyState {
  return events.reduce(evolveLoyalty, state);
}

/** Enrols a member at the beginning of 2026. */
export function enrol(member: string, said: object = {}): LoyaltyCommand {
  const occurredAt = at("2026-01-01");
  return { kind: "enrol", key: `enrol-${member}`, member, occurredAt, ...said };
}

/** Gives points by hand. */
export function grant(
  member: string,
  {
    amount,
    kind = "beans",
    day = "2026-01-02",
    ...said
  }: {
    amount: number;
    kind?: string;
    day?: string;
    through?: string;
    partner?: string;
    key?: string;
  },
): LoyaltyCommand {
  const { through, ...rest } = said;
  return {
    kind: "grant-points",
    key: `grant-${member}-${kind}-${day}-${amount}-${through ?? ""}`,
    member,
    occurredAt: at(day),
    points: { kind, amount },
    why: "goodwill",
    ...(through !== undefined && { through: plainDate(through) }),
    ...rest,
  };
}

/** An order of one line. */
export function order(
  member: string,
  { id, amount, day = "2026-01-10" }: { id: string; amount: number; day?: string },
): LoyaltyCommand {
  return {
    kind: "record-order",
    key: `order-${id}`,
    member,
    occurredAt: at(day),
    order: {
      id,
      lines: [{ id: "1", product: "mug", quantity: 1, amount: { amount, currency: "NZD" } }],
    },
  };
}

/** All lots, in the order they were issued. */
export function lotsOf(state: LoyaltyState): readonly PointsLot[] {
  return [...orderedEntries(state.lots)].map(([, lot]) => lot);
}

/** Pending and active points less what is owed. */
export function balanceOf(state: LoyaltyState, kind = "beans", asOf = at("2026-02-10")): number {
  return walletBalance(state, kind, { asOf }).balance;
}

/** Every wallet sums to 0, and every lot holds its original, no part of it below 0. */
export function isBalanced({ wallets, ...state }: LoyaltyState): boolean {
  const isSumZero = Object.values(wallets).every(
    ({ totals }) => Object.values(totals).reduce((sum, points) => sum + points, 0) === 0,
  );
  return (
    isSumZero &&
    lotsOf({ wallets, ...state }).every((lot) => {
      const { open, reserved, redeemed, expired, clawedBack, transferred, settledDebt } = lot;
      const parts = [open, reserved, redeemed, expired, clawedBack, transferred, settledDebt];
      return (
        parts.every((part) => part >= 0) &&
        parts.reduce((sum, part) => sum + part, 0) === lot.original
      );
    })
  );
}
