import { describe, expect, test } from "vitest";
import { evolveLoyalty } from "../../../src/loyalty/ledger/evolve-loyalty.js";
import type { LoyaltyEvent } from "../../../src/loyalty/ledger/loyalty-event.js";
import { NO_LOYALTY } from "../../../src/loyalty/ledger/loyalty-state.js";
import { replayLoyalty } from "../../../src/loyalty/ledger/replay-loyalty.js";
import { upcastLoyaltyEvents } from "../../../src/loyalty/ledger/upcast-events.js";
import { walletBalance } from "../../../src/loyalty/view/wallet-balance.js";
import { instant } from "../../../src/shared/time/instant.js";
import { ENROL, order, send, simpleProgramme, tell } from "../ledger-story.js";
import type { Story, Told } from "../ledger-story.js";

const plain = simpleProgramme();

const STORY: readonly Told[] = [
  ENROL,
  { kind: "record-order", at: "2026-01-02T12:00:00.000Z", order: order("o-1", 20_000) },
  {
    kind: "reserve",
    at: "2026-01-03T12:00:00.000Z",
    redemption: "r-1",
    request: { use: "cashback", points: 30 },
  },
  { kind: "commit", at: "2026-01-03T12:10:00.000Z", redemption: "r-1" },
  { kind: "return-order", at: "2026-01-04T12:00:00.000Z", order: "o-1", return: "b-1" },
];

function told(): Story {
  return tell(plain, STORY);
}

function grantAt(at: string, amount = 10): Told {
  return { kind: "grant-points", at, points: { kind: "points", amount }, why: "test" };
}

