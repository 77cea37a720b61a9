import fc from "fast-check";
import { money } from "goodwill/shared";
import { describe, expect, test } from "vitest";
import type { RedemptionRequest } from "../../../src/loyalty/decision/loyalty-command.js";
import { evolveLoyalty } from "../../../src/loyalty/ledger/evolve-loyalty.js";
import { burnKey } from "../../../src/loyalty/ledger/ledger-draft.js";
import type { LoyaltyState } from "../../../src/loyalty/ledger/loyalty-state.js";
import { quoteRedemption } from "../../../src/loyalty/redemption/quote-redemption.js";
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
} from "./shop.js";

const LEFT = { mugs: 10 };
const pay = (payable: number, said: object = {}): RedemptionRequest => ({
  use: "payment",
  order: "o-1",
  payable: money(payable, "GBP"),
  ...said,
});
const reward = (name: string, said: object = {}): RedemptionRequest => ({
  use: "reward",
  reward: name,
  ...said,
});
const quoteOf = (state: LoyaltyState, request: RedemptionRequest, programme = SHOP) => {
  const quote = quoteRedemption(state, request, {
    asOf: on("2026-02-10"),
    programme,
    left: LEFT,
  });
  return quote.ok ? quote.value : quote.error;
};

describe("LOY-2: points pay and become money, in whole blocks", () => {
  test("LOY-2: E6: of 1050 points at 100 for 5.00, 1000 are used for 50.00", () => {
    const state = after(member(), [grant(1050)]);
    const facts = { points: 1000, unusedPoints: 50, amount: 5000 };
    expect(quoteOf(state, { use: "cashback", points: 1050 })).toMatchObject(facts);
    const paid = quoteOf(state, pay(20_000, { points: 1050 }));
    expect(paid).toMatchObject({ ...facts, stillPayable: 15_000 });
    const spent = after(state, [redeem("r", "2026-02-10", { use: "cashback", points: 1050 })]);
    expect(active(spent, "2026-02-10")).toBe(50);
  });

  test("LOY-2: E7: at most half of an order of 100.00 is paid by points, also in two parts", () => {
    const programme = programmeOf({
      redemption: { ...SHOP.redemption!, orderShare: { numerator: 1, denominator: 2 } },
    });
    const state = after(member(programme), [grant(5000)], { programme });
    expect(quoteOf(state, pay(10_000), programme)).toMatchObject({ points: 1000, amount: 5000 });
    const first = redeem("r", "2026-02-10", pay(10_000, { points: 600 }));
    const once = after(state, [first], { programme });
    expect(quoteOf(once, pay(10_000), programme)).toMatchObject({
      points: 400,
      amount: 2000,
      stillPayable: 5000,
    });
    const twice = after(once, [redeem("s", "2026-02-10", pay(10_000))], { programme });
    expect(quoteOf(twice, pay(10_000), programme)).toEqual({
      code: "below-minimum",
      minimum: 100,
      points: 0,
    });
    const other = pay(10_000, { order: "o-1|x" });
    expect(quoteOf(twice, other, programme)).toMatchObject({ amount: 5000 });
  });

  test("LOY-2: a payment never passes the order, what is active, or what was asked for", () => {
    const state = after(member(), [grant(1050)]);
    expect(quoteOf(state, pay(1999))).toMatchObject({ points: 300, amount: 1500, unusedPoints: 0 });
    expect(quoteOf(state, pay(99_999))).toMatchObject({ points: 1000, amount: 5000 });
    const some = quoteOf(state, pay(99_999, { points: 250 }));
    expect(some).toMatchObject({ points: 200, unusedPoints: 50 });
    expect(quoteOf(state, pay(499))).toMatchObject({ code: "below-minimum" });
  });

  test("LOY-2: the minimum is rounded up to whole blocks", () => {
    const programme = programmeOf({ redemption: { ...SHOP.redemption!, minimumPoints: 250 } });
    const state = after(member(programme), [grant(299)], { programme });
    expect(quoteOf(state, pay(99_999), programme)).toEqual({
      code: "insufficient-points",
      needed: 300,
      available: 299,
    });
    expect(quoteOf(state, pay(1000), programme)).toEqual({
      code: "below-minimum",
      minimum: 300,
      points: 200,
    });
    const more = after(state, [grant(1)], { programme });
    expect(quoteOf(more, pay(99_999), programme)).toMatchObject({ points: 300 });
  });

  test("LOY-2: cashback needs all it asks for, in blocks", () => {
    const state = after(member(), [grant(250)]);
    const cashback = (points: number) => quoteOf(state, { use: "cashback", points });
    expect(cashback(299)).toMatchObject({ points: 200, unusedPoints: 99 });
    expect(cashback(300)).toEqual({ code: "insufficient-points", needed: 300, available: 250 });
    expect(cashback(99)).toEqual({ code: "below-minimum", minimum: 100, points: 0 });
  });

  test("LOY-2: payment in another currency, or where points do not pay, is refused", () => {
    const state = after(member(), [grant(250)]);
    const euros = quoteOf(state, { use: "payment", order: "o", payable: money(500, "EUR") });
    expect(euros).toEqual({ code: "no-rate", from: "EUR", to: "GBP" });
    const programme = programmeOf({ redemption: { kinds: ["beans"], reservationMinutes: 5 } });
    const refused = { code: "not-offered", what: "payment" };
    expect(quoteOf(state, pay(500), programme)).toEqual(refused);
    expect(quoteOf(state, { use: "cashback", points: 100 }, programme)).toEqual(refused);
  });
});

