import type { OccasionRule } from "../../relationship/occasion/occasion-rule.js";
import type { CareBudget, CareCapacity } from "./care-budget.js";

/** What a policy is held against. Each part absent is not looked at. */
export interface LintCarePolicyOptions {
  /** The occasions it shall answer. */
  readonly occasions?: readonly OccasionRule[];
  /** The value classes the firm's customers are in. */
  readonly classes?: readonly string[];
  /** The budget of the plan. */
  readonly budget?: CareBudget;
  /** How many visits and calls can be made. */
  readonly capacities?: readonly CareCapacity[];
  /** The ids of the templates there are. */
  readonly templates?: readonly string[];
}
