import type { CustomerId } from "../../customer/record/customer.js";
import type { Money } from "../../shared/money/money.js";
import type { ComplaintGrade } from "../complaint/complaint.js";

/** Whose fault the failure is. */
export type RecoveryFault = "ours" | "shared" | "third-party" | "customer";

/** What can be given in place of what failed. */
export type RestorationKind = "replacement" | "repair";

/** In which form a compensation is paid. */
export type CompensationKind = "refund" | "credit" | "points" | "gift" | "discount";

/** What can make a failure good. */
export type RemedyKind = RestorationKind | CompensationKind;

/** A way to deliver what was paid for after all. */
export interface RestorationOffer {
  /** Which. */
  readonly kind: RestorationKind;
  /** What it costs the firm, in minor units of at least 0. */
  readonly cost: Money;
}

/** What the customer asks for. */
export interface RemedySought {
  /** The kind. */
  readonly kind: RemedyKind;
  /** How much; absent when no amount was named. */
  readonly amount?: Money;
}

/** What was granted before, on which caps are counted; see `recoveryGranted`. */
export interface RecoveryGranted {
  /** For this case. */
  readonly inCase: Money;
  /** To this customer within the policy's period, this case included. */
  readonly toCustomer: Money;
  /** To all customers within the policy's period, this one included. */
  readonly inPeriod: Money;
}

/** The facts of a failure from which a remedy follows (SRV-5). */
export interface RecoveryCase {
  /** The host's id, such as that of the complaint. */
  readonly id: string;
  /** Whom it happened to. */
  readonly customer: CustomerId;
  /** The channel the customer came by, in the firm's own words. */
  readonly channel: string;
  /** How bad it is for the customer. */
  readonly severity: ComplaintGrade;
  /** Whose fault it is. */
  readonly fault: RecoveryFault;
  /** What was paid for what failed, at least 0; its currency is that of the case. */
  readonly paid: Money;
  /** The damage shown beyond that, at least 0; none when absent. */
  readonly harm?: Money;
  /** The customer's value class; none when absent. */
  readonly valueClass?: string;
  /** What the customer is worth, for policies with bands of value; read only where no class is given. */
  readonly customerValue?: Money;
  /**
   * How often the firm failed this customer in the same way before; whole, at least 0. Counted of complaints by
   * `earlierComplaints` with `sameKind: true`.
   */
  readonly earlierFailures: number;
  /** What was granted before; nothing when absent. */
  readonly granted?: RecoveryGranted;
  /** How what was paid for can be delivered after all, the preferred first; not at all when absent. */
  readonly restorations?: readonly RestorationOffer[];
  /** Why it happened, in words for the customer, not an id of a cause; absent until it is found out. */
  readonly explanation?: string;
  /** Whether somebody's safety was at risk; not when absent. */
  readonly safety?: boolean;
  /** What the customer asks for; nothing when absent. */
  readonly sought?: RemedySought;
}
