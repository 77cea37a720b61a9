import { money } from "goodwill/shared";
import { describe, expect, test } from "vitest";
import type { EndReservation } from "../../../src/loyalty/decision/loyalty-command.js";
import { evolveLoyalty } from "../../../src/loyalty/ledger/evolve-loyalty.js";
import type { LoyaltyState } from "../../../src/loyalty/ledger/loyalty-state.js";
import { walletBalance } from "../../../src/loyalty/view/wallet-balance.js";
import { orderedValue } from "../../../src/shared/ordered-map.js";
import {
  SHOP,
  active,
  after,
  events,
  grant,
  member,
  on,
  programmeOf,
  redeem,
  refusal,
  reserve,
} from "./shop.js";
import type { Step } from "./shop.js";

const TEN = { use: "reward", reward: "biscuit", quantity: 6 } as const;
const end = (kind: EndReservation["kind"], day: string, time = "12:10"): Step => ({
  kind,
  occurredAt: on(day, time),
  redemption: "r",
});
const held = (state: LoyaltyState, day: string, time = "12:10") =>
  walletBalance(state, "beans", { asOf: on(day, time) });

describe("LOY-2: points are set aside, then spent or given up", () => {
  const reserved = after(member(), [grant(20), reserve("r", "2026-02-10", TEN)]);

  test("LOY-2: what is set aside cannot be spent, and is when it is committed", () => {
    expect(held(reserved, "2026-02-10")).toMatchObject({ active: 11, reserved: 9 });
    const other = redeem("s", "2026-02-10", { ...TEN, quantity: 8 });
    expect(refusal(reserved, other)).toMatchObject({ needed: 12, available: 11 });
    const spent = after(reserved, [end("commit", "2026-02-10")]);
    expect(held(spent, "2026-02-10")).toMatchObject({ active: 11, reserved: 0, redeemed: 9 });
    for (const kind of ["commit", "release"] as const) {
      expect(refusal(spent, end(kind, "2026-02-10"))).toEqual({
        code: "not-possible-now",
        what: "reservation",
        state: "committed",
      });
    }
  });

  test("LOY-2: what is given up goes back to its lots", () => {
    const released = after(reserved, [end("release", "2026-02-10")]);
    expect(held(released, "2026-02-10")).toMatchObject({ active: 20, reserved: 0 });
    expect(refusal(released, end("commit", "2026-02-10"))).toMatchObject({ state: "released" });
    const unknown = { code: "unknown", what: "redemption", id: "r" };
    expect(refusal(member(), end("commit", "2026-02-10"))).toEqual(unknown);
  });

  test("LOY-2: after its minutes it has fallen back by itself, to the minute", () => {
    expect(events(reserved, end("commit", "2026-02-10", "12:29"))).toHaveLength(1);
    for (const kind of ["commit", "release"] as const) {
      expect(refusal(reserved, end(kind, "2026-02-10", "12:30"))).toEqual({
        code: "too-late",
        what: "reservation",
        until: "2026-02-10T12:30:00.000Z",
      });
    }
    const all = redeem("s", "2026-02-11", { ...TEN, quantity: 12 });
    expect(active(after(reserved, [all]), "2026-02-11")).toBe(2);
  });

  test("LOY-2: it does not end before it began", () => {
    expect(refusal(reserved, end("commit", "2026-02-10", "11:59"))).toMatchObject({
      state: "not-yet-made",
    });
  });

  test("LOY-2: a redemption spent at once is no reservation", () => {
    const spent = after(member(), [grant(20), redeem("r", "2026-02-10", TEN)]);
    expect(refusal(spent, end("release", "2026-02-10"))).toMatchObject({ state: "committed" });
  });
});

describe("LOY-2: points whose lot expires while they are set aside", () => {
  const history: readonly Step[] = [
    grant(9, "2026-02-01", { through: "2026-02-10" }),
    { kind: "reserve", occurredAt: on("2026-02-10", "23:50"), redemption: "r", request: TEN },
  ];
  test("LOY-2: they can still be spent", () => {
    const spent = after(member(), [...history, end("commit", "2026-02-11", "00:05")]);
    expect(held(spent, "2026-02-11")).toMatchObject({ redeemed: 9, expired: 0 });
  });

  test("LOY-2: given up, they are gone, also where returns give some days more", () => {
    for (const expired of [{ kind: "forfeit" }, { kind: "grace", days: 30 }] as const) {
      const programme = programmeOf({ returns: { shortfall: "deficit", expired } });
      const gone = after(member(), [...history, end("release", "2026-02-11", "00:05")], {
        programme,
      });
      expect(held(gone, "2026-02-11")).toMatchObject({ active: 0, reserved: 0, expired: 9 });
    }
  });
});

describe("LOY-2: points that lapse by inactivity", () => {
  const programme = programmeOf({
    kinds: [
      {
        id: "beans",
        purpose: "redeemable",
        expiry: { kind: "inactivity", count: 1, unit: "months" },
      },
    ],
    redemption: { kinds: ["beans"], reservationMinutes: 30 },
    rewards: [{ id: "biscuit", form: "product", cost: 3, unitsPerClaim: 2 }],
    partners: [],
  });
  const options = { programme };
  const start = after(member(programme), [grant(20, "2026-02-01")], options);
  const lapse = (state: LoyaltyState) => state.wallets["beans"]!.lapsesAt;

  test("LOY-2: to spend is an activity, to set aside is none until it is committed", () => {
    const before = lapse(start);
    expect(before).toBe("2026-03-02T00:00:00.000Z");
    const spent = after(start, [redeem("s", "2026-02-20", TEN)], options);
    expect(lapse(spent)).toBe("2026-03-21T00:00:00.000Z");
    const reserved = after(start, [reserve("r", "2026-02-20", TEN)], options);
    expect(lapse(reserved)).toBe(before);
    expect(lapse(after(reserved, [end("release", "2026-02-20")], options))).toBe(before);
    const committed = after(reserved, [end("commit", "2026-02-20")], options);
    expect(lapse(committed)).toBe("2026-03-21T00:00:00.000Z");
  });
});

