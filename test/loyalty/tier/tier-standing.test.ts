import { describe, expect, test } from "vitest";
import { NO_LOYALTY } from "../../../src/loyalty/ledger/loyalty-state.js";
import { decideTier } from "../../../src/loyalty/tier/decide-tier.js";
import { tierStandingAt } from "../../../src/loyalty/tier/tier-standing.js";
import { orderedValue } from "../../../src/shared/ordered-map.js";
import { instant } from "../../../src/shared/time/instant.js";
import { plainDate } from "../../../src/shared/time/plain-date.js";
import { timeZone } from "../../../src/shared/time/time-zone.js";
import {
  LADDER,
  after,
  changes,
  counted,
  decisionAt,
  doneAt,
  enrolledAt,
  settledAt,
  tierAt,
  tiered,
  without,
} from "./tier-story.js";

describe("golden cases of tiers", () => {
  // ERPNext test_loyalty_program: qualifying spend before, the order, the tier after it.
  test.each([
    [0, 6000, "bronze"],
    [0, 15000, "silver"],
    [0, 25000, "gold"],
    [4000, 500, "bronze"],
    [8000, 3000, "silver"],
    [18000, 3000, "gold"],
    [22000, 5000, "gold"],
  ])("LOY-3, T1: %i and an order of %i make %s", (before, order, tier) => {
    const programme = tiered();
    let ledger = enrolledAt(programme, "2026-01-05T09:00:00Z");
    if (before > 0)
      ledger = after(ledger, programme, { at: "2026-02-01T09:00:00Z", spend: before });
    ledger = after(ledger, programme, { at: "2026-03-01T09:00:00Z", spend: order });
    expect(ledger.tier?.tier).toBe(tier);
    expect(tierAt(ledger, programme, "2026-03-01T09:00:00Z")[0]).toBe(tier);
  });

  // Hilton Honors 2016: through the end of the next year, and to March.
  test("LOY-3, T2: a status earned in June 2016 with grace to March is valid through 2018-03-31", () => {
    const zone = timeZone("America/New_York");
    const programme = tiered({ graceMonths: 3 }, { zone });
    const ledger = after(enrolledAt(programme, "2016-01-05T12:00:00Z"), programme, {
      at: "2016-06-15T12:00:00Z",
      spend: 12_000,
    });
    // Midnight of 2018-04-01 in New York.
    expect(tierAt(ledger, programme, "2018-04-01T03:59:59.999Z")).toEqual([
      "silver",
      "2018-04-01T04:00:00.000Z",
    ]);
    expect(tierAt(ledger, programme, "2018-04-01T04:00:00Z")).toEqual(["bronze", undefined]);
  });

  test("LOY-3, T4: what was redeemed takes nothing from a tier", () => {
    const programme = tiered();
    const ledger = after(enrolledAt(programme, "2026-01-05T09:00:00Z"), programme, {
      at: "2026-03-01T09:00:00Z",
      spend: 12_000,
    });
    const totals = { issued: -500, open: 0, reserved: 0, redeemed: 500, expired: 0 };
    const spent = {
      ...ledger,
      wallets: {
        points: {
          totals: { ...totals, "clawed-back": 0, transferred: 0, deficit: 0 },
          queue: [],
          idleQueue: [],
        },
      },
    };
    expect(tierAt(spent, programme, "2026-04-01T09:00:00Z")[0]).toBe("silver");
  });
});

