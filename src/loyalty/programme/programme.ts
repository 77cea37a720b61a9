import type { EarningPolicy } from "./earning-rule.js";
import { requireProgramme } from "./programme-check.js";
import type { LoyaltyProgrammeDefinition } from "./programme-definition.js";
import type { ReturnPolicy } from "./return-policy.js";

declare const programmeBrand: unique symbol;

/** A definition that was checked: make one with {@link loyaltyProgramme}. */
export type LoyaltyProgramme = LoyaltyProgrammeDefinition &
  Required<Pick<LoyaltyProgrammeDefinition, "earningPolicy" | "returns" | "leapDay">> & {
    /** Exists for the compiler only: a bare definition has not been checked. */
    readonly [programmeBrand]: true;
  };

/** Full blocks, rounded down once; multipliers each add to the base; what is paid by points does not earn. */
export const DEFAULT_EARNING_POLICY: EarningPolicy = {
  paidByPoints: "does-not-earn",
  multipliers: "add",
  rounding: "floor",
};

/** A return can leave a debt, and points that come back to an expired lot last 30 days. */
export const DEFAULT_RETURN_POLICY: ReturnPolicy = {
  shortfall: "deficit",
  expired: { kind: "grace", days: 30 },
};

/**
 * Checks the rules of a programme once, so that no decision meets an impossible one, and fills in what is not said.
 *
 * It checks each rule for itself and what rules refer to; whether they make sense together, `lintProgramme` says.
 *
 * @param definition - The rules.
 * @returns The programme.
 * @throws RangeError where a number is out of its range, an id stands twice, or something is referred to that is not
 * there; the message names the place, such as `earning[2].award.per`.
 * @example
 * ```ts
 * import { loyaltyProgramme } from "goodwill/loyalty";
 * import { timeZone } from "goodwill/shared";
 *
 * const programme = loyaltyProgramme({
 *   id: "beans",
 *   version: 1,
 *   zone: timeZone("Europe/London"),
 *   currency: "GBP",
 *   kinds: [{ id: "beans", purpose: "redeemable" }],
 *   earning: [
 *     { id: "coffee", kind: "beans", trigger: "order", award: { form: "per-amount", points: 1, per: 100 } },
 *   ],
 * });
 * programme.returns.shortfall; // => "deficit"
 * ```
 */
export function loyaltyProgramme(definition: LoyaltyProgrammeDefinition): LoyaltyProgramme {
  requireProgramme(definition);
  return {
    ...definition,
    earningPolicy: definition.earningPolicy ?? DEFAULT_EARNING_POLICY,
    returns: definition.returns ?? DEFAULT_RETURN_POLICY,
    leapDay: definition.leapDay ?? "feb28",
  } as LoyaltyProgramme;
}
