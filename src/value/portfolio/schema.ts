import * as z from "zod";
import { ONE_TO_ONE_CLASSES } from "./one-to-one-class.js";

const name = z.string().regex(/\S/, "must not be blank");
const atLeast0 = z.number().nonnegative();
const aboveZero = z.number().positive();

function namedOnce(all: readonly { readonly name: string }[]): boolean {
  return new Set(all.map((one) => one.name)).size === all.length;
}

/** How customers are sorted into classes: `PortfolioPolicy`. */
export const portfolioPolicySchema = z.strictObject({
  criteria: z
    .array(z.strictObject({ name, weight: atLeast0 }))
    .refine((all) => all.some(({ weight }) => weight > 0), "not all weights may be 0")
    .refine(namedOnce, "each criterion needs a name of its own"),
  scale: z.enum(["mean", "rank"]),
  by: z.enum(["value-share", "rank-share"]),
  classes: z
    .array(z.strictObject({ name, untilShare: z.number().gt(0).max(1) }))
    .min(1)
    .refine(namedOnce, "each class needs a name of its own")
    .refine(
      (all) => all.every((one, i) => i === 0 || one.untilShare > all[i - 1]!.untilShare),
      "the ends of the classes must rise",
    )
    .refine((all) => all.at(-1)?.untilShare === 1, "the last class must end at 1"),
});

/** From when on a value is high: `OneToOnePolicy`. */
export const oneToOnePolicySchema = z.strictObject({
  highValue: aboveZero,
  highPotential: aboveZero,
});

/** What a customer was before: `OneToOneBefore`. */
export const oneToOneBeforeSchema = z.strictObject({
  class: z.enum(ONE_TO_ONE_CLASSES),
  figures: z
    .strictObject({ presentValue: z.number(), potential: atLeast0, costToServe: atLeast0 })
    .exactOptional(),
});

/** From when on customers are many and margins high: `RelationshipBandPolicy`. */
export const relationshipBandPolicySchema = z
  .strictObject({
    mediumCustomers: aboveZero,
    manyCustomers: aboveZero,
    mediumMarginShare: z.number().max(1),
    highMarginShare: z.number().max(1),
  })
  .refine((policy) => policy.mediumCustomers < policy.manyCustomers, {
    path: ["manyCustomers"],
    message: "must be above mediumCustomers",
  })
  .refine((policy) => policy.mediumMarginShare < policy.highMarginShare, {
    path: ["highMarginShare"],
    message: "must be above mediumMarginShare",
  });
