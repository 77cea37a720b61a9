import {
  decideLoyalty,
  evolveLoyalty,
  NO_LOYALTY,
  type EarningRule,
  type LoyaltyCommand,
  type LoyaltyEvent,
  type LoyaltyOrder,
  type LoyaltyProgramme,
  type LoyaltyProgrammeDefinition,
  type LoyaltyState,
  type RecordActivity,
} from "goodwill/loyalty";
import { instant, money, plainDate, type Instant } from "goodwill/shared";
import { describe, expect, test } from "vitest";
import { orderedEntries, orderedValue } from "../../../src/shared/ordered-map.js";
import { LOYALTY_EARNING_CASES as CASES } from "../../golden/loyalty-earning.js";
import { POLICY, programmeOf, rule } from "./shop.js";

const NOON = instant("2026-02-13T12:00:00Z");

function ask(state: LoyaltyState, command: LoyaltyCommand, programme: LoyaltyProgramme) {
  const now = instant("2030-01-01T00:00:00Z");
  const first = String(state.sequence);
  return decideLoyalty(state, command, { now, programme, ids: (n) => `e-${first}-${String(n)}` });
}

function accept(state: LoyaltyState, command: LoyaltyCommand, programme: LoyaltyProgramme) {
  const decided = ask(state, command, programme);
  if (!decided.ok) throw new Error(JSON.stringify(decided.error));
  const events = decided.value;
  return {
    events,
    state: events.reduce<LoyaltyState>((all, one) => evolveLoyalty(all, one), state),
  };
}

function shop(rules: readonly EarningRule[], said: Partial<LoyaltyProgrammeDefinition> = {}) {
  const programme = programmeOf(rules, { earningPolicy: POLICY, ...said });
  const enrol = {
    kind: "enrol",
    key: "k-0",
    member: "ann",
    occurredAt: instant("2025-02-13T09:00:00Z"),
    birthday: plainDate("1990-02-13"),
  } as const;
  return { programme, state: accept(NO_LOYALTY, enrol, programme).state };
}

function lineOf(amount: number, said: Partial<LoyaltyOrder["lines"][number]> = {}) {
  return { id: "a", product: "beans", quantity: 1, amount: money(amount, "GBP"), ...said };
}

function recordOrder(said: Partial<LoyaltyOrder> = {}, at: Instant = NOON): LoyaltyCommand {
  const order = { id: "o-1", lines: [lineOf(1999)], ...said };
  return { kind: "record-order", key: `k-${order.id}`, member: "ann", occurredAt: at, order };
}

function recordActivity(said: Partial<RecordActivity> = {}): LoyaltyCommand {
  const what = { activity: "r-1", trigger: "review" };
  return { kind: "record-activity", key: "k-a", member: "ann", occurredAt: NOON, ...what, ...said };
}

function found<Kind extends LoyaltyEvent["kind"]>(events: readonly LoyaltyEvent[], kind: Kind) {
  const event = events.find((one) => one.kind === kind);
  if (event === undefined) throw new Error(`no ${kind}`);
  return event as Extract<LoyaltyEvent, { kind: Kind }>;
}