describe("LOY-2: a new point value does not revalue old points", () => {
  const valued = (points: number, amount = 100, currency: "GBP" | "EUR" = "GBP") =>
    programmeOf({
      kinds: [{ id: "beans", purpose: "redeemable", value: { points, amount, currency } }],
      rewards: [],
      partners: [],
      redemption: {
        kinds: ["beans"],
        payment: { points: 10, amount: Math.max(1, Math.floor((10 * amount) / points)) },
        reservationMinutes: 30,
      },
    });
  const before = valued(10);
  const programme = valued(20);
  const old = after(member(before), [grant(100)], { programme: before });
  const both = after(old, [grant(100, "2026-02-02")], { programme });

  test("LOY-2: E12: 100 points granted at 10 a pound and 100 at 20 are worth 15.00", () => {
    const facts = { points: 200, amount: 1500 };
    expect(quoteOf(both, { use: "cashback", points: 200 }, programme)).toMatchObject(facts);
    const paid = quoteOf(both, pay(10_000), programme);
    expect(paid).toMatchObject({ ...facts, stillPayable: 8500 });
    const [redeemed] = events(both, redeem("r", "2026-02-10", pay(10_000)), { programme });
    expect(redeemed).toMatchObject({ redemption: facts });
  });

  test("LOY-2: a payment stops at the order and at its share, each point at its own value", () => {
    // 100 points are 10.00, 20 more are 1.00; 21 blocks more would be past what is payable.
    expect(quoteOf(both, pay(1149), programme)).toMatchObject({ points: 120, amount: 1100 });
    expect(quoteOf(both, pay(1150), programme)).toMatchObject({ points: 130, amount: 1150 });
    const half = {
      ...programme,
      redemption: { ...programme.redemption!, orderShare: { numerator: 1, denominator: 2 } },
    };
    expect(quoteOf(both, pay(2298), half)).toMatchObject({ points: 120, amount: 1100 });
  });

  test("LOY-2: the worth of several lots is rounded down once; a lot without a value goes by the rate", () => {
    const third = valued(3, 1);
    const state = after(member(third), [grant(5), grant(5, "2026-02-02")], { programme: third });
    const one = { ...third.redemption!.payment!, points: 5, amount: 1 };
    const blocks = { ...third, redemption: { ...third.redemption!, payment: one } };
    // Five thirds and five thirds are 3 and a third; each rounded by itself they were 2.
    expect(quoteOf(state, { use: "cashback", points: 10 }, blocks)).toMatchObject({ amount: 3 });
    const euros = valued(10, 100, "EUR");
    const foreign = after(member(euros), [grant(100)], { programme: euros });
    expect(quoteOf(foreign, { use: "cashback", points: 100 }, programme)).toMatchObject({
      amount: 500,
    });
  });

  test("LOY-2: points that are worth less than the smallest coin are not taken for nothing", () => {
    const tiny = valued(1000, 1);
    const payment = { points: 100, amount: 1 };
    const options = { programme: { ...tiny, redemption: { ...tiny.redemption!, payment } } };
    const state = after(member(options.programme), [grant(2000)], options);
    expect(quoteOf(state, { use: "cashback", points: 900 }, options.programme)).toEqual({
      code: "below-minimum",
      minimum: 1000,
      points: 900,
    });
    expect(quoteOf(state, { use: "cashback", points: 1000 }, options.programme)).toMatchObject({
      amount: 1,
    });
  });

  test("LOY-2: whatever the values, a payment is within the order and one block more would not be", () => {
    const lot = fc.record({
      points: fc.integer({ min: 1, max: 300 }),
      value: fc.option(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 90 })), {
        nil: undefined,
      }),
    });
    fc.assert(
      fc.property(
        fc.array(lot, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 9000 }),
        fc.integer({ min: 1, max: 50 }),
        (lots, payable, block) => {
          const redemption = {
            kinds: ["beans"],
            payment: { points: block, amount: 7 },
            reservationMinutes: 5,
          };
          const plain = { rewards: [], partners: [], redemption };
          let state = member();
          const worths: { points: number; of: bigint; for: bigint }[] = [];
          for (const [index, { points, value }] of lots.entries()) {
            const own =
              value === undefined
                ? {}
                : { value: { points: value[0], amount: value[1], currency: "GBP" as const } };
            const kinds = [{ id: "beans", purpose: "redeemable" as const, ...own }];
            const today = programmeOf({ kinds, ...plain });
            state = after(state, [grant(points, `2026-02-0${String(index + 1)}`)], {
              programme: today,
            });
            const [of, amount] = value ?? [block, 7];
            worths.push({ points, of: BigInt(of), for: BigInt(amount) });
          }
          const kinds = [{ id: "beans", purpose: "redeemable" as const }];
          const quote = quoteOf(state, pay(payable), programmeOf({ kinds, ...plain }));
          const worthOf = (count: number): { up: bigint; down: bigint } => {
            let up = 0n;
            let down = 1n;
            let left = count;
            for (const one of worths) {
              const part = Math.min(left, one.points);
              left -= part;
              up = up * one.of + BigInt(part) * one.for * down;
              down *= one.of;
            }
            return { up, down };
          };
          const fits = (count: number): boolean => {
            const { up, down } = worthOf(count);
            return up <= BigInt(payable) * down;
          };
          const held = lots.reduce((sum, { points }) => sum + points, 0);
          if ("code" in quote) {
            const isTooLittle = quote.code === "below-minimum" && worthOf(quote.points);
            const isWorthless = isTooLittle && isTooLittle.up < isTooLittle.down;
            expect(held < block || !fits(block) || isWorthless).toBe(true);
            return;
          }
          const { up, down } = worthOf(quote.points);
          expect(BigInt(quote.amount!)).toBe(up / down);
          expect(fits(quote.points)).toBe(true);
          const more = quote.points + block;
          expect(more > held || !fits(more)).toBe(true);
        },
      ),
    );
  });
});

