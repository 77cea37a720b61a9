import type { Reason } from "../../shared/reason.js";

/** What a linter of programmes can find. */
export type ProgrammeFindingCode =
  // earning rules that give nothing
  | "rule-disabled"
  | "rule-window-empty"
  | "rule-condition-contradictory"
  | "rule-lines-empty"
  | "rule-needs-order"
  | "rule-shadowed"
  | "rule-always-beaten"
  | "rule-multiplies-nothing"
  | "rule-above-cap"
  | "rule-tier-unreachable"
  // tiers
  | "tier-unreachable"
  | "tier-overlaps"
  | "tier-keep-above-reach"
  // what spend earns
  | "return-above-spend"
  | "return-above-policy"
  | "points-paid-earn"
  | "voucher-earns"
  | "partner-converts-at-a-gain"
  // time
  | "earning-gap"
  | "expires-before-active"
  | "qualifying-kind-expires-early"
  // kinds and rewards
  | "kind-never-issued"
  | "kind-never-spent"
  | "kind-never-counts"
  | "reward-not-redeemable"
  | "reward-unaffordable"
  | "reward-tier-unreachable";

/** Something about the rules of a programme that cannot be meant, or should be looked at. */
export interface ProgrammeFinding extends Reason {
  /** What it is. */
  readonly code: ProgrammeFindingCode;
  /** `error` where it cannot be meant; `warning` where it may be. */
  readonly severity: "error" | "warning";
  /** The place in the programme: `earning[2]`, `tiers.tiers[1]`, `kinds[0].expiryByTier.gold`. */
  readonly where: string;
}
