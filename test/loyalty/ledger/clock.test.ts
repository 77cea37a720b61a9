import { describe, expect, test } from "vitest";
import type { PointsLot } from "../../../src/loyalty/ledger/lot.js";
import type { ExpiryRule } from "../../../src/loyalty/programme/expiry-rule.js";
import type { PointKind } from "../../../src/loyalty/programme/point-kind.js";
import type { LoyaltyProgramme } from "../../../src/loyalty/programme/programme.js";
import { forecastExpiry } from "../../../src/loyalty/view/forecast-expiry.js";
import { loyaltyView } from "../../../src/loyalty/view/loyalty-view.js";
import { walletBalance } from "../../../src/loyalty/view/wallet-balance.js";
import type { WalletBalance } from "../../../src/loyalty/view/wallet-balance.js";
import { orderedEntries } from "../../../src/shared/ordered-map.js";
import { instant } from "../../../src/shared/time/instant.js";
import { plainDate } from "../../../src/shared/time/plain-date.js";
import { timeZone } from "../../../src/shared/time/time-zone.js";
import { ENROL, order, send, simpleProgramme, tell } from "../ledger-story.js";
import type { Story, Told } from "../ledger-story.js";

const EARLY: Told = { ...ENROL, at: "2019-01-01T09:00:00.000Z" };

function lasting(kind: Partial<PointKind>, zone = "Europe/London"): LoyaltyProgramme {
  return simpleProgramme({
    zone: timeZone(zone),
    kinds: [{ id: "points", purpose: "redeemable", ...kind }],
  });
}

function grant(amount: number, at: string): Told {
  return { kind: "grant-points", at, points: { kind: "points", amount }, why: "test" };
}

function reserve(points: number, at: string): Told {
  return { kind: "reserve", at, redemption: "r-1", request: { use: "cashback", points } };
}

function balance({ state }: Story, at: string): WalletBalance {
  return walletBalance(state, "points", { asOf: instant(at) });
}

function lots({ state }: Story): PointsLot[] {
  return [...orderedEntries(state.lots)].map(([, lot]) => lot);
}

function endOf(expiry: ExpiryRule, at: string, zone?: string): string | undefined {
  const story = tell(lasting({ expiry }, zone), [EARLY, grant(1, at)]);
  return lots(story)[0]!.expiresAt;
}

