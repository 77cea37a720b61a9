import { lifetimeValueTermsSchema, type LifetimeValueTerms } from "goodwill/value";
import { describe, expect, expectTypeOf, test } from "vitest";
import type * as z from "zod";

type Writable<T> = T extends string | number ? T : { -readonly [K in keyof T]: Writable<T[K]> };

const TERMS = {
  marginShare: 0.3,
  discount: { rate: 0.01, period: 4.345 },
  horizon: { periods: 12 },
} as const;

describe("the schema of the terms of a lifetime value", () => {
  test("VAL-3: it agrees with the interface, and takes either horizon and a loss", () => {
    expectTypeOf<z.infer<typeof lifetimeValueTermsSchema>>().toEqualTypeOf<
      Writable<LifetimeValueTerms>
    >();
    const undiscounted = { ...TERMS, discount: { rate: 0, period: 1 } };
    for (const terms of [
      TERMS,
      { ...TERMS, horizon: "infinite" },
      { ...TERMS, marginShare: -2 },
      undiscounted,
    ]) {
      expect(lifetimeValueTermsSchema.parse(terms)).toEqual(terms);
    }
  });

  test.each([
    [["marginShare"], { marginShare: 1.1 }],
    [["discount", "rate"], { discount: { rate: -0.1, period: 1 } }],
    [["discount", "period"], { discount: { rate: 0.1, period: 0 } }],
    [["horizon", "periods"], { horizon: { periods: 0 } }],
    [["horizon"], { horizon: "endless" }],
    [["discount", "rate"], { horizon: "infinite", discount: { rate: 0, period: 1 } }],
  ])("VAL-3: refuses a wrong %j, case %#", (path, wrong) => {
    const { error } = lifetimeValueTermsSchema.safeParse({ ...TERMS, ...wrong });
    expect(error?.issues[0]?.path).toEqual(path);
  });
});
