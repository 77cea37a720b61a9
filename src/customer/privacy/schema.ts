import * as z from "zod";
import { instantSchema, timeZoneSchema } from "../../shared/schema.js";
import { contactChannelSchema } from "../record/schema.js";

const name = z.string().min(1);
const years = z.int().nonnegative();

/** What outlives an erasure: `RetentionPolicy`. */
export const retentionPolicySchema = z.strictObject({
  timeZone: timeZoneSchema,
  purchaseYears: years,
  consentProofYears: years,
  suppressAddresses: z.enum(["all", "suppressed"]),
});

/** A field that outlives an erasure: `KeptField`. */
export const keptFieldSchema = z.strictObject({
  field: z.enum(["language", "timeZone", "since"]),
  why: name,
});

/** An entry of the suppression list: `SuppressedAddress`. */
export const suppressedAddressSchema = z
  .strictObject({
    hash: name,
    kind: z.enum(["bounced", "complained", "deceased", "minor", "legal-hold", "do-not-contact"]),
    channel: contactChannelSchema.exactOptional(),
    at: instantSchema,
    until: instantSchema.exactOptional(),
  })
  .refine(({ at, until }) => until === undefined || until > at, {
    path: ["until"],
    message: "must lie after at",
  });

/** What the firm does with the data: `ProcessingNotice`. */
export const processingNoticeSchema = z.strictObject({
  purpose: name,
  basis: name,
  recipients: z.array(name).exactOptional(),
  retention: name.exactOptional(),
});