describe("LOY-3: a state is the fold of its events (edge case 11)", () => {
  test("LOY-3: one by one, all at once, or a snapshot and the rest", () => {
    const { events, state } = told();
    expect(events).toHaveLength(5);
    expect(events.reduce(evolveLoyalty, NO_LOYALTY)).toEqual(state);
    expect(replayLoyalty(events)).toEqual(state);
    for (let cut = 0; cut <= events.length; cut += 1) {
      const snapshot = replayLoyalty(events.slice(0, cut));
      expect(replayLoyalty(events.slice(cut), snapshot)).toEqual(state);
    }
  });

  test("LOY-3: a snapshot survives being stored, and is not changed by what is folded onto it", () => {
    const { events, state } = told();
    const snapshot = replayLoyalty(events.slice(0, 3));
    const stored = JSON.stringify(snapshot);
    expect(replayLoyalty(events.slice(3), JSON.parse(stored) as typeof snapshot)).toEqual(state);
    replayLoyalty(events.slice(3), snapshot);
    expect(JSON.stringify(snapshot)).toBe(stored);
  });

  test("LOY-3: the same event twice counts once, and in any order", () => {
    const { events, state } = told();
    expect(replayLoyalty([...events, ...events].reverse())).toEqual(state);
  });

  test("LOY-3: the sequence and the last moment are the highest taken in", () => {
    const { state } = tell(plain, [
      ENROL,
      grantAt("2026-01-05T12:00:00.000Z"),
      { ...grantAt("2026-01-03T12:00:00.000Z"), recordedAt: "2026-01-06T12:00:00.000Z" },
    ]);
    expect([state.sequence, state.lastAt]).toEqual([3, "2026-01-05T12:00:00.000Z"]);
  });

  test("LOY-3: an unknown version is an error that names it", () => {
    const { events } = told();
    const future = { ...events[1]!, version: 7 };
    const message =
      `Cannot evolve a ledger: event ${future.id} of kind "order-recorded" has version 7, known is 1; ` +
      "bring it up with upcastLoyaltyEvents";
    expect(() => evolveLoyalty(NO_LOYALTY, future)).toThrow(new RangeError(message));
    expect(() => replayLoyalty([events[0]!, future])).toThrow(new RangeError(message));
  });

  test.each([
    [
      "lot",
      {
        kind: "points-expired",
        movements: [{ kind: "points", lot: "x", from: "open", to: "expired", points: 1 }],
      },
      'there is no lot "x"',
    ],
    [
      "lot moved",
      {
        kind: "expiry-moved",
        by: "extension",
        why: "x",
        moved: [{ lot: "x", expiresAt: instant("2026-02-01T00:00:00Z") }],
      },
      'there is no lot "x"',
    ],
    [
      "order",
      {
        kind: "order-returned",
        order: "x",
        return: "b",
        lines: [],
        reversal: { earned: {}, spent: 0, forfeited: 0, owed: {}, letGo: {} },
      },
      'there is no order "x"',
    ],
    [
      "redemption",
      { kind: "reservation-ended", redemption: "x", as: "released" },
      'there is no redemption "x"',
    ],
    [
      "voucher",
      { kind: "voucher-changed", voucher: "x", change: { kind: "voided", why: "x" } },
      'there is no voucher "x"',
    ],
  ] as const)("LOY-3: what speaks of a %s that is not there is an error", (_, drawn, message) => {
    const { events, state } = told();
    const event = { ...events[0]!, ...drawn, sequence: 6 } as unknown as LoyaltyEvent;
    expect(() => evolveLoyalty(state, event)).toThrow(
      new RangeError(`Cannot evolve a ledger: ${message}`),
    );
  });

  test("LOY-3: an account that changes before it is opened is an error", () => {
    const { events } = tell(plain, [
      ENROL,
      { kind: "pause", at: "2026-01-02T12:00:00.000Z", why: "away" },
    ]);
    expect(() => replayLoyalty(events.slice(1))).toThrow(
      new RangeError("Cannot evolve a ledger: its account changed before the member was enrolled"),
    );
  });

  test("LOY-3: events of several members are an error", () => {
    const { events } = told();
    const other = { ...events[1]!, member: "bob" };
    expect(() => replayLoyalty([events[0]!, other])).toThrow(
      new RangeError(
        'Cannot replay a ledger: the events must be of one member, got "ann" and "bob"',
      ),
    );
  });

  test("LOY-3: two events of one sequence are an error", () => {
    const { events } = told();
    const twin = { ...events[1]!, id: "e-twin" };
    expect(() => replayLoyalty([...events, twin])).toThrow(
      /^Cannot replay a ledger: events .* and .* share the sequence 2$/,
    );
  });

  test("LOY-3: two events of one sequence are an error, whenever they happened", () => {
    const { events } = told();
    const late = { ...events[1]!, id: "e-twin", occurredAt: instant("2026-02-01T00:00:00Z") };
    expect(() => replayLoyalty([...events, late])).toThrow(/share the sequence 2$/);
  });

  test("LOY-3: an event from before the snapshot is an error, a late one and a known one alike", () => {
    const { events } = told();
    const snapshot = replayLoyalty(events.slice(0, 3));
    const late = { ...events[3]!, occurredAt: instant("2026-01-02T00:00:00Z") };
    const ofSnapshot =
      "the snapshot (sequence 3, 2026-01-03T12:00:00.000Z); replay from the beginning";
    expect(() => replayLoyalty([late], snapshot)).toThrow(
      new RangeError(
        `Cannot replay a ledger: event ${late.id} (sequence 4, 2026-01-02T00:00:00.000Z) belongs before ${ofSnapshot}`,
      ),
    );
    expect(() => replayLoyalty(events.slice(2), snapshot)).toThrow(ofSnapshot);
  });

  test("LOY-3: old events are brought up one version after another, the others stay", () => {
    const { events, state } = told();
    const old = events.map((event) => ({ ...event, version: -1 }));
    const raise = (event: { version: number; kind: string }): typeof event => ({
      ...event,
      version: event.version + 1,
    });
    const upcasters = { [-1]: raise, 0: raise };
    expect(replayLoyalty(upcastLoyaltyEvents(old, upcasters))).toEqual(state);
    expect(upcastLoyaltyEvents(events, {})).toEqual(events);
  });

  test("LOY-3: a version that cannot be brought up is an error that names it", () => {
    const event = { kind: "points-expired", version: 0 };
    const noUpcaster = (version: number): RangeError =>
      new RangeError(
        `Cannot upcast an event of kind "points-expired": version ${String(version)} has no upcaster, known is 1`,
      );
    expect(() => upcastLoyaltyEvents([event], {})).toThrow(noUpcaster(0));
    const newer = { ...event, version: 2 };
    expect(() => upcastLoyaltyEvents([newer], { 2: (one) => one })).toThrow(noUpcaster(2));
    expect(() => upcastLoyaltyEvents([event], { 0: (one) => ({ ...one, version: 2 }) })).toThrow(
      new RangeError(
        'Cannot upcast an event of kind "points-expired": the upcaster must raise version 0 by 1, got 2',
      ),
    );
  });
});

