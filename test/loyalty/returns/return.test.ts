import fc from "fast-check";
import { money } from "goodwill/shared";
import { describe, expect, test } from "vitest";
import type { ReturnLine } from "../../../src/loyalty/decision/loyalty-command.js";
import { evolveLoyalty } from "../../../src/loyalty/ledger/evolve-loyalty.js";
import type { LoyaltyEvent } from "../../../src/loyalty/ledger/loyalty-event.js";
import type { LoyaltyState } from "../../../src/loyalty/ledger/loyalty-state.js";
import { replayLoyalty } from "../../../src/loyalty/ledger/replay-loyalty.js";
import type { OrderReturned } from "../../../src/loyalty/ledger/return-event.js";
import type { LoyaltyProgramme } from "../../../src/loyalty/programme/programme.js";
import { previewReturn } from "../../../src/loyalty/returns/preview-return.js";
import { walletBalance } from "../../../src/loyalty/view/wallet-balance.js";
import { orderedEntries, orderedValue } from "../../../src/shared/ordered-map.js";
import {
  SHOP,
  active,
  after,
  decided,
  events,
  giveBackOrder,
  grant,
  member,
  on,
  order,
  programmeOf,
  redeem,
  refusal,
  reserve,
} from "../redemption/shop.js";
import type { Step } from "../redemption/shop.js";

const DAY = "2026-02-10";
const balanceOf = (state: LoyaltyState, day = DAY, kind = "beans") =>
  walletBalance(state, kind, { asOf: on(day) });
const biscuits = (points: number, said: object = {}) =>
  ({ use: "reward", reward: "biscuit", quantity: (points / 3) * 2, ...said }) as const;
const returnedOf = (found: readonly LoyaltyEvent[]): OrderReturned =>
  found.find((event): event is OrderReturned => event.kind === "order-returned")!;
const back = (line: string, quantity: number, pence?: number): ReturnLine => ({
  line,
  quantity,
  ...(pence !== undefined && { amount: money(pence, "GBP") }),
});

describe("LOY-3: earned points are taken back in proportion", () => {
  test("LOY-3: E9: of 100 earned, half of the order leaves 50", () => {
    const state = after(member(), [order("o-1", DAY, [5000, 5000])]);
    const half = after(state, [giveBackOrder("o-1", DAY, [back("l1", 1)])]);
    expect(active(half, DAY)).toBe(50);
    expect(active(after(half, [giveBackOrder("o-1", DAY)]), DAY)).toBe(0);
  });

  test("LOY-3: E10: 200 held, 70 earned, 150 spent: a full return restores 200", () => {
    const state = after(member(), [
      grant(200),
      redeem("r", DAY, biscuits(150, { order: "o-1" })),
      order("o-1", DAY, [3500, 3500]),
    ]);
    expect(active(state, DAY)).toBe(120);
    const step = giveBackOrder("o-1", DAY);
    expect(returnedOf(events(state, step)).reversal).toEqual({
      earned: { beans: 70 },
      spent: 150,
      forfeited: 0,
      owed: {},
      letGo: {},
    });
    expect(active(after(state, [step]), DAY)).toBe(200);
  });

  test("LOY-3: E11: returning one of two lines takes 35 and gives back 75: 160", () => {
    const state = after(member(), [
      grant(200),
      redeem("r", DAY, biscuits(150, { order: "o-1" })),
      order("o-1", DAY, [3500, 3500]),
    ]);
    const half = after(state, [giveBackOrder("o-1", DAY, [back("l2", 1)])]);
    expect(active(half, DAY)).toBe(160);
    expect(orderedValue(half.redemptions, "r")!.givenBack).toBe(75);
  });

  test("LOY-3: a price reduction takes points of its amount and no unit", () => {
    const state = after(member(), [order("o-1", DAY, [1000])]);
    const step = giveBackOrder("o-1", DAY, [back("l1", 0, 300)]);
    expect(returnedOf(events(state, step)).lines).toMatchObject([
      { line: "l1", quantity: 0, amount: 300, earned: { beans: 3 } },
    ]);
    const rest = returnedOf(events(after(state, [step]), giveBackOrder("o-1", DAY)));
    expect(rest.lines).toMatchObject([{ quantity: 1, amount: 700, earned: { beans: 7 } }]);
  });

  test("LOY-3: the points of parts of lines are rounded together, to the largest remainder", () => {
    const state = after(member(), [order("o-1", DAY, [100, 100, 100])]);
    const halves = giveBackOrder("o-1", DAY, [back("l1", 0, 40), back("l2", 0, 60)]);
    const first = returnedOf(events(state, halves));
    expect(first.lines.map(({ line, earned }) => [line, earned])).toEqual([
      ["l1", {}],
      ["l2", { beans: 1 }],
    ]);
    const half = after(state, [halves]);
    const others = giveBackOrder("o-1", DAY, [back("l2", 1), back("l3", 0, 60)]);
    // 0.4 and 1 and 0.6 are two points; line 2 has given all it earned, the next point is the third line's.
    expect(returnedOf(events(half, others)).lines.map(({ line, earned }) => [line, earned])) //
      .toEqual([
        ["l2", {}],
        ["l3", { beans: 1 }],
      ]);
  });

  test("LOY-3: a line not named gives its point where parts of lines now make a whole one", () => {
    const state = after(member(), [order("o-1", DAY, [100, 100, 100])]);
    const steps = [
      giveBackOrder("o-1", "2026-02-11", [back("l1", 0, 50)]),
      giveBackOrder("o-1", "2026-02-12", [back("l2", 0, 50)]),
      giveBackOrder("o-1", "2026-02-13", [back("l1", 0, 40), back("l3", 0, 10)]),
    ];
    const before = after(state, steps);
    // 0.9, 0.5 and 0.1 are one whole point, which line 1 gave; with the next tenth and 0.4 they are two.
    const last = giveBackOrder("o-1", "2026-02-14", [back("l1", 0, 10), back("l3", 0, 40)]);
    expect(returnedOf(events(before, last)).lines).toEqual([
      { line: "l1", quantity: 0, amount: 10, earned: {} },
      { line: "l2", quantity: 0, amount: 0, earned: { beans: 1 } },
      { line: "l3", quantity: 0, amount: 40, earned: {} },
    ]);
    const all = after(before, [last, giveBackOrder("o-1", "2026-02-15")]);
    expect(balanceOf(all, "2026-02-15")).toMatchObject({ active: 0, clawedBack: 3, deficit: 0 });
  });
});

