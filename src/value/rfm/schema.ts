import * as z from "zod";
import type { SegmentDefinition } from "./segment-definition.js";

const name = z.string().regex(/\S/, "must not be blank");

const scoreRange = z
  .strictObject({ from: z.int().min(1), to: z.int().min(1) })
  .refine(({ from, to }) => from <= to, { path: ["to"], message: "must not be below from" });

/** One segment by its scores: `SegmentDefinition`. */
export const segmentDefinitionSchema = z.strictObject({
  name,
  recency: scoreRange,
  frequency: scoreRange,
  monetary: scoreRange,
});

/** A whole set of segments, each name once: a list of `SegmentDefinition`. */
export const segmentDefinitionsSchema: z.ZodType<readonly SegmentDefinition[]> = z
  .array(segmentDefinitionSchema)
  .refine((all) => new Set(all.map((one) => one.name)).size === all.length, {
    message: "each segment needs a name of its own",
  });
