import * as z from "zod";
import { moneySchema } from "../../shared/schema.js";

const text = z.string().min(1);

/** What one customer is worth: `CustomerValue`. */
export const customerValueSchema = z.strictObject({
  customer: text,
  value: moneySchema,
  referredBy: text.exactOptional(),
});
