import { describe, expect, expectTypeOf, it } from "vitest";
import type * as z from "zod";
import { instantSchema, moneySchema, plainDateSchema, timeZoneSchema } from "goodwill/shared";
import type { Instant, Money, PlainDate, TimeZone } from "goodwill/shared";

describe("the schemas of the ground floor", () => {
  it("agree with the types written by hand", () => {
    expectTypeOf<z.infer<typeof instantSchema>>().toEqualTypeOf<Instant>();
    expectTypeOf<z.infer<typeof plainDateSchema>>().toEqualTypeOf<PlainDate>();
    expectTypeOf<z.infer<typeof timeZoneSchema>>().toEqualTypeOf<TimeZone>();
    expectTypeOf<z.infer<typeof moneySchema>>().toEqualTypeOf<Money>();
    expectTypeOf<Money>().toEqualTypeOf<z.infer<typeof moneySchema>>();
  });

  it.each([
    [instantSchema, "2026-02-13T09:30:00.000Z"],
    [plainDateSchema, "2026-02-13"],
    [timeZoneSchema, "Asia/Shanghai"],
    [moneySchema, { amount: -1234, currency: "EUR" }],
  ])("case %#: accepts what is right, unchanged", (schema, value) => {
    expect(schema.parse(value)).toEqual(value);
  });

  it.each([
    [instantSchema, "2026-02-13T09:30:00Z", "", "must be an instant in UTC with milliseconds"],
    [instantSchema, 1_770_975_000_000, "", "must be an instant in UTC with milliseconds"],
    [plainDateSchema, "2026-02-30", "", "must be a day that exists"],
    [plainDateSchema, undefined, "", "must be a day that exists"],
    [timeZoneSchema, "BST", "", "must be an IANA time zone the host knows"],
    [moneySchema, { amount: 12.34, currency: "EUR" }, "amount", "must be a whole number"],
    [moneySchema, { amount: 2 ** 53, currency: "EUR" }, "amount", "must be a whole number"],
    [moneySchema, { amount: "1234", currency: "EUR" }, "amount", "must be a whole number"],
    [moneySchema, { amount: 1, currency: "euro" }, "currency", "must be an ISO 4217 code"],
    [moneySchema, { amount: 1 }, "currency", "must be an ISO 4217 code"],
  ])(
    "case %#: refuses what is wrong, and says where and what is right",
    (schema, value, path, message) => {
      const issues = schema.safeParse(value).error?.issues ?? [];
      expect(issues).toHaveLength(1);
      expect(issues[0]!.path.join(".")).toBe(path);
      expect(issues[0]!.message).toContain(message);
    },
  );

  it("an amount of -0 becomes 0, and other keys are dropped", () => {
    const row: unknown = JSON.parse('{ "amount": -0, "currency": "EUR", "note": "x" }');
    expect(moneySchema.parse(row)).toStrictEqual({ amount: 0, currency: "EUR" });
  });
});
