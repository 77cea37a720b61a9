import { customerEquity, customerValueSchema, type CustomerValue } from "goodwill/value";
import { describe, expect, expectTypeOf, test } from "vitest";
import type * as z from "zod";

describe("the schema of the value of a customer", () => {
  test("VAL-7: it agrees with the interface, and what it takes can be summed", () => {
    type Parsed = Readonly<z.infer<typeof customerValueSchema>>;
    expectTypeOf<Parsed>().toEqualTypeOf<CustomerValue>();
    const stored: unknown[] = [
      { customer: "a", value: { amount: -5, currency: "EUR" } },
      { customer: "b", value: { amount: 7, currency: "EUR" }, referredBy: "a" },
    ];
    const values = stored.map((row) => customerValueSchema.parse(row));
    expect(values).toEqual(stored);
    expect(customerEquity(values, { currency: "EUR" }).equity.amount).toBe(2);
  });

  test.each([
    ["customer", { customer: "" }],
    ["value", { value: { amount: 0.5, currency: "EUR" } }],
    ["value", { value: { amount: 5, currency: "EURO" } }],
    ["referredBy", { referredBy: "" }],
  ])("VAL-7: refuses a wrong %s, case %#", (path, wrong) => {
    const given = { customer: "a", value: { amount: 5, currency: "EUR" }, ...wrong };
    expect(customerValueSchema.safeParse(given).error?.issues[0]?.path[0]).toBe(path);
  });
});
