import * as z from "zod";
import { instantSchema, moneySchema, plainDateSchema } from "../../shared/schema.js";
import { acrossFields } from "./across-fields.js";
import { contactPointIssues, keyPersonIssues, dayOfMonthIssues } from "./customer-issues.js";
import type { CustomerId } from "./customer.js";
import { purchaseIssues } from "./purchase-issues.js";

const name = z.string().min(1);
const source = { source: name.exactOptional() };

/** Accepts a `CustomerId`: the host's own id, not empty and without blanks at its ends. */
export const customerIdSchema = z.custom<CustomerId>(
  (value) => typeof value === "string" && value !== "" && value.trim() === value,
  "must be a text without blanks at its ends",
);

/** The way a message takes: `ContactChannel`. */
export const contactChannelSchema = z.enum([
  "email",
  "phone",
  "sms",
  "post",
  "messaging",
  "push",
  "visit",
]);

/** A birthday: `PartialDate`. Whether a Chinese month of a year has 30 days, or is a leap month, is not known here. */
export const partialDateSchema = z
  .strictObject({
    calendar: z.enum(["gregorian", "chinese"]),
    month: z.int().min(1).max(12),
    day: z.int().min(1).max(31),
    leapMonth: z.boolean().exactOptional(),
    year: z.int().min(1).max(9999).exactOptional(),
  })
  .check(acrossFields(dayOfMonthIssues));

/** A postal address in parts: `PostalAddress`. */
export const postalAddressSchema = z.strictObject({
  lines: z.array(name).min(1),
  locality: name,
  region: name.exactOptional(),
  postalCode: name.exactOptional(),
  country: z.string().regex(/^[A-Z]{2}$/, "must be the two letters of a country, like CN"),
});

/** Where a customer can be reached: `ContactPoint`. */
export const contactPointSchema = z
  .strictObject({
    id: name,
    channel: contactChannelSchema,
    address: name,
    service: name.exactOptional(),
    postal: postalAddressSchema.exactOptional(),
    validity: z
      .strictObject({
        from: plainDateSchema.exactOptional(),
        through: plainDateSchema.exactOptional(),
        verifiedAt: instantSchema.exactOptional(),
        failedAt: instantSchema.exactOptional(),
      })
      .exactOptional(),
    preferred: z.boolean().exactOptional(),
    ...source,
  })
  .check(acrossFields(contactPointIssues));

/** Who counts in an organisation: `KeyPerson`. */
export const keyPersonSchema = z
  .strictObject({
    id: name,
    name,
    position: name,
    influence: z.array(z.enum(["decides", "recommends", "uses", "blocks"])).min(1),
    standing: z.number().min(-1).max(1).exactOptional(),
    standingAt: instantSchema.exactOptional(),
    contactPoints: z.array(contactPointSchema).exactOptional(),
    birthday: partialDateSchema.exactOptional(),
    from: plainDateSchema.exactOptional(),
    through: plainDateSchema.exactOptional(),
  })
  .check(acrossFields(keyPersonIssues));

/** Something a customer needs: `Need`. */
export const needSchema = z.strictObject({
  topic: name,
  kind: z.enum(["stated", "real", "unstated", "delight", "secret"]),
  depth: z.enum(["need", "want", "demand"]).exactOptional(),
  at: instantSchema.exactOptional(),
  ...source,
});

/** Something bought or given back: `Purchase`. An exchange is two: a return and a purchase. */
export const purchaseSchema = z
  .strictObject({
    id: name,
    customer: customerIdSchema,
    at: instantSchema,
    ...source,
    lines: z
      .array(
        z.strictObject({
          product: name,
          category: name.exactOptional(),
          quantity: z.number(),
          amount: moneySchema,
        }),
      )
      .min(1),
    total: moneySchema,
    channel: name.exactOptional(),
    touchpoint: name.exactOptional(),
    returnOf: name.exactOptional(),
  })
  .check(acrossFields(purchaseIssues));

const amount = z.number().nonnegative();

/** How much each influence counts, and when a standing is stale or bad: `BuyingCentrePolicy`. */
export const buyingCentrePolicySchema = z.strictObject({
  weights: z.strictObject({ decides: amount, recommends: amount, uses: amount, blocks: amount }),
  standingDays: amount,
  badStandingBelow: z.number().min(-1).max(1),
});
