import * as z from "zod";
import { customerIdSchema } from "../../customer/record/schema.js";
import { instantSchema } from "../../shared/schema.js";

const name = z.string().min(1);
const share = z.number().min(0).max(1);
const count = z.int().nonnegative();

/** A contact that may be looked at: `QualityContact`. */
export const qualityContactSchema = z.strictObject({
  id: name,
  agent: name,
  customer: customerIdSchema,
  channel: name,
  outcome: name,
  at: instantSchema,
  seconds: z.number().nonnegative().exactOptional(),
  permitted: z.boolean().exactOptional(),
});

/** How contacts are sampled: `QualitySamplePolicy`. */
export const qualitySamplePolicySchema = z.strictObject({
  customers: z.int().min(1).max(1_000_000),
  substitutes: count.max(1_000_000),
  leastSeconds: z.number().nonnegative(),
  monthParts: z.int().min(1).max(28),
  dayPartsFrom: z
    .array(z.int().min(0).max(23))
    .min(1)
    .refine(
      (hours) => hours.every((hour, i) => (i === 0 ? hour === 0 : hour > hours[i - 1]!)),
      "must rise, from 0",
    ),
});

/** The form by which contacts are judged: `QualityForm`. */
export const qualityFormSchema = z.strictObject({
  id: name,
  criteria: z
    .array(
      z.strictObject({
        id: name,
        text: name,
        weight: z.number().positive(),
        points: z.number().positive(),
        critical: z.boolean().exactOptional(),
      }),
    )
    .min(1)
    .refine(
      (criteria) => new Set(criteria.map(({ id }) => id)).size === criteria.length,
      "each criterion needs an id of its own",
    ),
  passShare: share,
});

/** A judge's answers on one contact: `QualityEvaluation`. */
export const qualityEvaluationSchema = z.strictObject({
  contact: name,
  agent: name,
  answers: z.record(z.string(), z.union([z.number().nonnegative(), z.literal("not-applicable")])),
});

/** How many of an agent's judged contacts passed: `AgentTally`. */
export const agentTallySchema = z
  .strictObject({ agent: name, n: count.max(1_000_000), passed: count })
  .refine(({ n, passed }) => passed <= n, "passed must not exceed n");
