import fc from "fast-check";
import { money } from "goodwill/shared";
import { describe, expect, test } from "vitest";
import type { ReturnLine } from "../../../src/loyalty/decision/loyalty-command.js";
import type { OrderRecord, ReturnedSoFar } from "../../../src/loyalty/ledger/loyalty-state.js";
import { returnedLines } from "../../../src/loyalty/returns/returned-lines.js";
import { on } from "../redemption/shop.js";

const GBP = { currency: "GBP" };
const RATE = { currency: "EUR", numerator: 8567, denominator: 10_000 };

/** An order of one line paid in euros, as it was recorded in pounds. */
function inEuros(pence: number, quantity = 1): OrderRecord {
  return {
    order: "o-1",
    at: on("2026-02-10"),
    rate: RATE,
    lines: [{ id: "l1", product: "p", quantity, amount: pence }],
    earning: { rules: [] },
    lots: [],
    capUses: [],
    qualifying: [],
    returned: { l1: { quantity: 0, amount: 0, stated: 0, earned: {} } },
  };
}

function withBack(order: OrderRecord, line: ReturnLine): OrderRecord | object {
  const found = returnedLines(order, [line], GBP);
  if (!found.ok) return found.error;
  const [{ quantity, amount, stated = 0 }] = found.value as [(typeof found.value)[0]];
  const before = order.returned!["l1"]!;
  const sums: ReturnedSoFar = {
    quantity: before.quantity + quantity,
    amount: before.amount + amount,
    stated: before.stated! + stated,
    earned: {},
  };
  return { ...order, returned: { l1: sums } };
}

const euros = (cents: number, quantity = 0): ReturnLine => ({
  line: "l1",
  quantity,
  amount: money(cents, "EUR"),
});

describe("LOY-3: amounts come back at the order's recorded rate", () => {
  test("LOY-3: E13: 50.00 EUR of an order recorded at 0.8567 are 42.84 GBP, half to even", () => {
    const found = returnedLines(inEuros(8567), [euros(5000)], GBP);
    expect(found).toEqual({
      ok: true,
      value: [{ line: "l1", quantity: 0, amount: 4284, stated: 5000 }],
    });
    const pounds = [{ line: "l1", quantity: 0, amount: money(1, "GBP") }];
    expect(returnedLines(inEuros(8567), pounds, GBP)).toEqual({
      ok: false,
      error: { code: "no-rate", from: "GBP", to: "EUR" },
    });
  });

  test("LOY-3: parts in the order's currency sum to what the whole was converted to", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1 }), (parts) => {
        const cents = parts.reduce((sum, part) => sum + part, 0);
        const quotient = (BigInt(cents) * 8567n * 2n + 10_000n) / 20_000n;
        const isTie = (BigInt(cents) * 8567n * 2n) % 20_000n === 10_000n;
        const pence = Number(isTie && quotient % 2n === 1n ? quotient - 1n : quotient);
        const back = parts.reduce<OrderRecord | object>(
          (order, part) => withBack(order as OrderRecord, euros(part)),
          inEuros(pence),
        );
        expect((back as OrderRecord).returned!["l1"]).toMatchObject({
          amount: pence,
          stated: cents,
        });
      }),
    );
  });

  test("LOY-3: beside units in proportion, one minor unit of rounding is forgiven, not two", () => {
    const half = withBack(inEuros(172, 2), { line: "l1", quantity: 1 }) as OrderRecord;
    expect(half.returned!["l1"]!.amount).toBe(86);
    const rest = withBack(half, euros(101, 1)) as OrderRecord;
    expect(rest.returned!["l1"]).toMatchObject({ quantity: 2, amount: 172 });
    expect(withBack(half, euros(103, 1))).toMatchObject({ code: "more-than-left", left: 86 });
  });

  test("LOY-3: without an amount, units take their part of what is left", () => {
    let order = { ...inEuros(100, 3) };
    const parts: number[] = [];
    for (let unit = 1; unit <= 3; unit += 1) {
      const before = order.returned!["l1"]!.amount;
      order = withBack(order, { line: "l1", quantity: 1 }) as OrderRecord;
      parts.push(order.returned!["l1"]!.amount - before);
    }
    expect(parts).toEqual([33, 33, 34]);
  });
});