describe("LOY-3: late and dated-back events", () => {
  test("LOY-3: nothing is dated before the enrolment", () => {
    const begun = tell(plain, [ENROL]);
    const pause: Told = {
      kind: "pause",
      at: "2025-12-31T09:00:00.000Z",
      recordedAt: "2026-01-02T09:00:00.000Z",
      why: "away",
    };
    expect(send(begun, pause, plain)).toEqual({ code: "not-enrolled" });
  });

  test("LOY-3: a later moment of lapse is not brought forward by an activity recorded late", () => {
    const expiry = { kind: "inactivity", count: 30, unit: "days" } as const;
    const programme = simpleProgramme({ kinds: [{ id: "points", purpose: "redeemable", expiry }] });
    const { events, state } = tell(programme, [
      ENROL,
      { kind: "record-order", at: "2026-01-20T12:00:00.000Z", order: order("o-1", 500) },
      {
        kind: "record-order",
        at: "2026-01-05T12:00:00.000Z",
        recordedAt: "2026-01-21T12:00:00.000Z",
        order: order("o-2", 500),
      },
    ]);
    expect(state.wallets["points"]!.lapsesAt).toBe("2026-02-20T00:00:00.000Z");
    expect(replayLoyalty(events)).toEqual(state);
  });

  test("LOY-3: an extension dated back lasts in a replay, too", () => {
    const expiry = { kind: "inactivity", count: 30, unit: "days" } as const;
    const programme = simpleProgramme({ kinds: [{ id: "points", purpose: "redeemable", expiry }] });
    const { events, state } = tell(programme, [
      ENROL,
      { kind: "record-order", at: "2026-01-10T12:00:00.000Z", order: order("o-1", 500) },
      { kind: "record-order", at: "2026-01-20T12:00:00.000Z", order: order("o-2", 500) },
      {
        kind: "extend-expiry",
        at: "2026-01-15T12:00:00.000Z",
        recordedAt: "2026-01-21T12:00:00.000Z",
        pointKind: "points",
        through: "2026-12-31",
        why: "goodwill",
      } as Told,
    ]);
    expect(state.wallets["points"]!.lapsesAt).toBe("2027-01-01T00:00:00.000Z");
    expect(replayLoyalty(events)).toEqual(state);
  });

  test("LOY-3: what came back later is not there to be spent before", () => {
    const begun = tell(plain, [
      ENROL,
      grantAt("2026-01-02T12:00:00.000Z", 50),
      {
        kind: "reserve",
        at: "2026-01-05T12:00:00.000Z",
        redemption: "r-1",
        request: { use: "cashback", points: 50 },
      },
      { kind: "release", at: "2026-01-05T12:20:00.000Z", redemption: "r-1" },
    ]);
    const spent = send(
      begun,
      {
        kind: "redeem",
        at: "2026-01-05T12:10:00.000Z",
        recordedAt: "2026-01-06T12:00:00.000Z",
        redemption: "r-2",
        request: { use: "cashback", points: 50 },
      },
      plain,
    );
    expect(spent).toMatchObject({ code: "insufficient-points" });
  });

  test("LOY-3: what was earned or spent since is not there to be spent before", () => {
    const begun = tell(plain, [
      ENROL,
      grantAt("2026-01-02T12:00:00.000Z", 50),
      grantAt("2026-01-05T12:00:00.000Z", 100),
      {
        kind: "redeem",
        at: "2026-01-06T12:00:00.000Z",
        redemption: "r-1",
        request: { use: "cashback", points: 30 },
      },
    ]);
    const late = (points: number): ReturnType<typeof send> =>
      send(
        begun,
        {
          kind: "redeem",
          at: "2026-01-03T12:00:00.000Z",
          recordedAt: "2026-01-07T12:00:00.000Z",
          redemption: "r-2",
          request: { use: "cashback", points },
        },
        plain,
      );
    expect(late(21)).toEqual({ code: "insufficient-points", needed: 21, available: 20 });
    const spent = late(20);
    if ("code" in spent) throw new Error("It was refused");
    const { active } = walletBalance(spent.state, "points", {
      asOf: instant("2026-01-07T12:00:00Z"),
    });
    expect(active).toBe(100);
    expect(replayLoyalty(spent.events)).toEqual(spent.state);
  });
});