describe("when a tier begins and ends", () => {
  const start = "2026-01-05T09:00:00Z";

  test("LOY-3: without tiers or without an account there is no standing", () => {
    const bare = without(tiered(), "tiers");
    const asOf = instant(start);
    expect(tierStandingAt(NO_LOYALTY, { asOf, programme: tiered() })).toBeUndefined();
    const ledger = enrolledAt(tiered(), start);
    expect(tierStandingAt(ledger, { asOf, programme: bare })).toBeUndefined();
    const before = without(ledger, "tier");
    expect(tierStandingAt(before, { asOf, programme: tiered() })).toEqual({
      tier: "bronze",
      since: "2026-01-05T09:00:00.000Z",
      by: "enrolment",
    });
  });

  test("LOY-3: a tier reached at once begins with the order, one of the next period with the year", () => {
    const order = { at: "2026-06-15T12:00:00Z", spend: 12_000 };
    const atOnce = tiered();
    const soon = after(enrolledAt(atOnce, start), atOnce, order);
    expect(soon.tier).toEqual({
      tier: "silver",
      since: "2026-06-15T12:00:00.000Z",
      by: "qualification",
      heldUntil: "2028-01-01T00:00:00.000Z",
    });
    const waiting = tiered({ upgrade: "next-period", keepThrough: "this-period" });
    const later = after(enrolledAt(waiting, start), waiting, order);
    expect(tierAt(later, waiting, "2026-12-31T23:59:59Z")).toEqual(["bronze", undefined]);
    expect(tierAt(later, waiting, "2027-01-01T00:00:00Z")).toEqual([
      "silver",
      "2028-01-01T00:00:00.000Z",
    ]);
    expect(tierAt(later, waiting, "2028-01-01T00:00:00Z")).toEqual(["bronze", undefined]);
  });

  test("LOY-3: kept through this period, a tier ends with the year it was reached in", () => {
    const programme = tiered({ keepThrough: "this-period" });
    const ledger = after(enrolledAt(programme, start), programme, {
      at: "2026-06-15T12:00:00Z",
      spend: 12_000,
    });
    expect(tierAt(ledger, programme, "2026-12-31T23:59:59Z")[0]).toBe("silver");
    expect(tierAt(ledger, programme, "2027-01-01T00:00:00Z")).toEqual(["bronze", undefined]);
  });

  test("LOY-3: the year's last day is the programme's, not that of UTC", () => {
    const zone = timeZone("Asia/Shanghai");
    const programme = tiered({ keepThrough: "this-period" }, { zone });
    // 2027-01-01 has begun in Shanghai: the order counts for 2027, not for 2026.
    const ledger = after(enrolledAt(programme, start), programme, {
      at: "2026-12-31T16:00:00Z",
      spend: 12_000,
    });
    expect(tierAt(ledger, programme, "2027-12-31T15:59:59Z")).toEqual([
      "silver",
      "2027-12-31T16:00:00.000Z",
    ]);
    expect(tierAt(ledger, programme, "2027-12-31T16:00:00Z")).toEqual(["bronze", undefined]);
  });

  test("LOY-3: a year that begins in April counts from April", () => {
    const programme = tiered({ period: { kind: "calendar-year", startMonth: 4 } });
    let ledger = after(enrolledAt(programme, start), programme, {
      at: "2026-03-31T12:00:00Z",
      spend: 9000,
    });
    ledger = after(ledger, programme, { at: "2026-04-01T12:00:00Z", spend: 9000 });
    expect(ledger.tier?.tier).toBe("bronze");
    ledger = after(ledger, programme, { at: "2027-03-31T12:00:00Z", spend: 1000 });
    expect([ledger.tier?.tier, ledger.tier?.heldUntil]).toEqual([
      "silver",
      "2028-03-31T23:00:00.000Z",
    ]);
  });

  test.each([
    ["feb28", "2025-02-28T00:00:00.000Z"],
    ["mar1", "2025-03-01T00:00:00.000Z"],
  ] as const)("LOY-3: who enrolled on 29 February begins a year by %s", (leapDay, boundary) => {
    const programme = tiered(
      { period: { kind: "anniversary-year" }, keepThrough: "this-period" },
      { leapDay },
    );
    const ledger = after(enrolledAt(programme, "2024-02-29T09:00:00Z"), programme, {
      at: "2024-06-01T09:00:00Z",
      spend: 12_000,
    });
    expect(ledger.tier?.heldUntil).toBe(boundary);
    const later = after(enrolledAt(programme, "2024-02-29T09:00:00Z"), programme, {
      at: "2027-06-01T09:00:00Z",
      spend: 12_000,
    });
    expect(later.tier?.heldUntil).toBe("2028-02-29T00:00:00.000Z");
    expect(tierAt(ledger, programme, boundary)).toEqual(["bronze", undefined]);
  });

  test("LOY-3: in the first anniversary year nothing has been reached for the next period yet", () => {
    const programme = tiered({ period: { kind: "anniversary-year" }, upgrade: "next-period" });
    const ledger = after(enrolledAt(programme, "2026-03-10T09:00:00Z"), programme, {
      at: "2026-04-01T09:00:00Z",
      spend: 25_000,
    });
    expect(tierAt(ledger, programme, "2027-03-09T23:59:59Z")[0]).toBe("bronze");
    expect(tierAt(ledger, programme, "2027-03-10T00:00:00Z")).toEqual([
      "gold",
      "2029-03-10T00:00:00.000Z",
    ]);
  });

  test("LOY-3: a rolling window runs through today and drops the same day of n months ago", () => {
    const programme = tiered({
      period: { kind: "rolling", months: 12 },
      keepThrough: "this-period",
    });
    const first = after(enrolledAt(programme, "2025-01-05T09:00:00Z"), programme, {
      at: "2025-03-10T09:00:00Z",
      spend: 6000,
    });
    const late = after(first, programme, { at: "2026-03-10T09:00:00Z", spend: 6000 });
    expect(late.tier?.tier).toBe("bronze");
    const inTime = after(first, programme, { at: "2026-03-09T09:00:00Z", spend: 6000 });
    expect([inTime.tier?.tier, inTime.tier?.heldUntil]).toEqual([
      "silver",
      "2027-03-09T00:00:00.000Z",
    ]);
    expect(tierAt(inTime, programme, "2027-03-09T00:00:00Z")).toEqual(["bronze", undefined]);
    const again = after(inTime, programme, { at: "2026-09-01T09:00:00Z", spend: 10_000 });
    expect(tierAt(again, programme, "2027-03-09T00:00:00Z")).toEqual([
      "silver",
      "2028-03-09T00:00:00.000Z",
    ]);
  });

  test("LOY-3: kept through the next period, a rolling tier is held twice as long", () => {
    const programme = tiered({ period: { kind: "rolling", months: 6 }, graceMonths: 1 });
    const ledger = after(enrolledAt(programme, start), programme, {
      at: "2026-02-10T09:00:00Z",
      spend: 10_000,
    });
    expect(ledger.tier?.heldUntil).toBe("2027-03-10T00:00:00.000Z");
  });

  test("LOY-3: a tier for life counts since enrolment and is never lost", () => {
    const programme = tiered({ period: { kind: "lifetime" }, landing: "one-tier-down" });
    let ledger = enrolledAt(programme, "2010-01-05T09:00:00Z");
    ledger = after(ledger, programme, { at: "2012-03-10T09:00:00Z", spend: 6000 });
    ledger = after(ledger, programme, { at: "2024-03-10T09:00:00Z", spend: 4000 });
    expect(tierAt(ledger, programme, "2090-01-01T00:00:00Z")).toEqual(["silver", undefined]);
    const given = decisionAt(ledger, programme, "2025-01-01T09:00:00Z");
    expect(
      decideTier(given, {
        kind: "award-tier",
        key: "k",
        member: "ann",
        occurredAt: instant("2025-01-01T09:00:00Z"),
        tier: "gold",
        through: plainDate("2025-06-30"),
        why: "a gift",
      }),
    ).toBeUndefined();
    expect(tierAt(given.state, programme, "2025-06-30T22:59:59Z")[0]).toBe("gold");
    expect(tierAt(given.state, programme, "2025-06-30T23:00:00Z")).toEqual(["silver", undefined]);
  });

  test("LOY-3: any of several requirements reaches a tier, or all of them, as it says", () => {
    const [bronze] = LADDER.tiers;
    const asks = [
      { metric: "nights", atLeast: 10 },
      { metric: "points", atLeast: 500 },
    ] as const;
    for (const [reach, tier] of [
      [{ any: asks }, "gold"],
      [{ all: asks }, "bronze"],
    ] as const) {
      const programme = tiered({
        tiers: [bronze!, { id: "gold", reach }],
        qualifyingKind: "status",
      });
      const ledger = after(enrolledAt(programme, start), programme, {
        at: "2026-02-10T09:00:00Z",
        points: 500,
        nights: 9,
        visits: 100,
        spend: 1_000_000,
      });
      expect(ledger.tier?.tier).toBe(tier);
    }
  });
});

