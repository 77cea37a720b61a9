import * as z from "zod";
import { customerIdSchema } from "../../customer/record/schema.js";
import { instantSchema, moneySchema } from "../../shared/schema.js";
import { complaintGradeSchema } from "../complaint/schema.js";

const name = z.string().min(1);
const count = z.int().nonnegative();
const price = moneySchema.refine(({ amount }) => amount >= 0, "must not be below 0");
const part = z.number().min(0).max(1);
const addition = z.number().min(0).max(100);
const compensation = z.enum(["refund", "credit", "points", "gift", "discount"]);
const restoration = z.enum(["replacement", "repair"]);
const remedy = z.enum([...restoration.options, ...compensation.options]);

/** Whose fault a failure is: `RecoveryFault`. */
export const recoveryFaultSchema = z.enum(["ours", "shared", "third-party", "customer"]);

/** The facts of a failure: `RecoveryCase`. */
export const recoveryCaseSchema = z.strictObject({
  id: name,
  customer: customerIdSchema,
  channel: name,
  severity: complaintGradeSchema,
  fault: recoveryFaultSchema,
  paid: price,
  harm: price.exactOptional(),
  valueClass: name.exactOptional(),
  customerValue: price.exactOptional(),
  earlierFailures: count,
  granted: z.strictObject({ inCase: price, toCustomer: price, inPeriod: price }).exactOptional(),
  restorations: z.array(z.strictObject({ kind: restoration, cost: price })).exactOptional(),
  explanation: name.exactOptional(),
  safety: z.boolean().exactOptional(),
  sought: z.strictObject({ kind: remedy, amount: price.exactOptional() }).exactOptional(),
});

function byGrade<Value extends z.ZodType>(value: Value) {
  return z.strictObject({ low: value, medium: value, high: value, critical: value });
}

/** The firm's rules of recovery: `RecoveryPolicy`. Whether its parts fit together, `proposeRecovery` checks. */
export const recoveryPolicySchema = z.strictObject({
  priceShare: byGrade(addition),
  faultShare: z.strictObject({ ours: part, shared: part, "third-party": part, customer: part }),
  minimum: byGrade(price),
  minimumFor: z.array(recoveryFaultSchema),
  restoreFor: z.array(recoveryFaultSchema),
  safetySeverity: complaintGradeSchema,
  value: z.strictObject({
    addedShareByClass: z.record(z.string(), addition),
    bands: z.array(z.strictObject({ from: price, addedShare: addition })).exactOptional(),
    atMostShare: addition,
  }),
  repeat: z.strictObject({ addedShareEach: addition, atMostShare: addition }),
  kinds: byGrade(z.array(compensation).min(1)),
  apology: byGrade(z.strictObject({ by: name, channel: name })),
  caps: z.strictObject({
    perCase: price.exactOptional(),
    perCustomer: price.exactOptional(),
    perPeriod: price.exactOptional(),
    periodDays: z.int().min(1),
  }),
  authority: z
    .array(
      z.strictObject({
        level: name,
        upTo: price.exactOptional(),
        kinds: z.partialRecord(remedy, price).exactOptional(),
        decides: z.boolean().exactOptional(),
      }),
    )
    .min(1),
  rounding: z.strictObject({
    toMinorUnits: z.int().min(1),
    rounding: z.enum(["half-even", "half-up", "half-down", "up", "down", "ceiling", "floor"]),
  }),
});

/** A remedy that was granted: `RecoveryGrant`. */
export const recoveryGrantSchema = z.strictObject({
  case: name,
  customer: customerIdSchema,
  at: instantSchema,
  amount: price,
});

/** A case and what was granted: `DecidedRecovery`. */
export const decidedRecoverySchema = z.strictObject({
  case: recoveryCaseSchema,
  kinds: z.array(remedy),
  amount: price,
  by: name.exactOptional(),
});

/** What is known of a follow-up: `FollowUpFacts`. */
export const followUpFactsSchema = z.strictObject({
  recoveredAt: instantSchema,
  contacts: z.array(
    z.strictObject({
      at: instantSchema,
      outcome: z.enum(["satisfied", "dissatisfied", "not-reached"]),
    }),
  ),
});

const hours = z.number().positive().max(8784);

/** The firm's rules of follow-up: `FollowUpPolicy`. */
export const followUpPolicySchema = z.strictObject({
  firstAfterHours: z.number().min(0).max(8784),
  againAfterHours: hours,
  retryAfterHours: hours,
  dissatisfiedLimit: z.int().min(1),
  notReachedLimit: z.int().min(1),
  escalateTo: name,
});
