import type { Instant } from "../../shared/time/instant.js";
import type { Customer } from "../record/customer.js";
import type { Purchase } from "../record/purchase.js";

/** Where a field of the customer's record came from; the provenance of a merged customer will do. */
export interface ProfileOrigin {
  /** The field of the customer, such as `name` or `birthday`. */
  readonly field: string;
  /** The place in the field's list, from 0; absent for a field that holds one value. */
  readonly index?: number;
  /** The system, department or person it came from. */
  readonly source: string;
  /** When the source last confirmed it. */
  readonly at: Instant;
}

/** A dated piece of information about a customer: a visit, an answer, a result. */
export interface ProfileFact {
  /** Which item of the profile it belongs to, such as `visits` or `price-limit`. */
  readonly item: string;
  /** When it was observed or said. */
  readonly at: Instant;
  /** The system, department or person it came from. */
  readonly source: string;
  /** What was observed or said, in the host's own form; absent when the fact itself is all. */
  readonly value?: string | number | boolean;
  /** What was found wrong with it; absent when nothing was. */
  readonly invalid?: string;
}

/** That a customer was asked about an item. */
export interface AskedItem {
  /** The item. */
  readonly item: string;
  /** When. */
  readonly at: Instant;
  /** Whether it was answered, left open, or refused; what was answered is a fact of its own. */
  readonly outcome: "answered" | "unanswered" | "refused";
}

/** Everything known of one customer, from every department, with source and time (CUS-3). */
export interface Profile {
  /** The record. */
  readonly customer: Customer;
  /** Where the fields of the record came from, in any order; nothing is known of it when absent. */
  readonly origins?: readonly ProfileOrigin[];
  /** Dated facts, in any order; none when absent. */
  readonly facts?: readonly ProfileFact[];
  /** What was bought and given back, in any order; nothing when absent. */
  readonly purchases?: readonly Purchase[];
  /** What the customer was asked before, in any order; nothing when absent. */
  readonly asked?: readonly AskedItem[];
}
