import type { Reason } from "../../shared/reason.js";
import type { Customer, CustomerId } from "../record/customer.js";
import type { ContactBasis, ContactFacts, ContactQuestion } from "./contact-decision.js";
import { contactPermission } from "./may-contact.js";

/** A customer that may be contacted. */
export interface PermittedCustomer {
  /** Who. */
  readonly customer: CustomerId;
  /** The id of the contact point to use. */
  readonly contactPoint: string;
  /** The ground. */
  readonly basis: ContactBasis;
  /** The ground with its facts, then the contact point with why it was chosen. */
  readonly reasons: readonly Reason[];
}

/** A customer that may not be contacted. */
export interface BlockedCustomer {
  /** Position among the customers given, from 0. */
  readonly index: number;
  /** Who; absent where the record is so broken that it has no id. */
  readonly customer?: CustomerId;
  /** Everything that stands against it; the first alone decides. */
  readonly reasons: readonly Reason[];
}

/** How often a reason stood against contact. */
export interface BlockCount {
  /** The code of the reason. */
  readonly code: string;
  /** For how many customers it was the first, so that it decided. */
  readonly decisive: number;
  /** For how many customers it stood among the reasons. */
  readonly customers: number;
}

/** Many customers, split; every one given is in exactly one of the lists. */
export interface ContactAudience {
  /** Who may be contacted, in the order given. */
  readonly allowed: readonly PermittedCustomer[];
  /** Who may not, in the order given. */
  readonly blocked: readonly BlockedCustomer[];
  /** The reasons against, those that decided most often first; equals by code. */
  readonly blockedBy: readonly BlockCount[];
}

/** What is asked, and what is known beside the records, of all customers together. */
export interface MayContactAllOptions
  extends Omit<ContactQuestion, "contactPoint">, Omit<ContactFacts, "aliases"> {
  /**
   * The id that stands now for each former one, as `ids` of `canonicalCustomerIds`: facts recorded under a former id
   * are those of who stands. Every id stands for itself when absent.
   */
  readonly standingIds?: Readonly<Record<string, CustomerId>>;
}

/**
 * Which of these customers may we contact, and what keeps the others out?
 *
 * Each is answered as by {@link mayContact}. A record that cannot be read is blocked with its reason and stops nobody
 * else.
 *
 * @param customers - The customers.
 * @param options - The purpose, channel and moment; the policy; facts of any of the customers.
 * @returns Who may be contacted where, who may not and why, and how often each reason stood against it.
 * @throws RangeError when the purpose is empty, the channel unknown, a moment no instant, or the policy's zone, age,
 * months or hours are none.
 * @example
 * ```ts
 * import { customerId, mayContactAll } from "goodwill/customer";
 * import { instant } from "goodwill/shared";
 *
 * const ann = { id: customerId("C-18"), kind: "person", name: "Ann", contactPoints: [], consents: [] } as const;
 * const asOf = instant("2026-02-13T09:30:00Z");
 * const { allowed, blockedBy } = mayContactAll([ann], { purpose: "newsletter", channel: "email", asOf });
 * allowed; // => []
 * blockedBy[0]; // => { code: "no-contact-point", decisive: 1, customers: 1 }
 * ```
 */
export function mayContactAll(
  customers: Iterable<Customer>,
  options: MayContactAllOptions,
): ContactAudience {
  const { bases, purchases, uses, standingIds = {}, ...question } = options;
  const permitted = contactPermission(question);
  const basesOf = byCustomer(bases, standingIds);
  const purchasesOf = byCustomer(purchases, standingIds);
  const usesOf = byCustomer(uses, standingIds);
  const hasFacts = basesOf.size + purchasesOf.size + usesOf.size > 0;
  const aliasesOf = new Map<CustomerId, CustomerId[]>();
  for (const [alias, id] of Object.entries(standingIds)) {
    const aliases = aliasesOf.get(id);
    if (aliases === undefined) aliasesOf.set(id, [alias as CustomerId]);
    else aliases.push(alias as CustomerId);
  }
  const allowed: PermittedCustomer[] = [];
  const blocked: BlockedCustomer[] = [];
  const counts = new Map<string, { decisive: number; customers: number }>();
  let index = 0;
  for (const customer of customers) {
    // A record from outside may be no object at all.
    const id = (customer as Customer | null | undefined)?.id;
    const facts =
      hasFacts && id !== undefined
        ? {
            bases: basesOf.get(id) ?? [],
            purchases: purchasesOf.get(id) ?? [],
            uses: usesOf.get(id) ?? [],
            aliases: aliasesOf.get(id) ?? [],
          }
        : undefined;
    const decision = permitted(customer, facts);
    if (decision.allowed) {
      const { contactPoint, basis, reasons } = decision;
      allowed.push({ customer: customer.id, contactPoint, basis, reasons });
    } else {
      const { reasons } = decision;
      blocked.push({ index, ...(id !== undefined && { customer: id }), reasons });
      countReasons(counts, reasons);
    }
    index += 1;
  }
  const blockedBy = [...counts]
    .map(([code, count]) => ({ code, ...count }))
    .toSorted(
      (a, b) => b.decisive - a.decisive || b.customers - a.customers || (a.code < b.code ? -1 : 1),
    );
  return { allowed, blocked, blockedBy };
}

function byCustomer<Fact extends { readonly customer: CustomerId }>(
  facts: readonly Fact[] | undefined,
  standingIds: Readonly<Record<string, CustomerId>>,
): ReadonlyMap<CustomerId, readonly Fact[]> {
  const groups = new Map<CustomerId, Fact[]>();
  for (const fact of facts ?? []) {
    const { customer } = fact;
    const id = Object.hasOwn(standingIds, customer) ? standingIds[customer]! : customer;
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [fact]);
    else group.push(fact);
  }
  return groups;
}

function countReasons(
  counts: Map<string, { decisive: number; customers: number }>,
  reasons: readonly Reason[],
): void {
  for (const code of new Set(reasons.map((reason) => reason.code))) {
    const count = counts.get(code) ?? { decisive: 0, customers: 0 };
    counts.set(code, count);
    count.customers += 1;
    if (code === reasons[0]?.code) count.decisive += 1;
  }
}
