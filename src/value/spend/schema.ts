import * as z from "zod";

const parameter = z.number().positive();

/** A Gamma-Gamma model: `GammaGammaModel`. A fit is one with more beside it; that is left out. */
export const gammaGammaModelSchema = z.object({
  kind: z.literal("gamma-gamma"),
  parameters: z.strictObject({ p: parameter, q: parameter, v: parameter }),
});

/** What a customer spends on the average purchase: `SpendHistory`. */
export const spendHistorySchema = z.strictObject({
  frequency: z.int().min(1),
  meanSpend: z.number().positive(),
  count: z.number().positive().exactOptional(),
});
