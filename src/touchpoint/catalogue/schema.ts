import * as z from "zod";
import { customerIdSchema, needSchema } from "../../customer/schema.js";
import { instantSchema, moneySchema, timeZoneSchema } from "../../shared/schema.js";

const text = z.string().min(1);
const texts = z.array(text);
const stage = z.enum(["before", "during", "after"]);
const intent = z.enum(["roaming", "searching", "buying", "seeking-recognition"]);
const portion = z.number().min(0).max(1);
const clock = z
  .string()
  .regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, "must be HH:MM from 00:00 to 24:00");

/** A stretch of the clock on some days of every week: `WeeklyWindow`. */
export const weeklyWindowSchema = z.strictObject({
  days: z.array(z.literal([1, 2, 3, 4, 5, 6, 7])),
  from: clock.refine((from) => from !== "24:00", "must lie before 24:00"),
  until: clock,
});

/** When a touchpoint can be used: `OpeningHours`. */
export const openingHoursSchema = z.strictObject({
  zone: timeZoneSchema,
  windows: z.array(weeklyWindowSchema),
});

/** A touchpoint: `Touchpoint`. Whether its id is taken is checked by `siftTouchpoints`. */
export const touchpointSchema = z.strictObject({
  id: text,
  name: text,
  control: z.enum(["owned", "partner", "earned"]),
  nature: z.enum(["human", "digital", "physical"]),
  stages: z.array(stage).min(1),
  channels: texts.min(1),
  owner: text.exactOptional(),
  senses: z.array(z.enum(["sight", "hearing", "smell", "taste", "touch"])).exactOptional(),
  realm: z
    .enum(["entertainment", "education", "aesthetic", "escapist", "self-fulfilment", "belonging"])
    .exactOptional(),
  visibility: z.enum(["frontstage", "backstage"]),
  hours: openingHoursSchema.exactOptional(),
  languages: texts.exactOptional(),
  topics: texts.exactOptional(),
});

/** What the coverage of the stages must hold: `StageCoveragePolicy`. */
export const stageCoveragePolicySchema = z.strictObject({ humanStages: z.array(stage) });

/** How the intent of a visit is told: `VisitorIntentPolicy`. */
export const visitorIntentPolicySchema = z.strictObject({
  rules: z.array(z.strictObject({ intent, kinds: texts, minimum: z.int().min(1) })),
  otherwise: intent,
});

/** Something to offer: `Offer`. */
export const offerSchema = z
  .strictObject({
    id: text,
    topics: texts.min(1),
    stages: z.array(stage).exactOptional(),
    price: moneySchema.exactOptional(),
    channels: texts.exactOptional(),
    audiences: texts.exactOptional(),
    languages: texts.exactOptional(),
    tones: texts.exactOptional(),
    from: instantSchema.exactOptional(),
    until: instantSchema.exactOptional(),
  })
  .refine(({ from, until }) => from === undefined || until === undefined || from < until, {
    path: ["until"],
    message: "must lie after from",
  });

/** Whether the firm may contact a customer on a channel: `OfferPermission`. */
export const offerPermissionSchema = z.strictObject({
  channel: text,
  allowed: z.boolean(),
  reasons: z
    .array(
      z.strictObject({
        code: text,
        params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
      }),
    )
    .exactOptional(),
});

/** The customer an offer is held against: `OfferCustomer`. */
export const offerCustomerSchema = z.strictObject({
  id: customerIdSchema,
  needs: z.array(needSchema).exactOptional(),
  stage: stage.exactOptional(),
  audiences: texts.exactOptional(),
  language: text.exactOptional(),
  means: moneySchema.exactOptional(),
  intent: intent.exactOptional(),
  tones: texts.exactOptional(),
  permissions: z.array(offerPermissionSchema).exactOptional(),
});

/** In which way an offer is made: `OfferWay`. */
export const offerWaySchema = z.strictObject({
  channel: text,
  direction: z.enum(["inbound", "outbound"]),
  at: instantSchema.exactOptional(),
  language: text.exactOptional(),
  tone: text.exactOptional(),
});

/** An offer that could be made: `OfferCandidate`. */
export const offerCandidateSchema = z.strictObject({
  offer: offerSchema,
  customer: offerCustomerSchema,
  place: touchpointSchema,
  way: offerWaySchema,
});

/** When an expectation of the modern customer is missed: `ModernExpectationsPolicy`. */
export const modernExpectationsPolicySchema = z.strictObject({
  repeatDays: z.number().positive(),
  unsettledOutcomes: texts,
  openShare: portion,
  outsideHoursShare: portion,
  repeatedShare: portion,
  settledShare: portion,
  level: z.number().gt(0).lt(1),
  examples: z.int().nonnegative(),
});