describe("LOY-3: until when points last, on the programme's clock (edge cases 1 to 4)", () => {
  const rolling = { kind: "rolling", count: 1, unit: "months" } as const;

  test.each([
    ["day", "2026-03-15T00:00:00.000Z"],
    ["week", "2026-03-16T00:00:00.000Z"],
    ["month", "2026-03-31T23:00:00.000Z"],
    ["quarter", "2026-03-31T23:00:00.000Z"],
    ["year", "2027-01-01T00:00:00.000Z"],
  ] as const)("LOY-3: a month from 14 February, rounded to the end of the %s", (through, end) => {
    expect(endOf({ ...rolling, through }, "2026-02-14T12:00:00.000Z")).toBe(end);
  });

  test("LOY-3: months count from the day itself: 31 January and 1 or 2 months", () => {
    const two = { ...rolling, count: 2 };
    expect(endOf(rolling, "2026-01-31T12:00:00.000Z")).toBe("2026-03-01T00:00:00.000Z");
    expect(endOf(rolling, "2028-01-31T12:00:00.000Z")).toBe("2028-03-01T00:00:00.000Z");
    expect(endOf(two, "2026-01-31T12:00:00.000Z")).toBe("2026-03-31T23:00:00.000Z");
  });

  test("LOY-3: the day is Shanghai's: late on the 14th in London it is the 15th there", () => {
    const days = { kind: "rolling", count: 1, unit: "days" } as const;
    const late = "2026-03-14T16:00:00.000Z";
    expect(endOf(days, late, "Asia/Shanghai")).toBe("2026-03-16T16:00:00.000Z");
    expect(endOf(days, "2026-03-14T15:59:59.999Z", "Asia/Shanghai")).toBe(
      "2026-03-15T16:00:00.000Z",
    );
    expect(endOf(days, late)).toBe("2026-03-16T00:00:00.000Z");
  });

  test("LOY-3: days in New York begin an hour earlier by UTC in summer", () => {
    const days = { kind: "rolling", count: 1, unit: "days" } as const;
    const zone = "America/New_York";
    expect(endOf(days, "2026-03-06T17:00:00.000Z", zone)).toBe("2026-03-08T05:00:00.000Z");
    expect(endOf(days, "2026-03-07T17:00:00.000Z", zone)).toBe("2026-03-09T04:00:00.000Z");
    expect(endOf(days, "2026-10-30T16:00:00.000Z", zone)).toBe("2026-11-01T04:00:00.000Z");
    expect(endOf(days, "2026-10-31T16:00:00.000Z", zone)).toBe("2026-11-02T05:00:00.000Z");
  });

  test("LOY-3: on a day of each year, a year later where that is too near", () => {
    const yearly = { kind: "yearly", month: 2, day: 31, minimumDays: 30 } as const;
    expect(endOf(yearly, "2026-01-29T12:00:00.000Z")).toBe("2026-03-01T00:00:00.000Z");
    expect(endOf(yearly, "2026-01-30T12:00:00.000Z")).toBe("2027-03-01T00:00:00.000Z");
    expect(endOf({ ...yearly, minimumDays: 0 }, "2028-02-29T12:00:00.000Z")).toBe(
      "2028-03-01T00:00:00.000Z",
    );
  });

  test("LOY-3: a zone changed later moves no end that was given", () => {
    const expiry = { kind: "rolling", count: 1, unit: "days" } as const;
    const begun = tell(lasting({ expiry }), [EARLY, grant(1, "2026-02-01T12:00:00.000Z")]);
    const moved = tell(
      lasting({ expiry }, "Asia/Shanghai"),
      [grant(1, "2026-02-01T12:00:00.000Z")],
      begun,
    );
    expect(lots(moved).map(({ expiresAt }) => expiresAt)).toEqual([
      "2026-02-03T00:00:00.000Z",
      "2026-02-02T16:00:00.000Z",
    ]);
  });

  test("LOY-3: by the tier held when they are issued", () => {
    const programme = simpleProgramme({
      kinds: [
        {
          id: "points",
          purpose: "redeemable",
          expiry: { kind: "rolling", count: 10, unit: "days" },
          expiryByTier: { gold: { kind: "never" } },
        },
      ],
      tiers: {
        tiers: [{ id: "base" }, { id: "gold" }],
        period: { kind: "calendar-year" },
        upgrade: "at-once",
        keepThrough: "this-period",
        landing: "one-tier-down",
        crossing: "before",
      },
    });
    const story = tell(programme, [
      ENROL,
      grant(1, "2026-01-02T12:00:00.000Z"),
      { kind: "award-tier", at: "2026-01-03T12:00:00.000Z", tier: "gold", why: "test" },
      grant(1, "2026-01-04T12:00:00.000Z"),
    ]);
    expect(lots(story).map(({ expiresAt }) => expiresAt)).toEqual([
      "2026-01-13T00:00:00.000Z",
      undefined,
    ]);
  });

  test("LOY-3: a new value of points does not revalue those there (edge case 16)", () => {
    const worth = (amount: number): Partial<PointKind> => ({
      value: { points: 100, amount, currency: "GBP" },
    });
    const begun = tell(lasting(worth(100)), [EARLY, grant(1, "2026-01-02T12:00:00.000Z")]);
    const story = tell(lasting(worth(50)), [grant(1, "2026-01-03T12:00:00.000Z")], begun);
    expect(lots(story).map(({ value }) => value?.amount)).toEqual([100, 50]);
  });
});

