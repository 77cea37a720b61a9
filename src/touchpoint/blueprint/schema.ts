import * as z from "zod";

const text = z.string().min(1);
const texts = z.array(text);
const stage = z.enum(["before", "during", "after"]);
const element = {
  id: text,
  name: text,
  owner: text.exactOptional(),
  restsOn: texts.exactOptional(),
};

/** What the customer sees: `FrontstageElement`. */
export const frontstageElementSchema = z.strictObject({
  ...element,
  kind: z.enum(["people", "setting", "system"]),
});

/** What carries it: `BackstageElement`. */
export const backstageElementSchema = z.strictObject({
  ...element,
  kind: z.enum(["technology", "management", "support"]),
});

/** One step of a service: `BlueprintStep`. */
export const blueprintStepSchema = z.strictObject({
  id: text,
  customerAction: text,
  touchpoint: text.exactOptional(),
  stage: stage.exactOptional(),
  frontstage: z.array(frontstageElementSchema),
  backstage: z.array(backstageElementSchema),
  targetMinutes: z.number().nonnegative().exactOptional(),
  promisedMinutes: z.number().nonnegative().exactOptional(),
  evidence: texts.exactOptional(),
  failPoints: texts.exactOptional(),
  recoveries: z.array(z.strictObject({ failPoint: text, action: text })).exactOptional(),
});

/** A service as it is performed: `ServiceBlueprint`. What is wrong with it is said by `auditBlueprint`. */
export const serviceBlueprintSchema = z.strictObject({
  name: text,
  steps: z.array(blueprintStepSchema).min(1),
  support: z.array(backstageElementSchema).exactOptional(),
});

/** What a blueprint must hold: `BlueprintPolicy`. */
export const blueprintPolicySchema = z.strictObject({
  maximumStepsPerElement: z.int().positive(),
  requiredStages: z.array(stage),
});
