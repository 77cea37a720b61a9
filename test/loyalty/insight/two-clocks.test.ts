import { describe, expect, test } from "vitest";
import { balanceAsOf } from "../../../src/loyalty/insight/balance-as-of.js";
import { refoldLoyalty } from "../../../src/loyalty/insight/late-events.js";
import { replayLoyalty } from "../../../src/loyalty/ledger/replay-loyalty.js";
import { instant } from "../../../src/shared/time/instant.js";
import { ENROL, order, simpleProgramme, tell } from "../ledger-story.js";
import type { Story, Told } from "../ledger-story.js";

const plain = simpleProgramme();

function noon(day: string): ReturnType<typeof instant> {
  return instant(`2026-01-${day}T12:00:00Z`);
}

function grant(amount: number, at: string, recordedAt = at): Told {
  const points = { kind: "points", amount };
  return { kind: "grant-points", at: noon(at), recordedAt: noon(recordedAt), points, why: "test" };
}

function story(): Story {
  return tell(plain, [ENROL, grant(100, "05"), grant(40, "03", "10"), grant(7, "12")]);
}

function active({ events }: Pick<Story, "events">, asOf: string, knownAt: string): number {
  const { balances } = balanceAsOf(events, { asOf: noon(asOf), knownAt: noon(knownAt) });
  return balances["points"]?.active ?? 0;
}

describe("LOY-3: what was true then, and what was known then (edge case 21)", () => {
  test("LOY-3: an event dated back counts from when it happened, once it is known", () => {
    const told = story();
    expect(active(told, "04", "09")).toBe(0);
    expect(active(told, "04", "10")).toBe(40);
    expect(active(told, "06", "09")).toBe(100);
    expect(active(told, "06", "10")).toBe(140);
    expect(active(told, "12", "12")).toBe(147);
  });

  test("LOY-3: both bounds are inclusive", () => {
    const told = story();
    expect(active(told, "03", "10")).toBe(40);
    const before = instant("2026-01-03T11:59:59.999Z");
    expect(balanceAsOf(told.events, { asOf: before, knownAt: noon("10") }).balances).toEqual({});
  });

  test("LOY-3: what had expired by then is not there, whether or not that was recorded", () => {
    const expiry = { kind: "rolling", count: 3, unit: "days" } as const;
    const programme = simpleProgramme({ kinds: [{ id: "points", purpose: "redeemable", expiry }] });
    const told = tell(programme, [ENROL, grant(10, "02"), { kind: "settle", at: noon("20") }]);
    expect(active(told, "05", "20")).toBe(10);
    expect(active(told, "06", "20")).toBe(0);
    const { balances } = balanceAsOf(told.events, { asOf: noon("06"), knownAt: noon("06") });
    expect(balances["points"]).toMatchObject({ active: 0, expired: 10, balance: 0 });
  });

  test("LOY-3: an activity recorded late kept points alive then, too", () => {
    const expiry = { kind: "inactivity", count: 2, unit: "days" } as const;
    const programme = simpleProgramme({ kinds: [{ id: "points", purpose: "redeemable", expiry }] });
    const buy = (id: string, at: string, recordedAt = at): Told => ({
      kind: "record-order",
      at: noon(at),
      recordedAt: noon(recordedAt),
      order: order(id, 500),
    });
    const told = tell(programme, [
      ENROL,
      buy("o-1", "02"),
      buy("o-2", "10"),
      buy("o-3", "06", "11"),
    ]);
    // The order of the 6th lasts through the 8th.
    expect(active(told, "07", "11")).toBe(5);
  });

  test("LOY-3: nobody owes less than nothing, also before a debt that was paid by what came late", () => {
    const told = tell(plain, [
      ENROL,
      {
        kind: "claw-back-points",
        at: noon("10"),
        points: { kind: "points", amount: 30 },
        why: "x",
      },
      grant(30, "05", "11"),
    ]);
    const { balances } = balanceAsOf(told.events, { asOf: noon("06"), knownAt: noon("11") });
    expect(balances["points"]).toMatchObject({ active: 30, deficit: 0, balance: 30 });
  });
});

describe("LOY-3: late events are put in their place, and what they change is reported", () => {
  test("LOY-3: each number that differs, before and after", () => {
    const { events } = story();
    const late = events[2]!;
    const known = events.filter((event) => event !== late);
    const { state, differences, tier } = refoldLoyalty(known, { late: [late], asOf: noon("20") });
    expect(state).toEqual(replayLoyalty(events));
    expect(differences).toEqual([
      { kind: "points", measure: "issued", before: 107, after: 147 },
      { kind: "points", measure: "active", before: 107, after: 147 },
      { kind: "points", measure: "balance", before: 107, after: 147 },
    ]);
    expect(tier).toBeUndefined();
  });

  test("LOY-3: a kind of points that was not there before counts from 0", () => {
    const { events } = tell(plain, [ENROL, grant(5, "02")]);
    const { differences } = refoldLoyalty(events.slice(0, 1), {
      late: events.slice(1),
      asOf: noon("20"),
    });
    expect(differences.map(({ before, after }) => [before, after])).toEqual([
      [0, 5],
      [0, 5],
      [0, 5],
    ]);
  });

  test("LOY-3: events known already change nothing", () => {
    const { events } = story();
    expect(refoldLoyalty(events, { late: events.slice(2), asOf: noon("20") }).differences).toEqual(
      [],
    );
  });

  test("LOY-3: a tier that is another by them is told", () => {
    const programme = simpleProgramme({
      tiers: {
        tiers: [
          { id: "base" },
          { id: "silver", reach: { all: [{ metric: "spend", atLeast: 10_000 }] } },
        ],
        period: { kind: "calendar-year" },
        upgrade: "at-once",
        keepThrough: "next-period",
        landing: "one-tier-down",
        crossing: "before",
      },
    });
    const { events } = tell(programme, [
      ENROL,
      { kind: "record-order", at: noon("03"), order: order("o-1", 10_000) },
      { kind: "settle", at: noon("04") },
    ]);
    const first = events.findIndex(({ kind }) => kind === "order-recorded");
    const { tier } = refoldLoyalty(events.slice(0, first), {
      late: events.slice(first),
      asOf: noon("20"),
    });
    expect(tier).toEqual({ before: "base", after: "silver" });
  });
});
