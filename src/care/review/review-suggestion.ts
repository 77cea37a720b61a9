import type { Reason } from "../../shared/reason.js";

/** Give a rule up: fewer customers respond with it than without. */
export interface DropRule {
  /** Tells this kind of suggestion from others. */
  readonly kind: "drop-rule";
  /** The id of the rule. */
  readonly rule: string;
  /** Why, with the figures. */
  readonly reason: Reason;
}

/** Think a rule over: so many customers would have shown an effect that is worth it, and did not. */
export interface ReconsiderRule {
  /** Tells this kind of suggestion from others. */
  readonly kind: "reconsider-rule";
  /** The id of the rule. */
  readonly rule: string;
  /** Why, with the figures. */
  readonly reason: Reason;
}

/** Go on measuring a rule: the customers are too few to tell. */
export interface MeasureRule {
  /** Tells this kind of suggestion from others. */
  readonly kind: "measure-rule";
  /** The id of the rule. */
  readonly rule: string;
  /** So many customers are needed in each of both groups. */
  readonly neededPerGroup: number;
  /** Why, with the figures. */
  readonly reason: Reason;
}

/** Move money to where a response costs clearly less: the intervals of both costs do not meet. */
export interface MoveBudget {
  /** Tells this kind of suggestion from others. */
  readonly kind: "move-budget";
  /** The id of the rule that is dear. */
  readonly from: string;
  /** The id of the rule that is cheap. */
  readonly to: string;
  /** Why, with the figures. */
  readonly reason: Reason;
}

/** Mend the way to the customer: many actions of a rule were not done. */
export interface MendContact {
  /** Tells this kind of suggestion from others. */
  readonly kind: "mend-contact";
  /** The id of the rule. */
  readonly rule: string;
  /** The code of the most frequent reason; `unknown` where nobody said. */
  readonly stoppedBy: string;
  /** Why, with the figures. */
  readonly reason: Reason;
}

/** What to adjust after a review. */
export type ReviewSuggestion = DropRule | ReconsiderRule | MeasureRule | MoveBudget | MendContact;
