import { describe, expect, test } from "vitest";
import type { PointsLot } from "../../../src/loyalty/ledger/lot.js";
import { replayLoyalty } from "../../../src/loyalty/ledger/replay-loyalty.js";
import type { PointKind } from "../../../src/loyalty/programme/point-kind.js";
import { DEFAULT_RETURN_POLICY } from "../../../src/loyalty/programme/programme.js";
import { forecastExpiry } from "../../../src/loyalty/view/forecast-expiry.js";
import { walletBalance } from "../../../src/loyalty/view/wallet-balance.js";
import { orderedEntries } from "../../../src/shared/ordered-map.js";
import { instant } from "../../../src/shared/time/instant.js";
import { plainDate } from "../../../src/shared/time/plain-date.js";
import { timeZone } from "../../../src/shared/time/time-zone.js";
import { ENROL, order, refusalOf, simpleProgramme, tell } from "../ledger-story.js";
import type { Story, Told } from "../ledger-story.js";

const ZONE = timeZone("Europe/London");
const plain = simpleProgramme();

function day(date: string): string {
  return `${date}T12:00:00.000Z`;
}

function grant(amount: number, at: string, through?: string): Told {
  return {
    kind: "grant-points",
    at: day(at),
    points: { kind: "points", amount },
    why: "test",
    ...(through !== undefined && { through: plainDate(through) }),
  };
}

function burn(points: number, at: string): Told {
  const id = `r-${at}-${String(points)}`;
  return {
    kind: "redeem",
    at: day(at),
    redemption: id,
    request: { use: "cashback", points },
  };
}

function clawBack(amount: number, at: string): Told {
  return {
    kind: "claw-back-points",
    at: day(at),
    points: { kind: "points", amount },
    why: "test",
  };
}

function balance({ state }: Story, at: string): number {
  return walletBalance(state, "points", { asOf: instant(day(at)) }).balance;
}

function lots({ state }: Story): PointsLot[] {
  return [...orderedEntries(state.lots)].map(([, lot]) => lot);
}