describe("LOY-2: vouchers", () => {
  const coupon = (voucher: string, quantity = 1) =>
    ({ use: "reward", reward: "coupon", voucher, quantity }) as const;
  const use = (amount: number, day: string, said: object = {}): Step => ({
    kind: "use-voucher",
    occurredAt: on(day, "23:59"),
    voucher: "v-1",
    amount: money(amount, "GBP"),
    order: "o-7",
    ...said,
  });
  const holder = after(member(), [grant(200), redeem("r", "2026-02-10", coupon("v-1"))]);

  test("LOY-2: it is issued by the redemption and used in parts, up to what it is worth", () => {
    const [spent, issued] = events(
      after(member(), [grant(200)]),
      redeem("r", "2026-02-10", coupon("v-1", 2)),
    );
    expect(spent).toMatchObject({ kind: "points-redeemed", redemption: { points: 80 } });
    expect(issued).toMatchObject({
      kind: "voucher-changed",
      voucher: "v-1",
      change: { kind: "issued", amount: 2000, redemption: "r" },
    });
    const once = after(holder, [use(400, "2026-02-10")]);
    expect(orderedValue(once.vouchers, "v-1")).toMatchObject({ amount: 1000, left: 600 });
    expect(refusal(once, use(601, "2026-02-10"))).toEqual({
      code: "more-than-left",
      what: "voucher",
      left: 600,
      asked: 601,
    });
    const empty = after(once, [use(600, "2026-02-11")]);
    expect(refusal(empty, use(1, "2026-02-11"))).toMatchObject({ state: "used" });
  });

  test("LOY-2: what is used of a void one, told late, leaves nothing", () => {
    const used = events(holder, use(400, "2026-02-10"));
    const at = on("2026-02-11");
    const why = "fraud";
    const step: Step = { kind: "void-voucher", occurredAt: at, voucher: "v-1", why };
    const voided = used.reduce(evolveLoyalty, after(holder, [step]));
    expect(orderedValue(voided.vouchers, "v-1")).toMatchObject({ left: 0, voided: true });
  });

  test("LOY-2: it lasts through its last day, in the programme's zone", () => {
    expect(events(holder, use(1, "2026-03-12"))).toHaveLength(1);
    expect(refusal(holder, { ...use(1, "2026-03-13"), occurredAt: on("2026-03-13", "00:00") })) //
      .toEqual({ code: "too-late", what: "voucher", until: "2026-03-13T00:00:00.000Z" });
  });

  test("LOY-2: void it cannot be used, and no points come back", () => {
    const step: Step = {
      kind: "void-voucher",
      occurredAt: on("2026-02-11"),
      voucher: "v-1",
      why: "fraud",
    };
    const voided = after(holder, [step]);
    expect(active(voided, "2026-02-11")).toBe(160);
    const state = { code: "not-possible-now", what: "voucher", state: "voided" };
    expect(refusal(voided, use(1, "2026-02-11"))).toEqual(state);
    expect(refusal(voided, step)).toEqual(state);
    expect(refusal(holder, { ...step, why: "" })).toMatchObject({ field: "why" });
  });

  test("LOY-2: one that was reserved is issued when it is committed, as it was promised", () => {
    const state = after(member(), [grant(200), reserve("r", "2026-02-10", coupon("v-1"))]);
    expect(orderedValue(state.vouchers, "v-1")).toBeUndefined();
    const programme = programmeOf({
      rewards: [{ id: "coupon", form: "voucher", cost: 1, amount: 1 }],
    });
    const issued = after(state, [end("commit", "2026-02-10")], { programme });
    expect(orderedValue(issued.vouchers, "v-1")).toMatchObject({
      amount: 1000,
      left: 1000,
      expiresAt: "2026-03-13T00:00:00.000Z",
    });
  });

  test("LOY-2: its id is used once, also where two reservations promised it", () => {
    const there = { code: "already-there", what: "voucher", id: "v-1" };
    expect(refusal(holder, redeem("s", "2026-02-10", coupon("v-1")))).toEqual(there);
    const state = after(member(), [
      grant(200),
      reserve("r", "2026-02-10", coupon("v-1")),
      redeem("s", "2026-02-10", coupon("v-1")),
    ]);
    expect(refusal(state, end("commit", "2026-02-10"))).toEqual(there);
  });

  test("LOY-2: one without days lasts for ever", () => {
    const programme = programmeOf({
      rewards: [{ id: "coupon", form: "voucher", cost: 1, amount: 5 }],
    });
    const state = after(member(), [grant(1), redeem("r", "2026-02-10", coupon("v-1"))], {
      programme,
    });
    expect(events(state, use(5, "2029-12-01"))).not.toHaveLength(0);
  });

  test("LOY-2: another currency, an unknown voucher and broken fields are refused", () => {
    const euros = use(1, "2026-02-10", { amount: money(1, "EUR") });
    expect(refusal(holder, euros)).toEqual({ code: "no-rate", from: "EUR", to: "GBP" });
    expect(refusal(member(), use(1, "2026-02-10"))).toMatchObject({ code: "unknown" });
    expect(refusal(holder, use(0, "2026-02-10"))).toMatchObject({ field: "amount.amount" });
    expect(refusal(holder, use(1, "2026-02-10", { order: "" }))).toMatchObject({ field: "order" });
    expect(SHOP.currency).toBe("GBP");
  });
});
