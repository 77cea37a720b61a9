import type { Instant } from "../../shared/time/instant.js";
import type { Customer, CustomerId } from "../record/customer.js";

/** What a source may know of a customer: every field of a customer but its id, all of them optional. */
export type CustomerFields = Partial<Omit<Customer, "id">>;

/** The name of something a source may know of a customer. */
export type CustomerField = keyof CustomerFields;

/** Names one record of one source. */
export interface RecordReference {
  /** The system or department that keeps the record, such as `shop` or `call-centre`. */
  readonly source: string;
  /** The id of the record in its source. */
  readonly recordId: string;
}

/** A number or code another system gave the customer: a loyalty card, a tax number, a login. */
export interface CustomerIdentifier {
  /** The system that gave it, such as `loyalty-card`. */
  readonly system: string;
  /** The number or code, compared letter by letter. */
  readonly value: string;
}

/**
 * What one source knows of one customer (CUS-2, CUS-3).
 *
 * A later version of the same record may stand beside an earlier one; they differ in `at`.
 */
export interface CustomerRecord extends RecordReference {
  /** When the source last confirmed it. */
  readonly at: Instant;
  /** What the source knows. */
  readonly fields: CustomerFields;
  /** When the source last confirmed a single field, in place of `at`; `at` holds for the others. */
  readonly fieldTimes?: Readonly<Partial<Record<CustomerField, Instant>>>;
  /** Numbers and codes of other systems; none when absent. */
  readonly identifiers?: readonly CustomerIdentifier[];
  /** The customer the record has been kept as; absent for a record that was never kept. */
  readonly customer?: CustomerId;
}
