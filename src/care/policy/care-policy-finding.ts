import type { Reason } from "../../shared/reason.js";

/** What a linter of care policies can find. */
export type CarePolicyFindingCode =
  // rules that never fire
  | "care-rule-occasion-unknown"
  | "care-rule-class-unknown"
  | "care-rule-without-effect"
  | "care-rule-above-gift-cap"
  | "care-rule-above-budget"
  | "care-rule-always-beaten"
  | "care-rule-without-capacity"
  | "care-rule-lead-too-long"
  | "care-rule-template-unknown"
  // limits nobody can meet
  | "care-cap-zero"
  | "care-cap-below-cheapest-gift"
  | "care-budget-zero"
  | "care-budget-below-cheapest"
  | "care-follow-up-never-fits"
  // who and what is left without care
  | "care-occasion-unanswered"
  | "care-class-without-rule"
  // time
  | "care-due-in-quiet-hours";

/** Something about a policy of care that cannot be meant, or should be looked at. */
export interface CarePolicyFinding extends Reason {
  /** What it is. */
  readonly code: CarePolicyFindingCode;
  /** `error` where a part of the policy can never have an effect; `warning` where it may be meant. */
  readonly severity: "error" | "warning";
  /** The place: `rules[2]`, `limits.A`, `budget.plan`. */
  readonly where: string;
}