describe("LOY-3: what is not there any more", () => {
  const spent = [order("o-1", DAY, [15_000]), redeem("r", DAY, biscuits(99))];

  test("LOY-3: L6: earn 150, spend 99, take back: 99 are owed, the next points pay them", () => {
    const state = after(member(), [...spent, giveBackOrder("o-1", DAY)]);
    expect(balanceOf(state)).toMatchObject({ active: 0, deficit: 99, balance: -99 });
    const paid = after(state, [grant(100, DAY)]);
    expect(balanceOf(paid)).toMatchObject({ active: 1, deficit: 0 });
  });

  test("LOY-3: L6: or they are let go, which is recorded", () => {
    const returns = { shortfall: "clamp", expired: { kind: "forfeit" } } as const;
    const options = { programme: programmeOf({ returns }) };
    const state = after(member(), spent);
    const step = giveBackOrder("o-1", DAY);
    expect(returnedOf(events(state, step, options)).reversal).toMatchObject({
      earned: { beans: 150 },
      owed: {},
      letGo: { beans: 99 },
    });
    const clamped = after(state, [step], options);
    expect(balanceOf(clamped)).toMatchObject({ active: 0, deficit: 0, clawedBack: 51 });
  });

  test("LOY-3: the order's own lot is taken from before others that go sooner", () => {
    const state = after(member(), [
      grant(30, "2026-02-01", { through: "2026-02-20" }),
      order("o-1", DAY, [3000]),
      giveBackOrder("o-1", DAY),
    ]);
    const lots = [...orderedEntries(state.lots)].map(([, lot]) => lot);
    expect(lots.map(({ open, clawedBack }) => [open, clawedBack])).toEqual([
      [30, 0],
      [0, 30],
    ]);
  });

  test("LOY-3: what comes back to an expired lot lasts some days more, or is forfeited", () => {
    const history = [
      grant(9, "2026-01-05", { through: "2026-02-11" }),
      redeem("r", DAY, biscuits(9, { order: "o-1" })),
      order("o-1", DAY, [90]),
    ];
    const step = giveBackOrder("o-1", "2026-02-20");
    const grace = after(member(), [...history, step]);
    expect(active(grace, "2026-03-22")).toBe(9);
    expect(active(grace, "2026-03-23")).toBe(0);
    const returns = { shortfall: "deficit", expired: { kind: "forfeit" } } as const;
    const options = { programme: programmeOf({ returns }) };
    const found = returnedOf(events(after(member(), history), step, options));
    expect(found.reversal).toMatchObject({ spent: 9, forfeited: 9 });
    const gone = after(member(), [...history, step], options);
    expect(balanceOf(gone, "2026-02-20")).toMatchObject({ active: 0, expired: 9 });
  });

  test("LOY-3: what was burned last comes back first", () => {
    const state = after(member(), [
      grant(6, "2026-02-01", { through: "2026-03-01" }),
      grant(6, "2026-02-02", { through: "2026-04-01" }),
      redeem("r", DAY, biscuits(12, { order: "o-1" })),
      order("o-1", DAY, [4000, 4000, 4000, 4000]),
    ]);
    const part = after(state, [
      giveBackOrder("o-1", DAY, [back("l1", 1), back("l2", 1), back("l3", 1)]),
    ]);
    const lots = [...orderedEntries(part.lots)].map(([, lot]) => lot);
    // Nine of twelve: all six of the later lot, three of the earlier one.
    expect(lots.slice(0, 2).map(({ redeemed }) => redeemed)).toEqual([3, 0]);
  });
});