describe("LOY-2: what points pay of an order is settled once it is recorded", () => {
  const earns = programmeOf({
    earningPolicy: { ...SHOP.earningPolicy, paidByPoints: "earns" },
  });
  const recorded = { code: "not-possible-now", what: "order", state: "recorded" };
  const state = after(member(), [grant(300), order("o-1", "2026-02-02", [10_000])]);
  const late = redeem("r", "2026-02-10", pay(10_000));

  test("LOY-2: a payment after the order is refused, unless what points pay earns", () => {
    expect(quoteOf(state, pay(10_000))).toEqual(recorded);
    expect(refusal(state, late)).toEqual(recorded);
    expect(refusal(state, { ...late, kind: "reserve" } as typeof late)).toEqual(recorded);
    expect(events(state, late, { programme: earns })).toHaveLength(1);
    expect(events(state, redeem("r", "2026-02-10", reward("biscuit", { order: "o-1" })))) //
      .toHaveLength(1);
  });

  test("LOY-2: one that has come back in whole can be paid anew, one that has in part cannot", () => {
    const gone = after(state, [giveBackOrder("o-1", "2026-02-03")]);
    expect(events(gone, late)).toHaveLength(1);
    const line = { line: "l1", quantity: 1, amount: money(9999, "GBP") };
    const most = after(state, [giveBackOrder("o-1", "2026-02-03", [line])]);
    expect(refusal(most, late)).toEqual(recorded);
  });

  test("LOY-2: a payment set aside is not given up after the order, but can be committed", () => {
    const end = (kind: "commit" | "release"): Parameters<typeof refusal>[1] => ({
      kind,
      occurredAt: on("2026-02-10", "12:10"),
      redemption: "r",
    });
    const steps = [grant(300), reserve("r", "2026-02-10", pay(10_000))];
    const placed = order("o-1", "2026-02-10", [10_000]);
    const set = after(member(), [...steps, placed]);
    expect(refusal(set, end("release"))).toEqual(recorded);
    expect(events(set, end("commit"))).toHaveLength(1);
    expect(events(set, end("release"), { programme: earns })).toHaveLength(1);
    const biscuit = reserve("r", "2026-02-10", reward("biscuit", { order: "o-1" }));
    expect(events(after(member(), [grant(3), biscuit, placed]), end("release"))).toHaveLength(1);
  });

  test("LOY-2: a paused account can still commit what it has set aside, not spend anew", () => {
    const paused = after(member(), [
      grant(300),
      reserve("r", "2026-02-10", pay(1000)),
      { kind: "pause", occurredAt: on("2026-02-10"), why: "asked" },
    ]);
    const commit = { kind: "commit", occurredAt: on("2026-02-10", "12:10"), redemption: "r" };
    expect(active(after(paused, [commit as Parameters<typeof refusal>[1]]), "2026-02-11")).toBe(
      100,
    );
    expect(refusal(paused, late)).toMatchObject({ code: "account-not-active" });
  });
});

