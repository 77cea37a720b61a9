import fc from "fast-check";
import { explain, money } from "goodwill/shared";
import { switchingSubsidy, VALUE_SENTENCES } from "goodwill/value";
import { describe, expect, test } from "vitest";

function offer(value: number, winning: number, switching: number, advantage?: number) {
  return switchingSubsidy({
    value: money(value, "EUR"),
    winningCost: money(winning, "EUR"),
    switchingCost: money(switching, "EUR"),
    ...(advantage !== undefined && { advantage: money(advantage, "EUR") }),
  });
}

describe("switching subsidy", () => {
  test("VAL-7: it makes up for what switching costs and the better offer does not", () => {
    const result = offer(60_000, 15_000, 20_000, 8_000);
    expect(result).toMatchObject({
      ok: true,
      value: {
        subsidy: { amount: 12_000 },
        highest: { amount: 45_000 },
        remaining: { amount: 33_000 },
      },
    });
    expect(result.ok && explain(result.value.trace, VALUE_SENTENCES)).toBe(
      [
        "33000 minor units of EUR remain to us:",
        "  60000 lifetime value of the customer,",
        "  -15000 for winning them,",
        "  -12000 as a subsidy for switching.",
      ].join("\n"),
    );
    expect(offer(60_000, 15_000, 20_000, 25_000)).toMatchObject({
      value: { subsidy: { amount: 0 } },
    });
    expect(offer(60_000, 15_000, 20_000)).toMatchObject({ value: { subsidy: { amount: 20_000 } } });
  });

  test("VAL-7: up to what the customer is worth it is worth it, above it is refused", () => {
    expect(offer(35, 15, 20)).toMatchObject({ ok: true, value: { remaining: { amount: 0 } } });
    expect(offer(34, 15, 20)).toEqual({
      ok: false,
      error: { code: "subsidy-above-value", currency: "EUR", subsidy: 20, highest: 19 },
    });
    const refused = offer(34, 15, 20);
    if (refused.ok) throw new Error("the subsidy is too high");
    const { code, ...params } = refused.error;
    expect(explain({ code, params }, VALUE_SENTENCES)).toBe(
      "Switching would take a subsidy of 20 minor units of EUR; at most 19 would pay.",
    );
    // Winning alone costs more than the customer is worth.
    expect(offer(10, 15, 0)).toMatchObject({ ok: false, error: { highest: -5 } });
  });

  test("VAL-7: value less cost of winning less subsidy is what remains, never below zero", () => {
    const amount = fc.nat({ max: 1000 });
    fc.assert(
      fc.property(amount, amount, amount, amount, (value, winning, switching, advantage) => {
        const result = offer(value, winning, switching, advantage);
        const subsidy = Math.max(0, switching - advantage);
        expect(result.ok).toBe(subsidy <= value - winning);
        if (result.ok) expect(result.value.remaining.amount).toBe(value - winning - subsidy);
      }),
    );
  });

  test("VAL-7: amounts that are none are refused", () => {
    expect(() => offer(1, -1, 0)).toThrow(/winningCost must be at least 0/);
    expect(() => offer(1, 0, -1)).toThrow(/switchingCost must be at least 0/);
    expect(() => offer(1, 0, 0, -1)).toThrow(/advantage must be at least 0/);
    const winningCost = money(1, "USD") as unknown as ReturnType<typeof money<"EUR">>;
    const switchingCost = money(1, "EUR");
    expect(() => switchingSubsidy({ value: money(9, "EUR"), winningCost, switchingCost })).toThrow(
      /currency/,
    );
  });
});
