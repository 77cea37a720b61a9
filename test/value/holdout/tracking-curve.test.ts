import fc from "fast-check";
import { addDays, aggregate, daysBetween, instant, plainDate, timeZone } from "goodwill/shared";
import {
  dailyPurchases,
  dailyPurchasesCombine,
  expectedPurchases,
  NEW_CUSTOMER,
  trackingCurve,
  type PurchaseRow,
} from "goodwill/value";
import { describe, expect, test } from "vitest";
import { expectMergeLaws } from "../../laws/merge-laws.js";
import { sharedData } from "../../shared-data.js";
import { cdnowPurchases } from "./cdnow-holdout.js";

const UTC = { zone: timeZone("UTC") };
const START = plainDate("2026-01-01");
const MODEL = {
  kind: "bg-nbd",
  parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 },
} as const;

function bought(customer: string, day: number): PurchaseRow {
  return { customer, date: addDays(START, day), total: { amount: 1, currency: "EUR" } };
}

const anyRow = fc
  .tuple(fc.nat({ max: 5 }), fc.nat({ max: 30 }))
  .map(([customer, day]) => bought(String(customer), day));

describe("purchases by day", () => {
  test("VAL-3: the first day makes a customer, other days are repeat purchases, returns are none", () => {
    const rows = [
      bought("a", 9),
      bought("a", 2),
      bought("a", 2),
      bought("b", 9),
      bought("a", 9),
      { ...bought("b", 12), returnOf: "p" },
    ];
    expect(dailyPurchases(rows, UTC)).toEqual([
      { date: "2026-01-03", newCustomers: 1, repeatPurchases: 0 },
      { date: "2026-01-10", newCustomers: 1, repeatPurchases: 1 },
    ]);
    const at = instant("2026-01-01T23:30:00Z");
    const late = { customer: "a", at, total: { amount: 1, currency: "EUR" } } as const;
    expect(dailyPurchases([late], { zone: timeZone("Europe/Berlin") })[0]?.date).toBe("2026-01-02");
    expect(dailyPurchases([], UTC)).toEqual([]);
    expect(() => dailyPurchases([], { zone: "Mars/Base" as typeof UTC.zone })).toThrow(RangeError);
  });

  test("in parts it is the same, and accumulators keep the laws of merging", () => {
    const rows = [bought("a", 3), bought("b", 1), bought("a", 1)];
    expect(aggregate(rows, dailyPurchasesCombine(UTC))).toEqual(dailyPurchases(rows, UTC));
    expectMergeLaws(dailyPurchasesCombine(UTC), anyRow, {
      strangers: [dailyPurchasesCombine({ zone: timeZone("Asia/Tokyo") }).createAccumulator()],
    });
  });
});

describe("tracking curve", () => {
  test("VAL-3: actual and expected numbers are those of every customer, summed", () => {
    const rows = fc.array(anyRow, { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 10 }), fc.boolean(), (list, stepDays, daily) => {
        const unit = daily ? "day" : "week";
        const points = trackingCurve(MODEL, dailyPurchases(list, UTC), { stepDays, unit });
        const days = new Map<string, Set<number>>();
        for (const row of list) {
          if (!("date" in row)) continue;
          const own = days.get(row.customer) ?? new Set<number>();
          days.set(row.customer, own.add(daysBetween(START, row.date)));
        }
        const all = [...days.values()].map((own) => [...own].toSorted((a, b) => a - b));
        const [first, last] = [Math.min(...all.flat()), Math.max(...all.flat())];
        expect(points).toHaveLength(Math.ceil((last - first + 1) / stepDays));
        points.forEach(({ date, time, actual, expected }, i) => {
          const day = Math.min(last, first - 1 + (i + 1) * stepDays);
          expect(date).toBe(addDays(START, day));
          expect(time).toBeCloseTo((day - first + 1) / (daily ? 1 : 7), 12);
          const repeats = all.flatMap((own) => own.slice(1)).filter((one) => one <= day);
          expect(actual).toBe(repeats.length);
          const sum = all
            .filter((own) => own[0]! <= day)
            .map((own) => (day - own[0]!) / (daily ? 1 : 7))
            .reduce(
              (total, within) => total + expectedPurchases(MODEL, NEW_CUSTOMER, { within }),
              0,
            );
          expect(expected).toBeCloseTo(sum, 9);
        });
      }),
    );
  });

  test("VAL-3: the curve goes on to the day asked for, and may end before the last purchase", () => {
    const days = dailyPurchases([bought("a", 0), bought("a", 20)], UTC);
    const until = (date: string) => trackingCurve(MODEL, days, { until: plainDate(date) });
    expect(until("2026-01-31").map(({ date }) => date.slice(8))).toEqual([
      "07",
      "14",
      "21",
      "28",
      "31",
    ]);
    expect(until("2026-01-14").map(({ actual }) => actual)).toEqual([0, 0]);
    expect(until("2025-12-31")).toEqual([]);
    expect(trackingCurve(MODEL, [])).toEqual([]);
  });

  test("what cannot be tracked is refused", () => {
    const [day] = dailyPurchases([bought("a", 0)], UTC);
    expect(() => trackingCurve(MODEL, [day!, day!])).toThrow(/2026-01-01 twice/);
    expect(() => trackingCurve(MODEL, [{ ...day!, newCustomers: -1 }])).toThrow(
      /at least 0, got -1/,
    );
    expect(() => trackingCurve(MODEL, [day!], { stepDays: 0.5 })).toThrow(/stepDays/);
    const model = { ...MODEL, kind: "bg-bb" } as unknown as typeof MODEL;
    expect(() => trackingCurve(model, [day!])).toThrow(TypeError);
  });

  const log = sharedData("data/value/data/cdnow_sample_transactions.csv");
  test.skipIf(log === undefined)("VAL-3: the CDNOW sample is tracked over 78 weeks", () => {
    const days = dailyPurchases(cdnowPurchases(log!), UTC);
    expect(days.reduce((sum, { newCustomers }) => sum + newCustomers, 0)).toBe(2357);
    const points = trackingCurve(MODEL, days, { until: plainDate("1998-06-30") });
    expect(points).toHaveLength(78);
    const { actual, expected } = points.at(-1)!;
    // Fader, Hardie and Lee (2005, figure 3): BG/NBD falls short of the actual total by a few percent.
    expect(actual).toBe(days.reduce((sum, { repeatPurchases }) => sum + repeatPurchases, 0));
    expect(Math.abs(expected / actual - 1)).toBeLessThan(0.1);
  });
});
