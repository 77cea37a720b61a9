// Kinds of points that nothing issues or nothing takes. Internal: not part of the package's surface.

import type { PointKind } from "../programme/point-kind.js";
import type { LoyaltyProgramme } from "../programme/programme.js";
import type { TierQualification } from "../programme/tier-policy.js";
import { baseRulesOf } from "./most-earned.js";
import type { ProgrammeFinding } from "./programme-finding.js";

/** Kinds nobody can come by but by hand, and kinds that are good for nothing. */
export function kindFindings(programme: LoyaltyProgramme): ProgrammeFinding[] {
  return programme.kinds.flatMap((kind, index): ProgrammeFinding[] => {
    const shared = {
      severity: "warning",
      where: `kinds[${String(index)}]`,
      params: { kind: kind.id },
    } as const;
    const findings: ProgrammeFinding[] = [];
    if (!isIssued(kind.id, programme)) findings.push({ code: "kind-never-issued", ...shared });
    if (kind.purpose === "qualifying") {
      if (!counts(kind, programme)) findings.push({ code: "kind-never-counts", ...shared });
    } else if (!isSpent(kind, programme)) findings.push({ code: "kind-never-spent", ...shared });
    return findings;
  });
}

/** Whether a rule, a recommendation or a partner gives points of a kind. */
export function isIssued(kind: string, programme: LoyaltyProgramme): boolean {
  return baseRulesOf(programme, kind).length > 0 || isIssuedBesideRules(kind, programme);
}

/** Whether a recommendation or a partner does, which no cap of the earning policy holds back. */
export function isIssuedBesideRules(
  kind: string,
  { referral, partners = [] }: LoyaltyProgramme,
): boolean {
  return referral?.kind === kind || partners.some(({ issues }) => issues.includes(kind));
}

/** A kind that can be spent may count towards a tier besides; that alone is use enough. */
function isSpent(kind: PointKind, programme: LoyaltyProgramme): boolean {
  const { redemption, rewards = [], partners = [] } = programme;
  const buys = redemption?.payment !== undefined || rewards.length > 0;
  return (
    (redemption?.kinds.includes(kind.id) === true && buys) ||
    partners.some(({ accepts }) => accepts.includes(kind.id)) ||
    counts(kind, programme)
  );
}

function counts({ id }: PointKind, { tiers }: LoyaltyProgramme): boolean {
  if (tiers?.qualifyingKind !== id) return false;
  return tiers.tiers.some(({ reach, keep }) => asksForPoints(reach) || asksForPoints(keep));
}

function asksForPoints(asked: TierQualification | undefined): boolean {
  if (asked === undefined) return false;
  const requirements = "all" in asked ? asked.all : asked.any;
  return requirements.some(({ metric }) => metric === "points");
}