describe("LOY-3: an order is recorded with what it earns", () => {
  test("LOY-3: with lots, caps, what counts towards a tier, and why", () => {
    const { programme, state } = shop([
      rule("one", { caps: [{ per: "day", points: 100 }] }),
      rule("miles", { kind: "miles" }),
      rule("birthday", { when: { birthdayWithinDays: 0 } }),
      rule("anniversary", { when: { anniversaryWithinDays: 0 } }),
      rule("club", { when: { clubs: ["roasters"] } }),
      rule("app", { when: { channels: ["app"], segments: ["student"], facts: { hot: true } } }),
    ]);
    const said = { channel: "app", segments: ["student"], facts: { hot: true }, nights: 2 };
    const { events, state: after } = accept(state, recordOrder(said), programme);
    const event = found(events, "order-recorded");
    expect(event).toMatchObject({
      order: "o-1",
      lines: [{ id: "a", product: "beans", quantity: 1, amount: 1999 }],
      earning: {
        rules: [
          { rule: "one", granted: 19 },
          { rule: "miles", granted: 19 },
          { rule: "birthday", granted: 19 },
          { rule: "anniversary", granted: 19 },
          { rule: "app", granted: 19 },
        ],
        notApplied: [{ rule: "club", why: "wrong-club" }],
        tiers: ["silver"],
      },
      capUses: [{ cap: "rule:one:day:2026-02-13", points: 19, times: 1 }],
      qualifying: [
        { day: "2026-02-13", amounts: { spend: 1999, points: 19, visits: 1, nights: 2 } },
      ],
    });
    const rules = ["one", "birthday", "anniversary", "app"];
    expect(
      event.lots?.map(({ kind, original, earnedAt, source }) => [kind, original, earnedAt, source]),
    ).toEqual([
      ["points", 76, NOON, { kind: "order", id: "o-1", rules }],
      ["miles", 19, NOON, { kind: "order", id: "o-1", rules: ["miles"] }],
    ]);
    expect(event.rate).toBeUndefined();
    expect(after.wallets["points"]?.totals).toMatchObject({ issued: -76, open: 76 });
    expect(after.orderCount).toBe(1);
  });

  test("LOY-3: a club counts while the member is in it, before it is over and before leaving", () => {
    const { programme, state } = shop([rule("club", { when: { clubs: ["roasters"] } })], {
      clubs: [{ id: "roasters", months: 1 }],
    });
    const base = { member: "ann", occurredAt: NOON, club: "roasters" } as const;
    const joined = accept(state, { ...base, kind: "join-club", key: "k-j" }, programme).state;
    const left = accept(joined, { ...base, kind: "leave-club", key: "k-l" }, programme).state;
    const applied = (ledger: LoyaltyState, at?: Instant) =>
      found(accept(ledger, recordOrder({}, at), programme).events, "order-recorded").earning.rules
        .length;
    expect(applied(joined)).toBe(1);
    expect(applied(joined, instant("2026-03-14T12:00:00Z"))).toBe(0);
    expect(applied(left)).toBe(0);
  });

  test("LOY-3: what was recorded before is known: caps, orders, streaks", () => {
    const award = { form: "fixed", points: 5 } as const;
    const { programme, state } = shop([
      rule("capped", { award, caps: [{ per: "ever", times: 2 }] }),
      rule("first", { award, when: { firstPurchase: true } }),
      rule("streak", { award, when: { streak: { orders: 3, withinDays: 1 } } }),
    ]);
    let ledger = state;
    const earned = [0, 1, 2].map((day) => {
      const at = instant(`2026-02-1${String(day)}T12:00:00Z`);
      const accepted = accept(ledger, recordOrder({ id: `o-${String(day)}` }, at), programme);
      ledger = accepted.state;
      const { earning } = found(accepted.events, "order-recorded");
      return earning.rules.map((one) => [one.rule, one.granted]);
    });
    expect(earned).toEqual([
      [
        ["capped", 5],
        ["first", 5],
      ],
      [["capped", 5]],
      [
        ["capped", 0],
        ["streak", 5],
      ],
    ]);
  });

  test("LOY-3 E12: a new value of points does not change what older ones are worth", () => {
    const { points, per, worth } = CASES.E12;
    const kindOf = (value: number) => ({
      kinds: [
        {
          id: "points",
          purpose: "redeemable",
          value: { points: value, amount: 100, currency: "GBP" },
        },
        { id: "miles", purpose: "qualifying" },
      ] as const,
    });
    const award = { form: "fixed", points: points[0] } as const;
    const { state } = shop([rule("gift", { award })], kindOf(per[0]));
    let ledger = state;
    per.forEach((value, index) => {
      const { programme } = shop([rule("gift", { award })], {
        ...kindOf(value),
        version: index + 1,
      });
      ledger = accept(ledger, recordOrder({ id: `o-${String(index)}` }), programme).state;
    });
    let sum = 0;
    for (const [, { original, value }] of orderedEntries(ledger.lots)) {
      sum += (original * value!.amount) / value!.points;
    }
    expect(sum).toBe(worth);
  });

  test("LOY-3 E13: another currency is converted by the rate recorded, a half to the even unit", () => {
    const { programme, state } = shop([rule("one")]);
    const rate = { numerator: 1, denominator: 2 };
    const lines = [
      lineOf(401, { amount: money(401, "EUR") }),
      lineOf(403, { id: "b", amount: money(403, "EUR") }),
    ];
    const { events } = accept(state, recordOrder({ lines, rate }), programme);
    const event = found(events, "order-recorded");
    expect(event.lines.map(({ amount }) => amount)).toEqual([200, 202]);
    expect(event.rate).toEqual({ currency: "EUR", ...rate });
    expect(event.earning.rules[0]?.basis).toBe(402);
    const today = { numerator: 9, denominator: 10 };
    const later = accept(state, recordOrder({ lines, rate: today }), programme).events;
    expect(found(later, "order-recorded").earning.rules[0]?.basis).toBe(724);
    expect(ask(state, recordOrder({ lines }), programme)).toEqual({
      ok: false,
      error: { code: "no-rate", from: "EUR", to: "GBP" },
    });
  });

  test("LOY-3: what points pay, or are set aside to pay, does not earn", () => {
    const redemption = {
      kinds: ["points"],
      payment: { points: 1, amount: 10 },
      reservationMinutes: 30,
    };
    const award = { form: "fixed", points: 100 } as const;
    const { programme, state } = shop([rule("gift", { trigger: "review", award }), rule("one")], {
      redemption,
    });
    const rich = accept(state, recordActivity(), programme).state;
    const paid = (kind: "redeem" | "reserve", order: string, release = false) => {
      const request = { use: "payment", order, payable: money(2000, "GBP"), points: 50 } as const;
      const base = { member: "ann", occurredAt: NOON, redemption: "x-1" };
      let ledger = accept(rich, { ...base, kind, key: "k-x", request }, programme).state;
      if (release)
        ledger = accept(ledger, { ...base, kind: "release", key: "k-r" }, programme).state;
      const lines = [lineOf(2000)];
      const { events } = accept(ledger, recordOrder({ lines }), programme);
      return found(events, "order-recorded").earning.rules[0]?.basis;
    };
    expect(paid("redeem", "o-1")).toBe(1500);
    expect(paid("reserve", "o-1")).toBe(1500);
    expect(paid("reserve", "o-1", true)).toBe(2000);
    expect(paid("redeem", "o-1|x")).toBe(2000);
    expect(paid("redeem", "o-2")).toBe(2000);
  });

  test("LOY-3: an order that reaches a tier is rated by the programme's crossing policy", () => {
    const gold = rule("gold", {
      when: { tiers: ["gold"] },
      award: { form: "fixed", points: 10 },
    });
    const earned = (["before", "after", "split"] as const).map((crossing) => {
      const { tiers } = programmeOf([]);
      const { programme, state } = shop([rule("one"), gold], { tiers: { ...tiers!, crossing } });
      const { events } = accept(state, recordOrder({ lines: [lineOf(25_000)] }), programme);
      const { earning } = found(events, "order-recorded");
      return [earning.tiers, earning.rules.map(({ exact }) => exact)];
    });
    expect(earned).toEqual([
      [["silver"], ["250"]],
      [["gold"], ["250", "10"]],
      [
        ["silver", "gold"],
        ["250", "6"],
      ],
    ]);
  });
});

