import type { guaranteeRemedySchema } from "goodwill/service";
import {
  DEFAULT_SERVICE_GUARANTEE,
  guaranteeRemedy,
  serviceGuaranteeSchema,
  type GuaranteeRemedy,
  type ServiceGuarantee,
} from "goodwill/service";
import { money } from "goodwill/shared";
import { describe, expect, expectTypeOf, test } from "vitest";
import type * as z from "zod";

const [step] = DEFAULT_SERVICE_GUARANTEE.steps;

describe("the schema of guarantees", () => {
  test("SRV-4: what it accepts is what the interfaces written by hand describe", () => {
    expectTypeOf<z.infer<typeof serviceGuaranteeSchema>>().toExtend<ServiceGuarantee>();
    expectTypeOf<z.infer<typeof guaranteeRemedySchema>>().toExtend<GuaranteeRemedy>();
    expectTypeOf<GuaranteeRemedy>().toExtend<z.infer<typeof guaranteeRemedySchema>>();
    expectTypeOf<keyof z.infer<typeof serviceGuaranteeSchema>>().toEqualTypeOf<
      keyof ServiceGuarantee
    >();
  });

  test("SRV-4: the default guarantee passes", () => {
    expect(serviceGuaranteeSchema.parse(DEFAULT_SERVICE_GUARANTEE)).toEqual(
      DEFAULT_SERVICE_GUARANTEE,
    );
  });

  test.each<[string, Partial<ServiceGuarantee>]>([
    ["a negative grace", { graceMinutes: -1 }],
    ["no steps", { steps: [] }],
    ["steps that do not rise", { steps: [step!, step!] }],
    ["a step without remedy", { steps: [{ laterThanMinutes: 0, remedies: [] }] }],
    [
      "a share above 1",
      {
        steps: [
          {
            laterThanMinutes: 0,
            remedies: [{ kind: "refund-share", share: { numerator: 3, denominator: 2 } }],
          },
        ],
      },
    ],
    [
      "a refund of nothing",
      {
        steps: [{ laterThanMinutes: 0, remedies: [{ kind: "refund", amount: money(0, "CNY") }] }],
      },
    ],
    ["a negative cap", { caps: { perCase: money(-1, "CNY") } }],
  ])("SRV-4: %s is refused by the schema as by the function", (_, more) => {
    const guarantee = { ...DEFAULT_SERVICE_GUARANTEE, ...more };
    expect(serviceGuaranteeSchema.safeParse(guarantee).success).toBe(false);
    const ledger = { lateMilliseconds: 60_000, overMilliseconds: 60_000 };
    const price = money(100, "CNY");
    expect(() => guaranteeRemedy(ledger, { guarantee, price })).toThrow(RangeError);
  });
});
