import * as z from "zod";
import { customerIdSchema } from "../customer/schema.js";
import { instantSchema, moneySchema } from "../shared/schema.js";
import { EXIT_STATE, START_STATE } from "./path/transition.js";

// interaction

const text = z.string().min(1);
const feeling = z.number().min(-1).max(1);
/** A touchpoint or an outcome: what may stand beside the two ends of every table of transitions. */
const state = text.refine(
  (name) => name !== START_STATE && name !== EXIT_STATE,
  `must not be ${START_STATE} or ${EXIT_STATE}, which stand for the two ends of a journey`,
);

/** A fact of a log: `Interaction`. What it says of other rows and of its customer is checked by `siftInteractions`. */
export const interactionSchema = z.strictObject({
  id: text,
  customer: customerIdSchema,
  at: instantSchema,
  source: text.exactOptional(),
  touchpoint: state,
  channel: text,
  direction: z.enum(["inbound", "outbound"]),
  kind: text,
  outcome: state.exactOptional(),
  feeling: feeling.exactOptional(),
  topic: text.exactOptional(),
  cost: moneySchema.exactOptional(),
});

/** What becomes of interactions that name a touchpoint the catalogue lacks: `InteractionPolicy`. */
export const interactionPolicySchema = z.strictObject({
  unknownTouchpoint: z.enum(["reject", "keep"]),
});

// journey

const stage = z.enum(["before", "during", "after"]);
const wording = {
  stage: stage.exactOptional(),
  action: text.exactOptional(),
  question: text.exactOptional(),
  obstacle: text.exactOptional(),
};

/** A step a customer took: `JourneyStep`. */
export const journeyStepSchema = z.strictObject({
  touchpoint: state,
  at: instantSchema,
  ...wording,
  emotion: feeling.exactOptional(),
  outcome: state.exactOptional(),
  interaction: text.exactOptional(),
});

/** A journey that a customer took: `Journey`. Whether its times are in order is checked by `siftJourneys`. */
export const journeySchema = z.strictObject({
  customer: customerIdSchema,
  steps: z.array(journeyStepSchema).min(1),
  outcome: state.exactOptional(),
  open: z.boolean().exactOptional(),
});

/** A step the firm has planned: `PlannedStep`. */
export const plannedStepSchema = z.strictObject({
  touchpoint: state,
  ...wording,
  emotion: feeling.exactOptional(),
  optional: z.boolean().exactOptional(),
  repeatable: z.boolean().exactOptional(),
});

/** A journey as planned: `PlannedJourney`. */
export const plannedJourneySchema = z.strictObject({
  name: text,
  steps: z.array(plannedStepSchema).min(1),
});

/** When a journey ends: `SessionPolicy`. */
export const sessionPolicySchema = z.strictObject({
  gapMinutes: z.number().positive(),
  endAtOutcome: z.boolean(),
});

/** What steps are called: `StepRule`. */
export const stepRuleSchema = z.strictObject({
  when: z.strictObject({
    touchpoint: text.exactOptional(),
    channel: text.exactOptional(),
    direction: z.enum(["inbound", "outbound"]).exactOptional(),
    kind: text.exactOptional(),
    topic: text.exactOptional(),
    outcome: text.exactOptional(),
  }),
  ...wording,
});

// moment

/** A score and when it was given: `TimedScore`. */
export const timedScoreSchema = z.strictObject({ score: z.number(), at: instantSchema });

/** What counts as enough to rank moments of truth: `MomentPolicy`. */
export const momentPolicySchema = z.strictObject({
  level: z.number().gt(0).lt(1),
  minimumJourneys: z.int().nonnegative(),
  minimumFeelings: z.int().nonnegative(),
});

// catalogue
export * from "./catalogue/schema.js";

// consistency
export * from "./consistency/schema.js";

// blueprint
export * from "./blueprint/schema.js";

// path

/** When a journey has reached a stage of a funnel: `FunnelRule`. */
export const funnelRuleSchema = z
  .strictObject({
    stage: text,
    touchpoints: z.array(text).exactOptional(),
    stages: z.array(stage).exactOptional(),
    outcomes: z.array(text).exactOptional(),
  })
  .refine(
    ({ touchpoints = [], stages = [], outcomes = [] }) =>
      touchpoints.length + stages.length + outcomes.length > 0,
    "must name a touchpoint, a stage or an outcome by which it is reached",
  );

/** How many reached a stage: `StageCount`. */
export const stageCountSchema = z.strictObject({ stage: text, count: z.int().nonnegative() });

// attribution

const attributionCounts = {
  conversions: z.number(),
  nulls: z.number(),
  value: z.number().exactOptional(),
  daysBefore: z.array(z.number()).exactOptional(),
};

/** A path with what it led to: `AttributionPath`. Whether its numbers hold is checked by `siftAttributionPaths`. */
export const attributionPathSchema = z.strictObject({
  steps: z.array(z.string()),
  ...attributionCounts,
});

/** A path as one text: `AttributionText`. Whether its numbers hold is checked by `siftAttributionPaths`. */
export const attributionTextSchema = z.strictObject({ path: z.string(), ...attributionCounts });

/** What the models take for granted: `AttributionPolicy`. */
export const attributionPolicySchema = z
  .strictObject({
    directTouchpoints: z.array(text),
    firstShare: z.number().min(0).max(1),
    lastShare: z.number().min(0).max(1),
    halfLifeDays: z.number().positive(),
    halfLifeSteps: z.number().positive(),
    markovOrder: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  })
  .refine(
    ({ firstShare, lastShare }) => firstShare + lastShare > 0 && firstShare + lastShare <= 1,
    "firstShare and lastShare must add up to more than 0 and at most 1",
  );
