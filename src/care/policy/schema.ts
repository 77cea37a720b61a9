import * as z from "zod";
import { contactPolicySchema } from "../../customer/consent/schema.js";
import { contactChannelSchema } from "../../customer/record/schema.js";
import { moneySchema, timeZoneSchema } from "../../shared/schema.js";
import { quietHoursSchema } from "../timing/schema.js";
import { CARE_KINDS } from "./care-kind.js";

const name = z.string().min(1);
const days = z.int().min(0).max(36_600);
const count = z.int().nonnegative();
const price = moneySchema.refine(({ amount }) => amount >= 0, "must not be below 0");
const channels = z.array(contactChannelSchema).min(1);

/** What is done for a customer: `CareKind`. */
export const careKindSchema = z.enum(CARE_KINDS);

/** What goes after an action: `CareFollowUp`. */
export const careFollowUpSchema = z.strictObject({
  kind: careKindSchema,
  afterDays: days,
  lastsDays: days.exactOptional(),
  channels,
  cost: price.exactOptional(),
  template: name.exactOptional(),
});

/** What a class of customers gets on which occasions: `CareRule`. */
export const careRuleSchema = z.strictObject({
  id: name,
  classes: z.union([z.literal("any"), z.array(name)]),
  occasions: z.union([z.literal("any"), z.array(name)]),
  kind: careKindSchema,
  content: z.string().exactOptional(),
  form: z.string().exactOptional(),
  channels,
  purpose: name,
  cost: price,
  effect: z.number().nonnegative(),
  template: name.exactOptional(),
  leadDays: days.exactOptional(),
  atMost: z.strictObject({ times: z.int().min(1), per: z.enum(["year", "plan"]) }).exactOptional(),
  segments: z.array(name).exactOptional(),
  team: name.exactOptional(),
  followUp: careFollowUpSchema.exactOptional(),
});

/** How far care of a class of customers may go: `CareLimits`. */
export const careLimitsSchema = z.strictObject({
  gifts: z
    .strictObject({
      perOccasion: price.exactOptional(),
      perDay: price.exactOptional(),
      perYear: price.exactOptional(),
    })
    .exactOptional(),
  contacts: z
    .strictObject({
      perDay: count.exactOptional(),
      perWeek: count.exactOptional(),
      perMonth: count.exactOptional(),
    })
    .exactOptional(),
  spacingDays: days.exactOptional(),
});

/** The firm's rules of care: `CarePolicy`. */
export const carePolicySchema = z.strictObject({
  rules: z
    .array(careRuleSchema)
    .min(1)
    .refine(
      (rules) => new Set(rules.map(({ id }) => id)).size === rules.length,
      "each rule needs an id of its own",
    )
    .refine(
      (rules) =>
        rules.every(
          ({ cost, followUp }) =>
            cost.currency === rules[0]?.cost.currency &&
            (followUp?.cost ?? cost).currency === cost.currency,
        ),
      "all costs must be in one currency",
    ),
  limits: z.record(z.string(), careLimitsSchema),
  otherwise: careLimitsSchema,
  quietHours: quietHoursSchema.exactOptional(),
  dueFrom: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "must be HH:MM, 00:00 to 23:59"),
  timeZone: timeZoneSchema,
  contact: contactPolicySchema.exactOptional(),
});

/** How much a plan may cost: `CareBudget`. */
export const careBudgetSchema = z.strictObject({
  plan: price.exactOptional(),
  perCustomer: price.exactOptional(),
  perClass: z.record(z.string(), price).exactOptional(),
  perTeam: z.record(z.string(), price).exactOptional(),
});

/** How many visits or calls a member of staff can make: `CareCapacity`. */
export const careCapacitySchema = z.strictObject({
  owner: name,
  kind: z.enum(["visit", "call"]),
  perWeek: count,
});