describe("LOY-3: what an order counted is taken back with it", () => {
  const programme = programmeOf({
    kinds: [
      { id: "beans", purpose: "redeemable" },
      { id: "extra", purpose: "promotional" },
      { id: "later", purpose: "redeemable" },
      { id: "miles", purpose: "partner" },
      { id: "status", purpose: "qualifying" },
    ],
    earning: [
      {
        id: "pound",
        kind: "beans",
        trigger: "order",
        award: { form: "per-amount", points: 1, per: 100 },
        lines: { products: ["p1"] },
        caps: [{ per: "month", points: 60, times: 2 }],
      },
      {
        id: "unit",
        kind: "status",
        trigger: "order",
        award: { form: "per-unit", points: 4 },
        lines: { products: ["p2"] },
      },
      {
        id: "first",
        kind: "extra",
        trigger: "order",
        award: { form: "fixed", points: 7 },
        when: { firstPurchase: true },
      },
    ],
    tiers: {
      tiers: [
        { id: "basic" },
        { id: "silver", reach: { all: [{ metric: "spend", atLeast: 10_000 }] } },
      ],
      qualifyingKind: "status",
      period: { kind: "calendar-year" },
      upgrade: "at-once",
      keepThrough: "this-period",
      landing: "qualified-tier",
      crossing: "before",
    },
  });
  const options = { programme };
  const state = after(
    member(programme),
    [order("o-1", DAY, [6000, 6000]), { kind: "settle", occurredAt: on(DAY, "12:01") }],
    options,
  );

  test("LOY-3: caps are freed and days counted back with the lines that used them", () => {
    const second = returnedOf(
      events(state, giveBackOrder("o-1", "2026-02-12", [back("l2", 1)]), options),
    );
    expect(second.capUses).toBeUndefined();
    expect(second.qualifying).toEqual([{ day: DAY, amounts: { spend: -6000, points: -4 } }]);
    const first = returnedOf(
      events(state, giveBackOrder("o-1", "2026-02-12", [back("l1", 0, 3000)]), options),
    );
    expect(first.capUses).toMatchObject([{ points: -30, times: 0 }]);
    expect(first.qualifying).toEqual([{ day: DAY, amounts: { spend: -3000 } }]);
  });

  test("LOY-3: given back in whole it leaves no trace: caps, days, tier, first purchase", () => {
    expect(state.tier?.tier).toBe("silver");
    const gone = after(state, [giveBackOrder("o-1", "2026-02-12")], options);
    expect(gone.tier?.tier).toBe("basic");
    expect([...orderedEntries(gone.capUses)].map(([, use]) => use)).toEqual([
      { points: 0, times: 0 },
    ]);
    expect([...orderedEntries(gone.qualifying)]).toEqual([
      [DAY, { spend: 0, points: 0, visits: 0 }],
    ]);
    expect(balanceOf(gone, "2026-02-12", "extra").active).toBe(0);
    const again = after(gone, [order("o-2", "2026-02-13", [100])], options);
    expect(balanceOf(again, "2026-02-13", "extra").active).toBe(7);
  });

  test("LOY-3: the preview tells the tier before and after", () => {
    const preview = previewReturn(state, { order: "o-1" }, { asOf: on("2026-02-12"), programme });
    expect(preview.ok && preview.value.tier).toEqual({ before: "silver", after: "basic" });
  });

  test("LOY-3: an order that cost nothing goes by its units", () => {
    const free = after(member(programme), [order("o-1", DAY, [0, 0])], options);
    expect(balanceOf(free, DAY, "status").active).toBe(4);
    const half = after(free, [giveBackOrder("o-1", DAY, [back("l2", 1)])], options);
    expect(balanceOf(half, DAY, "status").active).toBe(0);
    expect(balanceOf(half, DAY, "extra").active).toBeGreaterThan(0);
    const gone = after(half, [giveBackOrder("o-1", DAY)], options);
    expect(balanceOf(gone, DAY, "extra").active).toBe(0);
    expect(gone.orderCount).toBe(0);
  });
});

describe("LOY-2: a voucher bought with an order", () => {
  const coupon = { use: "reward", reward: "coupon", voucher: "v-1", order: "o-1" } as const;
  const state = after(member(), [
    grant(50),
    redeem("r", DAY, coupon),
    order("o-1", DAY, [1000, 1000]),
  ]);

  test("LOY-2: it is void and its points are back once all of the order is", () => {
    const half = after(state, [giveBackOrder("o-1", DAY, [back("l1", 1)])]);
    expect(orderedValue(half.redemptions, "r")!.givenBack).toBe(0);
    const found = events(half, giveBackOrder("o-1", DAY));
    expect(found.map(({ kind }) => kind)).toEqual(["order-returned", "voucher-changed"]);
    const gone = after(half, [giveBackOrder("o-1", DAY)]);
    expect(orderedValue(gone.vouchers, "v-1")!.voided).toBe(true);
    expect(active(gone, DAY)).toBe(50);
    const preview = previewReturn(state, { order: "o-1" }, { asOf: on(DAY), programme: SHOP });
    expect(preview.ok && preview.value.voidedVouchers).toEqual(["v-1"]);
  });

  test("LOY-2: used or over, it is kept and so are its points", () => {
    const used = after(state, [
      {
        kind: "use-voucher",
        occurredAt: on(DAY),
        voucher: "v-1",
        amount: money(1, "GBP"),
        order: "o-2",
      },
    ]);
    for (const [from, day] of [
      [used, DAY],
      [state, "2026-03-20"],
    ] as const) {
      const found = returnedOf(events(from, giveBackOrder("o-1", day)));
      expect(found.reversal.spent).toBe(0);
      expect(found.givenBack).toBeUndefined();
    }
  });
});