describe("LOY-2: rewards", () => {
  test("LOY-2: E18: the cost is the catalogue's, whatever the client claims", () => {
    const state = after(member(), [grant(50), order("o-1", "2026-02-02", [10_000])]);
    const claimed = { ...reward("mug"), points: 1, cost: 1 } as unknown as RedemptionRequest;
    const spent = after(state, [redeem("r", "2026-02-10", claimed)], { left: LEFT });
    expect(active(spent, "2026-02-10")).toBe(145);
  });

  test("LOY-2: E19: five units at two a claim cost three claims", () => {
    const state = after(member(), [grant(50)]);
    const request = reward("biscuit", { quantity: 5 });
    expect(quoteOf(state, request)).toMatchObject({ points: 9, claims: 3 });
    expect(active(after(state, [redeem("r", "2026-02-10", request)]), "2026-02-10")).toBe(41);
  });

  test("LOY-2: E20: a reward of 5 is refused to a member with 3 points and 1 of this order", () => {
    const state = after(member(), [grant(3), order("o-1", "2026-02-02", [100])]);
    expect(refusal(state, redeem("r", "2026-02-10", reward("mug")), { left: LEFT })).toEqual({
      code: "insufficient-points",
      needed: 5,
      available: 4,
    });
  });

  test("LOY-2: claims stop at the member's limit; what was given up does not count", () => {
    const programme = SHOP;
    const state = after(member(), [grant(100)]);
    const two = redeem("r-1", "2026-02-10", reward("mug", { quantity: 2 }));
    const one = reserve("r-2", "2026-02-10", reward("mug"));
    const full = after(state, [two, one], { left: LEFT, programme });
    expect(quoteOf(full, reward("mug"))).toEqual({
      code: "limit-reached",
      limit: "member-claims",
      atMost: 3,
      would: 4,
    });
    const release = { kind: "release", occurredAt: on("2026-02-10"), redemption: "r-2" } as const;
    expect(quoteOf(after(full, [release]), reward("mug"))).toMatchObject({ claims: 1 });
  });

  test("LOY-2: a shared stock counts units; one the host does not name is empty", () => {
    const state = after(member(), [grant(100)]);
    const request = reward("mug", { quantity: 2 });
    const asOf = on("2026-02-10");
    const empty = quoteRedemption(state, request, { asOf, programme: SHOP });
    expect(empty).toEqual({
      ok: false,
      error: { code: "out-of-stock", stock: "mugs", left: 0, needed: 2 },
    });
    const left = { mugs: 2 };
    const full = quoteRedemption(state, request, { asOf, programme: SHOP, left });
    expect(full).toMatchObject({ ok: true, value: { stock: { name: "mugs", units: 2 } } });
  });

  test("LOY-2: a reward from a tier on is refused below it", () => {
    const programme = programmeOf({
      tiers: {
        tiers: [
          { id: "basic" },
          { id: "silver", reach: { all: [{ metric: "spend", atLeast: 10_000 }] } },
          { id: "gold", reach: { all: [{ metric: "spend", atLeast: 20_000 }] } },
        ],
        period: { kind: "calendar-year" },
        upgrade: "at-once",
        keepThrough: "this-period",
        landing: "one-tier-down",
        crossing: "before",
      },
      rewards: [{ id: "lounge", form: "product", cost: 1, fromTier: "silver" }],
    });
    const state = after(member(programme), [grant(50)], { programme });
    const refused = { code: "tier-too-low", needed: "silver", tier: "basic" };
    expect(quoteOf(state, reward("lounge"), programme)).toEqual(refused);
    for (const spent of [10_000, 20_000]) {
      const risen = after(state, [order("o-1", "2026-02-02", [spent])], { programme });
      expect(quoteOf(risen, reward("lounge"), programme)).toMatchObject({ points: 1 });
    }
  });

  test("LOY-2: a gift is recorded with its recipient, and a partner takes only what it accepts", () => {
    const state = after(member(), [grant(50), grant(20, "2026-02-01", { kind: "miles" })]);
    const gift = reward("biscuit", { recipient: "bob", order: "o-9" });
    const [redeemed] = events(state, redeem("r", "2026-02-10", gift));
    expect(redeemed).toMatchObject({
      kind: "points-redeemed",
      redemption: {
        id: "r",
        use: "reward",
        points: 3,
        reward: "biscuit",
        claims: 1,
        recipient: "bob",
        order: "o-9",
      },
    });
    const fly = { use: "partner", partner: "airline", kind: "miles", points: 20 } as const;
    expect(quoteOf(state, fly)).toMatchObject({ points: 20, use: "partner" });
    expect(quoteOf(state, { ...fly, points: 21 })).toEqual({
      code: "insufficient-points",
      needed: 21,
      available: 20,
    });
    expect(quoteOf(state, { ...fly, kind: "beans" })).toMatchObject({ code: "not-offered" });
    expect(quoteOf(state, { ...fly, partner: "rail" })).toMatchObject({ code: "unknown" });
  });
});

