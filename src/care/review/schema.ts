import * as z from "zod";
import { customerIdSchema } from "../../customer/record/schema.js";
import { moneySchema } from "../../shared/schema.js";
import { CARE_KINDS } from "../policy/care-kind.js";

const name = z.string().min(1);
const kind = z.enum(CARE_KINDS);
const share = z.number().gt(0).lt(1);

const cameBack = {
  responded: z.boolean().exactOptional(),
  satisfaction: z.number().exactOptional(),
  value: moneySchema.exactOptional(),
};

/** Who is held out of a campaign: `ControlGroup`. */
export const controlGroupSchema = z.strictObject({
  campaign: z.string().regex(/\S/, "must not be blank"),
  share: z.number().min(0).lt(1),
  salt: z.string().exactOptional(),
});

/** What came back from one action: `CareFeedback`. */
export const careFeedbackSchema = z.strictObject({
  action: name,
  ...cameBack,
  cost: moneySchema.exactOptional(),
  story: z.string().exactOptional(),
  reason: z
    .strictObject({
      code: name,
      params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    })
    .exactOptional(),
});

/** What a customer of the control group did: `ControlFeedback`. */
export const controlFeedbackSchema = z.strictObject({
  customer: customerIdSchema,
  valueClass: name.exactOptional(),
  occasion: name,
  rule: name.exactOptional(),
  kind: kind.exactOptional(),
  ...cameBack,
});

/** What became of the care of one customer: `CareOutcome`. */
export const careOutcomeSchema = z.strictObject({
  customer: customerIdSchema,
  group: z.enum(["treated", "control"]),
  valueClass: name.exactOptional(),
  items: z.array(
    z.strictObject({
      occasion: name,
      rule: name.exactOptional(),
      kind: kind.exactOptional(),
      state: z.enum(["planned", "due", "done", "blocked", "expired", "cancelled"]).exactOptional(),
      stoppedBy: name.exactOptional(),
      transactional: z.boolean().exactOptional(),
      ...cameBack,
      cost: moneySchema.exactOptional(),
      hasStory: z.boolean().exactOptional(),
    }),
  ),
});

/** What counts as enough to judge care by: `ReviewPolicy`. */
export const reviewPolicySchema = z.strictObject({
  level: share,
  minimumCustomers: z.int().min(1),
  leastDifference: share,
  power: z.number().gt(0.5).lt(1),
  stoppedShare: z.number().gt(0).max(1),
  normalResponse: z
    .strictObject({ lower: z.number().min(0), upper: z.number().max(1) })
    .refine(({ lower, upper }) => lower <= upper, {
      path: ["upper"],
      message: "must not be below the lower",
    }),
});
