import * as z from "zod";
import { instantSchema } from "../../shared/schema.js";
import { earningRecordSchema } from "../earning/schema.js";
import { orderRateSchema, recordedLineSchema } from "../ledger/schema.js";
import { recordedRedemptionSchema } from "../redemption/schema.js";
import { qualifyingEntrySchema } from "../tier/schema.js";

const name = z.string().min(1);
const text = z.string();
const whole = z.int();
const atLeast0 = z.int().nonnegative();
const atLeast1 = z.int().min(1);

const returnedSoFar = z.strictObject({
  quantity: atLeast0,
  amount: atLeast0,
  stated: atLeast0.exactOptional(),
  earned: z.record(z.string(), atLeast0),
});

/** An order with what has come back of it: `OrderRecord`. */
export const orderRecordSchema = z.strictObject({
  order: name,
  at: instantSchema,
  lines: z.array(recordedLineSchema).min(1),
  rate: orderRateSchema.exactOptional(),
  earning: earningRecordSchema,
  lots: z.array(name),
  capUses: z.array(z.strictObject({ cap: text, points: whole, times: whole })),
  qualifying: z.array(qualifyingEntrySchema),
  returns: z.array(name).exactOptional(),
  returnedAt: instantSchema.exactOptional(),
  returned: z.record(z.string(), returnedSoFar).exactOptional(),
  takenOverAt: instantSchema.exactOptional(),
});

/** Points spent or set aside: `RedemptionRecord`. */
export const redemptionRecordSchema = z.strictObject({
  redemption: recordedRedemptionSchema,
  at: instantSchema,
  committedAt: instantSchema.exactOptional(),
  allocations: z.array(z.strictObject({ lot: name, kind: name, points: atLeast1 })),
  status: z.enum(["reserved", "committed", "released", "timed-out"]),
  fallsBackAt: instantSchema.exactOptional(),
  givenBack: atLeast0,
});

/** A recommendation, seen from one side: `ReferralRecord`. */
export const referralRecordSchema = z.strictObject({
  other: name,
  side: z.enum(["referrer", "friend"]),
  status: z.enum(["pending", "rewarded", "reversed"]),
  order: text.exactOptional(),
  month: text.exactOptional(),
  lots: z.array(name),
  takenOverAt: instantSchema.exactOptional(),
});