describe("LOY-2: which points are there", () => {
  test("LOY-2: L5: an expired lot is never burned, although no job has run", () => {
    const state = after(member(), [
      grant(100, "2026-01-02", { through: "2026-01-31" }),
      grant(40, "2026-01-02"),
    ]);
    const spent = after(state, [redeem("r", "2026-02-10", reward("biscuit", { quantity: 20 }))]);
    const [expired, live] = [...orderedEntries(spent.lots)].map(([, lot]) => lot);
    expect([expired!.redeemed, expired!.expired]).toEqual([0, 100]);
    expect(live!.open).toBe(10);
    expect(quoteOf(state, reward("biscuit", { quantity: 28 }))).toMatchObject({ available: 40 });
  });

  test("LOY-2: pending points are not there, and through the last day they are", () => {
    const state = after(member(), [
      grant(50, "2026-02-09", { kind: "later" }),
      grant(3, "2026-02-01", { through: "2026-02-10" }),
    ]);
    expect(quoteOf(state, reward("biscuit"))).toMatchObject({ points: 3 });
    expect(quoteOf(state, reward("biscuit", { quantity: 3 }))).toEqual({
      code: "insufficient-points",
      needed: 6,
      available: 3,
    });
    const next = redeem("r", "2026-02-11", reward("biscuit"));
    expect(refusal(state, next)).toMatchObject({ available: 0 });
    const later = redeem("r", "2026-02-23", reward("biscuit"));
    expect(events(state, later).at(-1)).toMatchObject({ kind: "points-redeemed" });
  });

  test("LOY-2: promotional points go first, by their priority", () => {
    const state = after(member(), [
      grant(5, "2026-02-01", { through: "2026-02-11" }),
      grant(5, "2026-02-02", { kind: "extra" }),
    ]);
    const quote = quoteOf(state, reward("biscuit", { quantity: 4 }));
    expect("allocations" in quote && quote.allocations.map(({ kind, points }) => [kind, points])) //
      .toEqual([
        ["extra", 5],
        ["beans", 1],
      ]);
  });
});

