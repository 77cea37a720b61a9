import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { TierPolicy } from "../../../src/loyalty/programme/tier-policy.js";
import { tierStandingAt } from "../../../src/loyalty/tier/tier-standing.js";
import { addDays } from "../../../src/shared/time/date-arithmetic.js";
import { instant } from "../../../src/shared/time/instant.js";
import { plainDate } from "../../../src/shared/time/plain-date.js";
import { startOfDay, timeZone } from "../../../src/shared/time/time-zone.js";
import {
  after,
  changes,
  counted,
  doneAt,
  enrolledAt,
  settledAt,
  tiered,
  without,
} from "./tier-story.js";

const policies: fc.Arbitrary<Partial<TierPolicy>> = fc
  .record({
    period: fc.constantFrom<TierPolicy["period"]>(
      { kind: "calendar-year" },
      { kind: "calendar-year", startMonth: 7 },
      { kind: "anniversary-year" },
      { kind: "rolling", months: 12 },
      { kind: "rolling", months: 1 },
      { kind: "lifetime" },
    ),
    upgrade: fc.constantFrom("at-once" as const, "next-period" as const),
    keepThrough: fc.constantFrom("this-period" as const, "next-period" as const),
    graceMonths: fc.constantFrom(0, 3, 14),
    landing: fc.constantFrom("one-tier-down" as const, "qualified-tier" as const),
    carries: fc.boolean(),
    keep: fc.constantFrom(undefined, 15_000, 5000),
  })
  .map(({ carries, keep, period, upgrade, ...rest }) => {
    const hasYears = period.kind === "calendar-year" || period.kind === "anniversary-year";
    const spend = (atLeast: number) => ({ all: [{ metric: "spend" as const, atLeast }] });
    return {
      ...rest,
      period,
      upgrade: hasYears ? upgrade : "at-once",
      ...(hasYears && carries && { rollover: "excess" as const }),
      tiers: [
        { id: "bronze" },
        { id: "silver", reach: spend(10_000) },
        { id: "gold", reach: spend(20_000), ...(keep !== undefined && { keep: spend(keep) }) },
        { id: "platinum", reach: spend(40_000) },
      ],
    };
  });

const zones = fc.constantFrom(
  timeZone("Asia/Shanghai"),
  timeZone("America/New_York"),
  timeZone("Pacific/Auckland"),
);
const ENROLLED = "2016-02-29T12:00:00Z";
const day = fc.integer({ min: 1, max: 2500 });

describe("recording what has become of a tier", () => {
  test("LOY-3: settling at any moments never changes the standing at a later one", () => {
    const orders = fc.array(fc.tuple(day, fc.integer({ min: 1, max: 25_000 })), { maxLength: 8 });
    fc.assert(
      fc.property(
        policies,
        zones,
        orders,
        fc.array(day, { maxLength: 6 }),
        day,
        (policy, zone, bought, settled, later) => {
          const programme = tiered(policy, { zone });
          const at = (number: number) =>
            instant(new Date(Date.parse(ENROLLED) + number * 86_400_000).toISOString());
          const plain = { ledger: enrolledAt(programme, ENROLLED) };
          const busy = { ledger: enrolledAt(programme, ENROLLED) };
          const moments = [
            ...bought.map(([number, spend]) => ({ number, spend })),
            ...settled.map((number) => ({ number: number + 0.5, spend: 0 })),
          ].sort((a, b) => a.number - b.number);
          for (const { number, spend } of moments) {
            if (spend > 0) {
              const order = { at: at(number), spend };
              plain.ledger = after(plain.ledger, programme, order);
              busy.ledger = after(busy.ledger, programme, order);
            } else {
              busy.ledger = settledAt(busy.ledger, programme, at(number)).state;
            }
          }
          const last = Math.max(later, ...moments.map(({ number }) => number)) + 1;
          for (const asOf of [at(last), at(last + 400), at(last + 3000)]) {
            const derived = tierStandingAt(plain.ledger, { asOf, programme });
            expect(tierStandingAt(busy.ledger, { asOf, programme })).toEqual(derived);
            expect(settledAt(plain.ledger, programme, asOf).state.tier).toEqual(derived);
          }
        },
      ),
    );
  });

  test("LOY-3: what is recorded happened in order, not after the command, and only once", () => {
    const orders = fc.array(fc.tuple(day, fc.integer({ min: 1, max: 45_000 })), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(policies, orders, day, (policy, bought, later) => {
        const programme = tiered(policy);
        let ledger = without(enrolledAt(programme, ENROLLED), "lastAt");
        for (const [number, spend] of bought) {
          ledger = counted(ledger, addDays(plainDate("2016-02-29"), number), spend);
        }
        const asOf = startOfDay(addDays(plainDate("2016-02-29"), later + 1), programme.zone);
        const { events, state } = settledAt(ledger, programme, asOf);
        const moments = events.map(({ occurredAt }) => occurredAt);
        expect(moments).toEqual([...moments].sort());
        for (const moment of moments) expect(moment <= asOf).toBe(true);
        expect(settledAt(state, programme, asOf).events).toEqual([]);
      }),
    );
  });

  test("LOY-3: each boundary passed and each tier reached is recorded at its own moment", () => {
    const programme = tiered({ landing: "one-tier-down" });
    const { events, state } = doneAt(enrolledAt(programme, "2026-01-05T09:00:00Z"), programme, {
      at: "2026-06-15T12:00:00Z",
      spend: 25_000,
    });
    expect(changes(events)).toEqual(["2026-06-15 bronze -> gold (qualification)"]);
    expect(events.at(-1)?.occurredAt).toBe("2026-06-15T12:00:00.000Z");
    expect(settledAt(state, programme, "2027-12-31T23:59:59Z").events).toEqual([]);
    const late = settledAt(state, programme, "2030-05-01T00:00:00Z");
    expect(late.events.map(({ occurredAt }) => occurredAt)).toEqual([
      "2028-01-01T00:00:00.000Z",
      "2029-01-01T00:00:00.000Z",
    ]);
  });

  test("LOY-3: a late order of last year that reaches a tier is seen by the next command", () => {
    const programme = tiered();
    let ledger = enrolledAt(programme, "2026-01-05T09:00:00Z");
    ledger = after(ledger, programme, { at: "2027-02-01T09:00:00Z", spend: 100 });
    ledger = after(ledger, programme, { at: "2026-12-01T09:00:00Z", spend: 10_000 });
    const asOf = instant("2027-02-02T09:00:00Z");
    expect(tierStandingAt(ledger, { asOf, programme })).toMatchObject({
      tier: "silver",
      heldUntil: "2028-01-01T00:00:00.000Z",
    });
  });
});
