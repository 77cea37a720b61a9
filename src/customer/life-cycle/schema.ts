import * as z from "zod";
import { instantSchema, plainDateSchema } from "../../shared/schema.js";
import { acrossFields } from "../record/across-fields.js";
import { customerIdSchema, purchaseSchema } from "../record/schema.js";
import { lifecycleIssuesAcross } from "./course/fact-issues.js";

const name = z.string().min(1);
const days = z.int().min(1);
const fact = { id: name, customer: customerIdSchema, at: instantSchema };

/**
 * Customer and firm met: `LifecycleInteraction`. For an `Interaction` of `goodwill/touchpoint`, which says more, use
 * that room's schema.
 */
export const lifecycleInteractionSchema = z.strictObject({
  ...fact,
  direction: z.enum(["inbound", "outbound"]),
  kind: name,
});

/** A customer recommended the firm: `LifecycleReferral`. */
export const lifecycleReferralSchema = z.strictObject({
  ...fact,
  referred: customerIdSchema.exactOptional(),
});

/** How a customer felt: `SatisfactionSignal`. */
export const satisfactionSignalSchema = z.strictObject({
  ...fact,
  state: z.enum(["dissatisfied", "satisfied", "delighted"]),
  score: z.number().exactOptional(),
});

/** A customer leaves: `LifecycleTermination`. */
export const lifecycleTerminationSchema = z.strictObject({
  ...fact,
  kind: z.enum(["told-us", "contract-ended"]),
  lastDay: plainDateSchema.exactOptional(),
  withdrawnAt: instantSchema.exactOptional(),
});

/** The facts of one customer: `LifecycleFacts`. */
export const lifecycleFactsSchema = z.strictObject({
  purchases: z.array(purchaseSchema).exactOptional(),
  interactions: z.array(lifecycleInteractionSchema).exactOptional(),
  referrals: z.array(lifecycleReferralSchema).exactOptional(),
  signals: z.array(satisfactionSignalSchema).exactOptional(),
  terminations: z.array(lifecycleTerminationSchema).exactOptional(),
});

/** A customer with the facts: `LifecycleRow`. Facts of others, and ids given twice, are faults. */
export const lifecycleRowSchema = z
  .strictObject({
    customer: z.strictObject({ id: customerIdSchema, since: plainDateSchema.exactOptional() }),
    facts: lifecycleFactsSchema,
  })
  .check(acrossFields(lifecycleIssuesAcross));

/** The rules of the life cycle: `LifecyclePolicy`. */
export const lifecyclePolicySchema = z
  .strictObject({
    interestKinds: z.array(name).exactOptional(),
    interestDays: days,
    interestCoolingDays: days,
    initialSilenceDays: days,
    sameDayOnce: z.boolean(),
    extensionBy: z.enum(["product", "category"]),
    signalDays: days,
    loyalRepurchases: days,
    attachment: z.strictObject({ positiveSignals: days, referralCounts: z.boolean() }),
    lapse: z.strictObject({
      intervalFactor: z.number().positive(),
      floorDays: days,
      minimumIntervals: days,
      fallbackDays: days,
      lostFactor: z.number().gt(1),
    }),
  })
  .refine(({ interestDays, interestCoolingDays }) => interestCoolingDays < interestDays, {
    path: ["interestCoolingDays"],
    message: "must lie below interestDays",
  });
