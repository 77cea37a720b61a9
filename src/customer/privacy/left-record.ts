import type { Customer, CustomerId } from "../record/customer.js";
import { erasurePseudonym } from "./erasure.js";
import type { KeyedHash } from "./pseudonym.js";
import type { KeptField } from "./redacted-customer.js";
import { isRedactedCustomer } from "./redacted-customer.js";

/** The record that is left: an id that is a pseudonym, a name that is none, and fields kept on a ground. */
export function leftRecord(
  customer: Customer,
  { keyedHash, keep }: { readonly keyedHash: KeyedHash; readonly keep: readonly KeptField[] },
): Customer {
  const { id, kind, language, timeZone, since } = customer;
  const isKept = (field: KeptField["field"]): boolean => keep.some((one) => one.field === field);
  return {
    id: isRedactedCustomer(customer)
      ? id
      : (("redacted-" + erasurePseudonym(id, { keyedHash })) as CustomerId),
    kind,
    name: "(redacted)",
    ...(isKept("language") && language !== undefined && { language }),
    ...(isKept("timeZone") && timeZone !== undefined && { timeZone }),
    contactPoints: [],
    consents: [],
    ...(isKept("since") && since !== undefined && { since }),
  };
}
