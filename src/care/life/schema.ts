import * as z from "zod";
import { customerIdSchema } from "../../customer/record/schema.js";
import { instantSchema, moneySchema } from "../../shared/schema.js";
import { careActionSchema } from "../plan/schema.js";
import { careFeedbackSchema } from "../review/schema.js";

const name = z.string().min(1);
const amount = moneySchema.refine((money) => money.amount >= 0, {
  path: ["amount"],
  message: "must not be below 0",
});
const parameter = z.union([z.string(), z.number(), z.boolean()]);
const reason = z.strictObject({ code: name, params: z.record(z.string(), parameter) });

/** Who may approve plans of care, and up to which amount: `CareApprovalPolicy`. */
export const careApprovalPolicySchema = z.strictObject({
  approvers: z.array(z.strictObject({ approver: name, upTo: amount.exactOptional() })),
});

/** What a plan of care says in words: `CarePlanBrief`. While it is a draft, texts may be empty. */
export const carePlanBriefSchema = z.strictObject({
  goals: z.array(z.string()),
  keyPersons: z.array(
    z.strictObject({
      person: z.string(),
      role: z.string(),
      customer: customerIdSchema.exactOptional(),
    }),
  ),
  trackedCustomers: z.array(customerIdSchema),
  scope: z.array(z.string()),
  activities: z.array(
    z.strictObject({
      name: z.string(),
      team: z.string(),
      aim: z.string(),
      work: z.array(z.strictObject({ who: z.string(), does: z.string() })),
    }),
  ),
});

const said = { key: name, at: instantSchema, by: name };
const actions = z.array(careActionSchema);
const reasons = z.array(reason).min(1);
const change = z.strictObject({
  add: actions.exactOptional(),
  remove: z.array(name).exactOptional(),
  alter: actions.exactOptional(),
  budget: amount.exactOptional(),
  brief: carePlanBriefSchema.exactOptional(),
});

const approve = { kind: z.literal("approve"), ...said };
const changePlan = { kind: z.literal("change"), ...said, change };
const approveChange = { kind: z.literal("approve-change"), ...said };

/** What commands and events say alike. */
const alike = [
  z.strictObject({
    kind: z.literal("draft"),
    ...said,
    plan: name,
    brief: carePlanBriefSchema,
    actions,
    budget: amount,
  }),
  z.strictObject({
    kind: z.literal("revise"),
    ...said,
    brief: carePlanBriefSchema.exactOptional(),
    actions: actions.exactOptional(),
    budget: amount.exactOptional(),
  }),
  z.strictObject({ kind: z.literal("submit"), ...said }),
  z.strictObject({ kind: z.literal("return"), ...said, why: name }),
  z.strictObject({ kind: z.literal("start"), ...said }),
  z.strictObject({ kind: z.literal("return-change"), ...said, why: name }),
  z.strictObject({ kind: z.literal("action-due"), ...said, action: name }),
  z.strictObject({
    kind: z.literal("action-done"),
    ...said,
    action: name,
    cost: amount.exactOptional(),
  }),
  z.strictObject({ kind: z.literal("block-action"), ...said, action: name, reasons }),
  z.strictObject({ kind: z.literal("expire-action"), ...said, action: name, reasons }),
  z.strictObject({ kind: z.literal("cancel-action"), ...said, action: name, why: name }),
  z.strictObject({
    kind: z.literal("record-feedback"),
    ...said,
    feedback: careFeedbackSchema,
  }),
  z.strictObject({ kind: z.literal("review"), ...said, summary: name }),
  z.strictObject({ kind: z.literal("close"), ...said }),
] as const;

/** Something done with a plan of care: `CarePlanCommand`. */
export const carePlanCommandSchema = z.discriminatedUnion("kind", [
  ...alike,
  z.strictObject(approve),
  z.strictObject(changePlan),
  z.strictObject(approveChange),
]);

/** Something that happened to a plan of care: `CarePlanEvent`. Hosts store these; the state is replayed from them. */
export const carePlanEventSchema = z.discriminatedUnion("kind", [
  ...alike,
  z.strictObject({ ...approve, amount }),
  z.strictObject({ ...changePlan, amount }),
  z.strictObject({ ...approveChange, amount }),
]);
