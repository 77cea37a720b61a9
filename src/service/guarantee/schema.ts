import * as z from "zod";
import { moneySchema } from "../../shared/schema.js";

const name = z.string().min(1);
const minutes = z.number().nonnegative();
const price = moneySchema.refine(({ amount }) => amount >= 0, "must not be below 0");
const amount = moneySchema.refine((value) => value.amount > 0, "must be above 0");

/** What is promised when the firm is late: `GuaranteeRemedy`. */
export const guaranteeRemedySchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("refund-share"),
    share: z
      .strictObject({ numerator: z.int().min(1), denominator: z.int().min(1) })
      .refine(({ numerator, denominator }) => numerator <= denominator, "must be at most 1"),
  }),
  z.strictObject({ kind: z.literal("refund"), amount }),
  z.strictObject({ kind: z.literal("credit"), amount }),
  z.strictObject({ kind: z.literal("points"), points: z.int().min(1) }),
]);

/** A promise of time and what follows where it is not kept: `ServiceGuarantee`. */
export const serviceGuaranteeSchema = z.strictObject({
  id: name,
  graceMinutes: minutes,
  measuredIn: z.enum(["business", "elapsed"]),
  steps: z
    .array(
      z.strictObject({
        laterThanMinutes: minutes,
        remedies: z.array(guaranteeRemedySchema).min(1),
      }),
    )
    .min(1)
    .refine(
      (steps) =>
        steps.every(
          ({ laterThanMinutes }, i) =>
            i === 0 || laterThanMinutes > (steps[i - 1]?.laterThanMinutes ?? 0),
        ),
      "must rise, the least lateness first",
    ),
  caps: z
    .strictObject({ perCase: price.exactOptional(), perPeriod: price.exactOptional() })
    .exactOptional(),
});
