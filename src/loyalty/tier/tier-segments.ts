import type { Ratio } from "../../shared/money/ratio.js";
import type { QualifyingEntry } from "../ledger/event-base.js";
import type { LoyaltyState } from "../ledger/loyalty-state.js";
import { crossedAt } from "./crossed-at.js";
import type { TierOptions } from "./tier-options.js";
import { tierPlace } from "./tier-qualification.js";
import { tierStandingAt } from "./tier-standing.js";

/** The part of an order that is rated at one tier. */
export interface TierSegment {
  /** The tier; undefined where the member has none. */
  readonly tier: string | undefined;
  /** The share of the order, above 0; all together are exactly 1. */
  readonly share: Ratio;
}

/** When an order happens, under which rules, and what it adds towards a tier. */
export interface TierSegmentsOptions extends TierOptions {
  /** What the order counts towards a tier. */
  readonly adding: QualifyingEntry;
}

/**
 * At which tiers does an order earn that may itself reach one (LOY-3)?
 *
 * By the programme's crossing policy the whole order is rated at the tier before, at the tier after, or each part at
 * its own: the order counts evenly, and what lies beyond a threshold is of the higher tier. Where nothing is crossed,
 * or a tier begins with the next period only, there is one part.
 *
 * @param state - The ledger before the order.
 * @param options - The moment, the programme and what the order counts towards a tier.
 * @returns The parts, from the lowest tier to the highest.
 * @example
 * ```ts
 * import { loyaltyProgramme, NO_LOYALTY, tierSegments } from "goodwill/loyalty";
 * import { instant, plainDate, timeZone } from "goodwill/shared";
 *
 * const programme = loyaltyProgramme({
 *   id: "beans",
 *   version: 1,
 *   zone: timeZone("Europe/London"),
 *   currency: "GBP",
 *   kinds: [{ id: "beans", purpose: "redeemable" }],
 *   earning: [],
 * });
 * const adding = { day: plainDate("2026-03-02"), amounts: { spend: 1250 } };
 * const parts = tierSegments(NO_LOYALTY, { asOf: instant("2026-03-02T09:00:00Z"), programme, adding });
 * parts; // => [{ tier: undefined, share: { numerator: 1, denominator: 1 } }]
 * ```
 */
export function tierSegments(
  state: LoyaltyState,
  { adding, ...options }: TierSegmentsOptions,
): readonly TierSegment[] {
  const { tiers: policy } = options.programme;
  const before = tierStandingAt(state, options)?.tier;
  const whole = (tier: string | undefined) => [{ tier, share: { numerator: 1, denominator: 1 } }];
  if (policy === undefined || before === undefined) return whole(before);
  if (policy.upgrade === "next-period" || policy.crossing === "before") return whole(before);
  const { denominator, thresholds } = crossedAt(state, {
    ...options,
    adding,
    above: tierPlace(policy, before),
  });
  const last = thresholds.at(-1);
  if (last === undefined) return whole(before);
  if (policy.crossing === "after") return whole(policy.tiers[last.place]!.id);
  const segments: TierSegment[] = [];
  let tier = before;
  let from = 0n;
  for (const { place, at } of [...thresholds, { place: -1, at: denominator }]) {
    if (at > from) segments.push({ tier, share: reduced(at - from, denominator) });
    if (place >= 0) tier = policy.tiers[place]!.id;
    from = at;
  }
  return segments;
}

function reduced(numerator: bigint, denominator: bigint): Ratio {
  let [a, b] = [numerator, denominator];
  while (b > 0n) [a, b] = [b, a % b];
  return { numerator: Number(numerator / a), denominator: Number(denominator / a) };
}
