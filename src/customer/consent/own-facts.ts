import type { Customer, CustomerId } from "../record/customer.js";
import type { ContactFacts } from "./contact-decision.js";

/** No facts beside the record. */
export const NO_FACTS: ContactFacts = {};

/** The facts of this customer; those of others are passed over. */
export function ownFacts(customer: Customer, facts: ContactFacts): ContactFacts {
  const { bases, purchases, uses } = facts;
  if (bases === undefined && purchases === undefined && uses === undefined) return NO_FACTS;
  const { id } = customer;
  const isOwn = (fact: { readonly customer: CustomerId }): boolean =>
    fact.customer === id || facts.aliases?.includes(fact.customer) === true;
  return {
    ...(bases !== undefined && { bases: bases.filter(isOwn) }),
    ...(purchases !== undefined && { purchases: purchases.filter(isOwn) }),
    ...(uses !== undefined && { uses: uses.filter(isOwn) }),
  };
}