describe("LOY-3: an activity is recorded with what it earns", () => {
  test("LOY-3: by its trigger and units, without lines", () => {
    const award = { form: "per-unit", points: 5 } as const;
    const when = { channels: ["app"], segments: ["student"], facts: { stars: 5 } };
    const { programme, state } = shop([rule("review", { trigger: "review", award, when })]);
    const said = { quantity: 2, channel: "app", segments: ["student"], facts: { stars: 5 } };
    const command = recordActivity({ ...said, visits: 1, nights: 3 });
    const { events, state: after } = accept(state, command, programme);
    expect(found(events, "activity-recorded")).toMatchObject({
      activity: "r-1",
      trigger: "review",
      earning: { rules: [{ rule: "review", basis: 2, granted: 10 }], notApplied: [] },
      lots: [{ kind: "points", original: 10, source: { kind: "activity", id: "r-1" } }],
      qualifying: [{ day: "2026-02-13", amounts: { visits: 1, nights: 3 } }],
    });
    expect(orderedValue(after.activities, "r-1")).toBe("review");
    const again = ask(after, recordActivity({ key: "k-b" }), programme);
    expect(again).toEqual({
      ok: false,
      error: { code: "already-there", what: "activity", id: "r-1" },
    });
  });

  test("LOY-3: points of a kind that lapses by inactivity last longer by an activity without points", () => {
    const expiry = { kind: "inactivity", count: 30, unit: "days" } as const;
    const kinds = [
      { id: "points", purpose: "redeemable", expiry },
      { id: "miles", purpose: "qualifying" },
    ] as const;
    const { programme, state } = shop([], { kinds });
    const { events } = accept(state, recordActivity(), programme);
    const event = found(events, "activity-recorded");
    expect(event.lapses).toEqual([{ kind: "points", at: "2026-03-16T00:00:00.000Z" }]);
    expect([event.lots, event.capUses, event.qualifying]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe("LOY-3: what cannot be recorded is refused with the field", () => {
  const { programme, state } = shop([rule("one")]);
  const refusalOf = (command: LoyaltyCommand) => {
    const decided = ask(state, command, programme);
    return decided.ok ? undefined : decided.error;
  };

  test("LOY-3: an order that is there already", () => {
    const after = accept(state, recordOrder(), programme).state;
    const again = { ...recordOrder(), key: "k-again" };
    expect(ask(after, again, programme)).toEqual({
      ok: false,
      error: { code: "already-there", what: "order", id: "o-1" },
    });
  });

  const bad = (value: unknown) => value as never;
  const lines = (...said: Parameters<typeof lineOf>[1][]) => ({
    lines: said.map((one, index) => lineOf(100, { id: String(index), ...one })),
  });
  const fine = { numerator: 1, denominator: 1 };
  test.each<[string, Partial<LoyaltyOrder>]>([
    ["order.id", { id: " " }],
    ["order.channel", { channel: "" }],
    ["order.visits", { visits: -1 }],
    ["order.nights", { nights: 0.5 }],
    ["order.segments", { segments: bad(["a", 3]) }],
    ["order.segments", { segments: bad("a") }],
    ["order.facts.size", { facts: { size: NaN } }],
    ["order.facts.size", { facts: bad({ size: null }) }],
    ["order.facts", { facts: bad(null) }],
    ["order.facts", { facts: bad("size") }],
    ["order.rate.numerator", { rate: { ...fine, numerator: 0 } }],
    ["order.rate.denominator", { rate: { ...fine, denominator: 1.5 } }],
    ["order.rate", { rate: { numerator: 2, denominator: 1 } }],
    ["order.lines", { lines: [] }],
    ["order.lines", { lines: bad(undefined) }],
    ["order.lines[0].id", lines({ id: "" })],
    ["order.lines[1].id", lines({ id: "x" }, { id: "x" })],
    ["order.lines[0].id", lines({ id: "__proto__" })],
    ["order.lines[1].product", lines({}, { product: " " })],
    ["order.lines[0].category", lines({ category: "" })],
    ["order.lines[0].quantity", lines({ quantity: 0 })],
    ["order.lines[0].quantity", lines({ quantity: 1.5 })],
    ["order.lines[0].quantity", lines({ quantity: NaN })],
    ["order.lines[0].earns", lines({ earns: bad("no") })],
    ["order.lines[1].amount.amount", lines({}, { amount: { amount: -1, currency: "GBP" } })],
    ["order.lines[0].amount.amount", lines({ amount: { amount: 2 ** 53, currency: "GBP" } })],
    ["order.lines[0].amount.currency", lines({ amount: { amount: 1, currency: bad("gbp") } })],
    ["order.lines[1].amount.currency", lines({}, { amount: money(1, "EUR") })],
    ["order.lines", lines({ amount: money(2 ** 53 - 1, "GBP") }, {})],
    ["order.lines", lines({ quantity: 2 ** 53 - 1 }, {})],
    [
      "order.lines",
      { ...lines({ amount: money(2 ** 52, "EUR") }), rate: { numerator: 2, denominator: 1 } },
    ],
  ])("LOY-3: %s", (field, said) => {
    expect(refusalOf(recordOrder(said))).toMatchObject({ code: "invalid-field", field });
  });

  test("LOY-3: what it must be and what was got are said", () => {
    expect(refusalOf(recordOrder(lines({ quantity: -3 })))).toEqual({
      code: "invalid-field",
      field: "order.lines[0].quantity",
      mustBe: "an integer of at least 1",
      got: "-3",
    });
    expect(refusalOf(recordOrder({ facts: { size: Infinity } }))).toMatchObject({
      got: "Infinity",
    });
  });

  test.each<[string, Partial<RecordActivity>]>([
    ["activity", { activity: "" }],
    ["trigger", { trigger: " " }],
    ["trigger", { trigger: "order" }],
    ["quantity", { quantity: 0 }],
    ["channel", { channel: " " }],
    ["visits", { visits: NaN }],
    ["nights", { nights: -1 }],
    ["segments", { segments: [""] }],
    ["facts.a", { facts: { a: bad([]) } }],
  ])("LOY-3: %s of an activity", (field, said) => {
    expect(refusalOf(recordActivity(said))).toMatchObject({ code: "invalid-field", field });
  });

  test("LOY-3: points that would pass 2^53 - 1, in one order or with what was issued before", () => {
    const award = { form: "fixed", points: Number.MAX_SAFE_INTEGER } as const;
    const most = shop([rule("most", { award })]);
    const after = accept(most.state, recordOrder(), most.programme).state;
    const second = ask(after, recordOrder({ id: "o-2" }), most.programme);
    const refusal = { ok: false, error: { code: "too-many-points", kind: "points" } };
    expect(second).toEqual(refusal);
    const both = shop([rule("most", { award }), rule("more", { award })]);
    expect(ask(both.state, recordOrder(), both.programme)).toEqual(refusal);
  });
});
