import * as z from "zod";
import { isCurrencyCode } from "../../shared/money/currency.js";
import type { CurrencyCode } from "../../shared/money/currency.js";
import { instantSchema, moneySchema, plainDateSchema } from "../../shared/schema.js";
import type { PurchaseRow } from "./purchase-row.js";
import type { PurchaseSummary } from "./purchase-summary.js";

const name = z.string().min(1);
const count = z.int().nonnegative();
const time = z.number().nonnegative();

/**
 * Something bought or given back: `PurchaseRow`. Other keys, such as the lines of a purchase, are dropped. A row has a
 * moment (`at`) or a day (`date`), not both.
 */
export const purchaseRowSchema = z
  .object({
    id: name.exactOptional(),
    customer: name,
    at: instantSchema.exactOptional(),
    date: plainDateSchema.exactOptional(),
    total: moneySchema,
    returnOf: name.exactOptional(),
  })
  .refine(({ at, date }) => (at === undefined) !== (date === undefined), {
    path: ["at"],
    message: "must have a moment (at) or a day (date), and not both",
  }) as unknown as z.ZodType<PurchaseRow>;

/** What a customer's purchases come to: `PurchaseSummary`. */
export const purchaseSummarySchema = z
  .strictObject({
    customer: name,
    frequency: count,
    recency: time,
    age: time,
    spend: count,
    meanSpend: time.exactOptional(),
    currency: z.custom<CurrencyCode>(isCurrencyCode, 'must be an ISO 4217 code, like "EUR"'),
    first: plainDateSchema,
    last: plainDateSchema,
    transactions: z.int().min(1),
    firstPurchase: z.literal("included").exactOptional(),
    holdout: z.strictObject({ frequency: count, spend: count, length: time }).exactOptional(),
  })
  .refine(({ recency, age }) => recency <= age, {
    path: ["recency"],
    message: "must not exceed the age",
  })
  .refine(({ frequency, recency }) => frequency > 0 || recency === 0, {
    path: ["recency"],
    message: "must be 0 without a repeat purchase",
  })
  .refine(({ first, last }) => first <= last, {
    path: ["last"],
    message: "must not lie before the first",
  })
  .refine(hasMeanSpend, {
    path: ["meanSpend"],
    message: "must be spend by frequency, and absent where the frequency is 0",
  }) satisfies z.ZodType<PurchaseSummary>;

/** A mean written with fewer digits than it has, as by a database, is one too. */
function hasMeanSpend({
  frequency,
  spend,
  meanSpend,
}: Pick<PurchaseSummary, "frequency" | "spend" | "meanSpend">): boolean {
  if (meanSpend === undefined || frequency === 0) {
    return meanSpend === undefined && frequency === 0;
  }
  return Math.abs(meanSpend * frequency - spend) <= 1e-6 * Math.max(1, spend);
}
