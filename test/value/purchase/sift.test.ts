import { instant, timeZone } from "goodwill/shared";
import { purchaseRowSifter, purchaseSummaries, siftPurchaseRows } from "goodwill/value";
import { plainDate } from "goodwill/shared";
import { describe, expect, test } from "vitest";

const OPTIONS = {
  currency: "EUR",
  asOf: instant("2026-02-13T23:30:00Z"),
  zone: timeZone("Europe/Paris"),
} as const;
const total = { amount: 1250, currency: "EUR" };
const GOOD = { id: "A-1", customer: "C-17", date: "2026-02-13", total };
const { date, ...UNDATED } = GOOD;

/** Path and message of what is wrong with a row; nothing where it is accepted. */
function faults(row: unknown, returns: "accept" | "refuse" = "accept"): [string, string][] {
  const { accepted, rejected } = siftPurchaseRows([row], { ...OPTIONS, returns });
  expect(accepted.length + rejected.length).toBe(1);
  return rejected.flatMap(({ row: given, index, issues }) => {
    expect([given, index, issues.length > 0]).toEqual([row, 0, true]);
    return issues.map(({ path, message }): [string, string] => [path, message]);
  });
}

describe("sifting purchase rows", () => {
  test("a row of a day, a row of a moment, a return and a row without an id hold", () => {
    const { id, ...nameless } = GOOD;
    const at = "2026-02-13T23:30:00.000Z";
    const back = { ...GOOD, id: "A-2", total: { ...total, amount: -50 }, returnOf: id };
    const rows = [GOOD, { ...UNDATED, id: "A-3", at }, back, nameless, nameless];
    const { accepted, rejected } = siftPurchaseRows(rows, OPTIONS);
    expect(rejected).toEqual([]);
    expect(accepted).toEqual(rows);
  });

  test("keys that are not read are dropped, so that any export can be sifted", () => {
    const { accepted } = siftPurchaseRows([{ ...GOOD, channel: "web", lines: [] }], OPTIONS);
    expect(accepted).toEqual([GOOD]);
  });

  test.each<[string, unknown, [string, string][]]>([
    [
      "an unknown currency",
      { ...GOOD, total: { amount: 1, currency: "EURO" } },
      [["total.currency", 'must be an ISO 4217 code, like "EUR"']],
    ],
    [
      "another currency",
      { ...GOOD, total: { amount: 1, currency: "USD" } },
      [["total.currency", "must be EUR, got USD"]],
    ],
    [
      "a day that does not exist",
      { ...GOOD, date: "2026-02-30" },
      [["date", "must be a day that exists, written YYYY-MM-DD"]],
    ],
    [
      "a moment that cannot be read",
      { ...UNDATED, at: "yesterday" },
      [["at", "must be an instant in UTC with milliseconds, like 2026-02-13T09:30:00.000Z"]],
    ],
    ["no time", UNDATED, [["at", "must have a moment (at) or a day (date), and not both"]]],
    [
      "two times",
      { ...GOOD, at: "2026-02-13T09:30:00.000Z" },
      [["at", "must have a moment (at) or a day (date), and not both"]],
    ],
    [
      "a moment in the future",
      { ...UNDATED, at: "2026-02-13T23:30:00.001Z" },
      [["at", "lies in the future: 2026-02-13T23:30:00.001Z and 2026-02-13T23:30:00.000Z"]],
    ],
    [
      // 23:30 in Greenwich is 00:30 of the 14th in Paris.
      "a day in the future of the zone",
      { ...GOOD, date: "2026-02-15" },
      [["date", "lies in the future: 2026-02-15 and 2026-02-14"]],
    ],
    ["today in the zone", { ...GOOD, date: "2026-02-14" }, []],
    [
      "a negative spend that is no return",
      { ...GOOD, total: { ...total, amount: -1 } },
      [["total.amount", "the total of a purchase must not be below 0, got -1"]],
    ],
    ["a purchase that cost nothing", { ...GOOD, total: { ...total, amount: 0 } }, []],
    [
      "a return that costs",
      { ...GOOD, returnOf: "A-0" },
      [["total.amount", "the total of a return must not be above 0, got 1250"]],
    ],
    [
      "a return of itself",
      { ...GOOD, total: { ...total, amount: 0 }, returnOf: "A-1" },
      [["returnOf", "a purchase cannot return itself"]],
    ],
  ])("%s", (_, row, expected) => {
    expect(faults(row)).toEqual(expected);
  });

  test("fractions of a cent, a missing customer and what is no row", () => {
    expect(faults({ ...GOOD, total: { ...total, amount: 0.5 } })[0]?.[0]).toBe("total.amount");
    expect(faults({ ...GOOD, customer: "" })[0]?.[0]).toBe("customer");
    expect(faults(undefined)[0]?.[0]).toBe("");
  });

  test("every fault of a row is told", () => {
    const row = { ...GOOD, date: "2027-01-01", total: { amount: -1, currency: "USD" } };
    expect(faults(row).map(([path]) => path)).toEqual(["date", "total.currency", "total.amount"]);
  });

  test("returns are handed back where they are refused", () => {
    const back = { ...GOOD, total: { ...total, amount: -50 }, returnOf: "A-0" };
    expect(faults(back, "refuse")).toEqual([
      ["returnOf", "must be absent: returns are not accepted here"],
    ]);
    expect(faults(back)).toEqual([]);
  });

  test("an id counts once: the first row with it that is otherwise in order", () => {
    const wrong = { ...GOOD, date: "2030-01-01" };
    const { accepted, rejected } = siftPurchaseRows(
      [wrong, GOOD, { ...GOOD, customer: "D" }],
      OPTIONS,
    );
    expect(accepted).toEqual([GOOD]);
    expect(rejected.map(({ index, issues }) => [index, issues[0]?.message])).toEqual([
      [0, "lies in the future: 2030-01-01 and 2026-02-14"],
      [2, '"A-1" is given twice, first at index 1'],
    ]);
  });

  test("in parts as in one: positions go on and ids are remembered", () => {
    const rows = [
      GOOD,
      { ...GOOD, id: "A-2", customer: "" },
      GOOD,
      { ...GOOD, id: "A-3" },
      7,
      GOOD,
    ];
    const whole = siftPurchaseRows(rows, OPTIONS);
    for (let cut = 0; cut <= rows.length; cut += 1) {
      const sift = purchaseRowSifter(OPTIONS);
      const parts = [sift(rows.slice(0, cut)), sift([]), sift(rows.slice(cut))];
      expect({
        accepted: parts.flatMap(({ accepted }) => accepted),
        rejected: parts.flatMap(({ rejected }) => rejected),
      }).toEqual(whole);
    }
    expect(whole.accepted).toHaveLength(2);
  });

  test("what is accepted, the summaries take", () => {
    const { accepted } = siftPurchaseRows(
      [GOOD, { ...GOOD, id: "A-2", date: "2026-02-01" }],
      OPTIONS,
    );
    const observedUntil = plainDate("2026-02-14");
    const { customers } = purchaseSummaries(accepted, { ...OPTIONS, observedUntil });
    expect(customers[0]).toMatchObject({ frequency: 1, first: "2026-02-01", last: date });
  });

  test("options that are not valid are refused", () => {
    const asOf = "2026-02-13" as ReturnType<typeof instant>;
    expect(() => siftPurchaseRows([], { ...OPTIONS, asOf })).toThrow(RangeError);
    const zone = "Mars/Base" as ReturnType<typeof timeZone>;
    expect(() => siftPurchaseRows([], { ...OPTIONS, zone })).toThrow(RangeError);
  });
});
