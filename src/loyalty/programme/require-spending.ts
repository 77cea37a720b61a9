import type { RedemptionPolicy, Reward } from "./redemption-policy.js";
import {
  requireChoice,
  requireIds,
  requireKnown,
  requireShare,
  requireSome,
  requireSpendableKinds,
  requireWhole,
  requireWholeIfAny,
} from "./require-field.js";
import type { ProgrammeNames } from "./require-field.js";
import type { ReturnPolicy } from "./return-policy.js";

/** Refuses a policy by which points cannot pay. */
export function requireRedemption(policy: RedemptionPolicy, names: ProgrammeNames): void {
  const { kinds, payment, minimumPoints, orderShare, reservationMinutes } = policy;
  requireSome("redemption.kinds", kinds);
  requireSpendableKinds("redemption.kinds", kinds, names);
  if (payment !== undefined) {
    requireWhole("redemption.payment.points", payment.points, { least: 1 });
    requireWhole("redemption.payment.amount", payment.amount, { least: 1 });
  }
  requireWholeIfAny("redemption.minimumPoints", minimumPoints, 0);
  if (orderShare !== undefined) requireShare("redemption.orderShare", orderShare, 1);
  requireWhole("redemption.reservationMinutes", reservationMinutes, { least: 1 });
}

/** Refuses rewards that nobody could take. */
export function requireRewards(rewards: readonly Reward[], { tiers }: ProgrammeNames): void {
  requireIds("rewards", rewards);
  for (const [index, reward] of rewards.entries()) {
    const path = `rewards[${String(index)}]`;
    const { cost, unitsPerClaim, memberLimit, fromTier, form } = reward;
    requireWhole(`${path}.cost`, cost, { least: 1 });
    requireWholeIfAny(`${path}.unitsPerClaim`, unitsPerClaim, 1);
    requireWholeIfAny(`${path}.memberLimit`, memberLimit, 1);
    if (fromTier !== undefined) {
      requireKnown(`${path}.fromTier`, fromTier, { known: tiers, what: "a tier" });
    }
    requireChoice(`${path}.form`, form, ["product", "voucher"]);
    if (reward.form !== "voucher") continue;
    requireWhole(`${path}.amount`, reward.amount, { least: 1 });
    requireWholeIfAny(`${path}.validDays`, reward.validDays, 1);
  }
}

/** Refuses a policy that does not say what becomes of points on a return. */
export function requireReturns({ shortfall, expired }: ReturnPolicy): void {
  requireChoice("returns.shortfall", shortfall, ["deficit", "clamp"]);
  requireChoice("returns.expired.kind", expired.kind, ["forfeit", "grace"]);
  if (expired.kind === "grace") requireWhole("returns.expired.days", expired.days, { least: 1 });
}
