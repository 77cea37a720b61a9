import type { Instant } from "../../shared/time/instant.js";
import type { LoyaltyState } from "../ledger/loyalty-state.js";
import type { LoyaltyProgramme } from "../programme/programme.js";
import type { Benefit } from "../programme/tier-policy.js";
import { isInClub } from "./decide-club.js";
import { tierPlace } from "./tier-qualification.js";

/**
 * What does a tier bring?
 *
 * @param programme - The rules.
 * @param tier - The tier.
 * @returns What the tiers below bring, from the lowest, and what it brings itself; each benefit once, in the words of
 * the highest tier that names it.
 * @throws RangeError where the programme has no such tier.
 * @example
 * ```ts
 * import { loyaltyProgramme, tierBenefits } from "goodwill/loyalty";
 * import { timeZone } from "goodwill/shared";
 *
 * const programme = loyaltyProgramme({
 *   id: "stays",
 *   version: 1,
 *   zone: timeZone("Europe/London"),
 *   currency: "GBP",
 *   kinds: [{ id: "points", purpose: "redeemable" }],
 *   earning: [],
 *   tiers: {
 *     tiers: [
 *       { id: "blue", benefits: [{ id: "wifi" }] },
 *       { id: "gold", reach: { all: [{ metric: "nights", atLeast: 20 }] }, benefits: [{ id: "lounge" }] },
 *     ],
 *     period: { kind: "calendar-year" },
 *     upgrade: "at-once",
 *     keepThrough: "next-period",
 *     landing: "one-tier-down",
 *     crossing: "after",
 *   },
 * });
 * tierBenefits(programme, "gold"); // => [{ id: "wifi" }, { id: "lounge" }]
 * ```
 */
export function tierBenefits(programme: LoyaltyProgramme, tier: string): readonly Benefit[] {
  const { tiers: policy } = programme;
  const place = policy === undefined ? -1 : tierPlace(policy, tier);
  if (policy === undefined || place < 0) {
    throw new RangeError(
      `Cannot list benefits: the tier must be one of the programme, got ${JSON.stringify(tier)}`,
    );
  }
  return eachOnce(policy.tiers.slice(0, place + 1).flatMap(({ benefits = [] }) => benefits));
}

/**
 * What do the clubs bring a member is in?
 *
 * @param state - The ledger.
 * @param options - The moment and the rules.
 * @returns The benefits of each club joined and not left or over, in the order of the programme; each once.
 * @example
 * ```ts
 * import { clubBenefits, loyaltyProgramme, NO_LOYALTY } from "goodwill/loyalty";
 * import { instant, timeZone } from "goodwill/shared";
 *
 * const programme = loyaltyProgramme({
 *   id: "beans",
 *   version: 1,
 *   zone: timeZone("Europe/London"),
 *   currency: "GBP",
 *   kinds: [{ id: "beans", purpose: "redeemable" }],
 *   earning: [],
 *   clubs: [{ id: "roasters", benefits: [{ id: "tasting" }] }],
 * });
 * clubBenefits(NO_LOYALTY, { asOf: instant("2026-03-02T09:00:00Z"), programme }); // => []
 * ```
 */
export function clubBenefits(
  state: LoyaltyState,
  { asOf, programme }: { readonly asOf: Instant; readonly programme: LoyaltyProgramme },
): readonly Benefit[] {
  const joined = (programme.clubs ?? []).filter(({ id }) => isInClub(state, id, asOf));
  return eachOnce(joined.flatMap(({ benefits = [] }) => benefits));
}

function eachOnce(benefits: readonly Benefit[]): readonly Benefit[] {
  return [...new Map(benefits.map((benefit) => [benefit.id, benefit])).values()];
}
