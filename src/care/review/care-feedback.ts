import type { CustomerId } from "../../customer/record/customer.js";
import type { Money } from "../../shared/money/money.js";
import type { Reason } from "../../shared/reason.js";
import type { CareKind } from "../policy/care-kind.js";

/**
 * What came back from one action (CARE-10).
 *
 * What is not known is absent, and not counted. Say `responded: false` where it is known that nothing came: where only
 * answers are reported, everybody seems to answer.
 */
export interface CareFeedback {
  /** The id of the action. */
  readonly action: string;
  /** Whether the customer did what the care was for: answered, came, bought. */
  readonly responded?: boolean;
  /** What the customer said of it in a survey, on the survey's scale. */
  readonly satisfaction?: number;
  /** What it cost in the end; what was planned, where it was done, when absent. */
  readonly cost?: Money;
  /** What the customer bought in the days that count for it. */
  readonly value?: Money;
  /** What the customer told, in their own words. */
  readonly story?: string;
  /** Why it was not done; absent where it was, or nobody said. */
  readonly reason?: Reason;
}

/** What a customer of the control group did in the days of an occasion, though there was no care. */
export interface ControlFeedback {
  /** The customer. */
  readonly customer: CustomerId;
  /** The value class; absent when unknown. */
  readonly valueClass?: string;
  /** The id of the occasion. */
  readonly occasion: string;
  /** The id of the rule that would have asked for care; absent when unknown. */
  readonly rule?: string;
  /** What kind of care it would have been; absent when unknown. */
  readonly kind?: CareKind;
  /** Whether the customer did by themselves what the care was for. */
  readonly responded?: boolean;
  /** What the customer said in a survey, on the survey's scale. */
  readonly satisfaction?: number;
  /** What the customer bought in the days that count. */
  readonly value?: Money;
}
