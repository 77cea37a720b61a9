import type { ComplaintCase } from "./complaint-case.js";
import type { Complaint } from "./complaint.js";

/** A complaint as it counts towards causes, themes and repeats; a {@link Complaint} is one. */
export interface CountedComplaint extends Pick<
  Complaint,
  "id" | "customer" | "at" | "kind" | "subKind" | "product" | "cause"
> {
  /** The complaint it is a duplicate of; absent when it is none. */
  readonly duplicateOf?: string;
}

/**
 * How does this complaint count, by what is known of it now?
 *
 * @param state - The complaint, as its events have left it.
 * @returns Its facts with the cause found out and what it is a duplicate of; `undefined` before it is received.
 * @example
 * ```ts
 * import { countedComplaint, NO_COMPLAINT } from "goodwill/service";
 *
 * countedComplaint(NO_COMPLAINT); // => undefined
 * ```
 */
export function countedComplaint(state: ComplaintCase): CountedComplaint | undefined {
  const { record, duplicateOf } = state;
  if (record === undefined) return undefined;
  const { id, customer, at, kind, subKind, product, cause } = record;
  return {
    id,
    customer,
    at,
    kind,
    ...(subKind !== undefined && { subKind }),
    ...(product !== undefined && { product }),
    ...(cause !== undefined && { cause }),
    ...(duplicateOf !== undefined && { duplicateOf }),
  };
}
