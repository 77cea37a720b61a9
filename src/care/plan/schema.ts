import * as z from "zod";
import { contactChannelSchema, customerIdSchema } from "../../customer/record/schema.js";
import { instantSchema, moneySchema, plainDateSchema } from "../../shared/schema.js";
import { careKindSchema } from "../policy/schema.js";

const name = z.string().min(1);
const reason = z.strictObject({
  code: name,
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});

/** Care a customer has already been given: `PastCare`. */
export const pastCareSchema = z.strictObject({
  at: instantSchema,
  kind: careKindSchema,
  channel: contactChannelSchema,
  cost: moneySchema.exactOptional(),
  occasionKeys: z.array(name).exactOptional(),
  rule: name.exactOptional(),
  transactional: z.boolean().exactOptional(),
});

/** Something to be done for one customer: `CareAction`. */
export const careActionSchema = z
  .strictObject({
    id: name,
    customer: customerIdSchema,
    occasion: name,
    occasionKeys: z.array(name).min(1),
    rule: name,
    kind: careKindSchema,
    channel: contactChannelSchema,
    contactPoint: name,
    purpose: name,
    content: z.string().exactOptional(),
    form: z.string().exactOptional(),
    valueClass: name.exactOptional(),
    owner: name.exactOptional(),
    team: name.exactOptional(),
    due: plainDateSchema,
    at: instantSchema,
    notAfter: instantSchema,
    cost: moneySchema.refine(({ amount }) => amount >= 0, "must not be below 0"),
    effect: z.number().nonnegative(),
    cheerful: z.boolean(),
    transactional: z.boolean().exactOptional(),
    template: name.exactOptional(),
    provisional: z.boolean().exactOptional(),
    follows: name.exactOptional(),
    why: z.array(reason),
    state: z.enum(["planned", "due", "done", "blocked", "expired", "cancelled"]),
  })
  .refine(({ at, notAfter }) => at < notAfter, {
    path: ["notAfter"],
    message: "must be later than at",
  });
