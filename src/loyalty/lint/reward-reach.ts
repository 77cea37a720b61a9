// Rewards nobody can take. Internal: not part of the package's surface.

import type { EarningCap } from "../programme/earning-rule.js";
import type { LoyaltyProgramme } from "../programme/programme.js";
import { isIssued, isIssuedBesideRules } from "./kind-uses.js";
import { mostEarned } from "./most-earned.js";
import { expiriesOf, lifetimesOf } from "./points-lifetimes.js";
import type { ProgrammeFinding } from "./programme-finding.js";
import { unreachableTiers } from "./tier-reach.js";

/** Rewards that are not redeemed at all, cost more than a member can hold, or ask for a tier nobody reaches. */
export function rewardFindings(programme: LoyaltyProgramme): ProgrammeFinding[] {
  const { rewards = [], redemption, tiers } = programme;
  if (rewards.length === 0) return [];
  const unreachable = unreachableTiers(programme);
  const order = tiers?.tiers.map(({ id }) => id) ?? [];
  const kinds = redemption?.kinds ?? [];
  const most = kinds.reduce((sum, kind) => sum + mostHeld(programme, kind), 0);
  return rewards.flatMap(({ id: reward, cost, fromTier }, index): ProgrammeFinding[] => {
    const where = `rewards[${String(index)}]`;
    if (redemption === undefined) {
      return [{ code: "reward-not-redeemable", severity: "error", where, params: { reward } }];
    }
    const findings: ProgrammeFinding[] = [];
    if (cost > most) {
      const params = { reward, cost, most };
      findings.push({ code: "reward-unaffordable", severity: "error", where, params });
    }
    const allowed = fromTier === undefined ? [] : order.slice(order.indexOf(fromTier));
    if (fromTier !== undefined && allowed.every((tier) => unreachable.includes(tier))) {
      const params = { reward, tier: fromTier };
      findings.push({ code: "reward-tier-unreachable", severity: "warning", where, params });
    }
    return findings;
  });
}

/** Days a span has at the least. */
const DAYS = { day: 1, week: 7, month: 28, year: 365 } as const satisfies Partial<
  Record<EarningCap["per"], number>
>;

/** Points of a kind a member can hold at one time at the most; infinite where nothing bounds them. */
function mostHeld(programme: LoyaltyProgramme, kind: string): number {
  // Points given by hand, by partners and for recommendations stand under no cap.
  if (!isIssued(kind, programme) || isIssuedBesideRules(kind, programme)) return Infinity;
  const longest = Math.max(
    ...expiriesOf(programme, kind).map(({ expiry }) => lifetimesOf(expiry).longest),
  );
  let most = mostEarned(programme, kind, "ever");
  for (const per of ["day", "week", "month", "year"] as const) {
    // A lifetime of so many days touches one span more than it fills.
    const spans = Math.ceil(longest / DAYS[per]) + 1;
    most = Math.min(most, spans * mostEarned(programme, kind, per));
  }
  return most;
}
