import * as z from "zod";
import { SERVICE_KEYS } from "./six-keys.js";

const name = z.string().min(1);

function hasOwnIds(rows: readonly { readonly id: string }[]): boolean {
  return new Set(rows.map(({ id }) => id)).size === rows.length;
}

/** One thing a department is measured by: `ScorecardMeasure`. */
export const scorecardMeasureSchema = z
  .strictObject({
    id: name,
    name,
    side: z.enum(["internal", "external"]),
    about: z.enum(["efficiency", "satisfaction"]),
    weight: z.number().positive(),
    better: z.enum(["higher", "lower"]),
    target: z.number(),
    worst: z.number(),
    unit: name.exactOptional(),
  })
  .refine(
    ({ better, target, worst }) => (better === "higher" ? worst < target : worst > target),
    "the worst value must be on the worse side of the target",
  );

/** What a department is measured by: `DepartmentScorecard`. */
export const departmentScorecardSchema = z.strictObject({
  department: name,
  customerFacing: z.boolean(),
  measures: z
    .array(scorecardMeasureSchema)
    .min(1)
    .refine(hasOwnIds, "each measure needs an id of its own"),
});

/** The values of a period and of the one before: `DepartmentValues`. */
export const departmentValuesSchema = z.strictObject({
  values: z.record(z.string(), z.number()),
  previous: z.record(z.string(), z.number()).exactOptional(),
});

/** An element a standard of service must have: `StandardElement`. */
export const standardElementSchema = z.strictObject({
  id: name,
  question: name,
  measurable: z.boolean(),
});

/** A promise of how a service is done: `ServiceStandard`. */
export const serviceStandardSchema = z.strictObject({
  id: name,
  elements: z.record(
    z.string(),
    z.strictObject({
      text: z.string().exactOptional(),
      quantity: z.number().exactOptional(),
      unit: z.string().exactOptional(),
    }),
  ),
});

/** A statement of the six keys: `KeyStatement`. */
export const keyStatementSchema = z.strictObject({
  id: name,
  key: z.enum(SERVICE_KEYS),
  text: name,
});

/** The answers of one rater: `KeyAnswers`. */
export const keyAnswersSchema = z.strictObject({
  rater: name,
  answers: z.record(z.string(), z.int().min(1).max(5)),
});
