import { isCurrencyCode } from "../../shared/money/currency.js";
import { isTimeZone } from "../../shared/time/time-zone.js";
import type { LoyaltyProgrammeDefinition } from "./programme-definition.js";
import {
  requireEarning,
  requireEarningPolicy,
  requireLiabilityBudgets,
} from "./require-earning.js";
import { refuseField, requireChoice, requireName, requireWhole } from "./require-field.js";
import type { ProgrammeNames } from "./require-field.js";
import { requireKinds } from "./require-kinds.js";
import {
  requireHousehold,
  requirePartners,
  requireReferral,
  requireTransfer,
} from "./require-sharing.js";
import { requireRedemption, requireReturns, requireRewards } from "./require-spending.js";
import { requireClubs, requireTiers } from "./require-tiers.js";

/**
 * Refuses the rules of a programme that no decision could be made by: a number out of its range, an id that stands
 * twice, something referred to that is not there. Each rule is looked at for itself, in the order of the definition.
 *
 * @throws RangeError with the place of the first that is wrong, such as `earning[2].award.per`.
 */
export function requireProgramme(definition: LoyaltyProgrammeDefinition): void {
  const names = namesOf(definition);
  requireName("id", definition.id);
  requireWhole("version", definition.version, { least: 1 });
  if (!isTimeZone(definition.zone)) refuseField("zone", "a time zone", definition.zone);
  if (!isCurrencyCode(definition.currency)) {
    refuseField("currency", "a currency", definition.currency);
  }
  requireKinds(definition.kinds, names);
  requireEarning(definition.earning, names);
  const { earningPolicy, redemption, rewards = [], returns, tiers, clubs = [] } = definition;
  if (earningPolicy !== undefined) requireEarningPolicy(earningPolicy, names);
  requireLiabilityBudgets(definition);
  if (redemption !== undefined) requireRedemption(redemption, names);
  requireRewards(rewards, names);
  if (returns !== undefined) requireReturns(returns);
  if (tiers !== undefined) requireTiers(tiers, names);
  requireClubs(clubs, names);
  const { transfer, household, partners = [], referral, leapDay = "feb28" } = definition;
  if (transfer !== undefined) requireTransfer(transfer, names);
  if (household !== undefined) requireHousehold(household, names);
  requirePartners(partners, names);
  if (referral !== undefined) requireReferral(referral, names);
  requireChoice("leapDay", leapDay, ["feb28", "mar1"]);
}

function namesOf(definition: LoyaltyProgrammeDefinition): ProgrammeNames {
  const { kinds, tiers, clubs = [], earningPolicy } = definition;
  const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);
  return {
    kinds: ids(kinds),
    qualifyingKinds: ids(kinds.filter(({ purpose }) => purpose === "qualifying")),
    tiers: ids(tiers?.tiers ?? []),
    clubs: ids(clubs),
    campaigns: ids(earningPolicy?.campaigns ?? []),
  };
}