describe("LOY-3: a return dated before what it would give back", () => {
  const bought = [grant(200, "2026-02-01"), order("o-1", DAY, [1000])];
  const takes = (steps: readonly Step[], step: Step): LoyaltyState => {
    const all: LoyaltyEvent[] = [];
    let state = member();
    for (const one of [...steps, step]) {
      const found = events(state, one);
      all.push(...found);
      state = found.reduce(evolveLoyalty, state);
    }
    expect(replayLoyalty(all, member())).toEqual(state);
    return state;
  };

  test("LOY-3: what was spent only after it stays spent", () => {
    const steps = [...bought, redeem("r", "2026-02-13", biscuits(30, { order: "o-1" }))];
    const state = takes(steps, giveBackOrder("o-1", "2026-02-12"));
    expect(orderedValue(state.redemptions, "r")!.givenBack).toBe(0);
    const same = takes(steps, giveBackOrder("o-1", "2026-02-13"));
    expect(orderedValue(same.redemptions, "r")!.givenBack).toBe(30);
  });

  test("LOY-3: a reservation counts from when it was committed", () => {
    const at = (time: string) => ({ occurredAt: on("2026-02-13", time) });
    const steps: readonly Step[] = [
      ...bought,
      reserve("r", "2026-02-13", biscuits(30, { order: "o-1" })),
      { kind: "commit", redemption: "r", ...at("12:20") },
    ];
    const before = { ...giveBackOrder("o-1", "2026-02-13"), ...at("12:19") };
    const early = takes(steps, before);
    expect(orderedValue(early.redemptions, "r")!.givenBack).toBe(0);
    const after = { ...giveBackOrder("o-1", "2026-02-13"), ...at("12:20") };
    expect(orderedValue(takes(steps, after).redemptions, "r")!.givenBack).toBe(30);
  });

  test("LOY-3: a voucher used only after it is not restored", () => {
    const use: Step = {
      kind: "use-voucher",
      occurredAt: on("2026-02-13"),
      voucher: "v-1",
      amount: money(400, "GBP"),
      order: "o-1",
    };
    const coupon = { use: "reward", reward: "coupon", voucher: "v-1" } as const;
    const steps = [...bought, redeem("r", DAY, coupon), use];
    const left = (day: string) =>
      orderedValue(takes(steps, giveBackOrder("o-1", day)).vouchers, "v-1")!.left;
    expect(left("2026-02-12")).toBe(600);
    expect(left("2026-02-13")).toBe(1000);
  });
});

describe("LOY-3: what is set aside for an order that comes back", () => {
  const steps: readonly Step[] = [
    grant(200),
    reserve("r", DAY, biscuits(30, { order: "o-1" })),
    reserve("s", DAY, biscuits(30, { order: "o-2" })),
    order("o-1", DAY, [100, 100]),
  ];
  const state = after(member(), steps);
  const at = (time: string) => ({ occurredAt: on(DAY, time) });

  test("LOY-3: it is given up with the last of the order, and only of this order", () => {
    const half = after(state, [giveBackOrder("o-1", DAY, [back("l1", 1)])]);
    expect(balanceOf(half)).toMatchObject({ reserved: 60 });
    const last = { ...giveBackOrder("o-1", DAY), ...at("12:05") };
    const found = events(half, last);
    expect(found.map(({ kind }) => kind)).toEqual(["reservation-ended", "order-returned"]);
    const gone = found.reduce(evolveLoyalty, half);
    expect(balanceOf(gone)).toMatchObject({ active: 170, reserved: 30, deficit: 0 });
    const commit: Step = { kind: "commit", redemption: "r", ...at("12:10") };
    expect(refusal(gone, commit)).toMatchObject({ state: "released" });
  });

  test("LOY-3: what is set aside after a return dated back stays so", () => {
    const placed = after(member(), [grant(200, "2026-02-01"), order("o-1", "2026-02-02", [100])]);
    const held = after(placed, [reserve("r", DAY, biscuits(30, { order: "o-1" }))]);
    const gone = after(held, [giveBackOrder("o-1", "2026-02-09")]);
    expect(balanceOf(gone)).toMatchObject({ reserved: 30 });
  });
});

