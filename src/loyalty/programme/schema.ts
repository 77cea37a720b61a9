import * as z from "zod";
import { isCurrencyCode } from "../../shared/money/currency.js";
import type { CurrencyCode } from "../../shared/money/currency.js";
import { timeZoneSchema } from "../../shared/schema.js";
import {
  activationRuleSchema,
  earningPolicySchema,
  earningRuleSchema,
  expiryRuleSchema,
} from "../earning/schema.js";
import { redemptionPolicySchema, rewardSchema } from "../redemption/schema.js";
import { returnPolicySchema } from "../returns/schema.js";
import { clubDefinitionSchema, tierPolicySchema } from "../tier/schema.js";

const name = z.string().regex(/\S/, "must not be blank");
const names = z.array(name);
const atLeast1 = z.int().min(1);
const currency = z.custom<CurrencyCode>(isCurrencyCode, 'must be an ISO 4217 code, like "EUR"');

/** What points are worth: `PointValue`. */
export const pointValueSchema = z.strictObject({ points: atLeast1, amount: atLeast1, currency });

/** A kind of points: `PointKind`. */
export const pointKindSchema = z.strictObject({
  id: name,
  purpose: z.enum(["redeemable", "promotional", "qualifying", "partner"]),
  burnPriority: z.int().min(-99_999).max(99_999).exactOptional(),
  activation: activationRuleSchema.exactOptional(),
  expiry: expiryRuleSchema.exactOptional(),
  expiryByTier: z.record(z.string(), expiryRuleSchema).exactOptional(),
  value: pointValueSchema.exactOptional(),
  reinstatementDays: atLeast1.exactOptional(),
});

/**
 * The rules of a programme as they are written down: `LoyaltyProgrammeDefinition`. Every field by itself; whether what
 * they refer to is there, and no id stands twice, `loyaltyProgramme` checks.
 */
export const loyaltyProgrammeDefinitionSchema = z.strictObject({
  id: name,
  version: atLeast1,
  zone: timeZoneSchema,
  currency,
  kinds: z.array(pointKindSchema).min(1),
  earning: z.array(earningRuleSchema),
  earningPolicy: earningPolicySchema.exactOptional(),
  redemption: redemptionPolicySchema.exactOptional(),
  rewards: z.array(rewardSchema).exactOptional(),
  returns: returnPolicySchema.exactOptional(),
  tiers: tierPolicySchema.exactOptional(),
  clubs: z.array(clubDefinitionSchema).exactOptional(),
  transfer: z
    .strictObject({
      kinds: names.min(1),
      minimumPoints: atLeast1.exactOptional(),
      monthlyPoints: atLeast1.exactOptional(),
    })
    .exactOptional(),
  household: z
    .strictObject({
      members: z.int().min(2),
      kinds: names.min(1),
      monthlyPoints: atLeast1.exactOptional(),
    })
    .exactOptional(),
  partners: z.array(z.strictObject({ id: name, issues: names, accepts: names })).exactOptional(),
  referral: z
    .strictObject({
      kind: name,
      referrerPoints: atLeast1,
      friendPoints: atLeast1,
      orderAtLeast: atLeast1.exactOptional(),
      withinDays: atLeast1.exactOptional(),
      monthlyFriends: atLeast1.exactOptional(),
    })
    .exactOptional(),
  leapDay: z.enum(["feb28", "mar1"]).exactOptional(),
});
