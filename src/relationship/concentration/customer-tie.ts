import type { CustomerId } from "../../customer/record/customer.js";
import type { Money } from "../../shared/money/money.js";

/** A member of staff who holds the tie to a customer. */
export interface EmployeeTie {
  /** The host's id of the member of staff. */
  readonly employee: string;
  /** The team the member of staff belongs to; absent when there are none. */
  readonly team?: string;
  /** How much of the tie is this one's, against the others of the customer: above 0; 1 when absent. */
  readonly weight?: number;
}

/** A customer, what it is worth, and who holds the tie. */
export interface CustomerTies {
  /** The customer. */
  readonly customer: CustomerId;
  /** What the customer is worth, by whatever measure the firm uses; not below 0. */
  readonly value: Money;
  /** Who holds the tie; empty when only the firm does. */
  readonly ties: readonly EmployeeTie[];
}
