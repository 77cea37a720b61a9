import { describe, expect, test } from "vitest";
import { auditLedger } from "../../../src/loyalty/insight/audit-ledger.js";
import type { LoyaltyEvent } from "../../../src/loyalty/ledger/loyalty-event.js";
import type { PointsMovement } from "../../../src/loyalty/ledger/movement.js";
import { instant } from "../../../src/shared/time/instant.js";
import { ENROL, order, simpleProgramme, tell } from "../ledger-story.js";

const programme = simpleProgramme({
  kinds: [
    {
      id: "points",
      purpose: "redeemable",
      activation: { kind: "after-days", days: 1 },
      expiry: { kind: "rolling", count: 30, unit: "days" },
    },
  ],
});

const { events } = tell(programme, [
  ENROL,
  {
    kind: "grant-points",
    at: "2026-01-02T12:00:00.000Z",
    points: { kind: "points", amount: 50 },
    why: "test",
  },
  {
    kind: "redeem",
    at: "2026-01-05T12:00:00.000Z",
    redemption: "r-1",
    request: { use: "cashback", points: 20 },
  },
]);
const [enrolled, granted, redeemed] = events as [LoyaltyEvent, LoyaltyEvent, LoyaltyEvent];
const lot = granted.lots![0]!;

function found(broken: readonly object[]): readonly object[] {
  return auditLedger(broken as LoyaltyEvent[]);
}

function moving(movement: Partial<PointsMovement>): object {
  const { points = 20 } = movement;
  const { redemption } = redeemed as Extract<LoyaltyEvent, { kind: "points-redeemed" }>;
  const movements = [{ ...redeemed.movements![0]!, ...movement }];
  return { ...redeemed, redemption: { ...redemption, points }, movements };
}

