import type { CustomerId } from "../../customer/record/customer.js";
import type { Money } from "../../shared/money/money.js";
import type { Reason } from "../../shared/reason.js";
import type { CareAction } from "../plan/care-action.js";

/** What is different about one field of an action. */
export interface ActionFieldChange {
  /** The name of the field. */
  readonly field: keyof CareAction;
  /** Its value before; absent where it had none. */
  readonly before?: CareAction[keyof CareAction];
  /** Its value after; absent where it has none. */
  readonly after?: CareAction[keyof CareAction];
}

/** An action that is in both plans, but not the same. */
export interface ActionChange {
  /** The action as it was. */
  readonly before: CareAction;
  /** The action as it is. */
  readonly after: CareAction;
  /** The fields that differ, in the order of their names; never empty. */
  readonly fields: readonly ActionFieldChange[];
}

/** An occasion that is left out in one plan only, or for another reason. */
export interface LeftOutChange {
  /** Whose. */
  readonly customer: CustomerId;
  /** The id of the occasion. */
  readonly occasion: string;
  /** Its key. */
  readonly key: string;
  /** Why it was left out; absent where it was not. */
  readonly before?: readonly Reason[];
  /** Why it is left out; absent where it is not. */
  readonly after?: readonly Reason[];
}

/** By how much actions, cost and effect changed: after minus before. */
export interface PlanBalance {
  /** The number of actions. */
  readonly actions: number;
  /** What they cost together. */
  readonly cost: Money;
  /** The effect expected of them. */
  readonly effect: number;
}

/** What changes for one customer. */
export interface CustomerBalance extends PlanBalance {
  /** The customer. */
  readonly customer: CustomerId;
}

/** What is different between two plans. */
export interface PlanDifference {
  /** Actions only in the later plan, in its order. */
  readonly added: readonly CareAction[];
  /** Actions only in the earlier plan, in its order. */
  readonly removed: readonly CareAction[];
  /** Actions in both that differ, by customer, then in the order of their ids. */
  readonly changed: readonly ActionChange[];
  /** Occasions left out in one only, or for another reason, by customer and key. */
  readonly leftOut: readonly LeftOutChange[];
  /** By how much the whole changed. */
  readonly total: PlanBalance;
  /** The customers for whom number, cost or effect changed, in the order of their ids. */
  readonly customers: readonly CustomerBalance[];
}
