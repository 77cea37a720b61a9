import * as z from "zod";
import { instantSchema, timeZoneSchema } from "../../shared/schema.js";
import { contactChannelSchema, customerIdSchema } from "../record/schema.js";

const name = z.string().min(1);
const messageClass = z.enum(["promotional", "transactional", "legal-notice"]);
const legalBasisKind = z.enum([
  "contract",
  "legal-obligation",
  "vital-interests",
  "public-task",
  "legitimate-interest",
]);
const months = z.int().min(1);

/** A lawful basis beside consent: `LegalBasis`. */
export const legalBasisSchema = z
  .strictObject({
    customer: customerIdSchema,
    kind: legalBasisKind,
    purpose: name,
    channels: z.array(contactChannelSchema).min(1).exactOptional(),
    from: instantSchema,
    until: instantSchema.exactOptional(),
    objectedAt: instantSchema.exactOptional(),
    compellingGrounds: z.boolean().exactOptional(),
    evidence: name.exactOptional(),
    source: name.exactOptional(),
    recordedAt: instantSchema.exactOptional(),
  })
  .refine(({ from, until }) => until === undefined || until > from, {
    path: ["until"],
    message: "must lie after from",
  });

/** That a consent was used: `ConsentUse`. */
export const consentUseSchema = z.strictObject({
  customer: customerIdSchema,
  purpose: name,
  channel: contactChannelSchema,
  contactPoint: name.exactOptional(),
  at: instantSchema,
});

/** Double opt-in: `DoubleOptInRule`. */
export const doubleOptInRuleSchema = z.strictObject({
  channels: z.array(contactChannelSchema).min(1),
  confirmWithinHours: z.number().positive(),
});

/** What a purpose asks for: `PurposeRule`. */
export const purposeRuleSchema = z.strictObject({
  messageClass,
  coveredBy: z.array(name).exactOptional(),
  bases: z.array(legalBasisKind).exactOptional(),
  doubleOptIn: doubleOptInRuleSchema.exactOptional(),
  lapsesAfterMonths: months.exactOptional(),
});

/** The soft opt-in: `ExistingCustomerPolicy`. */
export const existingCustomerPolicySchema = z.strictObject({
  purposes: z.array(name).min(1),
  channels: z.array(contactChannelSchema).min(1),
  withinMonths: months,
  sameCategory: z.boolean(),
});

/** Who is a minor: `MinorityPolicy`. */
export const minorityPolicySchema = z.strictObject({
  ageOfMajority: z.int().min(1),
  leapDay: z.enum(["feb28", "mar1"]),
  unknownIsMinor: z.boolean(),
});

const stops = z.array(messageClass);

/** What may be sent to whom: `ContactPolicy`. */
export const contactPolicySchema = z.strictObject({
  timeZone: timeZoneSchema,
  purposes: z.record(name, purposeRuleSchema),
  otherwise: purposeRuleSchema,
  suppressions: z.strictObject({
    bounced: stops,
    complained: stops,
    deceased: stops,
    minor: stops,
    "legal-hold": stops,
    "do-not-contact": stops,
  }),
  minority: minorityPolicySchema,
  existingCustomer: existingCustomerPolicySchema.exactOptional(),
});
