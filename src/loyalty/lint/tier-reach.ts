// Which tiers can be reached, and which can be told apart. Internal: not part of the package's surface.

import type { LoyaltyProgramme } from "../programme/programme.js";
import type { TierPolicy, TierQualification, TierRequirement } from "../programme/tier-policy.js";
import { mostEarned } from "./most-earned.js";
import type { ProgrammeFinding } from "./programme-finding.js";

/** Tiers whose qualifying points nobody can come by; by hand or invitation they can still be given. */
export function unreachableTiers(programme: LoyaltyProgramme): readonly string[] {
  const { tiers: policy } = programme;
  if (policy?.qualifyingKind === undefined) return [];
  const most = mostQualifying(programme, policy, policy.qualifyingKind);
  const isReachable = ({ metric, atLeast }: TierRequirement): boolean =>
    metric !== "points" || atLeast <= most;
  return policy.tiers.flatMap(({ id, reach }) => {
    if (reach === undefined) return [];
    const can = "all" in reach ? reach.all.every(isReachable) : reach.any.some(isReachable);
    return can ? [] : [id];
  });
}

/** The most qualifying points earning rules give in one period; infinite where there is no telling. */
function mostQualifying(
  programme: LoyaltyProgramme,
  { period, rollover }: TierPolicy,
  kind: string,
): number {
  const ever = mostEarned(programme, kind, "ever");
  const yearly = mostEarned(programme, kind, "year");
  if (rollover !== undefined || period.kind === "lifetime") return ever;
  // A period that does not begin in January lies in two calendar years, by which caps count.
  const startMonth = period.kind === "calendar-year" ? (period.startMonth ?? 1) : 0;
  const years = period.kind === "rolling" ? Math.ceil(period.months / 12) + 1 : 2;
  return Math.min(ever, yearly * (startMonth === 1 ? 1 : years));
}

/** Tiers that cannot be reached, cannot be held apart from a lower one, or are harder to keep than to reach. */
export function tierFindings(programme: LoyaltyProgramme): ProgrammeFinding[] {
  const tiers = programme.tiers?.tiers ?? [];
  const unreachable = unreachableTiers(programme);
  return tiers.flatMap(({ id: tier, reach, keep }, index): ProgrammeFinding[] => {
    if (reach === undefined) return [];
    const where = `tiers.tiers[${String(index)}]`;
    const lower = tiers
      .slice(0, index)
      .find((one) => one.reach !== undefined && qualifies(one.reach, reach));
    const isHarder = keep !== undefined && qualifies(keep, reach) && !qualifies(reach, keep);
    const warning = { severity: "warning", where } as const;
    return [
      ...(unreachable.includes(tier)
        ? [{ code: "tier-unreachable" as const, ...warning, params: { tier } }]
        : []),
      ...(lower === undefined
        ? []
        : [
            {
              code: "tier-overlaps" as const,
              severity: "error" as const,
              where,
              params: { tier, lower: lower.id },
            },
          ]),
      ...(isHarder
        ? [{ code: "tier-keep-above-reach" as const, ...warning, params: { tier } }]
        : []),
    ];
  });
}

/** Whether what meets one qualification certainly meets another. */
function qualifies(met: TierQualification, asked: TierQualification): boolean {
  if ("any" in met) return met.any.every((one) => qualifies({ all: [one] }, asked));
  const isMet = ({ metric, atLeast }: TierRequirement): boolean =>
    met.all.some((one) => one.metric === metric && one.atLeast >= atLeast);
  return "all" in asked ? asked.all.every(isMet) : asked.any.some(isMet);
}
