import * as z from "zod";
import { instantSchema } from "../../shared/schema.js";
import { acrossFields } from "../record/across-fields.js";
import { purchaseSchema } from "../record/schema.js";
import { customerSchema } from "../schema.js";
import { profileIssues } from "./profile-issues.js";

const name = z.string().min(1);
const aboveZero = z.number().positive();
const amount = z.number().nonnegative();
const kind = z.enum(["basic", "behaviour", "outcome", "feedback"]);

/** A dated piece of information: `ProfileFact`. */
export const profileFactSchema = z.strictObject({
  item: name,
  at: instantSchema,
  source: name,
  value: z.union([z.string(), z.number(), z.boolean()]).exactOptional(),
  invalid: name.exactOptional(),
});

/** That a customer was asked: `AskedItem`. */
export const askedItemSchema = z.strictObject({
  item: name,
  at: instantSchema,
  outcome: z.enum(["answered", "unanswered", "refused"]),
});

/** Where a field came from: `ProfileOrigin`. Other keys, as those of a merge, are dropped. */
export const profileOriginSchema = z.object({
  field: name,
  index: z.int().nonnegative().exactOptional(),
  source: name,
  at: instantSchema,
});

/** Everything known of one customer: `Profile`. */
export const profileSchema = z
  .strictObject({
    customer: customerSchema,
    origins: z.array(profileOriginSchema).exactOptional(),
    facts: z.array(profileFactSchema).exactOptional(),
    purchases: z.array(purchaseSchema).exactOptional(),
    asked: z.array(askedItemSchema).exactOptional(),
  })
  .check(acrossFields(profileIssues));

/** One piece of information that belongs in a profile: `ProfileItem`. */
export const profileItemSchema = z.strictObject({
  id: name,
  kind,
  question: z.enum([
    "who",
    "willingness-to-pay",
    "products-in-use",
    "features-and-benefits",
    "where-they-buy",
    "why-us",
    "what-when-how",
    "how-much",
  ]),
  weight: aboveZero,
  halfLifeDays: aboveZero.exactOptional(),
  ask: name.exactOptional(),
  of: z.enum(["person", "organisation"]).exactOptional(),
});

/** What belongs in a profile, how it counts and ages: `ProfilePolicy`. */
export const profilePolicySchema = z.strictObject({
  items: z
    .array(profileItemSchema)
    .min(1)
    .refine(
      (items) => new Set(items.map(({ id }) => id)).size === items.length,
      "each item may be given once",
    ),
  kindWeights: z.strictObject({
    basic: amount,
    behaviour: amount,
    outcome: amount,
    feedback: amount,
  }),
  staleBelowShare: z.number().gt(0).max(1),
  undatedShare: z.number().min(0).max(1),
  askAgainDays: amount,
});
