import type { CurrencyCode } from "../../shared/money/currency.js";
import type { Reason } from "../../shared/reason.js";
import type { Interval } from "../../shared/statistics/interval.js";
import type { MeanTest } from "../../shared/statistics/mean-test.js";
import type { ProportionComparison } from "../../shared/statistics/proportion.js";
import type { CareActionState } from "../plan/care-action.js";
import type { ReviewSuggestion } from "./review-suggestion.js";

/** What is known of the customers of one group. */
export interface ReviewedGroup {
  /** How many customers. */
  readonly customers: number;
  /** Of how many it is known whether they responded. */
  readonly known: number;
  /** How many responded at least once. */
  readonly responded: number;
  /** Their share of those of whom it is known; absent when it is known of nobody. */
  readonly responseShare?: number;
  /** Score interval of that share; absent as the share is. */
  readonly responseInterval?: Interval;
  /** How many said how satisfied they are. */
  readonly satisfactionAnswers: number;
  /** Mean of the customers' mean satisfaction; absent without answers. */
  readonly meanSatisfaction?: number;
  /** Of how many it is known what they bought. */
  readonly valueCustomers: number;
  /** What they bought on average, in minor units; absent when it is known of nobody. */
  readonly meanValue?: number;
  /** What their care cost together, in minor units. */
  readonly cost: number;
}

/** What one response costs that would not have come without the care. */
export interface CostPerResponse {
  /** Cost by difference of the response shares, in minor units. */
  readonly estimate: number;
  /**
   * The cost by both ends of the difference's interval, in minor units: the costs are what was spent, nothing of them
   * is estimated.
   */
  readonly interval: Interval;
}

/** What the care changed, against the control group. */
export interface CareEffect {
  /** Share of customers who responded, treated minus control; absent when it is unknown of all of a group. */
  readonly response?: ProportionComparison;
  /** Mean satisfaction, treated minus control; absent with fewer than two answers in a group. */
  readonly satisfaction?: MeanTest;
  /** Mean of what was bought, treated minus control, in minor units; absent with fewer than two customers a group. */
  readonly value?: MeanTest;
  /** Cost of one more response; absent unless the response is higher beyond chance, as `lacks` says. */
  readonly costPerResponse?: CostPerResponse;
  /** What is missing to rely on the effect; empty when nothing is. */
  readonly lacks: readonly Reason[];
}

/** By what the customers of a part belong together. */
export type ReviewDimension = "all" | "rule" | "kind" | "occasion" | "class";

/** How often a reason kept actions from being done. */
export interface StopCount {
  /** The code of the reason; `unknown` where nobody said. */
  readonly code: string;
  /** How many actions. */
  readonly actions: number;
}

/** Everything, or one rule, kind, occasion or class. */
export interface ReviewPart {
  /** By what. */
  readonly by: ReviewDimension;
  /** The id of the rule or occasion, the kind, the class; `all` for everything. */
  readonly name: string;
  /** The customers with care. */
  readonly treated: ReviewedGroup;
  /** The customers without. */
  readonly control: ReviewedGroup;
  /** What the care changed. */
  readonly effect: CareEffect;
  /** How many actions are in each state. */
  readonly actions: Readonly<Record<CareActionState, number>>;
  /** Why actions were blocked, expired or cancelled, the most frequent first. */
  readonly stops: readonly StopCount[];
  /** How many actions brought a story. */
  readonly stories: number;
}

/** What came of a plan (CARE-10), and what to adjust. */
export interface PlanReview {
  /** The currency of all amounts. */
  readonly currency: CurrencyCode;
  /** Whose outcomes count: of actions that were `done`, or of all that were `planned` and ended. */
  readonly basis: "done" | "planned";
  /** Everything. */
  readonly all: ReviewPart;
  /** By rule, in the order of ids; so are the next three. */
  readonly rules: readonly ReviewPart[];
  /** By kind of care. */
  readonly kinds: readonly ReviewPart[];
  /** By occasion. */
  readonly occasions: readonly ReviewPart[];
  /** By value class; customers without one are in none. */
  readonly classes: readonly ReviewPart[];
  /** What to adjust, and why. */
  readonly suggestions: readonly ReviewSuggestion[];
  /** What is remarkable of the whole. */
  readonly notes: readonly Reason[];
}