describe("LOY-3: days after its end are given to a lot once", () => {
  test("LOY-3: spent and given back again after them, its points are gone", () => {
    const cycle = (id: string, day: string): readonly Step[] => [
      redeem(`r-${id}`, day, biscuits(9, { order: id })),
      order(id, day, [10]),
    ];
    const first = [
      grant(9, "2026-01-05", { through: "2026-02-11" }),
      ...cycle("o-1", DAY),
      giveBackOrder("o-1", "2026-02-20"),
    ];
    const once = after(member(), first);
    expect(active(once, "2026-03-22")).toBe(9);
    // Within those days they come and go as ever.
    const within = after(once, [...cycle("o-2", "2026-03-01"), giveBackOrder("o-2", "2026-03-02")]);
    expect(active(within, "2026-03-22")).toBe(9);
    expect(active(within, "2026-03-23")).toBe(0);
    const again = after(once, cycle("o-2", "2026-03-20"));
    const step = giveBackOrder("o-2", "2026-04-01");
    expect(returnedOf(events(again, step)).reversal).toMatchObject({ spent: 9, forfeited: 9 });
    expect(balanceOf(after(again, [step]), "2026-04-01")).toMatchObject({ active: 0, expired: 9 });
  });
});

describe("LOY-3: what of a line counted as spent is taken back with it", () => {
  const spendOf = (state: LoyaltyState) => orderedValue(state.qualifying, DAY)?.spend;
  const linesOf = (state: LoyaltyState) =>
    orderedValue(state.orders, "o-1")!.lines.map(({ spend }) => spend);

  test("LOY-3: shipping never counted, so its return takes nothing", () => {
    const lines = [
      { id: "l1", product: "beans", quantity: 1, amount: money(1000, "GBP") },
      { id: "l2", product: "shipping", quantity: 1, amount: money(500, "GBP"), earns: false },
    ];
    const state = after(member(), [order("o-1", DAY, [], { lines })]);
    expect(linesOf(state)).toEqual([undefined, 0]);
    expect(spendOf(state)).toBe(1000);
    const shipping = after(state, [giveBackOrder("o-1", DAY, [back("l2", 1)])]);
    expect(spendOf(shipping)).toBe(1000);
    const beans = after(state, [giveBackOrder("o-1", DAY, [back("l1", 1)])]);
    expect(spendOf(beans)).toBe(0);
  });

  test("LOY-3: of a line partly paid by points only the rest counted", () => {
    const payable = money(2000, "GBP");
    const pay = { use: "payment", order: "o-1", payable, points: 200 } as const;
    const steps = [grant(200), redeem("r", DAY, pay), order("o-1", DAY, [500, 1500])];
    const state = after(member(), steps);
    expect(linesOf(state)).toEqual([250, 750]);
    const half = after(state, [giveBackOrder("o-1", DAY, [back("l1", 1)])]);
    expect(spendOf(half)).toBe(750);
  });
});

describe("LOY-3: an order is back in whole with its units and its money", () => {
  const first = programmeOf({
    earning: [
      {
        id: "first",
        kind: "beans",
        trigger: "order",
        award: { form: "fixed", points: 7 },
        when: { firstPurchase: true },
      },
    ],
  });
  const options = { programme: first };

  test("LOY-3: units that come back for nothing do not make the next order the first", () => {
    const placed = after(member(first), [order("o-1", DAY, [1000])], options);
    const unpaid = after(placed, [giveBackOrder("o-1", DAY, [back("l1", 1, 0)])], options);
    expect(unpaid.orderCount).toBe(1);
    const next = after(unpaid, [order("o-2", "2026-02-11", [1000])], options);
    expect(active(next, "2026-02-11")).toBe(7);
    const rest = after(
      unpaid,
      [giveBackOrder("o-1", "2026-02-11", [back("l1", 0, 1000)])],
      options,
    );
    expect(rest.orderCount).toBe(0);
    const money = after(placed, [giveBackOrder("o-1", DAY, [back("l1", 0, 1000)])], options);
    expect(money.orderCount).toBe(1);
  });

  test("LOY-3: cancelled and completed again it earns again, and can come back again", () => {
    const state = after(member(), [order("o-1", DAY, [1000, 500])]);
    const there = { code: "already-there", what: "order", id: "o-1" };
    const half = after(state, [giveBackOrder("o-1", "2026-02-11", [back("l1", 1)])]);
    expect(refusal(half, order("o-1", "2026-02-12", [1000]))).toEqual(there);
    const gone = after(half, [giveBackOrder("o-1", "2026-02-12")]);
    // Dated before the return it would stand before it in a replay.
    expect(refusal(gone, order("o-1", "2026-02-11", [1000]))).toEqual(there);
    const again = after(gone, [order("o-1", "2026-02-12", [2000])]);
    expect(again.orderCount).toBe(1);
    expect(active(again, "2026-02-12")).toBe(20);
    expect(refusal(again, order("o-1", "2026-02-13", [2000]))).toEqual(there);
    const end = after(again, [giveBackOrder("o-1", "2026-02-13")]);
    expect(balanceOf(end, "2026-02-13")).toMatchObject({ active: 0, deficit: 0, clawedBack: 35 });
    expect(end.orderCount).toBe(0);
  });

  test("LOY-3: what points had paid of the first time and gave back is not taken off the second", () => {
    const payable = money(2000, "GBP");
    const pay = { use: "payment", order: "o-1", payable, points: 200 } as const;
    const steps = [grant(200), redeem("r", DAY, pay), order("o-1", DAY, [2000])];
    const gone = after(member(), [...steps, giveBackOrder("o-1", DAY)]);
    const again = after(gone, [order("o-1", "2026-02-11", [2000])]);
    expect(orderedValue(again.orders, "o-1")!.earning.rules).toMatchObject([{ granted: 20 }]);
  });
});