describe("LOY-3: points never appear or vanish without a recorded reason", () => {
  test("L1: 50 - 50 + 21 - 21 + 50 is 50", () => {
    const story = tell(plain, [
      ENROL,
      grant(50, "2026-01-02"),
      burn(50, "2026-01-03"),
      grant(21, "2026-01-04"),
      burn(21, "2026-01-05"),
      grant(50, "2026-01-06"),
    ]);
    expect(balance(story, "2026-01-07")).toBe(50);
  });

  test("L2: 50 - 80 + 100 is 70, and the debt is paid", () => {
    const owing = tell(plain, [ENROL, grant(50, "2026-01-02"), clawBack(80, "2026-01-03")]);
    expect(balance(owing, "2026-01-03")).toBe(-30);
    const paid = tell(plain, [grant(100, "2026-01-04")], owing);
    const { deficit, active } = walletBalance(paid.state, "points", {
      asOf: instant(day("2026-01-04")),
    });
    expect({ balance: balance(paid, "2026-01-04"), deficit, active }).toEqual({
      balance: 70,
      deficit: 0,
      active: 70,
    });
  });

  test("L3: lots drain in expiry order", () => {
    const story = tell(plain, [
      ENROL,
      grant(50, "2026-01-02", "2026-12-31"),
      grant(50, "2026-01-02", "2027-01-31"),
      burn(70, "2026-02-01"),
    ]);
    expect(lots(story).map(({ open }) => open)).toEqual([0, 30]);
  });

  test("L4: expiring within a window: 100 by March, 300 by July, 50 never", () => {
    const { state } = tell(plain, [
      ENROL,
      grant(100, "2026-01-02", "2026-03-01"),
      grant(200, "2026-01-02", "2026-07-01"),
      grant(50, "2026-01-02"),
    ]);
    const by = (through: string): number | undefined =>
      forecastExpiry(state, {
        asOf: instant(day("2026-01-03")),
        zone: ZONE,
        through: plainDate(through),
      }).at(-1)?.cumulative;
    expect([by("2026-02-28"), by("2026-03-31"), by("2026-07-31"), by("2030-01-01")]).toEqual([
      undefined,
      100,
      300,
      300,
    ]);
  });

  test("L5: an expired lot is never burned although no expiry job ran", () => {
    const begun = tell(plain, [
      ENROL,
      grant(100, "2026-01-02", "2026-01-31"),
      grant(40, "2026-01-02", "2026-12-31"),
    ]);
    const story = tell(plain, [burn(30, "2026-02-01")], begun);
    expect(lots(story).map(({ open, expired, redeemed }) => ({ open, expired, redeemed }))).toEqual(
      [
        { open: 0, expired: 100, redeemed: 0 },
        { open: 10, expired: 0, redeemed: 30 },
      ],
    );
    expect(refusalOf(plain, { after: begun, command: burn(41, "2026-02-01") })).toEqual({
      code: "insufficient-points",
      needed: 41,
      available: 40,
    });
  });

  test.each([
    ["deficit", { balance: -100, debit: 150 }],
    ["clamp", { balance: 0, debit: 50 }],
  ] as const)("L6: earn 150, spend 100, claw back the earn: %s", (shortfall, expected) => {
    const programme = simpleProgramme({ returns: { ...DEFAULT_RETURN_POLICY, shortfall } });
    const story = tell(programme, [
      ENROL,
      { kind: "record-order", at: day("2026-01-02"), order: order("o-1", 15_000) },
      burn(100, "2026-01-03"),
      { kind: "return-order", at: day("2026-01-04"), order: "o-1", return: "b-1" },
    ]);
    const { clawedBack } = walletBalance(story.state, "points", {
      asOf: instant(day("2026-01-04")),
    });
    expect({ balance: balance(story, "2026-01-04"), debit: clawedBack }).toEqual(expected);
    const returned = story.events.find((event) => event.kind === "order-returned");
    expect(returned).toMatchObject({
      reversal:
        shortfall === "deficit"
          ? { owed: { points: 100 }, letGo: {} }
          : { owed: {}, letGo: { points: 100 } },
    });
  });

  test("L7: of 150 earned and 50 spent, 100 expire", () => {
    const { state } = tell(plain, [
      ENROL,
      grant(150, "2026-01-02", "2026-01-31"),
      burn(50, "2026-01-03"),
      { kind: "settle", at: day("2026-02-01") },
    ]);
    const {
      expired,
      redeemed,
      balance: left,
    } = walletBalance(state, "points", {
      asOf: instant(day("2026-02-01")),
    });
    expect({ expired, redeemed, left }).toEqual({ expired: 100, redeemed: 50, left: 0 });
  });

  test("L8: lots of 90 days are gone after 91", () => {
    const expiry = { kind: "rolling", count: 90, unit: "days" } as const;
    const programme = simpleProgramme({ kinds: [kind({ expiry })] });
    const story = tell(programme, [ENROL, grant(75, "2026-01-02"), grant(380, "2026-01-02")]);
    expect([balance(story, "2026-04-02"), balance(story, "2026-04-03")]).toEqual([455, 0]);
  });

  test("L9: of two grants of 100 the one of earlier priority or expiry is used first", () => {
    const byExpiry = tell(plain, [
      ENROL,
      grant(100, "2026-01-02", "2026-06-30"),
      grant(100, "2026-01-02", "2026-12-31"),
      burn(120, "2026-01-03"),
    ]);
    expect(lots(byExpiry).map(({ open }) => open)).toEqual([0, 80]);
    const programme = simpleProgramme({
      kinds: [kind({ burnPriority: 2 }), { ...kind({ burnPriority: 1 }), id: "promo" }],
      redemption: {
        kinds: ["points", "promo"],
        payment: { points: 1, amount: 1 },
        reservationMinutes: 30,
      },
    });
    const promo: Told = {
      ...grant(100, "2026-01-02"),
      points: { kind: "promo", amount: 100 },
    } as Told;
    const byPriority = tell(programme, [
      ENROL,
      grant(100, "2026-01-02", "2026-06-30"),
      promo,
      burn(120, "2026-01-03"),
    ]);
    expect(lots(byPriority).map(({ open }) => open)).toEqual([80, 0]);
  });

  test("L11: expiry plan 10 at T10 and 15 at T15; after 5 and 10 are used, 0 and 10 go", () => {
    // The reference releases breakage of 10 and 5 as the uses eat it up; what still expires is the rest.
    const { state } = tell(plain, [
      ENROL,
      grant(10, "2026-01-02", "2026-01-10"),
      grant(15, "2026-01-02", "2026-01-15"),
      burn(5, "2026-01-03"),
      burn(10, "2026-01-04"),
    ]);
    const spentBy = lots({ events: [], state }).map(({ redeemed }) => redeemed);
    expect(spentBy).toEqual([10, 5]);
    const going = forecastExpiry(state, { asOf: instant(day("2026-01-05")), zone: ZONE });
    expect(going).toEqual([{ lastDay: "2026-01-15", kind: "points", points: 10, cumulative: 10 }]);
  });

  test("L12: 12 months from 2020-07-06 rounded to the month's end are gone on 2021-08-01", () => {
    const expiry = { kind: "rolling", count: 12, unit: "months", through: "month" } as const;
    const programme = simpleProgramme({ kinds: [kind({ expiry })] });
    const story = tell(programme, [{ ...ENROL, at: day("2020-07-01") }, grant(10, "2020-07-06")]);
    const at = (moment: string): number =>
      walletBalance(story.state, "points", { asOf: instant(moment) }).active;
    // London is on summer time: the day begins at 23:00 the evening before.
    expect(at("2021-07-31T22:59:59.999Z")).toBe(10);
    expect(at("2021-07-31T23:00:00.000Z")).toBe(0);
  });

  test("L14: 100,000 lots of one point: a burn of 99 takes the 99 that expire soonest", () => {
    const at = instant("2026-01-02T12:00:00.000Z");
    const begun = tell(plain, [ENROL]);
    const issued = Array.from({ length: 100_000 }, (_, index) => ({
      id: `0000000002-${String(index).padStart(6, "0")}`,
      kind: "points",
      priority: 0,
      earnedAt: at,
      activeFrom: at,
      // The later a lot stands, the sooner it expires.
      expiresAt: instant(new Date(Date.UTC(2028, 0, 1) - index * 60_000).toISOString()),
      original: 1,
      source: { kind: "grant", id: "k" } as const,
    }));
    const enrolled = begun.events[0]!;
    const granted = {
      ...enrolled,
      kind: "points-granted",
      why: "test",
      id: "e-x",
      key: "k-x",
      sequence: 2,
      occurredAt: at,
      recordedAt: at,
      lots: issued,
    } as Story["events"][number];
    const many = tell(plain, [burn(99, "2026-01-03")], {
      events: [enrolled, granted],
      state: replayLoyalty([enrolled, granted]),
    });
    const spent = lots(many).filter(({ redeemed }) => redeemed === 1);
    expect(spent.map(({ id }) => id)).toEqual(issued.slice(-99).map(({ id }) => id));
  });

  test("L15: the lot that never expires goes last, though it was earned first", () => {
    const story = tell(plain, [
      ENROL,
      grant(100, "2026-01-02"),
      grant(100, "2026-01-03", "2026-12-31"),
      burn(100, "2026-01-04"),
    ]);
    expect(lots(story).map(({ open }) => open)).toEqual([100, 0]);
  });

  test("L16: a lot earned later but expiring sooner is burned first", () => {
    const story = tell(plain, [
      ENROL,
      grant(100, "2026-01-02", "2027-06-01"),
      grant(100, "2026-01-03", "2027-01-01"),
      burn(100, "2026-01-04"),
    ]);
    expect(lots(story).map(({ open }) => open)).toEqual([100, 0]);
  });
});

function kind(changes: Partial<PointKind>): PointKind {
  return { id: "points", purpose: "redeemable", ...changes };
}
