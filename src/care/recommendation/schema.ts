import * as z from "zod";

const name = z.string().regex(/\S/, "must not be blank");
const share = z.number().min(0).max(1);
const count = z.int().min(1);

/** What one customer has: `OwnershipRow`. */
export const ownershipRowSchema = z.strictObject({
  customer: name,
  groups: z.array(name),
  owned: z.array(name),
  unsuitable: z.array(name).exactOptional(),
});

/** From when on a product is recommended: `RecommendationPolicy`. */
export const recommendationPolicySchema = z.strictObject({
  minimumMembers: count,
  minimumSupport: share,
  minimumConfidence: share,
  minimumLift: z.number().min(1),
  markingLift: z.number().gt(1),
  lackingLift: z.number().min(0).lt(1),
  minimumBaseShare: share,
  level: z.number().gt(0).lt(1),
  perMember: count,
});
