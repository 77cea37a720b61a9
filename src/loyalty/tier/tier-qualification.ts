import type {
  TierMetric,
  TierPolicy,
  TierQualification,
  TierRequirement,
} from "../programme/tier-policy.js";
import type { QualifiedAmounts } from "./qualified-amounts.js";

/** The requirements of a qualification, in order, whether all or any of them are asked for. */
export function requirementsOf(qualification: TierQualification): readonly TierRequirement[] {
  return "all" in qualification ? qualification.all : qualification.any;
}

/** Whether these amounts are what a tier asks for. */
export function meetsQualification(
  amounts: QualifiedAmounts,
  qualification: TierQualification,
): boolean {
  const met = ({ metric, atLeast }: TierRequirement): boolean => amounts[metric] >= atLeast;
  return "all" in qualification ? qualification.all.every(met) : qualification.any.some(met);
}

/** The place of the highest tier these amounts reach; 0, the lowest tier, where they reach none. */
export function reachedTier(amounts: QualifiedAmounts, { tiers }: TierPolicy): number {
  for (let place = tiers.length - 1; place > 0; place -= 1) {
    const { reach } = tiers[place]!;
    if (reach !== undefined && meetsQualification(amounts, reach)) return place;
  }
  return 0;
}

/** The place of a tier in the list, from 0; -1 where the programme no longer has it. */
export function tierPlace({ tiers }: TierPolicy, tier: string): number {
  return tiers.findIndex(({ id }) => id === tier);
}

/**
 * What exceeds the requirements of the tier that was reached, by metric; empty where no tier was reached or nothing
 * exceeds. Of several alternatives those that were met count.
 */
export function excessOf(
  amounts: QualifiedAmounts,
  policy: TierPolicy,
): Readonly<Partial<Record<TierMetric, number>>> {
  const excess: Partial<Record<TierMetric, number>> = {};
  const { reach } = policy.tiers[reachedTier(amounts, policy)]!;
  if (reach === undefined) return excess;
  for (const { metric, atLeast } of requirementsOf(reach)) {
    if (amounts[metric] > atLeast) excess[metric] = amounts[metric] - atLeast;
  }
  return excess;
}