describe("LOY-3: vouchers that paid an order", () => {
  const coupon = { use: "reward", reward: "coupon", voucher: "v-1" } as const;
  const use = (amount: number, name: string): Step => ({
    kind: "use-voucher",
    occurredAt: on(DAY),
    voucher: "v-1",
    amount: money(amount, "GBP"),
    order: name,
  });
  const bought = [grant(50), redeem("r", DAY, coupon), use(501, "o-1"), use(200, "o-2")];
  const state = after(member(), [...bought, order("o-1", DAY, [1000, 1000])]);
  const voucher = (found: LoyaltyState) => orderedValue(found.vouchers, "v-1")!;

  test("LOY-3: what a voucher paid does not earn", () => {
    expect(orderedValue(state.orders, "o-1")!.earning.rules).toMatchObject([{ granted: 14 }]);
    const programme = programmeOf({
      earningPolicy: { ...SHOP.earningPolicy, paidByPoints: "earns" },
    });
    const earning = after(member(), [...bought, order("o-1", DAY, [2000])], { programme });
    expect(orderedValue(earning.orders, "o-1")!.earning.rules).toMatchObject([{ granted: 20 }]);
  });

  test("LOY-3: it can be used again in proportion to what comes back, last of all", () => {
    const found = events(state, giveBackOrder("o-1", "2026-02-11", [back("l1", 1)]));
    expect(found.map(({ kind }) => kind)).toEqual(["order-returned", "voucher-changed"]);
    expect(found[1]).toMatchObject({ change: { kind: "restored", amount: 250, order: "o-1" } });
    const lines = [back("l1", 1)];
    const asked = { asOf: on("2026-02-11"), programme: SHOP };
    const preview = previewReturn(state, { order: "o-1", lines }, asked);
    expect(preview).toMatchObject({
      ok: true,
      value: { vouchersRestored: [{ voucher: "v-1", amount: 250 }], voidedVouchers: [] },
    });
    const half = found.reduce(evolveLoyalty, state);
    expect(voucher(half)).toMatchObject({ amount: 1000, left: 549 });
    const whole = after(half, [giveBackOrder("o-1", "2026-02-12")]);
    expect(voucher(whole)).toMatchObject({ amount: 1000, left: 800 });
    const again = after(whole, [order("o-1", "2026-02-13", [2000])]);
    expect(orderedValue(again.orders, "o-1")!.earning.rules).toMatchObject([{ granted: 20 }]);
  });

  test("LOY-3: paid with it again, the order gives back again what it then paid", () => {
    const gone = after(state, [giveBackOrder("o-1", DAY)]);
    const again = after(gone, [use(300, "o-1"), order("o-1", DAY, [1000, 1000])]);
    expect(voucher(again).left).toBe(500);
    const half = after(again, [giveBackOrder("o-1", "2026-02-11", [back("l1", 1)])]);
    expect(voucher(half).left).toBe(650);
    expect(voucher(after(half, [giveBackOrder("o-1", "2026-02-12")])).left).toBe(800);
  });

  test("LOY-3: void or over it stays so, and the return records what is lost", () => {
    const at = on("2026-02-11");
    const step: Step = { kind: "void-voucher", occurredAt: at, voucher: "v-1", why: "fraud" };
    const voided = after(state, [step]);
    for (const [from, day, next] of [
      [voided, "2026-02-12", "2026-02-13"],
      [state, "2026-03-20", "2026-03-21"],
    ] as const) {
      const found = events(from, giveBackOrder("o-1", day, [back("l1", 1)]));
      expect(returnedOf(found).vouchersLost).toEqual([{ voucher: "v-1", amount: 250 }]);
      const asked = { asOf: on(day), programme: SHOP };
      const preview = previewReturn(from, { order: "o-1", lines: [back("l1", 1)] }, asked);
      expect(preview.ok && preview.value.vouchersLost).toEqual(returnedOf(found).vouchersLost);
      const half = found.reduce(evolveLoyalty, from);
      expect(voucher(half).left).toBe(voucher(from).left);
      const rest = events(half, giveBackOrder("o-1", next));
      expect(returnedOf(rest).vouchersLost).toEqual([{ voucher: "v-1", amount: 251 }]);
      expect(rest.some(({ kind }) => kind === "voucher-changed")).toBe(false);
    }
  });
});