describe("LOY-3: the audit of a stored ledger", () => {
  test("LOY-3: finds nothing in a sound one, in whatever order it is stored", () => {
    expect(auditLedger(events)).toEqual([]);
    expect(auditLedger([...events].reverse())).toEqual([]);
  });

  test("LOY-3: unknown-version", () => {
    expect(found([enrolled, { ...granted, version: 2 }])).toEqual([
      { code: "unknown-version", event: granted.id, found: "2" },
    ]);
  });

  test("LOY-3: other-member", () => {
    expect(found([enrolled, { ...granted, member: "bob" }])).toEqual([
      { code: "other-member", event: granted.id, found: "bob" },
    ]);
  });

  test("LOY-3: duplicate-sequence and sequence-gap", () => {
    expect(found([enrolled, { ...granted, sequence: 1 }])).toEqual([
      { code: "duplicate-sequence", event: granted.id, found: "1 after 1" },
    ]);
    expect(found([enrolled, { ...granted, sequence: 3 }])).toEqual([
      { code: "sequence-gap", event: granted.id, found: "3 after 1" },
    ]);
    expect(found([{ ...enrolled, sequence: 2 }])).toEqual([
      { code: "sequence-gap", event: enrolled.id, found: "2 after 0" },
    ]);
  });

  test("LOY-3: recorded-before", () => {
    const recordedAt = instant("2026-01-02T11:59:59.999Z");
    expect(found([enrolled, { ...granted, recordedAt }])).toEqual([
      {
        code: "recorded-before",
        event: granted.id,
        found: "2026-01-02T11:59:59.999Z < 2026-01-02T12:00:00.000Z",
      },
    ]);
  });

  test("LOY-3: key-reused", () => {
    const { key, fingerprint } = enrolled;
    expect(found([enrolled, { ...granted, key }])).toEqual([
      {
        code: "key-reused",
        event: granted.id,
        of: key,
        found: `${fingerprint}, ${granted.fingerprint}`,
      },
    ]);
    expect(found([enrolled, { ...granted, key, fingerprint }])).toEqual([]);
  });

  test("LOY-3: unknown-lot, where it is moved, activated, or its end is", () => {
    const unknown = (told: string): object => ({
      code: "unknown-lot",
      event: redeemed.id,
      of: "x",
      found: told,
    });
    const moved = [{ lot: "x", expiresAt: instant("2026-02-01T00:00:00Z") }];
    const end = { ...redeemed, kind: "points-granted", movements: [], moved };
    const activated = { ...redeemed, kind: "points-activated", movements: [], activated: ["x"] };
    expect(found([enrolled, granted, moving({ lot: "x" })])).toEqual([
      unknown("points of it were moved"),
    ]);
    expect(found([enrolled, granted, end])).toEqual([unknown("its end was moved")]);
    expect(found([enrolled, granted, activated])).toEqual([unknown("it was activated")]);
  });

  test.each([0, -1, 1.5, NaN, 2 ** 53])("LOY-3: points-not-whole: %s", (points) => {
    const codes = found([enrolled, granted, moving({ points })]);
    expect(codes).toContainEqual({
      code: "points-not-whole",
      event: redeemed.id,
      of: lot.id,
      found: String(points),
    });
    const issued = found([enrolled, { ...granted, lots: [{ ...lot, original: points }] }]);
    expect(issued).toContainEqual({
      code: "points-not-whole",
      event: granted.id,
      of: lot.id,
      found: String(points),
    });
  });

  test("LOY-3: lot-overdrawn", () => {
    expect(found([enrolled, granted, moving({ points: 51 })])).toEqual([
      { code: "lot-overdrawn", event: redeemed.id, of: lot.id, found: "open falls to -1" },
    ]);
    expect(found([enrolled, granted, moving({ points: 50 })])).toEqual([]);
  });

  test("LOY-3: burned-while-pending, to the millisecond, and where nothing was confirmed", () => {
    const early = { ...redeemed, occurredAt: instant("2026-01-02T23:59:59.999Z") };
    const pending = { code: "burned-while-pending", event: redeemed.id, of: lot.id };
    expect(found([enrolled, granted, early])).toEqual([
      { ...pending, found: "active from 2026-01-03T00:00:00.000Z" },
    ]);
    const first = { ...redeemed, occurredAt: instant("2026-01-03T00:00:00Z") };
    expect(found([enrolled, granted, first])).toEqual([]);
    const awaiting = {
      ...granted,
      lots: [{ ...lot, activeFrom: undefined, awaiting: "delivery" }],
    };
    expect(found([enrolled, awaiting, redeemed])).toEqual([
      { ...pending, found: "active from its confirmation" },
    ]);
    const confirmed = {
      ...redeemed,
      kind: "points-activated",
      movements: [],
      activated: [lot.id],
      occurredAt: instant("2026-01-03T12:00:00Z"),
    };
    expect(found([enrolled, awaiting, confirmed, { ...redeemed, sequence: 4 }])).toEqual([]);
  });

  test("LOY-3: burned-after-expiry, to the millisecond, by its own end, a moved one, or a lapse", () => {
    const recordedAt = instant("2026-03-01T00:00:00Z");
    const at = (moment: string): object => ({
      ...redeemed,
      occurredAt: instant(moment),
      recordedAt,
      sequence: 4,
    });
    const between = { ...redeemed, kind: "points-granted", movements: [], recordedAt };
    const over = (found: string): readonly object[] => [
      { code: "burned-after-expiry", event: redeemed.id, of: lot.id, found: `ended at ${found}` },
    ];
    const end = "2026-02-02T00:00:00.000Z";
    expect(found([enrolled, granted, between, at(end)])).toEqual(over(end));
    expect(found([enrolled, granted, between, at("2026-02-01T23:59:59.999Z")])).toEqual([]);
    const moved = {
      ...between,
      moved: [{ lot: lot.id, expiresAt: instant("2026-02-05T00:00:00Z") }],
    };
    expect(found([enrolled, granted, moved, at("2026-02-04T23:00:00Z")])).toEqual([]);
    expect(found([enrolled, granted, moved, at("2026-02-05T00:00:00Z")])).toEqual(
      over("2026-02-05T00:00:00.000Z"),
    );
    const idle = { ...granted, lots: [{ ...lot, expiresAt: undefined, lapsesWhenInactive: true }] };
    const lapse = { ...between, lapses: [{ kind: "points", at: instant("2026-02-10T00:00:00Z") }] };
    expect(found([enrolled, idle, lapse, at("2026-02-09T23:00:00Z")])).toEqual([]);
    expect(found([enrolled, idle, lapse, at("2026-02-10T00:00:00Z")])).toEqual(
      over("2026-02-10T00:00:00.000Z"),
    );
  });

  test("LOY-3: points set aside in time may be spent after the lot has ended", () => {
    const aside = {
      ...moving({ to: "reserved" }),
      kind: "points-reserved",
      fallsBackAt: instant("2026-03-01T00:00:00Z"),
    };
    const spent = {
      ...(moving({ from: "reserved" }) as LoyaltyEvent),
      kind: "reservation-ended",
      redemption: "r-1",
      as: "committed",
      id: "e-9",
      sequence: 4,
      occurredAt: instant("2026-02-20T00:00:00Z"),
      recordedAt: instant("2026-02-20T00:00:00Z"),
    };
    expect(found([enrolled, granted, aside, spent])).toEqual([]);
  });

  test("LOY-3: lot-sum: more came into a lot than it was issued with", () => {
    const more = { ...moving({ from: "issued", to: "open", points: 5 }), kind: "points-granted" };
    expect(found([enrolled, granted, more])).toEqual([
      {
        code: "impossible-movement",
        event: redeemed.id,
        of: lot.id,
        found: "from issued to open",
      },
      { code: "lot-overdrawn", event: redeemed.id, of: lot.id, found: "issued falls to -5" },
      { code: "lot-sum", of: lot.id, found: "55 of 50" },
    ]);
  });

  test("LOY-3: wallet-sum: its accounts do not sum to 0", () => {
    const codes = found([enrolled, granted, moving({ points: NaN })]);
    expect(codes).toContainEqual({ code: "wallet-sum", of: "points", found: "NaN" });
  });

  test("LOY-3: wallet-differs: points moved in a wallet that is not the lot's", () => {
    expect(found([enrolled, granted, moving({ kind: "promo" })])).toEqual([
      { code: "wallet-differs", of: "points", found: "50 open, in lots 30" },
      { code: "wallet-differs", of: "promo", found: "-20 open, in lots 0" },
    ]);
  });

  test("LOY-3: impossible-movement: between accounts that cannot follow one another", () => {
    const wrong = (from: string, to: string): object => ({
      code: "impossible-movement",
      event: redeemed.id,
      of: lot.id,
      found: `from ${from} to ${to}`,
    });
    for (const [from, to] of [
      ["redeemed", "issued"],
      ["open", "open"],
      ["clawed-back", "open"],
      ["redeemed", "transferred"],
      ["none", "open"],
    ] as const) {
      const moved = moving({ from: from as "open", to });
      expect(found([enrolled, granted, moved])).toContainEqual(wrong(from, to));
    }
    const merged = { ...moving({ from: "redeemed", to: "transferred" }), kind: "points-granted" };
    expect(found([enrolled, granted, merged])).not.toContainEqual(wrong("redeemed", "transferred"));
  });

  test("LOY-3: expired-early, to the millisecond", () => {
    const recordedAt = instant("2026-03-01T00:00:00Z");
    const expired = (moment: string): object => ({
      ...moving({ to: "expired" }),
      kind: "points-expired",
      occurredAt: instant(moment),
      recordedAt,
    });
    expect(found([enrolled, granted, expired("2026-02-02T00:00:00Z")])).toEqual([]);
    expect(found([enrolled, granted, expired("2026-02-01T23:59:59.999Z")])).toEqual([
      {
        code: "expired-early",
        event: redeemed.id,
        of: lot.id,
        found: "ends at 2026-02-02T00:00:00.000Z",
      },
    ]);
  });

  test("LOY-3: negative-debt: more was paid than was owed", () => {
    const paid = { ...moving({ to: "deficit" }), kind: "points-granted" };
    expect(found([enrolled, granted, paid])).toContainEqual({
      code: "negative-debt",
      event: redeemed.id,
      of: "points",
      found: "the debt falls to -20",
    });
  });

  test("LOY-3: redemption-sum: other points were moved than were redeemed", () => {
    const movements = [{ ...redeemed.movements![0]!, points: 19 }];
    expect(found([enrolled, granted, { ...redeemed, movements }])).toEqual([
      { code: "redemption-sum", event: redeemed.id, of: "r-1", found: "20 points, 19 moved" },
    ]);
  });

  test.each([
    ["a reservation", { kind: "reservation-ended", redemption: "x", as: "released" }],
    ["a voucher", { kind: "voucher-changed", voucher: "x", change: { kind: "voided", why: "x" } }],
    ["an order", { kind: "order-returned", order: "x", return: "b", lines: [], reversal: {} }],
  ])("LOY-3: not-foldable: %s that is not there is told, never thrown", (_, dangling) => {
    const [finding, ...others] = auditLedger([
      enrolled,
      granted,
      { ...redeemed, movements: [], ...dangling } as never,
    ]);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: "not-foldable" });
    expect(finding!.found).toContain("Cannot evolve a ledger: there is no");
  });

  test("LOY-3: not-foldable: an account that was never opened", () => {
    const paused = { ...enrolled, kind: "member-status-changed", status: "paused", why: "x" };
    expect(found([paused])).toEqual([
      {
        code: "not-foldable",
        found: "Cannot evolve a ledger: its account changed before the member was enrolled",
      },
    ]);
  });

  test("LOY-3: what was spent in time is no finding because of a lapse known only later", () => {
    const idle = { ...granted, lots: [{ ...lot, expiresAt: undefined, lapsesWhenInactive: true }] };
    const recordedAt = instant("2026-03-01T00:00:00Z");
    const lapse = {
      ...redeemed,
      kind: "points-granted",
      movements: [],
      recordedAt,
      sequence: 4,
      occurredAt: instant("2026-01-03T00:00:00Z"),
      lapses: [{ kind: "points", at: instant("2026-01-04T00:00:00Z") }],
    };
    expect(found([enrolled, idle, redeemed, lapse])).toEqual([]);
  });
});

