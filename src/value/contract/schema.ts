import * as z from "zod";

const parameter = z.number().positive();

/** Either model of contracts: `ContractModel`. A fit is one with more beside it; that is left out. */
export const contractModelSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("shifted-beta-geometric"),
    parameters: z.strictObject({ alpha: parameter, beta: parameter }),
  }),
  z.object({
    kind: z.literal("beta-discrete-weibull"),
    parameters: z.strictObject({ alpha: parameter, beta: parameter, c: parameter }),
  }),
]);

/** Customers won in the same period: `ContractCohort`. */
export const contractCohortSchema = z.strictObject({
  remaining: z
    .array(z.number().nonnegative())
    .min(2)
    .refine((all) => all[0]! > 0, { path: [0], message: "must be above 0" })
    .refine((all) => all.every((now, t) => t === 0 || now <= all[t - 1]!), {
      message: "must not rise",
    }),
});
