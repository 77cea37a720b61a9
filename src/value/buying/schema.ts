import * as z from "zod";

const parameter = z.number().positive();
const bgParameters = z.strictObject({ r: parameter, alpha: parameter, a: parameter, b: parameter });

/** A model of buying: `BuyingModel`. A fit is one with more beside it; that is left out. */
export const buyingModelSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("bg-nbd"), parameters: bgParameters }),
  z.object({ kind: z.literal("mbg-nbd"), parameters: bgParameters }),
  z.object({
    kind: z.literal("pareto-nbd"),
    parameters: z.strictObject({ r: parameter, alpha: parameter, s: parameter, beta: parameter }),
  }),
  z.object({
    kind: z.literal("bg-bb"),
    parameters: z.strictObject({
      alpha: parameter,
      beta: parameter,
      gamma: parameter,
      delta: parameter,
    }),
  }),
]);

const time = z.number().nonnegative();
const history = { frequency: z.int().nonnegative(), recency: time, age: time };
const recencyWithinAge = { path: ["recency"], message: "must not exceed the age" };
const noRecency = { path: ["recency"], message: "must be 0 without a repeat purchase" };

/** What the models know of a customer: `PurchaseHistory`. */
export const purchaseHistorySchema = z
  .strictObject(history)
  .refine(({ recency, age }) => recency <= age, recencyWithinAge)
  .refine(({ frequency, recency }) => frequency > 0 || recency === 0, noRecency);

/** A history that several customers share: `PurchaseCell`. */
export const purchaseCellSchema = z
  .strictObject({ ...history, count: z.number().positive() })
  .refine(({ recency, age }) => recency <= age, recencyWithinAge)
  .refine(({ frequency, recency }) => frequency > 0 || recency === 0, noRecency);