describe("LOY-2: what is refused with its field", () => {
  const state = after(member(), [grant(500)]);
  test.each<[string, unknown, string]>([
    ["blank order", pay(500, { order: " " }), "request.order"],
    ["payable of 0", pay(0), "request.payable.amount"],
    ["half a point", pay(500, { points: 1.5 }), "request.points"],
    ["no points", { use: "cashback", points: 0 }, "request.points"],
    ["not a number", { use: "cashback", points: Number.NaN }, "request.points"],
    ["blank reward", reward(""), "request.reward"],
    ["no units", reward("biscuit", { quantity: 0 }), "request.quantity"],
    ["too many units", reward("coupon", { voucher: "v", quantity: 2 ** 52 }), "request.quantity"],
    ["blank recipient", reward("biscuit", { recipient: "" }), "request.recipient"],
    ["blank order of a reward", reward("biscuit", { order: "" }), "request.order"],
    ["voucher without id", reward("coupon"), "request.voucher"],
    ["voucher id for goods", reward("biscuit", { voucher: "v" }), "request.voucher"],
    [
      "minus one mile",
      { use: "partner", partner: "airline", kind: "miles", points: -1 },
      "request.points",
    ],
  ])("LOY-2: %s", (_, request, field) => {
    expect(quoteOf(state, request as RedemptionRequest)).toMatchObject({
      code: "invalid-field",
      field,
    });
  });

  test("LOY-2: unknown reward, blank or used redemption id, no policy, not enrolled, paused", () => {
    expect(quoteOf(state, reward("car"))).toEqual({ code: "unknown", what: "reward", id: "car" });
    const step = redeem("r", "2026-02-10", reward("biscuit"));
    expect(refusal(state, { ...step, redemption: " " } as typeof step)).toMatchObject({
      field: "redemption",
    });
    const used = { code: "already-there", what: "redemption", id: "r" };
    expect(refusal(after(state, [step]), step)).toEqual(used);
    const programme = { ...SHOP };
    delete (programme as { redemption?: unknown }).redemption;
    expect(quoteOf(state, reward("biscuit"), programme)).toMatchObject({ code: "not-offered" });
    const fly = { use: "partner", partner: "airline", kind: "miles", points: 1 } as const;
    const flying = after(state, [grant(1, "2026-02-01", { kind: "miles" })]);
    const none = { code: "not-offered", what: "redemption" };
    expect(quoteOf(flying, fly, programme)).toEqual(none);
    expect(refusal(flying, reserve("r", "2026-02-10", fly), { programme })).toEqual(none);
    expect(refusal(flying, redeem("r", "2026-02-10", fly), { programme })).toEqual(none);
    const paused = after(state, [{ kind: "pause", occurredAt: on("2026-02-05"), why: "asked" }]);
    expect(quoteOf(paused, reward("biscuit"))).toEqual({
      code: "account-not-active",
      status: "paused",
    });
  });
});

