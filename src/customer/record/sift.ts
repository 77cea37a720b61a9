import type { RowIssue, SiftedRows } from "../../shared/rows.js";
import { siftRows } from "../../shared/rows.js";
import type { Instant } from "../../shared/time/instant.js";
import { customerSchema } from "../schema.js";
import { precedesCustomer } from "./customer-beginning.js";
import type { Customer, CustomerId } from "./customer.js";
import type { Purchase } from "./purchase.js";
import { purchaseSchema } from "./schema.js";

/**
 * Splits customers at the border into those that hold and those that do not, and loses none.
 *
 * A customer is handed back, alone and whole, when a field has the wrong type, the zone is unknown, a date does not
 * exist, an e-mail address, a telephone number or a language is malformed, a consent or a suppression names a contact
 * point that is not there, or an id is given twice; the first customer with an id counts.
 *
 * @param rows - Rows as they arrived: from a file, a form, a queue.
 * @returns The accepted customers, and the rejected rows with position, path and message.
 * @example
 * ```ts
 * import { siftCustomers } from "goodwill/customer";
 *
 * const email = { id: "p1", channel: "email", address: "mei.lin.example.com" };
 * const row = { id: "C-17", kind: "person", name: "Lin Mei", contactPoints: [email], consents: [] };
 * const { accepted, rejected } = siftCustomers([row, { ...row, contactPoints: [] }]);
 * accepted.length; // => 1
 * rejected[0]?.issues[0]?.path; // => "contactPoints.0.address"
 * ```
 */
export function siftCustomers(rows: Iterable<unknown>): SiftedRows<Customer> {
  const seen = new Map<string, number>();
  return siftRows<Customer>(customerSchema, rows, {
    check: ({ id }, index) => secondIssues(seen, { id, index }),
  });
}

/** What purchases are checked against. */
export interface SiftPurchasesOptions {
  /** The customers that exist; purchases of others are handed back. Not checked when absent. */
  readonly customers?: Iterable<Customer>;
  /** The moment the rows were taken; purchases after it are handed back. Not checked when absent. */
  readonly asOf?: Instant;
}

/**
 * Splits purchases at the border into those that hold and those that do not, and loses none.
 *
 * A purchase is handed back, alone and whole, when a field has the wrong type, a line is in another currency than the
 * total, a sign is wrong, an id is given twice (the first counts), its customer is unknown or did not exist yet, or it
 * lies in the future. Whether a return fits its purchase is for {@link purchaseBalance} to say.
 *
 * @param rows - Rows as they arrived: from a file, a form, a queue.
 * @param options - The customers that exist and the moment the rows were taken.
 * @returns The accepted purchases, and the rejected rows with position, path and message.
 * @example
 * ```ts
 * import { siftPurchases } from "goodwill/customer";
 *
 * const total = { amount: 1200, currency: "EUR" };
 * const row = {
 *   id: "A-1",
 *   customer: "C-17",
 *   at: "2026-02-13T09:30:00.000Z",
 *   lines: [{ product: "tea", quantity: 2, amount: total }],
 *   total,
 * };
 * siftPurchases([row]).accepted.length; // => 1
 * siftPurchases([row], { customers: [] }).rejected[0]?.issues[0]?.path; // => "customer"
 * ```
 */
export function siftPurchases(
  rows: Iterable<unknown>,
  { customers, asOf }: SiftPurchasesOptions = {},
): SiftedRows<Purchase> {
  const known =
    customers && new Map<CustomerId, Customer>([...customers].map((one) => [one.id, one]));
  const seen = new Map<string, number>();
  return siftRows<Purchase>(purchaseSchema, rows, {
    check: (purchase, index) => {
      const issues: RowIssue[] = [];
      const { id, at } = purchase;
      const customer = known?.get(purchase.customer);
      if (known !== undefined && customer === undefined) {
        const message = `names no customer: "${purchase.customer}"`;
        issues.push({ path: "customer", message });
      }
      if (customer?.since !== undefined && precedesCustomer(at, customer)) {
        const message = `lies before the customer existed: ${at} and ${customer.since}`;
        issues.push({ path: "at", message });
      }
      if (asOf !== undefined && at > asOf) {
        issues.push({ path: "at", message: `lies in the future: ${at} and ${asOf}` });
      }
      return issues.length > 0 ? issues : secondIssues(seen, { id, index });
    },
  });
}

/** The id is taken only by a row that is otherwise in order. */
function secondIssues(
  seen: Map<string, number>,
  { id, index }: { readonly id: string; readonly index: number },
): RowIssue[] {
  const first = seen.get(id);
  if (first === undefined) {
    seen.set(id, index);
    return [];
  }
  return [{ path: "id", message: `"${id}" is given twice, first at index ${String(first)}` }];
}
