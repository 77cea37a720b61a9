import * as z from "zod";
import { instantSchema, plainDateSchema, timeZoneSchema } from "../shared/schema.js";
import { acrossFields } from "./record/across-fields.js";
import type { CustomerId } from "./record/customer.js";
import { customerIssues } from "./record/customer-issues.js";
import { isLanguageTag } from "./record/language-tag.js";
import { customerIdentifierSchema, recordReferenceSchema } from "./merging/schema.js";
import {
  contactChannelSchema,
  contactPointSchema,
  customerIdSchema,
  keyPersonSchema,
  needSchema,
  partialDateSchema,
} from "./record/schema.js";

const name = z.string().min(1);
const source = { source: name.exactOptional() };
const channel = contactChannelSchema;

// record
export * from "./record/schema.js";

// profile

// consent
export * from "./consent/schema.js";

/** What a customer said to a purpose on a channel: `Consent`. */
export const consentSchema = z
  .strictObject({
    purpose: name,
    channel,
    contactPoint: name.exactOptional(),
    state: z.enum(["granted", "withdrawn", "pending"]),
    at: instantSchema,
    evidence: name,
    ...source,
    expires: instantSchema.exactOptional(),
    recordedAt: instantSchema.exactOptional(),
  })
  .refine(({ at, expires }) => expires === undefined || expires > at, {
    path: ["expires"],
    message: "must lie after at",
  });

/** What forbids contact: `Suppression`. */
export const suppressionSchema = z
  .strictObject({
    kind: z.enum(["bounced", "complained", "deceased", "minor", "legal-hold", "do-not-contact"]),
    at: instantSchema,
    until: instantSchema.exactOptional(),
    channel: channel.exactOptional(),
    contactPoint: name.exactOptional(),
    ...source,
    evidence: name.exactOptional(),
    recordedAt: instantSchema.exactOptional(),
  })
  .refine(({ at, until }) => until === undefined || until > at, {
    path: ["until"],
    message: "must lie after at",
  });

/** A person or an organisation that bought, is buying, or may buy: `Customer`. */
export const customerSchema = z
  .strictObject({
    id: customerIdSchema,
    kind: z.enum(["person", "organisation"]),
    name,
    givenName: name.exactOptional(),
    familyName: name.exactOptional(),
    birthday: partialDateSchema.exactOptional(),
    language: z
      .string()
      .refine(isLanguageTag, "must be a language tag of BCP 47, like zh-CN")
      .exactOptional(),
    timeZone: timeZoneSchema.exactOptional(),
    contactPoints: z.array(contactPointSchema),
    consents: z.array(consentSchema),
    suppressions: z.array(suppressionSchema).exactOptional(),
    owner: name.exactOptional(),
    keyPersons: z.array(keyPersonSchema).exactOptional(),
    needs: z.array(needSchema).exactOptional(),
    since: plainDateSchema.exactOptional(),
  })
  .check(acrossFields(customerIssues));

// merging
export * from "./merging/schema.js";

const known = customerSchema.shape;
const customerFields = z.strictObject({
  kind: known.kind.exactOptional(),
  name: name.exactOptional(),
  givenName: known.givenName,
  familyName: known.familyName,
  birthday: known.birthday,
  language: known.language,
  timeZone: known.timeZone,
  contactPoints: known.contactPoints.exactOptional(),
  consents: known.consents.exactOptional(),
  suppressions: known.suppressions,
  owner: known.owner,
  keyPersons: known.keyPersons,
  needs: known.needs,
  since: known.since,
});
/** Stands in for what a source need not know, where only the lists are checked against each other. */
const nobody = {
  id: "?" as CustomerId,
  kind: "person",
  name: "?",
  contactPoints: [],
  consents: [],
} as const;
const fieldTimes = z.strictObject({
  kind: instantSchema.exactOptional(),
  name: instantSchema.exactOptional(),
  givenName: instantSchema.exactOptional(),
  familyName: instantSchema.exactOptional(),
  birthday: instantSchema.exactOptional(),
  language: instantSchema.exactOptional(),
  timeZone: instantSchema.exactOptional(),
  contactPoints: instantSchema.exactOptional(),
  consents: instantSchema.exactOptional(),
  suppressions: instantSchema.exactOptional(),
  owner: instantSchema.exactOptional(),
  keyPersons: instantSchema.exactOptional(),
  needs: instantSchema.exactOptional(),
  since: instantSchema.exactOptional(),
});

/** What one source knows of one customer: `CustomerRecord`; its lists may name only contact points it has. */
export const customerRecordSchema = z.strictObject({
  ...recordReferenceSchema.shape,
  at: instantSchema,
  fields: customerFields.check(acrossFields((fields) => customerIssues({ ...nobody, ...fields }))),
  fieldTimes: fieldTimes.exactOptional(),
  identifiers: z.array(customerIdentifierSchema).exactOptional(),
  customer: customerIdSchema.exactOptional(),
});

// matching
export * from "./matching/schema.js";

// privacy
export * from "./privacy/schema.js";

// life cycle
export * from "./life-cycle/schema.js";
