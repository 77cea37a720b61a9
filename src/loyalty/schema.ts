import * as z from "zod";
import { instantSchema, plainDateSchema } from "../shared/schema.js";
import { earningRecordSchema } from "./earning/schema.js";
import { LOYALTY_EVENT_VERSION } from "./ledger/event-base.js";
import {
  issuedLotSchema,
  orderRateSchema,
  pointsMovementSchema,
  recordedLineSchema,
} from "./ledger/schema.js";
import { recordedRedemptionSchema, voucherChangeSchema } from "./redemption/schema.js";
import { returnedLineSchema, returnReversalSchema } from "./returns/schema.js";
import { qualifyingEntrySchema, tierStandingSchema } from "./tier/schema.js";
import {
  orderRecordSchema,
  redemptionRecordSchema,
  referralRecordSchema,
} from "./transfer/schema.js";

const name = z.string().min(1);
const text = z.string();
const whole = z.int();
const atLeast0 = z.int().nonnegative();
const atLeast1 = z.int().min(1);
const month = z.string().regex(/^\d{4,}-\d{2}$/u, "must be a month, like 2026-02");

// programme
export * from "./programme/schema.js";
export * from "./earning/schema.js";
export * from "./redemption/schema.js";
export * from "./returns/schema.js";
export * from "./tier/schema.js";

// what is asked of a ledger
export * from "./decision/schema.js";

// what happened in it
export * from "./ledger/schema.js";
export * from "./transfer/schema.js";

const isKnownVersion = (version: number): boolean => version === LOYALTY_EVENT_VERSION;
const VERSION_MESSAGE = `must be ${String(LOYALTY_EVENT_VERSION)}; bring older events up with upcastLoyaltyEvents`;

const base = {
  id: name,
  key: name,
  fingerprint: text,
  member: name,
  version: z.int().refine(isKnownVersion, VERSION_MESSAGE),
  sequence: atLeast1,
  occurredAt: instantSchema,
  recordedAt: instantSchema,
  programme: z.strictObject({ id: name, version: atLeast1 }),
  cause: text.exactOptional(),
  lots: z.array(issuedLotSchema).exactOptional(),
  movements: z.array(pointsMovementSchema).exactOptional(),
  capUses: z.array(z.strictObject({ cap: text, points: whole, times: whole })).exactOptional(),
  qualifying: z.array(qualifyingEntrySchema).exactOptional(),
  lapses: z.array(z.strictObject({ kind: name, at: instantSchema })).exactOptional(),
  moved: z.array(z.strictObject({ lot: name, expiresAt: instantSchema })).exactOptional(),
};

const shortfall = returnReversalSchema.pick({ owed: true, letGo: true }).exactOptional();

/**
 * An event as it is stored: `LoyaltyEvent`. Of the layout of this package; bring events of older ones up with
 * `upcastLoyaltyEvents` first.
 */
export const loyaltyEventSchema = z
  .discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("member-enrolled"),
      ...base,
      holder: z.enum(["member", "household"]),
      day: plainDateSchema,
      birthday: plainDateSchema.exactOptional(),
      referredBy: text.exactOptional(),
    }),
    z.strictObject({
      kind: z.literal("member-status-changed"),
      ...base,
      status: z.enum(["active", "paused", "closed"]),
      why: text,
    }),
    z.strictObject({
      kind: z.literal("card-changed"),
      ...base,
      card: name,
      status: z.enum(["active", "blocked"]),
      replaces: text.exactOptional(),
      why: text.exactOptional(),
    }),
    z.strictObject({
      kind: z.literal("order-recorded"),
      ...base,
      order: name,
      lines: z.array(recordedLineSchema).min(1),
      rate: orderRateSchema.exactOptional(),
      earning: earningRecordSchema,
    }),
    z.strictObject({
      kind: z.literal("activity-recorded"),
      ...base,
      activity: name,
      trigger: name,
      earning: earningRecordSchema,
    }),
    z.strictObject({ kind: z.literal("points-granted"), ...base, why: text }),
    z.strictObject({
      kind: z.literal("points-clawed-back"),
      ...base,
      why: text,
      wanted: atLeast1,
      reversal: shortfall,
    }),
    z.strictObject({
      kind: z.literal("points-activated"),
      ...base,
      of: name,
      activated: z.array(name),
    }),
    z.strictObject({ kind: z.literal("points-expired"), ...base }),
    z.strictObject({
      kind: z.literal("expiry-moved"),
      ...base,
      by: z.enum(["extension", "reinstatement"]),
      why: text,
    }),
    z.strictObject({
      kind: z.literal("points-redeemed"),
      ...base,
      redemption: recordedRedemptionSchema,
    }),
    z.strictObject({
      kind: z.literal("points-reserved"),
      ...base,
      redemption: recordedRedemptionSchema,
      fallsBackAt: instantSchema,
    }),
    z.strictObject({
      kind: z.literal("reservation-ended"),
      ...base,
      redemption: name,
      as: z.enum(["committed", "released", "timed-out"]),
    }),
    z.strictObject({
      kind: z.literal("voucher-changed"),
      ...base,
      voucher: name,
      change: voucherChangeSchema,
    }),
    z.strictObject({
      kind: z.literal("order-returned"),
      ...base,
      order: name,
      return: name,
      lines: z.array(returnedLineSchema),
      reversal: returnReversalSchema,
      givenBack: z.array(z.strictObject({ redemption: name, points: atLeast1 })).exactOptional(),
      vouchersLost: z.array(z.strictObject({ voucher: name, amount: atLeast1 })).exactOptional(),
    }),
    z.strictObject({
      kind: z.literal("tier-changed"),
      ...base,
      standing: tierStandingSchema,
      before: name.exactOptional(),
      rollover: qualifyingEntrySchema.exactOptional(),
    }),
    z.strictObject({
      kind: z.literal("club-changed"),
      ...base,
      club: name,
      status: z.enum(["invited", "member", "left"]),
      until: instantSchema.exactOptional(),
    }),
    z.strictObject({
      kind: z.literal("points-transferred"),
      ...base,
      to: name,
      as: z.enum(["transfer", "household", "merge", "split"]),
      points: atLeast0,
      month,
    }),
    z.strictObject({
      kind: z.literal("household-changed"),
      ...base,
      person: name,
      status: z.enum(["member", "left"]),
    }),
    z.strictObject({
      kind: z.literal("records-taken-over"),
      ...base,
      from: z.array(name).min(1),
      orders: z.array(orderRecordSchema).exactOptional(),
      redemptions: z.array(redemptionRecordSchema).exactOptional(),
      referrals: z.array(referralRecordSchema).exactOptional(),
      activities: z.record(z.string(), text).exactOptional(),
      passedOn: z.record(z.string(), atLeast0).exactOptional(),
      referredBy: text.exactOptional(),
    }),
    z.strictObject({
      kind: z.literal("referral-changed"),
      ...base,
      other: name,
      side: z.enum(["referrer", "friend"]),
      status: z.enum(["pending", "rewarded", "reversed"]),
      order: text.exactOptional(),
      month: month.exactOptional(),
      reversal: shortfall,
    }),
  ])
  .refine(({ occurredAt, recordedAt }) => occurredAt <= recordedAt, {
    path: ["recordedAt"],
    message: "must not precede occurredAt",
  });