describe("how a tier is kept or lost", () => {
  const tiers = [
    { id: "bronze" },
    { id: "silver", reach: { all: [{ metric: "spend", atLeast: 10_000 }] } },
    { id: "black" },
    {
      id: "gold",
      reach: { all: [{ metric: "spend", atLeast: 20_000 }] },
      keep: { all: [{ metric: "spend", atLeast: 15_000 }] },
    },
  ] as const;

  test("LOY-3: a tier is kept by less than it takes to reach it, from the day it was first held", () => {
    const programme = tiered({ tiers });
    let ledger = enrolledAt(programme, "2016-01-05T09:00:00Z");
    ledger = after(ledger, programme, { at: "2016-06-01T09:00:00Z", spend: 20_000 });
    ledger = counted(ledger, "2017-03-01", 15_000);
    const standing = tierStandingAt(ledger, { asOf: instant("2018-01-01T00:00:00Z"), programme });
    expect(standing).toEqual({
      tier: "gold",
      since: "2016-06-01T09:00:00.000Z",
      by: "qualification",
      heldUntil: "2019-01-01T00:00:00.000Z",
    });
    // In 2018 nothing was done.
    expect(tierAt(ledger, programme, "2019-01-01T00:00:00Z")).toEqual(["bronze", undefined]);
    const short = counted(ledger, "2017-03-02", -1);
    expect(tierAt(short, programme, "2018-01-01T00:00:00Z")).toEqual([
      "silver",
      "2019-01-01T00:00:00.000Z",
    ]);
  });

  test("LOY-3: what is done in the months of grace keeps a tier, too", () => {
    const programme = tiered({ keepThrough: "this-period", graceMonths: 3 });
    let ledger = enrolledAt(programme, "2016-01-05T09:00:00Z");
    ledger = after(ledger, programme, { at: "2016-06-01T09:00:00Z", spend: 10_000 });
    expect(ledger.tier?.heldUntil).toBe("2017-03-31T23:00:00.000Z");
    const inTime = counted(ledger, "2017-03-31", 10_000);
    expect(tierAt(inTime, programme, "2017-04-01T00:00:00Z")).toEqual([
      "silver",
      "2018-03-31T23:00:00.000Z",
    ]);
    expect(tierAt(ledger, programme, "2017-03-31T23:00:00Z")[0]).toBe("bronze");
  });

  test("LOY-3: a soft landing goes one tier down a year, past tiers by invitation", () => {
    const programme = tiered({ tiers, landing: "one-tier-down" });
    let ledger = enrolledAt(programme, "2016-01-05T09:00:00Z");
    ledger = after(ledger, programme, { at: "2016-06-01T09:00:00Z", spend: 20_000 });
    expect(tierAt(ledger, programme, "2017-12-31T23:59:59Z")[0]).toBe("gold");
    expect(tierAt(ledger, programme, "2018-01-01T00:00:00Z")).toEqual([
      "silver",
      "2019-01-01T00:00:00.000Z",
    ]);
    expect(tierAt(ledger, programme, "2019-01-01T00:00:00Z")).toEqual(["bronze", undefined]);
    const { events } = settledAt(ledger, programme, "2020-01-01T00:00:00Z");
    expect(changes(events)).toEqual([
      "2018-01-01 gold -> silver (landing)",
      "2019-01-01 silver -> bronze (landing)",
    ]);
  });

  test("LOY-3: who qualified for a tier between lands on it, for as long as it was earned", () => {
    const programme = tiered();
    let ledger = enrolledAt(programme, "2016-01-05T09:00:00Z");
    ledger = after(ledger, programme, { at: "2016-06-01T09:00:00Z", spend: 20_000 });
    ledger = after(ledger, programme, { at: "2017-06-01T09:00:00Z", spend: 10_000 });
    expect(ledger.tier?.tier).toBe("gold");
    expect(tierAt(ledger, programme, "2018-01-01T00:00:00Z")).toEqual([
      "silver",
      "2019-01-01T00:00:00.000Z",
    ]);
  });

  test("LOY-3: what exceeds a tier is carried into the next year, and counts there", () => {
    const programme = tiered({ rollover: "excess", keepThrough: "this-period" });
    let ledger = enrolledAt(programme, "2016-01-05T09:00:00Z");
    ledger = after(ledger, programme, { at: "2016-06-01T09:00:00Z", spend: 31_000 });
    expect(tierAt(ledger, programme, "2017-01-01T00:00:00Z")[0]).toBe("silver");
    const { events, state } = settledAt(ledger, programme, "2018-05-01T00:00:00Z");
    expect(
      events.flatMap((event) => (event.kind === "tier-changed" ? [event.rollover] : [])),
    ).toEqual([
      { day: "2017-01-01", amounts: { spend: 11_000 } },
      { day: "2018-01-01", amounts: { spend: 1000 } },
    ]);
    expect(state.tier?.tier).toBe("bronze");
    // Nothing is carried twice.
    expect(settledAt(state, programme, "2018-12-31T00:00:00Z").events).toEqual([]);
    const plain = tiered({ keepThrough: "this-period" });
    expect(tierAt(ledger, plain, "2017-01-01T00:00:00Z")[0]).toBe("bronze");
  });
});

