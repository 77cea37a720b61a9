// How many points of a kind earning rules give at the most. Internal: not part of the package's surface.

import type { EarningCap, EarningRule } from "../programme/earning-rule.js";
import type { LoyaltyProgramme } from "../programme/programme.js";
import { mayApply } from "./rule-scope.js";

/** The rules that may give points of a kind by themselves. */
export function baseRulesOf({ earning }: LoyaltyProgramme, kind: string): readonly EarningRule[] {
  return earning.filter(
    (rule) => rule.kind === kind && rule.award.form !== "multiplier" && mayApply(rule),
  );
}

/** Points of a kind that all earning rules together give in a span at the most; infinite where nothing caps them. */
export function mostEarned(
  programme: LoyaltyProgramme,
  kind: string,
  per: EarningCap["per"],
): number {
  const { caps = [], campaigns = [] } = programme.earningPolicy;
  const all = programme.earning.filter((rule) => rule.kind === kind && mayApply(rule));
  if (baseRulesOf(programme, kind).length === 0) return 0;
  let sum = 0;
  for (const { caps: own = [], campaign } of all) {
    const shared = campaigns.filter(({ id }) => id === campaign).flatMap((one) => one.caps);
    sum += leastCap([...own, ...shared], per);
  }
  const member = caps.filter((cap) => cap.kind === kind);
  return Math.min(sum, leastCap(member, per));
}

function leastCap(caps: readonly EarningCap[], per: EarningCap["per"]): number {
  return Math.min(...caps.filter((cap) => cap.per === per).map(({ points = Infinity }) => points));
}
