import {
  refuseField,
  requireChoice,
  requireIds,
  requireKnown,
  requireSome,
  requireWhole,
  requireWholeIfAny,
} from "./require-field.js";
import type { ProgrammeNames } from "./require-field.js";
import type { ClubDefinition, TierPolicy, TierQualification } from "./tier-policy.js";

/** Refuses tiers that cannot be reached, kept or lost by their own rules. */
export function requireTiers(policy: TierPolicy, { kinds }: ProgrammeNames): void {
  const { tiers, qualifyingKind } = policy;
  requireSome("tiers.tiers", tiers);
  requireIds("tiers.tiers", tiers);
  for (const [index, { reach, keep, benefits = [] }] of tiers.entries()) {
    const path = `tiers.tiers[${String(index)}]`;
    for (const [name, asked] of Object.entries({ reach, keep })) {
      if (asked === undefined) continue;
      if (index === 0) refuseField(`${path}.${name}`, "absent for the lowest tier", asked);
      requireQualification(`${path}.${name}`, asked, policy);
    }
    requireIds(`${path}.benefits`, benefits);
  }
  if (qualifyingKind !== undefined) {
    requireKnown("tiers.qualifyingKind", qualifyingKind, { known: kinds, what: "a kind" });
  }
  requirePeriod(policy);
  requireChoice("tiers.keepThrough", policy.keepThrough, ["this-period", "next-period"]);
  requireWholeIfAny("tiers.graceMonths", policy.graceMonths, 0);
  requireChoice("tiers.landing", policy.landing, ["one-tier-down", "qualified-tier"]);
  requireChoice("tiers.crossing", policy.crossing, ["before", "after", "split"]);
}

function requireQualification(
  path: string,
  asked: TierQualification,
  { qualifyingKind }: TierPolicy,
): void {
  const [name, requirements] =
    "all" in asked ? (["all", asked.all] as const) : (["any", asked.any] as const);
  requireSome(`${path}.${name}`, requirements);
  for (const [index, { metric, atLeast }] of requirements.entries()) {
    const place = `${path}.${name}[${String(index)}]`;
    requireChoice(`${place}.metric`, metric, ["spend", "points", "visits", "nights"]);
    requireWhole(`${place}.atLeast`, atLeast, { least: 1 });
    if (metric === "points" && qualifyingKind === undefined) {
      refuseField("tiers.qualifyingKind", "named where a tier asks for points", qualifyingKind);
    }
  }
}

function requirePeriod({ period, upgrade, rollover }: TierPolicy): void {
  const years = ["calendar-year", "anniversary-year"] as const;
  requireChoice("tiers.period.kind", period.kind, [...years, "rolling", "lifetime"]);
  if (period.kind === "calendar-year" && period.startMonth !== undefined) {
    requireWhole("tiers.period.startMonth", period.startMonth, { least: 1, most: 12 });
  }
  if (period.kind === "rolling") requireWhole("tiers.period.months", period.months, { least: 1 });
  requireChoice("tiers.upgrade", upgrade, ["at-once", "next-period"]);
  if (rollover !== undefined) requireChoice("tiers.rollover", rollover, ["excess"]);
  if (years.some((kind) => kind === period.kind)) return;
  // A window that moves every day, or never ends, has no next period.
  if (upgrade !== "at-once") refuseField("tiers.upgrade", `at-once for ${period.kind}`, upgrade);
  if (rollover !== undefined) refuseField("tiers.rollover", `absent for ${period.kind}`, rollover);
}

/** Refuses clubs that nobody could join. */
export function requireClubs(clubs: readonly ClubDefinition[], { tiers }: ProgrammeNames): void {
  requireIds("clubs", clubs);
  for (const [index, { fromTier, months, benefits = [] }] of clubs.entries()) {
    const path = `clubs[${String(index)}]`;
    if (fromTier !== undefined) {
      requireKnown(`${path}.fromTier`, fromTier, { known: tiers, what: "a tier" });
    }
    requireWholeIfAny(`${path}.months`, months, 1);
    requireIds(`${path}.benefits`, benefits);
  }
}
