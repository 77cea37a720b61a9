import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { auditLedger } from "../../../src/loyalty/insight/audit-ledger.js";
import { explainPoints } from "../../../src/loyalty/insight/explain-points.js";
import { walletBalance } from "../../../src/loyalty/view/wallet-balance.js";
import type { WalletBalance } from "../../../src/loyalty/view/wallet-balance.js";
import { decideLoyalty } from "../../../src/loyalty/decide-loyalty.js";
import { evolveLoyalty } from "../../../src/loyalty/ledger/evolve-loyalty.js";
import { lotEnd } from "../../../src/loyalty/ledger/lot-phase.js";
import type { PointsLot } from "../../../src/loyalty/ledger/lot.js";
import type { LoyaltyCommand } from "../../../src/loyalty/decision/loyalty-command.js";
import type { LoyaltyEvent } from "../../../src/loyalty/ledger/loyalty-event.js";
import { NO_LOYALTY } from "../../../src/loyalty/ledger/loyalty-state.js";
import type { LoyaltyState } from "../../../src/loyalty/ledger/loyalty-state.js";
import { replayLoyalty } from "../../../src/loyalty/ledger/replay-loyalty.js";
import { quoteRedemption } from "../../../src/loyalty/redemption/quote-redemption.js";
import { previewReturn } from "../../../src/loyalty/returns/preview-return.js";
import { forecastExpiry } from "../../../src/loyalty/view/forecast-expiry.js";
import { orderedEntries } from "../../../src/shared/ordered-map.js";
import { addMilliseconds } from "../../../src/shared/time/instant.js";
import type { Instant } from "../../../src/shared/time/instant.js";
import { MEMBER } from "../ledger-story.js";
import { deciding, historyAfter, historyOf } from "./histories.js";
import type { History } from "./histories.js";
import { programmes } from "./programmes.js";
import { histories } from "./steps.js";
import { unevenNodes } from "./trace-sums.js";

const KINDS = ["points", "promo"];
const IN_ORDER = { inOrder: true };
const DAY = 24 * 3_600_000;

function lotsOf(state: LoyaltyState): PointsLot[] {
  return [...orderedEntries(state.lots)].map(([, lot]) => lot);
}

function balances(state: LoyaltyState, asOf: Instant): WalletBalance[] {
  return KINDS.map((kind) => walletBalance(state, kind, { asOf }));
}

/** All states of a history, one after each event. */
function statesOf(events: readonly LoyaltyEvent[]): LoyaltyState[] {
  let state = NO_LOYALTY;
  return events.map((event) => (state = evolveLoyalty(state, event)));
}

function shuffled<Item>(items: readonly Item[], seeds: readonly number[]): Item[] {
  return items
    .map((item, index) => ({ item, seed: (seeds[index % seeds.length]! * (index + 1)) % 997 }))
    .sort((a, b) => a.seed - b.seed)
    .map(({ item }) => item);
}

