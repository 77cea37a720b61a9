import type { CustomerId } from "../../customer/record/customer.js";
import type { HandoverState } from "./handover-state.js";

/** The keys of the discrepancies nobody has answered yet. */
export function openDiscrepancies({ discrepancies }: HandoverState): readonly string[] {
  return discrepancies
    .filter(({ answer }) => answer === undefined)
    .map(({ discrepancy }) => discrepancy.key);
}

/** The customers still to be visited, in the order expected. */
export function unvisitedCustomers({ plan, visits }: HandoverState): readonly CustomerId[] {
  const visited = new Set(visits.map(({ customer }) => customer));
  return (plan?.expected.customers ?? [])
    .map(({ customer }) => customer)
    .filter((customer) => !visited.has(customer));
}
