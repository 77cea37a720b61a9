import * as z from "zod";
import { instantSchema, moneySchema, plainDateSchema } from "../../shared/schema.js";

const name = z.string().regex(/\S/, "must not be blank");
const atLeast0 = z.int().nonnegative();
const atLeast1 = z.int().min(1);
const money = moneySchema.refine(({ amount }) => amount >= 0, {
  path: ["amount"],
  message: "must not be below 0",
});

const said = {
  key: name,
  member: name,
  occurredAt: instantSchema,
  cause: z.string().exactOptional(),
};

const facts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
const circumstances = {
  channel: name.exactOptional(),
  nights: atLeast0.exactOptional(),
  visits: atLeast0.exactOptional(),
  segments: z.array(name).exactOptional(),
  facts: facts.exactOptional(),
};

/** An order that is paid: `LoyaltyOrder`. */
export const loyaltyOrderSchema = z.strictObject({
  id: name,
  lines: z
    .array(
      z.strictObject({
        id: name,
        product: name,
        category: name.exactOptional(),
        quantity: atLeast1,
        amount: money,
        earns: z.boolean().exactOptional(),
      }),
    )
    .min(1),
  ...circumstances,
  rate: z.strictObject({ numerator: atLeast1, denominator: atLeast1 }).exactOptional(),
});

/** What points are to be spent on: `RedemptionRequest`. */
export const redemptionRequestSchema = z.discriminatedUnion("use", [
  z.strictObject({
    use: z.literal("payment"),
    order: name,
    payable: money,
    points: atLeast1.exactOptional(),
  }),
  z.strictObject({ use: z.literal("cashback"), points: atLeast1 }),
  z.strictObject({
    use: z.literal("reward"),
    reward: name,
    quantity: atLeast1.exactOptional(),
    order: name.exactOptional(),
    recipient: name.exactOptional(),
    voucher: name.exactOptional(),
  }),
  z.strictObject({ use: z.literal("partner"), partner: name, kind: name, points: atLeast1 }),
]);

const returnLine = z
  .strictObject({ line: name, quantity: atLeast0, amount: money.exactOptional() })
  .refine(({ quantity, amount }) => quantity > 0 || (amount !== undefined && amount.amount > 0), {
    path: ["quantity"],
    message: "must be at least 1 where no amount is paid back",
  });

const points = z.strictObject({ kind: name, amount: atLeast1 });
const why = name;

/** Something to be done in a member's ledger: `LoyaltyCommand`. */
export const loyaltyCommandSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("enrol"),
    ...said,
    holder: z.enum(["member", "household"]).exactOptional(),
    birthday: plainDateSchema.exactOptional(),
    card: name.exactOptional(),
    referredBy: name.exactOptional(),
  }),
  z.strictObject({ kind: z.enum(["pause", "resume", "close"]), ...said, why }),
  z.strictObject({
    kind: z.enum(["issue-card", "block-card", "replace-card"]),
    ...said,
    card: name,
    replaces: name.exactOptional(),
    why: name.exactOptional(),
  }),
  z.strictObject({ kind: z.literal("record-order"), ...said, order: loyaltyOrderSchema }),
  z.strictObject({
    kind: z.literal("record-activity"),
    ...said,
    activity: name,
    trigger: name,
    quantity: atLeast1.exactOptional(),
    ...circumstances,
  }),
  z.strictObject({
    kind: z.literal("grant-points"),
    ...said,
    points,
    why,
    partner: name.exactOptional(),
    through: plainDateSchema.exactOptional(),
  }),
  z.strictObject({ kind: z.literal("claw-back-points"), ...said, points, why }),
  z.strictObject({ kind: z.literal("confirm"), ...said, action: name, of: name }),
  z.strictObject({ kind: z.literal("settle"), ...said }),
  z.strictObject({
    kind: z.enum(["extend-expiry", "reinstate-points"]),
    ...said,
    pointKind: name,
    through: plainDateSchema,
    lots: z.array(name).exactOptional(),
    why,
  }),
  z.strictObject({
    kind: z.enum(["redeem", "reserve"]),
    ...said,
    redemption: name,
    request: redemptionRequestSchema,
  }),
  z.strictObject({ kind: z.enum(["commit", "release"]), ...said, redemption: name }),
  z.strictObject({
    kind: z.literal("use-voucher"),
    ...said,
    voucher: name,
    amount: money,
    order: name,
  }),
  z.strictObject({ kind: z.literal("void-voucher"), ...said, voucher: name, why }),
  z.strictObject({
    kind: z.literal("return-order"),
    ...said,
    order: name,
    return: name,
    lines: z.array(returnLine).min(1).exactOptional(),
  }),
  z.strictObject({
    kind: z.enum(["award-tier", "match-tier", "invite-to-tier"]),
    ...said,
    tier: name,
    through: plainDateSchema.exactOptional(),
    why,
  }),
  z.strictObject({
    kind: z.enum(["invite-to-club", "join-club", "leave-club"]),
    ...said,
    club: name,
  }),
  z.strictObject({ kind: z.enum(["add-person", "remove-person"]), ...said, person: name }),
]);
