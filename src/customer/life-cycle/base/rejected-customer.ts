import type { RowIssue } from "../../../shared/rows.js";
import type { CustomerId } from "../../record/customer.js";

/** A customer whose facts cannot be read, handed back. */
export interface RejectedCustomer {
  /** The customer; absent where the row does not name one. */
  readonly customer?: CustomerId;
  /** What was wrong; never empty. */
  readonly issues: readonly RowIssue[];
}
