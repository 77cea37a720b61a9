import type { LoyaltyProgramme } from "../programme/programme.js";
import { burnLoops } from "./burn-loops.js";
import { earningGaps } from "./earning-gaps.js";
import { expiryFindings } from "./expiry-findings.js";
import { kindFindings } from "./kind-uses.js";
import { DEFAULT_PROGRAMME_LINT_POLICY } from "./lint-policy.js";
import type { ProgrammeLintPolicy } from "./lint-policy.js";
import type { ProgrammeFinding } from "./programme-finding.js";
import { rewardFindings } from "./reward-reach.js";
import { returnFindings } from "./spend-return.js";
import { tierFindings } from "./tier-reach.js";
import { unreachableRules } from "./unreachable-rules.js";

/**
 * Do the rules of a programme make sense together (LOY-3)?
 *
 * - Earning rules that never give anything: switched off, contradictory, shadowed by an exclusive rule, always beaten
 * in their group, without a rule to multiply; or whose single award is above what a cap ever grants.
 * - Tiers that cannot be reached, that ask for no more than a lower one, or are harder to keep than to reach.
 * - What spend earns back: more than itself, or than the policy's share, in the situation (day, tier, channel, hours,
 * line) in which the rules that can apply together give most. Fixed points count where an order of at least so much is
 * asked for; points a unit, caps and rounding do not.
 * - Loops: what points paid earns again, vouchers earn, partners turn points into dearer ones.
 * - Days without a rule between the windows of a kind; points that expire before they are active, or while they count.
 * - Kinds nothing issues or takes; rewards nobody can take.
 *
 * What is found is certain by the rules; that nothing is found is no proof that all is well.
 *
 * @param programme - The rules.
 * @param options - `policy` says which return on spend is a warning; `DEFAULT_PROGRAMME_LINT_POLICY` when absent.
 * @returns The findings with their places, rules first; empty where nothing was found.
 * @example
 * ```ts
 * import { lintProgramme, loyaltyProgramme } from "goodwill/loyalty";
 * import { timeZone } from "goodwill/shared";
 *
 * const programme = loyaltyProgramme({
 *   id: "beans",
 *   version: 1,
 *   zone: timeZone("Europe/London"),
 *   currency: "GBP",
 *   kinds: [{ id: "beans", purpose: "redeemable" }],
 *   earning: [
 *     { id: "pound", kind: "beans", trigger: "order", award: { form: "per-amount", points: 2, per: 100 } },
 *   ],
 *   redemption: { kinds: ["beans"], payment: { points: 1, amount: 75 }, reservationMinutes: 30 },
 * });
 * lintProgramme(programme).map(({ code, params }) => [code, params["percent"]]); // => [["return-above-spend", 150]]
 * ```
 */
export function lintProgramme(
  programme: LoyaltyProgramme,
  { policy = DEFAULT_PROGRAMME_LINT_POLICY }: { readonly policy?: ProgrammeLintPolicy } = {},
): readonly ProgrammeFinding[] {
  return [
    ...unreachableRules(programme),
    ...tierFindings(programme),
    ...returnFindings(programme, policy),
    ...burnLoops(programme),
    ...earningGaps(programme),
    ...expiryFindings(programme),
    ...kindFindings(programme),
    ...rewardFindings(programme),
  ];
}
