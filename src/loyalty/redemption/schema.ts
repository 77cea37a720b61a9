import * as z from "zod";
import { instantSchema } from "../../shared/schema.js";

const name = z.string().regex(/\S/, "must not be blank");
const atLeast0 = z.int().nonnegative();
const atLeast1 = z.int().min(1);

/** How points pay: `RedemptionPolicy`. */
export const redemptionPolicySchema = z.strictObject({
  kinds: z.array(name).min(1),
  payment: z.strictObject({ points: atLeast1, amount: atLeast1 }).exactOptional(),
  minimumPoints: atLeast0.exactOptional(),
  orderShare: z
    .strictObject({ numerator: atLeast1, denominator: atLeast1 })
    .refine(({ numerator, denominator }) => numerator <= denominator, "must be at most 1")
    .exactOptional(),
  reservationMinutes: atLeast1,
});

const claim = {
  id: name,
  cost: atLeast1,
  unitsPerClaim: atLeast1.exactOptional(),
  memberLimit: atLeast1.exactOptional(),
  fromTier: name.exactOptional(),
  stock: name.exactOptional(),
};

/** Something points buy: `Reward`. */
export const rewardSchema = z.discriminatedUnion("form", [
  z.strictObject({ ...claim, form: z.literal("product") }),
  z.strictObject({
    ...claim,
    form: z.literal("voucher"),
    amount: atLeast1,
    validDays: atLeast1.exactOptional(),
  }),
]);

/** What points were spent on: `RecordedRedemption`. */
export const recordedRedemptionSchema = z.strictObject({
  id: name,
  use: z.enum(["payment", "reward", "cashback", "partner"]),
  points: atLeast1,
  order: z.string().exactOptional(),
  amount: atLeast0.exactOptional(),
  reward: name.exactOptional(),
  claims: atLeast1.exactOptional(),
  partner: name.exactOptional(),
  recipient: z.string().exactOptional(),
  voucher: z.strictObject({ id: name, validDays: atLeast1.exactOptional() }).exactOptional(),
});

/** What happened to a voucher: `VoucherChange`. */
export const voucherChangeSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("issued"),
    amount: atLeast1,
    redemption: name,
    expiresAt: instantSchema.exactOptional(),
  }),
  z.strictObject({ kind: z.literal("used"), amount: atLeast1, order: z.string() }),
  z.strictObject({ kind: z.literal("restored"), amount: atLeast1, order: z.string() }),
  z.strictObject({ kind: z.literal("voided"), why: z.string() }),
]);