describe("LOY-3: laws of every ledger, whatever the programme and the history", () => {
  test("LOY-3: every transaction sums to 0, and no account of a lot leaves its bounds", () => {
    fc.assert(
      fc.property(programmes, histories, (programme, steps) => {
        for (const state of statesOf(historyOf(programme, steps, IN_ORDER).events)) {
          const open: Record<string, number> = {};
          for (const lot of lotsOf(state)) {
            const { original, reserved, redeemed, expired, clawedBack, transferred } = lot;
            const places = [
              lot.open,
              reserved,
              redeemed,
              expired,
              clawedBack,
              transferred,
              lot.settledDebt,
            ];
            expect(places.every((points) => points >= 0 && points <= original)).toBe(true);
            expect(places.reduce((a, b) => a + b)).toBe(original);
            open[lot.kind] = (open[lot.kind] ?? 0) + lot.open;
          }
          for (const [kind, { totals }] of Object.entries(state.wallets)) {
            expect(Object.values(totals).reduce((a, b) => a + b)).toBe(0);
            expect(totals.open).toBe(open[kind] ?? 0);
            expect(totals.deficit).toBeLessThanOrEqual(0);
          }
        }
      }),
    );
  });

  test("LOY-3: the balance is the open lots that last, less what is owed; all parts sum to what was issued", () => {
    fc.assert(
      fc.property(programmes, histories, fc.nat({ max: 30 }), (programme, steps, days) => {
        const { state, now } = historyOf(programme, steps, IN_ORDER);
        const at = addMilliseconds(now, days * DAY);
        for (const [index, wallet] of balances(state, at).entries()) {
          const { balance, pending, active, deficit } = wallet;
          expect(balance).toBe(pending + active - deficit);
          const gone =
            wallet.reserved +
            wallet.redeemed +
            wallet.expired +
            wallet.clawedBack +
            wallet.transferred;
          expect(balance + gone).toBe(wallet.issued);
          if (days > 0 || state.openReservations.length > 0) continue;
          const open = lotsOf(state)
            .filter((lot) => lot.kind === KINDS[index])
            .filter((lot) => (lotEnd(lot, state.wallets[lot.kind]?.lapsesAt) ?? "~") > at)
            .reduce((sum, lot) => sum + lot.open, 0);
          expect(balance).toBe(open - deficit);
        }
      }),
    );
  });

  test("LOY-3: nothing is burned before it is active or after its end: the audit finds nothing", () => {
    fc.assert(
      fc.property(programmes, histories, (programme, steps) => {
        expect(auditLedger(historyOf(programme, steps, IN_ORDER).events)).toEqual([]);
      }),
    );
  });

  test("LOY-3: allocations sum to the points and stand in burn order", () => {
    fc.assert(
      fc.property(programmes, histories, (programme, steps) => {
        const { events } = historyOf(programme, steps, IN_ORDER);
        const states = statesOf(events);
        events.forEach((event, index) => {
          if (event.kind !== "points-redeemed" && event.kind !== "points-reserved") return;
          const before = states[index - 1]!;
          const movements = event.movements ?? [];
          const sum = movements.reduce((total, { points }) => total + points, 0);
          expect(sum).toBe(event.redemption.points);
          const burned = movements.map(({ lot }) => lot!);
          const order = burnOrder(before, event.occurredAt);
          expect(burned).toEqual(order.slice(0, burned.length));
          // Every lot but the last is used up.
          for (const { lot: id, points } of movements.slice(0, -1)) {
            expect(lotsOf(before).find((lot) => lot.id === id)!.open).toBe(points);
          }
        });
      }),
    );
  });

  test("LOY-3: a replay, the fold, and any split of it give the same, in any order and stored in between", () => {
    const seeds = fc.array(fc.nat({ max: 996 }), { minLength: 3, maxLength: 7 });
    fc.assert(
      fc.property(programmes, histories, fc.nat(), seeds, (programme, steps, cut, drawn) => {
        const { events, state } = historyOf(programme, steps, IN_ORDER);
        expect(replayLoyalty(events)).toEqual(state);
        const at = cut % (events.length + 1);
        const snapshot = replayLoyalty(events.slice(0, at));
        const stored = JSON.parse(JSON.stringify(snapshot)) as LoyaltyState;
        expect(stored).toEqual(snapshot);
        expect(replayLoyalty(events.slice(at), stored)).toEqual(state);
        expect(replayLoyalty(shuffled([...events, ...events.slice(at)], drawn))).toEqual(state);
      }),
    );
  });

  test("LOY-3: late events refold to one state in whatever order they come", () => {
    const seeds = fc.array(fc.nat({ max: 996 }), { minLength: 3, maxLength: 7 });
    fc.assert(
      fc.property(programmes, histories, seeds, (programme, steps, drawn) => {
        const { events } = historyOf(programme, steps, { inOrder: false });
        expect(replayLoyalty(shuffled(events, drawn))).toEqual(replayLoyalty(events));
      }),
    );
  });

  test("LOY-3: every command taken in gives no events when it is sent again, and is refused with another payload", () => {
    fc.assert(
      fc.property(programmes, histories, (programme, steps) => {
        const history = historyOf(programme, steps, { inOrder: false });
        const { state, taken, now } = history;
        for (const command of taken) {
          const options = deciding(history, { programme, now });
          expect(decideLoyalty(state, command, options)).toEqual({ ok: true, value: [] });
          const other = { ...command, occurredAt: addMilliseconds(command.occurredAt, -1) };
          expect(decideLoyalty(state, other as LoyaltyCommand, options)).toEqual({
            ok: false,
            error: { code: "key-reused", key: command.key },
          });
        }
      }),
    );
  });

  test("LOY-3: without an event nothing rises in time but what becomes active, or falls back from a reservation", () => {
    fc.assert(
      fc.property(programmes, histories, (programme, steps) => {
        const { state, now } = historyOf(programme, steps, IN_ORDER);
        let before = balances(state, now);
        for (let day = 1; day <= 40; day += 3) {
          const after = balances(state, addMilliseconds(now, day * DAY));
          after.forEach((wallet, index) => {
            const was = before[index]!;
            expect(wallet.pending).toBeLessThanOrEqual(was.pending);
            expect(wallet.expired).toBeGreaterThanOrEqual(was.expired);
            expect(wallet.balance + wallet.reserved).toBeLessThanOrEqual(
              was.balance + was.reserved,
            );
            const mayRise = was.pending - wallet.pending + was.reserved - wallet.reserved;
            expect(wallet.active).toBeLessThanOrEqual(was.active + mayRise);
          });
          before = after;
        }
      }),
    );
  });

  test("LOY-3: to settle changes no balance at any later moment", () => {
    fc.assert(
      fc.property(programmes, histories, fc.nat({ max: 50 }), (programme, steps, days) => {
        const history = historyOf(programme, steps, IN_ORDER);
        const at = addMilliseconds(history.now, days * DAY + 60_000);
        const settle = { kind: "settle", key: "k-settle", member: MEMBER, occurredAt: at } as const;
        const { state } = historyAfter(history, settle, { programme, now: at });
        for (const later of [0, 1, 9, 100]) {
          const moment = addMilliseconds(at, later * DAY);
          expect(balances(state, moment)).toEqual(balances(history.state, moment));
        }
      }),
    );
  });

  test("LOY-3: the trace sums to the balance at every node", () => {
    fc.assert(
      fc.property(programmes, histories, fc.nat({ max: 50 }), (programme, steps, days) => {
        const { state, events, now } = historyOf(programme, steps, IN_ORDER);
        const asOf = addMilliseconds(now, days * DAY);
        for (const kind of KINDS) {
          const trace = explainPoints(events, { kind, asOf });
          expect(unevenNodes(trace)).toEqual([]);
          expect(trace.value).toBe(walletBalance(state, kind, { asOf }).balance);
        }
      }),
    );
  });

  test("LOY-3: the forecast is what then expires, if nothing happens", () => {
    fc.assert(
      fc.property(programmes, histories, (programme, steps) => {
        const { state, now } = historyOf(programme, steps, IN_ORDER);
        // What is set aside is not going yet, and falls back within the time looked at.
        fc.pre([...orderedEntries(state.openReservations)].every(([name]) => name <= `${now}~`));
        const rows = forecastExpiry(state, { asOf: now, zone: programme.zone });
        const end = addMilliseconds(now, 4000 * DAY);
        KINDS.forEach((kind, index) => {
          const own = rows.filter((row) => row.kind === kind);
          const gone = balances(state, end)[index]!.expired - balances(state, now)[index]!.expired;
          expect(own.reduce((sum, { points }) => sum + points, 0)).toBe(gone);
          expect(own.at(-1)?.cumulative ?? 0).toBe(gone);
        });
      }),
    );
  });

  test("LOY-3: an order that is given back in whole at once restores every balance", () => {
    fc.assert(
      fc.property(
        programmes,
        histories,
        fc.integer({ min: 1, max: 9999 }),
        (programme, steps, amount) => {
          const begun = historyOf(programme, steps, IN_ORDER);
          const at = { programme, now: addMilliseconds(begun.now, 60_000) };
          const base = { member: MEMBER, occurredAt: at.now };
          const lines = [
            { id: "1", product: "thing", quantity: 1, amount: { amount, currency: "GBP" } },
          ] as const;
          const settle = { ...base, kind: "settle", key: "k-a" } as const;
          const order = {
            ...base,
            kind: "record-order",
            key: "k-b",
            order: { id: "o-x", lines },
          } as const;
          const back = {
            ...base,
            kind: "return-order",
            key: "k-c",
            order: "o-x",
            return: "b-x",
          } as const;
          const before = historyAfter(begun, settle, at);
          fc.pre(balances(before.state, at.now).every(({ deficit }) => deficit === 0));
          const bought = historyAfter(before, order, at);
          fc.pre(bought.events.at(-1)!.kind === "order-recorded");
          const after = historyAfter(bought, back, at);
          const measures = ["pending", "active", "reserved", "deficit", "balance"] as const;
          const seen = ({ state }: History): unknown =>
            balances(state, at.now).map((wallet) => measures.map((measure) => wallet[measure]));
          expect(seen(after)).toEqual(seen(before));
          expect(after.state.orderCount).toBe(before.state.orderCount);
        },
      ),
    );
  });

  test("LOY-2: a quote and a preview are what happens on the same ledger, and change nothing", () => {
    fc.assert(
      fc.property(
        programmes,
        histories,
        fc.integer({ min: 1, max: 60 }),
        (programme, steps, points) => {
          const history = historyOf(programme, steps, IN_ORDER);
          const { state, now } = history;
          const kept = JSON.stringify(state);
          const base = { member: MEMBER, occurredAt: now };
          const options = deciding(history, { programme, now });
          const request = { use: "cashback", points } as const;
          const quote = quoteRedemption(state, request, { asOf: now, programme });
          const redeem = {
            ...base,
            kind: "redeem",
            key: "k-x",
            redemption: "r-x",
            request,
          } as const;
          const redeemed = decideLoyalty(state, redeem, options);
          if (quote.ok && redeemed.ok) {
            const event = redeemed.value.find(({ kind }) => kind === "points-redeemed")!;
            const taken = event.movements!.map(({ lot, kind, points: count }) => ({
              lot,
              kind,
              points: count,
            }));
            expect(quote.value.allocations).toEqual(taken);
          } else expect(redeemed).toEqual(quote);
          for (const [id] of orderedEntries(state.orders)) {
            const preview = previewReturn(state, { order: id }, { asOf: now, programme });
            const back = {
              ...base,
              kind: "return-order",
              key: "k-y",
              order: id,
              return: "b-x",
            } as const;
            const returned = decideLoyalty(state, back, options);
            if (preview.ok && returned.ok) {
              const event = returned.value.find(({ kind }) => kind === "order-returned")!;
              const { lines, reversal } = preview.value;
              expect(event).toMatchObject({ lines, reversal });
            } else expect(returned).toEqual(preview);
          }
          expect(JSON.stringify(state)).toBe(kept);
        },
      ),
    );
  });

  test("LOY-3: an end only moves when an extension, a reinstatement, a grace or an activity says so, and only later", () => {
    fc.assert(
      fc.property(programmes, histories, (programme, steps) => {
        const { events } = historyOf(programme, steps, IN_ORDER);
        const states = statesOf(events);
        events.forEach((event, index) => {
          const before = states[index - 1] ?? NO_LOYALTY;
          for (const lot of lotsOf(before)) {
            const was = lotEnd(lot, before.wallets[lot.kind]?.lapsesAt);
            const now = lotsOf(states[index]!).find(({ id }) => id === lot.id)!;
            const is = lotEnd(now, states[index]!.wallets[lot.kind]?.lapsesAt);
            if (was === is) continue;
            expect(is! > was!).toBe(true);
            expect((event.moved ?? []).length + (event.lapses ?? []).length).toBeGreaterThan(0);
          }
        });
      }),
    );
  });
});

/** The lots whose points can be spent, by priority, end, and age; found without the ledger's own queues. */
function burnOrder(state: LoyaltyState, at: Instant): string[] {
  const endOf = (lot: PointsLot): string => lotEnd(lot, state.wallets[lot.kind]?.lapsesAt) ?? "~";
  return lotsOf(state)
    .filter((lot) => lot.open > 0 && lot.activeFrom !== undefined && lot.activeFrom <= at)
    .filter((lot) => endOf(lot) > at)
    .sort(
      (a, b) =>
        a.priority - b.priority ||
        compare(endOf(a), endOf(b)) ||
        compare(a.earnedAt, b.earnedAt) ||
        compare(a.id, b.id),
    )
    .map(({ id }) => id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
