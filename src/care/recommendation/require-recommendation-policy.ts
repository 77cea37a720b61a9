// The numbers of a policy. Internal: not part of the package's surface.

import type { RecommendationPolicy } from "./recommendation-policy.js";

/** Throws unless every number of a policy is in its range. */
export function requireRecommendationPolicy(policy: RecommendationPolicy): void {
  const { minimumSupport, minimumConfidence, minimumBaseShare, ...rest } = policy;
  const { minimumMembers, minimumLift, markingLift, lackingLift, level, perMember } = rest;
  for (const [name, share] of Object.entries({
    minimumSupport,
    minimumConfidence,
    minimumBaseShare,
  })) {
    requireThat(share >= 0 && share <= 1, { name, must: "lie between 0 and 1", got: share });
  }
  for (const [name, count] of Object.entries({ minimumMembers, perMember })) {
    const isCount = Number.isSafeInteger(count) && count >= 1;
    requireThat(isCount, { name, must: "be a whole number of at least 1", got: count });
  }
  const isLift = Number.isFinite(minimumLift) && minimumLift >= 1;
  requireThat(isLift, { name: "minimumLift", must: "be at least 1", got: minimumLift });
  const isMark = Number.isFinite(markingLift) && markingLift > 1;
  requireThat(isMark, { name: "markingLift", must: "be above 1", got: markingLift });
  const isLack = lackingLift >= 0 && lackingLift < 1;
  requireThat(isLack, { name: "lackingLift", must: "lie from 0 to below 1", got: lackingLift });
  const isLevel = level > 0 && level < 1;
  requireThat(isLevel, { name: "level", must: "lie above 0 and below 1", got: level });
}

function requireThat(
  holds: boolean,
  { name, must, got }: { readonly name: string; readonly must: string; readonly got: number },
): void {
  if (holds) return;
  throw new RangeError(`Cannot recommend to groups: ${name} must ${must}, got ${String(got)}`);
}