describe("LOY-3: points that lapse by inactivity", () => {
  const expiry = { kind: "inactivity", count: 10, unit: "days" } as const;
  const programme = lasting({ expiry, reinstatementDays: 10 });
  const earned: Told = {
    kind: "record-order",
    at: "2026-01-10T12:00:00.000Z",
    order: order("o-1", 5000),
  };

  test("LOY-3: all go together, ten days after the last activity", () => {
    const story = tell(programme, [
      ENROL,
      earned,
      { kind: "record-order", at: "2026-01-15T12:00:00.000Z", order: order("o-2", 5000) },
    ]);
    expect(balance(story, "2026-01-25T23:59:59.999Z").active).toBe(100);
    expect(balance(story, "2026-01-26T00:00:00Z")).toMatchObject({ active: 0, expired: 100 });
  });

  test("LOY-3: what has lapsed is not brought to life by the next activity", () => {
    const story = tell(programme, [
      ENROL,
      earned,
      { kind: "record-order", at: "2026-02-01T12:00:00.000Z", order: order("o-2", 700) },
    ]);
    expect(balance(story, "2026-02-01T12:00:00Z")).toMatchObject({ active: 7, expired: 50 });
  });

  test("LOY-3: what has lapsed can be reinstated within its window, whatever happened since", () => {
    const story = tell(programme, [
      ENROL,
      earned,
      { kind: "record-order", at: "2026-01-22T12:00:00.000Z", order: order("o-2", 700) },
      {
        kind: "reinstate-points",
        at: "2026-01-30T12:00:00.000Z",
        pointKind: "points",
        through: plainDate("2026-02-28"),
        why: "goodwill",
      },
    ]);
    expect(balance(story, "2026-01-30T12:00:00Z")).toMatchObject({ active: 57, expired: 0 });
  });

  test("LOY-3: a lot spent in whole has lapsed as well: what comes back to it late is gone", () => {
    const strict = simpleProgramme({
      kinds: [{ id: "points", purpose: "redeemable", expiry }],
      returns: { shortfall: "deficit", expired: { kind: "forfeit" } },
    });
    const left = (spent: number): number => {
      const story = tell(strict, [
        ENROL,
        grant(50, "2026-01-10T12:00:00.000Z"),
        {
          kind: "redeem",
          at: "2026-01-10T12:00:00.000Z",
          redemption: "r-1",
          request: { use: "payment", order: "o-9", payable: { amount: spent, currency: "GBP" } },
        },
        { kind: "record-order", at: "2026-01-10T12:00:00.000Z", order: order("o-9", spent) },
        {
          kind: "record-activity",
          at: "2026-01-25T12:00:00.000Z",
          activity: "a",
          trigger: "visit",
        },
        { kind: "return-order", at: "2026-01-26T12:00:00.000Z", order: "o-9", return: "b-1" },
      ]);
      return balance(story, "2026-01-26T12:00:00Z").active;
    };
    // The lot lapsed on 21 January, with a point left in it or without.
    expect([left(49), left(50)]).toEqual([0, 0]);
  });
});

describe("LOY-3: to settle changes no balance", () => {
  const expiry = { kind: "rolling", count: 3, unit: "days" } as const;
  const later = [
    "2026-01-05T12:31:00.000Z",
    "2026-01-06T00:00:00.000Z",
    "2026-02-01T00:00:00.000Z",
  ];

  function settled(told: readonly Told[]): void {
    const programme = lasting({ expiry });
    const story = tell(programme, told);
    for (const [index, at] of later.entries()) {
      const after = tell(programme, [{ kind: "settle", at }], story);
      for (const moment of later.slice(index)) {
        expect(balance(after, moment)).toEqual(balance(story, moment));
      }
    }
  }

  const granted = grant(100, "2026-01-02T12:00:00.000Z");
  const reserved = reserve(40, "2026-01-05T12:00:00.000Z");

  test("LOY-3: where points expire and a reservation falls back", () => {
    settled([ENROL, granted, reserved]);
  });

  test("LOY-3: where nothing is to be recorded, not even an event", () => {
    const story = tell(lasting({}), [ENROL, granted]);
    const after = send(story, { kind: "settle", at: "2026-02-01T00:00:00.000Z" }, lasting({}));
    expect(after).toEqual(story);
  });

  test("LOY-3: where a reservation falls back to a member who owes", () => {
    settled([
      ENROL,
      granted,
      reserved,
      {
        kind: "claw-back-points",
        at: "2026-01-05T12:10:00.000Z",
        points: { kind: "points", amount: 90 },
        why: "test",
      },
    ]);
  });

  test("LOY-3: what is redeemed after the end and before any job takes nothing that expired (edge case 6)", () => {
    const programme = lasting({ expiry });
    const story = tell(programme, [ENROL, granted, grant(5, "2026-01-05T12:00:00.000Z")]);
    const burn: Told = {
      kind: "redeem",
      at: "2026-01-06T00:00:00.000Z",
      redemption: "r-1",
      request: { use: "cashback", points: 6 },
    };
    expect(send(story, burn, programme)).toEqual({
      code: "insufficient-points",
      needed: 6,
      available: 5,
    });
  });

  test("LOY-3: to redeem and to give back makes no point last longer (edge case 7)", () => {
    const programme = lasting({ expiry });
    const story = tell(programme, [
      ENROL,
      granted,
      reserve(100, "2026-01-05T12:00:00.000Z"),
      { kind: "release", at: "2026-01-05T12:10:00.000Z", redemption: "r-1" },
    ]);
    expect(lots(story)).toHaveLength(1);
    expect(balance(story, "2026-01-05T23:59:59.999Z").active).toBe(100);
    expect(balance(story, "2026-01-06T00:00:00Z").active).toBe(0);
  });
});

