import fc from "fast-check";
import {
  CUSTOMER_SENTENCES,
  netPurchases,
  purchaseBalance,
  type Purchase,
  type PurchaseBalance,
} from "goodwill/customer";
import { explain, instant } from "goodwill/shared";
import { describe, expect, it } from "vitest";
import { AS_OF, tea, teas, type Tea } from "./samples.js";

const balance = (...rows: readonly Tea[]): PurchaseBalance =>
  purchaseBalance(rows.map(tea), { asOf: AS_OF });

function found(...rows: readonly Tea[]): string[] {
  return balance(...rows).findings.flatMap(({ reasons }) =>
    reasons.map((reason) => explain(reason, CUSTOMER_SENTENCES)),
  );
}

const BOUGHT: Tea = { id: "A", quantity: 3 };
const LATER = "2026-01-20T10:00:00Z";

describe("the balance of purchases", () => {
  it("sets returns against their purchase, in the order of time", () => {
    const { purchases, currencies, findings } = balance(
      { id: "C", returnOf: "A", at: "2026-01-22T10:00:00Z" },
      { id: "B", returnOf: "A", at: LATER },
      BOUGHT,
      { id: "D", at: "2026-01-09T10:00:00Z" },
    );
    expect(findings).toEqual([]);
    expect(
      purchases.map(({ purchase, returns, net }) => [purchase.id, returns, net.amount]),
    ).toEqual([
      ["D", [], 600],
      ["A", ["B", "C"], 600],
    ]);
    expect(purchases[1]?.returned).toEqual({ amount: 1200, currency: "EUR" });
    expect(currencies.map(({ net }) => net)).toEqual([{ amount: 1200, currency: "EUR" }]);
  });

  it("a return of the whole leaves nothing; one at the same moment is no return before its purchase", () => {
    const { purchases, findings } = balance(BOUGHT, { id: "B", returnOf: "A", quantity: -3 });
    expect([purchases[0]?.net.amount, findings]).toEqual([0, []]);
  });

  it("hands back a return of an unknown purchase, or of a return", () => {
    expect(found({ id: "B", returnOf: "A" })).toEqual([
      "Return B names a purchase that is not known: A.",
    ]);
    expect(
      found(BOUGHT, { id: "B", returnOf: "A" }, { id: "C", returnOf: "B", at: LATER }),
    ).toEqual(["Return C gives back B, which is itself a return."]);
  });

  it("hands back a return before its purchase, of another customer, in another currency", () => {
    expect(found(BOUGHT, { id: "B", returnOf: "A", at: "2026-01-10T09:59:59.999Z" })).toEqual([
      "Return B at 2026-01-10T09:59:59.999Z lies before its purchase A at 2026-01-10T10:00:00.000Z.",
    ]);
    expect(found(BOUGHT, { id: "B", returnOf: "A", customer: "C-18" })).toEqual([
      "Return B is of customer C-18, its purchase A of C-17.",
    ]);
    expect(found(BOUGHT, { id: "B", returnOf: "A", currency: "CNY" })).toEqual([
      "Return B is in CNY, its purchase A in EUR.",
    ]);
  });

  it("hands back a return larger than what is left, in money or in quantity", () => {
    expect(found(BOUGHT, { id: "B", returnOf: "A", amount: -1801 })).toEqual([
      "Return B gives back 1801 minor units of EUR; 1800 are left of A.",
    ]);
    expect(found(BOUGHT, { id: "B", returnOf: "A", quantity: -4, amount: -1 })).toEqual([
      "Return B gives back 4 of tea; 3 are left of A.",
    ]);
    expect(found(BOUGHT, { id: "B", returnOf: "A", product: "cup" })).toEqual([
      "Return B gives back 1 of cup; 0 are left of A.",
    ]);
    expect(
      found(
        BOUGHT,
        { id: "B", returnOf: "A", quantity: -2 },
        {
          id: "C",
          returnOf: "A",
          quantity: -2,
          at: LATER,
        },
      ),
    ).toEqual([
      "Return C gives back 1200 minor units of EUR; 600 are left of A.",
      "Return C gives back 2 of tea; 1 are left of A.",
    ]);
  });

  it("a line of quantity 0 gives back money alone: no more than is left of the purchase, and no goods", () => {
    const reduction = { id: "B", returnOf: "A", at: LATER, quantity: 0, amount: -600 };
    const { purchases, findings } = balance(BOUGHT, reduction, {
      id: "C",
      returnOf: "A",
      at: "2026-01-22T10:00:00Z",
      quantity: -3,
      amount: -1200,
    });
    expect(findings).toEqual([]);
    expect([purchases[0]?.returns, purchases[0]?.net.amount]).toEqual([["B", "C"], 0]);
    expect(found(BOUGHT, { ...reduction, amount: -1801 })).toHaveLength(1);
  });

  it("a return that does not fit is in no sum and bars no later one", () => {
    const { currencies, purchases, findings } = balance(
      BOUGHT,
      { id: "B", returnOf: "A", quantity: -4 },
      { id: "C", returnOf: "A", quantity: -3, at: LATER },
    );
    expect(findings.map(({ index, purchase }) => [index, purchase.id])).toEqual([[1, "B"]]);
    expect(purchases[0]?.returns).toEqual(["C"]);
    expect(currencies[0]?.net.amount).toBe(0);
  });

  it("quantities that differ in the last digits only are equal", () => {
    const weigh = { product: "rice", amount: -1 };
    expect(
      found(
        { id: "A", product: "rice", quantity: 0.3, amount: 300 },
        { id: "B", returnOf: "A", quantity: -0.1, ...weigh },
        { id: "C", returnOf: "A", quantity: -0.2, ...weigh, at: LATER },
      ),
    ).toEqual([]);
    expect(
      found(
        { id: "A", product: "rice", quantity: 0.3, amount: 300 },
        { id: "B", returnOf: "A", quantity: -0.30001, ...weigh },
      ),
    ).toHaveLength(1);
  });

  it("an id given twice counts once: the earliest, then the first", () => {
    const { findings, currencies } = balance(
      { ...BOUGHT, at: LATER },
      { ...BOUGHT, quantity: 2 },
      { ...BOUGHT, quantity: 1 },
    );
    expect(findings.map(({ index, reasons }) => [index, reasons])).toEqual([
      [0, [{ code: "purchase-given-twice", params: { id: "A", first: 1 } }]],
      [2, [{ code: "purchase-given-twice", params: { id: "A", first: 1 } }]],
    ]);
    expect(currencies[0]?.net.amount).toBe(1200);
  });

  it("what lies after the moment asked about has not happened; the moment itself has", () => {
    const rows = [tea(BOUGHT), tea({ id: "B", returnOf: "A", at: LATER })];
    const net = (asOf: string): number | undefined =>
      purchaseBalance(rows, { asOf: instant(asOf) }).currencies[0]?.net.amount;
    expect(net("2026-01-10T09:59:59.999Z")).toBeUndefined();
    expect(net("2026-01-20T09:59:59.999Z")).toBe(1800);
    expect(net(LATER)).toBe(1200);
  });

  it("no purchase nets below 0, every row is in one place, and the sums are those of what fits", () => {
    // Half of the cases are in the order of time, so that many returns fit.
    const inOrder = fc
      .array(fc.record({ quantity: fc.integer({ min: 1, max: 4 }), of: fc.nat({ max: 9 }) }), {
        minLength: 3,
        maxLength: 20,
      })
      .map((rows) =>
        rows.map(({ quantity, of }, index) => {
          const at = instant(new Date(Date.UTC(2026, 0, 1, index)).toISOString());
          const row = { id: String(index), at };
          return of < index
            ? tea({ ...row, quantity: -quantity, returnOf: String(of) })
            : tea({ ...row, quantity });
        }),
      );
    const rows = fc.oneof(fc.array(teas, { maxLength: 30 }), inOrder);
    let fitted = 0;
    fc.assert(
      fc.property(rows, (given) => {
        const { purchases, currencies, findings } = purchaseBalance(given, { asOf: AS_OF });
        const returns = purchases.flatMap((one) => one.returns);
        fitted += returns.length;
        expect(purchases.length + returns.length + findings.length).toBe(given.length);
        expect(purchases.every(({ net }) => net.amount >= 0)).toBe(true);
        expect(findings.every(({ reasons }) => reasons.length > 0)).toBe(true);
        expect(currencies.reduce((sum, { net }) => sum + net.amount, 0)).toBe(
          purchases.reduce((sum, { net }) => sum + net.amount, 0),
        );
        const handedBack = new Set(findings.map(({ index }) => index));
        expect(currencies).toEqual(
          netPurchases(given.filter((_, index) => !handedBack.has(index))),
        );
      }),
      { numRuns: 400 },
    );
    expect(fitted).toBeGreaterThan(50);
  });

  it("the answer does not depend on the order given", () => {
    const rows = fc.uniqueArray(teas, { selector: ({ id }) => id, maxLength: 13 });
    const fits = (given: readonly Purchase[]): unknown => {
      const { purchases, currencies, findings } = purchaseBalance(given, { asOf: AS_OF });
      const byId = findings.map(({ purchase, reasons }) => [purchase.id, reasons]);
      return { purchases, currencies, findings: new Map(byId as [string, unknown][]) };
    };
    fc.assert(
      fc.property(rows, (given) => {
        expect(fits(given.toReversed())).toEqual(fits(given));
      }),
    );
  });

  it("forty thousand rows take no more than the sorting", () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => [
      tea({ id: `A${String(index)}` }),
      tea({ id: `B${String(index)}`, returnOf: `A${String(index)}`, at: LATER }),
    ]).flat();
    const begin = performance.now();
    expect(purchaseBalance(rows, { asOf: AS_OF }).currencies[0]?.net.amount).toBe(0);
    expect(performance.now() - begin).toBeLessThan(20_000);
  });
});
