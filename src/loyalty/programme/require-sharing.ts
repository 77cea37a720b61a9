import {
  requireIds,
  requireKnown,
  requireSome,
  requireSpendableKinds,
  requireWhole,
  requireWholeIfAny,
} from "./require-field.js";
import type { ProgrammeNames } from "./require-field.js";
import type {
  HouseholdPolicy,
  LoyaltyPartner,
  ReferralPolicy,
  TransferPolicy,
} from "./sharing-policy.js";

/** Refuses a policy by which nothing could be passed on. */
export function requireTransfer(policy: TransferPolicy, names: ProgrammeNames): void {
  requireSome("transfer.kinds", policy.kinds);
  requireSpendableKinds("transfer.kinds", policy.kinds, names);
  requireWholeIfAny("transfer.minimumPoints", policy.minimumPoints, 1);
  requireWholeIfAny("transfer.monthlyPoints", policy.monthlyPoints, 1);
}

/** Refuses a policy by which no household could collect. */
export function requireHousehold(policy: HouseholdPolicy, names: ProgrammeNames): void {
  requireWhole("household.members", policy.members, { least: 2 });
  requireSome("household.kinds", policy.kinds);
  requireSpendableKinds("household.kinds", policy.kinds, names);
  requireWholeIfAny("household.monthlyPoints", policy.monthlyPoints, 1);
}

/** Refuses partners who issue or accept what is not there. */
export function requirePartners(partners: readonly LoyaltyPartner[], names: ProgrammeNames): void {
  requireIds("partners", partners);
  for (const [index, { issues, accepts }] of partners.entries()) {
    const path = `partners[${String(index)}]`;
    for (const [place, kind] of issues.entries()) {
      const known = { known: names.kinds, what: "a kind" };
      requireKnown(`${path}.issues[${String(place)}]`, kind, known);
    }
    requireSpendableKinds(`${path}.accepts`, accepts, names);
  }
}

/** Refuses a policy by which a recommendation could not be rewarded. */
export function requireReferral(policy: ReferralPolicy, { kinds }: ProgrammeNames): void {
  requireKnown("referral.kind", policy.kind, { known: kinds, what: "a kind" });
  requireWhole("referral.referrerPoints", policy.referrerPoints, { least: 1 });
  requireWhole("referral.friendPoints", policy.friendPoints, { least: 1 });
  requireWholeIfAny("referral.orderAtLeast", policy.orderAtLeast, 1);
  requireWholeIfAny("referral.withinDays", policy.withinDays, 1);
  requireWholeIfAny("referral.monthlyFriends", policy.monthlyFriends, 1);
}