describe("LOY-3: a return that is refused", () => {
  const state = after(member(), [order("o-1", DAY, [1000, 500])]);
  const lines = (...said: unknown[]): Step => giveBackOrder("o-1", DAY, said as ReturnLine[]);
  test.each<[string, Step, object]>([
    ["of an unknown order", giveBackOrder("o-9", DAY), { code: "unknown", what: "order" }],
    ["of an unknown line", lines(back("l9", 1)), { code: "unknown", what: "line" }],
    ["of no line", lines(), { field: "lines" }],
    ["of a line twice", lines(back("l1", 1), back("l1", 1)), { field: "lines[1].line" }],
    ["of no unit", lines(back("l1", 0)), { field: "lines[0].quantity" }],
    ["of half a unit", lines(back("l1", 0.5)), { field: "lines[0].quantity" }],
    ["of nothing at all", lines(back("l1", 0, 0)), { field: "lines[0].amount.amount" }],
    ["of less than nothing", lines(back("l1", 1, -1)), { field: "lines[0].amount.amount" }],
    [
      "of more units than there were",
      lines(back("l2", 1), back("l1", 2)),
      { code: "more-than-left", what: "lines[1].quantity", left: 1, asked: 2 },
    ],
    [
      "of more money than was paid",
      lines(back("l1", 1, 1001)),
      { code: "more-than-left", what: "lines[0].amount", left: 1000, asked: 1001 },
    ],
    [
      "in another currency",
      lines({ line: "l1", quantity: 1, amount: money(1, "EUR") }),
      { code: "no-rate", from: "EUR", to: "GBP" },
    ],
    ["before the order", giveBackOrder("o-1", "2026-02-09"), { state: "not-yet-placed" }],
    ["without a name", { ...giveBackOrder("o-1", DAY), return: "" } as Step, { field: "return" }],
  ])("LOY-3: %s", (_, step, error) => {
    expect(refusal(state, step)).toMatchObject(error);
  });

  test("LOY-3: nothing comes back twice", () => {
    const gone = after(state, [giveBackOrder("o-1", DAY)]);
    const whole = { code: "not-possible-now", what: "order", state: "returned" };
    expect(refusal(gone, giveBackOrder("o-1", "2026-02-11"))).toEqual(whole);
    const line = giveBackOrder("o-1", "2026-02-11", [back("l1", 1)]);
    expect(refusal(gone, line)).toMatchObject({ code: "more-than-left", left: 0 });
    expect(previewReturn(gone, { order: "o-1" }, { asOf: on(DAY), programme: SHOP })).toEqual({
      ok: false,
      error: whole,
    });
  });
});

/** Two kinds earned, by amount, by unit and in all, so that lines earn uneven numbers of points. */
const UNEVEN = programmeOf({
  earning: [
    {
      id: "pound",
      kind: "beans",
      trigger: "order",
      award: { form: "per-amount", points: 3, per: 70, blocks: "proportional" },
      caps: [{ per: "day", points: 400 }],
    },
    { id: "unit", kind: "extra", trigger: "order", award: { form: "per-unit", points: 5 } },
    { id: "all", kind: "beans", trigger: "order", award: { form: "fixed", points: 11 } },
  ],
});

