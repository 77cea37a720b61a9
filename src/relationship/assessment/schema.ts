import * as z from "zod";
import {
  consentUseSchema,
  contactPolicySchema,
  legalBasisSchema,
} from "../../customer/consent/schema.js";
import { lifecycleFactsSchema, lifecyclePolicySchema } from "../../customer/life-cycle/schema.js";
import {
  contactChannelSchema,
  customerIdSchema,
  purchaseSchema,
} from "../../customer/record/schema.js";
import { tierStandingSchema } from "../../loyalty/tier/schema.js";
import { instantSchema, plainDateSchema, timeZoneSchema } from "../../shared/schema.js";
import { RELATIONSHIP_ASPECTS } from "./relationship.js";

const name = z.string().min(1);
const share = z.number().min(0).max(1);
const days = z.int().nonnegative();
const count = z.int().min(1);

/** A complaint, settled or not: `RelationshipComplaint`. */
export const relationshipComplaintSchema = z
  .strictObject({
    id: name,
    at: instantSchema,
    subject: name.exactOptional(),
    severity: name.exactOptional(),
    settledAt: instantSchema.exactOptional(),
  })
  .refine(({ at, settledAt }) => settledAt === undefined || settledAt >= at, {
    path: ["settledAt"],
    message: "must not lie before at",
  });

/** Something promised: `RelationshipPromise`. */
export const relationshipPromiseSchema = z
  .strictObject({
    id: name,
    what: name,
    at: instantSchema,
    due: plainDateSchema.exactOptional(),
    keptAt: instantSchema.exactOptional(),
  })
  .refine(({ at, keptAt }) => keptAt === undefined || keptAt >= at, {
    path: ["keptAt"],
    message: "must not lie before at",
  });

/** What a customer was found to be worth: `ValueStanding`. */
export const valueStandingSchema = z.strictObject({
  at: instantSchema,
  class: name.exactOptional(),
  outlook: z
    .strictObject({
      customer: name,
      aliveProbability: share,
      expectedPurchases: z.number().nonnegative(),
      purchaseProbability: share,
      expectedSpend: z.number().exactOptional(),
      lifetimeValue: z.number().exactOptional(),
    })
    .exactOptional(),
});

/** How a member's ledger stood: `MembershipStanding`. Of a whole `LoyaltyView` balance and tier are taken. */
export const membershipStandingSchema = z.strictObject({
  at: instantSchema,
  view: z.object({ balance: z.number(), tier: tierStandingSchema.exactOptional() }),
});

/** Who looks after a customer: `RelationshipAssignment`. */
export const relationshipAssignmentSchema = z.strictObject({
  at: instantSchema,
  owner: name.exactOptional(),
  team: name.exactOptional(),
});

/** The segments a customer is in: `Segmentation`. */
export const segmentationSchema = z.strictObject({ at: instantSchema, segments: z.array(name) });

// What a customer thinks of us: `AttitudeFact`.
const attitudeFact = z.strictObject({
  id: name,
  customer: customerIdSchema,
  at: instantSchema,
  kind: z.enum([
    "believes-better",
    "likes",
    "satisfied",
    "intends-to-rebuy",
    "paid-more",
    "waited",
    "refused-offer",
  ]),
  holds: z.boolean(),
});

const occasionEvent = z.strictObject({
  id: name,
  kind: z.enum([
    "purchase",
    "delivery",
    "service",
    "complaint-resolved",
    "warranty-end",
    "contract-end",
    "activity",
    "life-moment",
    "weather",
  ]),
  date: plainDateSchema,
  about: name.exactOptional(),
});

/** Everything a customer is assessed by, beside the record: `RelationshipFacts`. */
export const relationshipFactsSchema = lifecycleFactsSchema.extend({
  attitudes: z.array(attitudeFact).exactOptional(),
  values: z.array(valueStandingSchema).exactOptional(),
  memberships: z.array(membershipStandingSchema).exactOptional(),
  complaints: z.array(relationshipComplaintSchema).exactOptional(),
  promises: z.array(relationshipPromiseSchema).exactOptional(),
  assignments: z.array(relationshipAssignmentSchema).exactOptional(),
  segmentations: z.array(segmentationSchema).exactOptional(),
  events: z.array(occasionEvent).exactOptional(),
  leapDay: z.enum(["feb28", "mar1"]).exactOptional(),
  lunarSkip: z.enum(["omit", "backward", "forward"]).exactOptional(),
  contactFacts: z
    .strictObject({
      bases: z.array(legalBasisSchema).exactOptional(),
      purchases: z.array(purchaseSchema).exactOptional(),
      uses: z.array(consentUseSchema).exactOptional(),
      aliases: z.array(customerIdSchema).exactOptional(),
    })
    .exactOptional(),
});

/** From when on satisfaction rises or falls: `SatisfactionTrendPolicy`. */
export const satisfactionTrendPolicySchema = z
  .strictObject({
    withinDays: count,
    minimumSignals: z.int().min(2),
    latestSignals: z.int().min(2),
    minimumShare: z.number().gt(0).max(1),
  })
  .refine(({ minimumSignals, latestSignals }) => latestSignals >= minimumSignals, {
    path: ["latestSignals"],
    message: "must not lie below minimumSignals",
  });

const band = z.enum(["low", "medium", "high"]);

/** How the risk of leaving is read: `LeavingRiskPolicy`. */
export const leavingRiskPolicySchema = z
  .strictObject({
    bands: z.strictObject({
      left: band,
      leaving: band,
      "hardly-alive": band,
      "perhaps-alive": band,
      dissatisfied: band,
      "satisfaction-falling": band,
      "complaint-open": band,
      "promise-overdue": band,
    }),
    hardlyAliveShare: share,
    perhapsAliveShare: share,
    sourcesForHigh: z.int().min(2),
  })
  .refine(({ hardlyAliveShare, perhapsAliveShare }) => hardlyAliveShare <= perhapsAliveShare, {
    path: ["hardlyAliveShare"],
    message: "must not exceed perhapsAliveShare",
  });

/** By which rules a relationship is assessed: `AssessmentPolicies`. */
export const assessmentPoliciesSchema = z.strictObject({
  zone: timeZoneSchema,
  lifecycle: lifecyclePolicySchema.exactOptional(),
  attachment: z
    .strictObject({ repurchases: count, satisfactions: z.int().min(2), obstacles: count })
    .exactOptional(),
  contact: contactPolicySchema.exactOptional(),
  trend: satisfactionTrendPolicySchema,
  leaving: leavingRiskPolicySchema,
  consents: z.array(z.strictObject({ purpose: name, channel: contactChannelSchema })),
  occasionDays: days,
  freshDays: z.partialRecord(z.enum(RELATIONSHIP_ASPECTS), days),
});