describe("LOY-2: the quote is what happens", () => {
  const days = ["2026-01-05", "2026-01-20", "2026-02-01", "2026-02-08"];
  const step = fc.record({
    day: fc.constantFrom(...days),
    amount: fc.integer({ min: 1, max: 400 }),
    kind: fc.constantFrom("beans", "extra", "later", "miles"),
    through: fc.constantFrom(undefined, "2026-02-02", "2026-02-09", "2026-02-10", "2026-04-01"),
  });
  const request = fc.oneof(
    fc.record({
      use: fc.constant("payment" as const),
      order: fc.constantFrom("o-1", "o-2"),
      payable: fc.integer({ min: 1, max: 6000 }).map((amount) => money(amount, "GBP")),
    }),
    fc.record({
      use: fc.constant("payment" as const),
      order: fc.constantFrom("o-1", "o-2"),
      payable: fc.integer({ min: 1, max: 6000 }).map((amount) => money(amount, "GBP")),
      points: fc.integer({ min: 1, max: 900 }),
    }),
    fc.record({
      use: fc.constant("cashback" as const),
      points: fc.integer({ min: 1, max: 900 }),
    }),
    fc.record({
      use: fc.constant("reward" as const),
      reward: fc.constantFrom("mug", "biscuit"),
      quantity: fc.integer({ min: 1, max: 60 }),
    }),
    fc.record({
      use: fc.constant("reward" as const),
      reward: fc.constant("coupon"),
      voucher: fc.constantFrom("v-1", "v-2"),
    }),
    fc.record({
      use: fc.constant("partner" as const),
      partner: fc.constant("airline"),
      kind: fc.constant("miles"),
      points: fc.integer({ min: 1, max: 300 }),
    }),
  );

  test("LOY-2: quote and redemption agree on every ledger, refusals too, and burn in order", () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 8 }),
        fc.array(fc.tuple(request, fc.boolean()), { minLength: 1, maxLength: 5 }),
        (grants, requests) => {
          const inTime = grants.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
          let state = after(
            member(),
            inTime.map(({ amount, day, kind, through }) => {
              const isLater = through !== undefined && through > day;
              return grant(amount, day, { kind, ...(isLater && { through }) });
            }),
          );
          // Reservations made an hour before have fallen back although nothing recorded it.
          state = after(state, [
            grant(3, "2026-02-08", { kind: "extra" }),
            {
              kind: "reserve",
              occurredAt: on("2026-02-10", "11:00"),
              redemption: "old",
              request: reward("biscuit"),
            },
          ]);
          requests.forEach(([one, isReserved], index) => {
            const id = `r-${String(index)}`;
            const make = isReserved ? reserve : redeem;
            const quote = quoteOf(state, one);
            const happened = decided(state, make(id, "2026-02-10", one), { left: LEFT });
            if ("code" in happened) {
              expect(quote).toEqual(happened);
              return;
            }
            if ("code" in quote) throw new Error(`refused by the quote: ${quote.code}`);
            state = happened.reduce(evolveLoyalty, state);
            const record = orderedValue(state.redemptions, id)!;
            expect(record.allocations).toEqual(quote.allocations);
            expect(record.redemption.points).toBe(quote.points);
            expect(record.redemption.amount).toBe(quote.amount);
            const sum = quote.allocations.reduce((all, { points }) => all + points, 0);
            expect(sum).toBe(quote.points);
            const keys = quote.allocations.map(({ lot }) =>
              burnKey(orderedValue(state.lots, lot)!),
            );
            expect(keys).toEqual(keys.toSorted());
            for (const { lot } of quote.allocations) {
              expect(orderedValue(state.lots, lot)!.open).toBeGreaterThanOrEqual(0);
            }
          });
        },
      ),
    );
  });

  test("LOY-2: points given back by a return make room for a payment and a claim again", () => {
    const state = after(
      member(),
      [
        grant(2000),
        redeem("r-1", "2026-02-10", pay(5000)),
        redeem("r-2", "2026-02-10", reward("mug", { quantity: 3, order: "o-1" })),
        order("o-1", "2026-02-10", [5000]),
        giveBackOrder("o-1", "2026-02-10"),
      ],
      { left: LEFT },
    );
    expect(quoteOf(state, pay(5000))).toMatchObject({ amount: 5000 });
    expect(quoteOf(state, reward("mug", { quantity: 3 }))).toMatchObject({ claims: 3 });
  });
});
