import * as z from "zod";
import { instantSchema, plainDateSchema } from "../../shared/schema.js";
import type { TierStanding } from "../ledger/tier-event.js";

const name = z.string().regex(/\S/, "must not be blank");
const atLeast0 = z.int().nonnegative();
const whole = z.int();
const atLeast1 = z.int().min(1);

const requirements = z
  .array(
    z.strictObject({ metric: z.enum(["spend", "points", "visits", "nights"]), atLeast: atLeast1 }),
  )
  .min(1);

/** What a tier asks for: `TierQualification`. */
export const tierQualificationSchema = z.union([
  z.strictObject({ all: requirements }),
  z.strictObject({ any: requirements }),
]);

const benefits = z.array(z.strictObject({ id: name, name: z.string().exactOptional() }));

/** How tiers are reached, kept and lost: `TierPolicy`. */
export const tierPolicySchema = z.strictObject({
  tiers: z
    .array(
      z.strictObject({
        id: name,
        reach: tierQualificationSchema.exactOptional(),
        keep: tierQualificationSchema.exactOptional(),
        benefits: benefits.exactOptional(),
      }),
    )
    .min(1),
  qualifyingKind: name.exactOptional(),
  period: z.discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("calendar-year"),
      startMonth: z.int().min(1).max(12).exactOptional(),
    }),
    z.strictObject({ kind: z.literal("anniversary-year") }),
    z.strictObject({ kind: z.literal("rolling"), months: atLeast1 }),
    z.strictObject({ kind: z.literal("lifetime") }),
  ]),
  upgrade: z.enum(["at-once", "next-period"]),
  keepThrough: z.enum(["this-period", "next-period"]),
  graceMonths: atLeast0.exactOptional(),
  landing: z.enum(["one-tier-down", "qualified-tier"]),
  rollover: z.literal("excess").exactOptional(),
  crossing: z.enum(["before", "after", "split"]),
});

/** A club beside the tiers: `ClubDefinition`. */
export const clubDefinitionSchema = z.strictObject({
  id: name,
  invitationOnly: z.literal(true).exactOptional(),
  fromTier: name.exactOptional(),
  months: atLeast1.exactOptional(),
  benefits: benefits.exactOptional(),
});

/** What counted towards a tier: `QualifyingEntry`. */
export const qualifyingEntrySchema = z.strictObject({
  day: plainDateSchema,
  amounts: z.strictObject({
    spend: whole.exactOptional(),
    points: whole.exactOptional(),
    visits: whole.exactOptional(),
    nights: whole.exactOptional(),
  }),
});

/** A standing a member reached or was given: `TierStanding`. */
export const tierStandingSchema: z.ZodType<TierStanding, TierStanding> = z.strictObject({
  tier: name,
  since: instantSchema,
  by: z.enum(["enrolment", "qualification", "landing", "award", "match", "invitation"]),
  heldUntil: instantSchema.exactOptional(),
  get beneath() {
    return tierStandingSchema.exactOptional();
  },
  rolledInto: plainDateSchema.exactOptional(),
});