describe("LOY-3: returns, whatever they are", () => {
  const lines = fc.array(
    fc.record({
      amount: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 9999 })),
      quantity: fc.integer({ min: 1, max: 5 }),
    }),
    { minLength: 1, maxLength: 5 },
  );
  const parts = fc.array(
    fc.record({
      line: fc.nat(4),
      quantity: fc.nat(5),
      share: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
    }),
    { maxLength: 8 },
  );
  const spending = fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 3 });

  function story(
    amounts: readonly { readonly amount: number; readonly quantity: number }[],
    redemptions: readonly number[],
    programme: LoyaltyProgramme,
  ): { readonly before: LoyaltyState; readonly state: LoyaltyState } {
    const before = after(
      member(programme),
      [grant(300, "2026-01-05"), grant(40, "2026-01-06", { kind: "extra" })],
      { programme },
    );
    const said = amounts.map(({ amount, quantity }, index) => ({
      id: `l${String(index + 1)}`,
      product: "p",
      quantity,
      amount: money(amount, "GBP"),
    }));
    const state = after(
      before,
      [
        ...redemptions.map((claims, index) =>
          redeem(`r-${String(index)}`, DAY, biscuits(claims * 3, { order: "o-1" })),
        ),
        order("o-1", DAY, [], { lines: said }),
      ],
      { programme },
    );
    return { before, state };
  }

  const partOf = (
    state: LoyaltyState,
    { line, quantity, share }: { line: number; quantity: number; share: number | undefined },
  ): ReturnLine | undefined => {
    const record = orderedValue(state.orders, "o-1")!;
    const found = record.lines[line % record.lines.length]!;
    const soFar = record.returned?.[found.id];
    const units = Math.min(quantity, found.quantity - (soFar?.quantity ?? 0));
    const left = found.amount - (soFar?.amount ?? 0);
    const pence = share === undefined ? undefined : Math.floor((left * share) / 100);
    if (units === 0 && (pence ?? 0) === 0) return undefined;
    return back(found.id, units, pence);
  };

  test("LOY-3: parts sum to the whole: all that was earned is taken, all that was spent is back", () => {
    fc.assert(
      fc.property(lines, parts, spending, (amounts, wanted, redemptions) => {
        const programme = UNEVEN;
        const options = { programme };
        const { before, state: bought } = story(amounts, redemptions, programme);
        const taken: Record<string, number> = {};
        const all: LoyaltyEvent[] = [];
        let state = bought;
        const give = (step: Step): void => {
          const found = events(state, step, options);
          all.push(...found);
          const { reversal, lines: returned } = returnedOf(found);
          for (const [kind, points] of Object.entries(reversal.earned)) {
            expect(points).toBeGreaterThan(0);
            taken[kind] = (taken[kind] ?? 0) + points;
            const byLine = returned.reduce((sum, { earned }) => sum + (earned[kind] ?? 0), 0);
            expect(byLine).toBe(points);
          }
          state = found.reduce(evolveLoyalty, state);
        };
        for (const [index, one] of wanted.entries()) {
          const part = partOf(state, one);
          if (part === undefined) continue;
          give(giveBackOrder("o-1", `2026-02-${String(11 + index)}`, [part]));
        }
        const record = orderedValue(state.orders, "o-1")!;
        const isOver = record.lines.every(({ id, amount, quantity }) => {
          const soFar = record.returned?.[id];
          return soFar?.quantity === quantity && soFar.amount === amount;
        });
        if (!isOver) give(giveBackOrder("o-1", "2026-02-25"));
        const earned: Record<string, number> = {};
        for (const { kind, granted } of record.earning.rules) {
          if (granted > 0) earned[kind] = (earned[kind] ?? 0) + granted;
        }
        expect(taken).toEqual(earned);
        for (const kind of ["beans", "extra"]) {
          const [now, then] = [state, before].map((one) => balanceOf(one, "2026-02-25", kind));
          expect([now!.active, now!.deficit, now!.redeemed, now!.reserved]).toEqual([
            then!.active,
            0,
            0,
            0,
          ]);
        }
        for (const [, use] of orderedEntries(state.capUses)) {
          expect(use).toEqual({ points: 0, times: 0 });
        }
        for (const [, day] of orderedEntries(state.qualifying)) {
          expect(Object.values(day).every((amount) => amount === 0)).toBe(true);
        }
        expect(state.orderCount).toBe(0);
        for (const [, { redemption, givenBack }] of orderedEntries(state.redemptions)) {
          expect(givenBack).toBe(redemption.points);
        }
      }),
    );
  });

  test("LOY-3: no line gives back more than it earned, at any time, and no lot holds more than it had", () => {
    fc.assert(
      fc.property(lines, parts, (amounts, wanted) => {
        const options = { programme: UNEVEN };
        let { state } = story(amounts, [], UNEVEN);
        for (const [index, one] of wanted.entries()) {
          const part = partOf(state, one);
          if (part === undefined) continue;
          state = after(
            state,
            [giveBackOrder("o-1", `2026-02-${String(11 + index)}`, [part])],
            options,
          );
          const record = orderedValue(state.orders, "o-1")!;
          for (const { id } of record.lines) {
            for (const kind of ["beans", "extra"]) {
              const given = record.earning.rules
                .filter((rule) => rule.kind === kind)
                .reduce((sum, rule) => sum + (rule.lines?.[id] ?? 0), 0);
              expect(record.returned?.[id]?.earned[kind] ?? 0).toBeLessThanOrEqual(given);
            }
          }
          for (const [, lot] of orderedEntries(state.lots)) {
            expect(lot.open).toBeGreaterThanOrEqual(0);
            expect(lot.open).toBeLessThanOrEqual(lot.original);
          }
        }
      }),
    );
  });

  test("LOY-3: the preview is what happens, refusals too, and a replay gives the same ledger", () => {
    fc.assert(
      fc.property(lines, parts, spending, fc.boolean(), (amounts, wanted, redemptions, isPoor) => {
        const options = { programme: UNEVEN };
        const { state: bought } = story(amounts, redemptions, UNEVEN);
        let state = bought;
        if (isPoor && active(state, DAY) >= 3) {
          const all = Math.floor(active(state, DAY) / 3) * 3;
          state = after(state, [redeem("x", DAY, biscuits(all))], options);
        }
        const start = state;
        const history: LoyaltyEvent[] = [];
        for (const [index, one] of wanted.entries()) {
          const day = `2026-02-${String(11 + index)}`;
          const said = [back(`l${String(one.line + 1)}`, one.quantity)];
          const part = partOf(state, one);
          const asked = part === undefined || index % 3 === 2 ? said : [part];
          const step = giveBackOrder("o-1", day, asked);
          const preview = previewReturn(
            state,
            { order: "o-1", lines: asked },
            {
              asOf: on(day),
              programme: UNEVEN,
            },
          );
          const happened = decided(state, step, options);
          if ("code" in happened) {
            expect(preview).toEqual({ ok: false, error: happened });
            continue;
          }
          const { lines: returned, reversal, givenBack = [] } = returnedOf(happened);
          expect(preview).toEqual({
            ok: true,
            value: { lines: returned, reversal, givenBack, voidedVouchers: [] },
          });
          history.push(...happened);
          state = happened.reduce(evolveLoyalty, state);
        }
        expect(replayLoyalty(history, start)).toEqual(state);
      }),
    );
  });
});