describe("what was given back", () => {
  const start = "2026-01-05T09:00:00Z";

  test("LOY-3: a tier reached only thanks to a returned order is lost at once", () => {
    const programme = tiered();
    let ledger = enrolledAt(programme, start);
    ledger = after(ledger, programme, { at: "2026-02-01T09:00:00Z", spend: 12_000 });
    const silver = ledger.tier;
    ledger = after(ledger, programme, { at: "2026-03-01T09:00:00Z", spend: 10_000 });
    expect(ledger.tier?.tier).toBe("gold");
    const returned = doneAt(ledger, programme, {
      at: "2026-04-01T09:00:00Z",
      day: "2026-03-01",
      spend: -10_000,
    });
    expect(changes(returned.events)).toEqual(["2026-04-01 gold -> silver (qualification)"]);
    // The standing before goes on as it was.
    expect(returned.state.tier).toEqual(silver);
    const all = doneAt(returned.state, programme, {
      at: "2026-04-02T09:00:00Z",
      day: "2026-02-01",
      spend: -12_000,
    });
    expect([all.state.tier?.tier, all.state.tier?.heldUntil]).toEqual(["bronze", undefined]);
  });

  test("LOY-3: an order of December returned in January takes back the tier it reached", () => {
    const programme = tiered();
    let ledger = enrolledAt(programme, start);
    ledger = after(ledger, programme, { at: "2026-12-01T09:00:00Z", spend: 20_000 });
    const returned = { at: "2027-01-10T09:00:00Z", day: "2026-12-01", spend: -1 };
    expect(after(ledger, programme, returned).tier?.tier).toBe("silver");
    // Earned again in the meantime, it stays.
    const again = after(ledger, programme, { at: "2027-01-09T09:00:00Z", spend: 20_000 });
    expect(after(again, programme, returned).tier?.tier).toBe("gold");
  });

  test("LOY-3: a tier that was kept since, or given by hand, is not taken back by a return", () => {
    const programme = tiered();
    let ledger = enrolledAt(programme, "2016-01-05T09:00:00Z");
    ledger = after(ledger, programme, { at: "2016-06-01T09:00:00Z", spend: 20_000 });
    ledger = after(ledger, programme, { at: "2017-06-01T09:00:00Z", spend: 20_000 });
    const back = { at: "2018-02-01T09:00:00Z", day: "2017-06-01", spend: -20_000 };
    expect(after(ledger, programme, back).tier?.tier).toBe("gold");
  });

  test("LOY-3: a return that makes no difference to the tier takes nothing back", () => {
    const programme = tiered();
    let ledger = enrolledAt(programme, start);
    ledger = after(ledger, programme, { at: "2026-02-01T09:00:00Z", spend: 12_000 });
    const dearer = tiered({
      tiers: [
        { id: "bronze" },
        { id: "silver", reach: { all: [{ metric: "spend", atLeast: 50_000 }] } },
      ],
    });
    // Under the rules of today it would not be reached, and was not before the return either.
    const back = { at: "2026-03-01T09:00:00Z", day: "2026-02-01", spend: -100 };
    expect(after(ledger, dearer, back).tier?.tier).toBe("silver");
    expect(after(ledger, programme, back).tier?.tier).toBe("silver");
  });

  test("LOY-3: what was carried over thanks to a returned order is taken off", () => {
    const programme = tiered({ rollover: "excess" });
    let ledger = enrolledAt(programme, start);
    ledger = after(ledger, programme, { at: "2026-02-01T09:00:00Z", spend: 22_000 });
    ledger = after(ledger, programme, { at: "2026-12-01T09:00:00Z", spend: 30_000 });
    ledger = after(ledger, programme, { at: "2027-01-02T09:00:00Z", spend: 100 });
    expect(orderedValue(ledger.qualifying, "2027-01-01")?.spend).toBe(32_000);
    const back = { at: "2027-01-10T09:00:00Z", day: "2026-12-01", spend: -30_000 };
    const { state } = doneAt(ledger, programme, back);
    expect(orderedValue(state.qualifying, "2027-01-01")?.spend).toBe(2000);
    expect(state.tier?.tier).toBe("gold");
    expect(settledAt(state, programme, "2027-01-11T09:00:00Z").events).toEqual([]);
  });
});
