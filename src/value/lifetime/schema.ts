import * as z from "zod";

/** How purchases to come become money: `LifetimeValueTerms`. */
export const lifetimeValueTermsSchema = z
  .strictObject({
    marginShare: z.number().max(1),
    discount: z.strictObject({ rate: z.number().nonnegative(), period: z.number().positive() }),
    horizon: z.union([z.literal("infinite"), z.strictObject({ periods: z.int().min(1) })]),
  })
  .refine(({ discount, horizon }) => horizon !== "infinite" || discount.rate > 0, {
    path: ["discount", "rate"],
    message: "must be above 0 without an end",
  });