describe("LOY-3: the audit of orders and vouchers", () => {
  const shop = simpleProgramme({
    rewards: [{ id: "card", form: "voucher", cost: 5, amount: 500 }],
  });
  const bought = tell(shop, [
    ENROL,
    { kind: "record-order", at: "2026-01-02T12:00:00.000Z", order: order("o-1", 1000) },
    {
      kind: "redeem",
      at: "2026-01-03T12:00:00.000Z",
      redemption: "r-1",
      request: { use: "reward", reward: "card", voucher: "v-1" },
    },
    {
      kind: "use-voucher",
      at: "2026-01-04T12:00:00.000Z",
      voucher: "v-1",
      amount: { amount: 500, currency: "GBP" },
      order: "o-2",
    },
    { kind: "return-order", at: "2026-01-05T12:00:00.000Z", order: "o-1", return: "b-1" },
  ]).events;
  const last = bought.at(-1)!;
  const after = (event: object, by = 1): object => ({
    ...event,
    id: `e-${String(last.sequence + by)}`,
    sequence: last.sequence + by,
    occurredAt: last.occurredAt,
    recordedAt: last.recordedAt,
  });
  const one = <Kind extends LoyaltyEvent["kind"]>(kind: Kind) =>
    bought.findLast((event) => event.kind === kind) as Extract<LoyaltyEvent, { kind: Kind }>;
  const ordered = one("order-recorded");
  const returned = one("order-returned");
  const used = one("voucher-changed");

  test("LOY-3: a sound one is sound, also where an order that came back in whole is recorded again", () => {
    expect(auditLedger(bought)).toEqual([]);
    const lots = [{ ...ordered.lots![0]!, id: "again" }];
    expect(found([...bought, after({ ...ordered, lots })])).toEqual([]);
  });

  test("LOY-3: duplicate-order", () => {
    const lots = [{ ...ordered.lots![0]!, id: "again" }];
    const twice = [1, 2].map((by) => {
      const again = after({ ...ordered, lots: [{ ...lots[0]!, id: `again-${String(by)}` }] }, by);
      return again;
    });
    expect(found([...bought, ...twice])).toEqual([
      {
        code: "duplicate-order",
        event: `e-${String(last.sequence + 2)}`,
        of: "o-1",
        found: "recorded before",
      },
    ]);
  });

  test("LOY-3: returned-too-much, in units or money, and of a line that is not there", () => {
    const line = returned.lines[0]!;
    for (const [more, told] of [
      [{ quantity: 1, amount: 0 }, "line 1 is left with -1 units and 0"],
      [{ quantity: 0, amount: 1 }, "line 1 is left with 0 units and -1"],
      [{ line: "x", quantity: 1, amount: 0 }, "line x is left with -1 units and 0"],
    ] as const) {
      const lines = [{ ...line, ...more, earned: {} }];
      const rest = { ...returned, movements: [], lines, givenBack: [] };
      expect(found([...bought, after(rest)])).toContainEqual({
        code: "returned-too-much",
        event: `e-${String(last.sequence + 1)}`,
        of: "o-1",
        found: told,
      });
    }
  });

  test("LOY-3: voucher-overdrawn", () => {
    expect(found([...bought, after(used)])).toContainEqual({
      code: "voucher-overdrawn",
      event: `e-${String(last.sequence + 1)}`,
      of: "v-1",
      found: "it falls to -500",
    });
  });

  test("LOY-3: earning-sum: lots were issued that the rules did not grant", () => {
    const lots = [{ ...ordered.lots![0]!, original: 11 }];
    const events = bought.map((event) => (event === ordered ? { ...ordered, lots } : event));
    expect(found(events)).toContainEqual({
      code: "earning-sum",
      event: ordered.id,
      of: "points",
      found: "11 issued, 10 granted",
    });
  });
});
