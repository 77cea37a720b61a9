import type { CustomerId } from "../../customer/record/customer.js";
import type { CurrencyCode } from "../../shared/money/currency.js";
import type { Money } from "../../shared/money/money.js";
import type { Reason, Trace } from "../../shared/reason.js";

/** What hangs on a member of staff, or on a team. */
export interface TieHolder {
  /** Who: the host's id of the member of staff, or the team. */
  readonly name: string;
  /** How many customers are tied. */
  readonly customers: number;
  /** What of their value is this one's part. */
  readonly value: Money;
  /** That part of the total value, 0 to 1; absent when the total is 0. */
  readonly share?: number;
  /** What the customers tied to nobody else are worth: at risk if this one leaves. */
  readonly atRisk: Money;
  /** That part of the total value, 0 to 1; absent when the total is 0. */
  readonly atRiskShare?: number;
  /** The customers tied to nobody else, by id. */
  readonly atRiskCustomers: readonly CustomerId[];
}

/** How much the value of one currency hangs on single members of staff. */
export interface CurrencyConcentration {
  /** The currency. */
  readonly currency: CurrencyCode;
  /** How many customers. */
  readonly customers: number;
  /** What they are worth in all. */
  readonly total: Money;
  /** The members of staff, by value, the largest first; equals by name. */
  readonly employees: readonly TieHolder[];
  /** The teams, likewise; a customer tied to one team only is at risk with it. */
  readonly teams: readonly TieHolder[];
  /**
   * Herfindahl-Hirschman index: the sum of the squared shares of the members of staff in the value tied, from near 0 to
   * 1; absent when nothing is tied.
   */
  readonly herfindahlIndex?: number;
  /** As many members of staff with equal parts would give the same index: its reciprocal; absent with it. */
  readonly effectiveEmployees?: number;
  /** The largest share of one member of staff in the total value; absent when nothing is tied. */
  readonly topShare?: number;
  /** The customers with one tie only, by id. */
  readonly singleTieCustomers: readonly CustomerId[];
  /** What they are worth. */
  readonly singleTieValue: Money;
  /** The customers tied to no member of staff, only to the firm, by id. */
  readonly untiedCustomers: readonly CustomerId[];
  /** What they are worth. */
  readonly untiedValue: Money;
  /** What exceeds the policy. */
  readonly warnings: readonly Reason[];
  /** The total value and its parts, one a member of staff and what is tied to nobody; the parts add up. */
  readonly trace: Trace;
}