describe("LOY-3: what is shown", () => {
  const programme = simpleProgramme({
    kinds: [
      { id: "points", purpose: "redeemable", expiry: { kind: "rolling", count: 3, unit: "days" } },
      {
        id: "promo",
        purpose: "promotional",
        activation: { kind: "after-days", days: 2 },
        expiry: { kind: "rolling", count: 5, unit: "days" },
      },
      { id: "status", purpose: "qualifying" },
    ],
  });
  const of = (kind: string, amount: number): Told =>
    ({ ...grant(amount, "2026-01-02T12:00:00.000Z"), points: { kind, amount } }) as Told;
  const story = tell(programme, [
    ENROL,
    of("points", 100),
    of("promo", 20),
    of("status", 9),
    reserve(30, "2026-01-02T13:00:00.000Z"),
  ]);

  test("LOY-3: the sum over what can be spent, and each kind by itself", () => {
    const asOf = instant("2026-01-02T13:00:00Z");
    const { wallets, expiring, ...sums } = loyaltyView(story.state, { asOf, programme });
    expect(sums).toEqual({ active: 70, pending: 20, reserved: 30, deficit: 0, balance: 90 });
    expect(Object.keys(wallets)).toEqual(["points", "promo", "status"]);
    expect(wallets["status"]).toMatchObject({ active: 9 });
    expect(expiring).toEqual([
      { lastDay: "2026-01-05", kind: "points", points: 70, cumulative: 70 },
      { lastDay: "2026-01-07", kind: "promo", points: 20, cumulative: 20 },
    ]);
    const later = loyaltyView(story.state, { asOf: instant("2026-01-04T00:00:00Z"), programme });
    expect(later).toMatchObject({ active: 120, pending: 0, reserved: 0 });
  });

  test("LOY-3: a kind the programme has no more is still shown", () => {
    const asOf = instant("2026-01-02T13:00:00Z");
    const { wallets, active } = loyaltyView(story.state, { asOf, programme: lasting({}) });
    expect(wallets["promo"]).toMatchObject({ pending: 20 });
    expect(active).toBe(70);
  });

  test("LOY-3: the forecast ends with the day named, and leaves out what is over or lasts for ever", () => {
    const zone = timeZone("Europe/London");
    const rows = (asOf: string, through?: string): unknown =>
      forecastExpiry(story.state, {
        asOf: instant(asOf),
        zone,
        ...(through !== undefined && { through: plainDate(through) }),
      }).map(({ lastDay }) => lastDay);
    const first = "2026-01-02T13:00:00Z";
    expect(rows(first, "2026-01-04")).toEqual([]);
    expect(rows(first, "2026-01-05")).toEqual(["2026-01-05"]);
    expect(rows("2026-01-05T23:59:59.999Z")).toEqual(["2026-01-05", "2026-01-07"]);
    expect(rows("2026-01-06T00:00:00Z")).toEqual(["2026-01-07"]);
    expect(rows("2026-01-08T00:00:00Z")).toEqual([]);
  });

  test("LOY-3: the forecast counts what a reservation gave back when its time was over", () => {
    const rows = forecastExpiry(story.state, {
      asOf: instant("2026-01-02T14:00:00Z"),
      zone: timeZone("Europe/London"),
    });
    expect(rows[0]).toEqual({
      lastDay: "2026-01-05",
      kind: "points",
      points: 100,
      cumulative: 100,
    });
  });

  test("LOY-3: a debt is stated, and nothing is clamped at 0 in silence (edge case 12)", () => {
    const owing = tell(lasting({}), [
      ENROL,
      grant(10, "2026-01-02T12:00:00.000Z"),
      {
        kind: "claw-back-points",
        at: "2026-01-03T12:00:00.000Z",
        points: { kind: "points", amount: 25 },
        why: "test",
      },
    ]);
    const asOf = instant("2026-01-03T12:00:00Z");
    const view = loyaltyView(owing.state, { asOf, programme: lasting({}) });
    expect(view).toMatchObject({ active: 0, deficit: 15, balance: -15 });
    expect(owing.events).toHaveLength(3);
  });
});
