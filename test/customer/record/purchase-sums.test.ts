import fc from "fast-check";
import { netPurchases, netPurchasesCombine } from "goodwill/customer";
import { aggregate } from "goodwill/shared";
import { describe, expect, it } from "vitest";
import { expectMergeLaws } from "../../laws/merge-laws.js";
import { tea, teas } from "./samples.js";

describe("net purchases", () => {
  it("are none for no purchases", () => {
    expect(netPurchases([])).toEqual([]);
  });

  it("CUS-3: currencies are never mixed, returns are taken off", () => {
    const rows = [
      tea({ id: "1", quantity: 3 }),
      tea({ id: "2", quantity: 2, currency: "CNY" }),
      tea({ id: "3", returnOf: "1" }),
      tea({ id: "4", returnOf: "elsewhere", quantity: -5, currency: "CNY" }),
    ];
    expect(netPurchases(rows)).toEqual([
      {
        currency: "CNY",
        purchases: 1,
        returns: 1,
        bought: { amount: 1200, currency: "CNY" },
        returned: { amount: 3000, currency: "CNY" },
        net: { amount: -1800, currency: "CNY" },
      },
      {
        currency: "EUR",
        purchases: 1,
        returns: 1,
        bought: { amount: 1800, currency: "EUR" },
        returned: { amount: 600, currency: "EUR" },
        net: { amount: 1200, currency: "EUR" },
      },
    ]);
  });

  it("a return of nothing leaves 0, not -0", () => {
    const [sums] = netPurchases([tea({ id: "1", returnOf: "x", amount: -0 })]);
    expect(Object.is(sums?.returned.amount, 0)).toBe(true);
    expect(Object.is(sums?.net.amount, 0)).toBe(true);
  });

  it("merge in any order and any split", () => {
    const combine = netPurchasesCombine();
    expectMergeLaws(combine, teas, {
      strangers: [
        { ...combine.createAccumulator(), version: 2 },
        { ...combine.createAccumulator(), configuration: "other" },
      ],
    });
  });

  it("the sum over currencies is that of the rows", () => {
    fc.assert(
      fc.property(fc.array(teas), (rows) => {
        const total = netPurchases(rows).reduce((sum, { net }) => sum + net.amount, 0);
        expect(total).toBe(rows.reduce((sum, row) => sum + row.total.amount, 0));
      }),
    );
  });

  it("a sum beyond the safe integers is refused, whether rows are added or merged", () => {
    const combine = netPurchasesCombine();
    const huge = tea({ id: "1", amount: Number.MAX_SAFE_INTEGER });
    expect(() => aggregate([huge, tea({ id: "2", amount: 1 })], combine)).toThrow(RangeError);
    const one = combine.addInput(combine.createAccumulator(), huge);
    expect(() => combine.mergeAccumulators(one, one)).toThrow(
      "Cannot sum purchases: the sum must be a safe integer of minor units, got 18014398509481982 EUR",
    );
  });
});
