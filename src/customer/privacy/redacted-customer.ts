import type { Customer } from "../record/customer.js";

/** A field that names nobody and may outlive an erasure, with the firm's ground. */
export interface KeptField {
  /** The field of the record. */
  readonly field: "language" | "timeZone" | "since";
  /** On what ground it is kept, in words. */
  readonly why: string;
}

const FIELDS_LEFT: ReadonlySet<string> = new Set([
  "id",
  "kind",
  "name",
  "contactPoints",
  "consents",
  "language",
  "timeZone",
  "since",
]);

/**
 * Is this what is left of a customer who was erased?
 *
 * @param customer - The record.
 * @returns `true` for a record as {@link redactCustomer} leaves it.
 * @example
 * ```ts
 * import { customerId, isRedactedCustomer } from "goodwill/customer";
 *
 * const ann = { id: customerId("C-18"), kind: "person", name: "Ann", contactPoints: [], consents: [] } as const;
 * isRedactedCustomer(ann); // => false
 * isRedactedCustomer({ ...ann, id: customerId("redacted-5f3a"), name: "(redacted)" }); // => true
 * ```
 */
export function isRedactedCustomer(customer: Customer): boolean {
  return (
    customer.name === "(redacted)" &&
    customer.id.startsWith("redacted-") &&
    customer.contactPoints.length + customer.consents.length === 0 &&
    Object.keys(customer).every((field) => FIELDS_LEFT.has(field))
  );
}
