import { contactPointState } from "../../customer/record/contact-point-state.js";
import type { ContactPointOptions } from "../../customer/record/contact-point-state.js";
import type { ContactPoint } from "../../customer/record/contact-point.js";
import type { Customer, CustomerId } from "../../customer/record/customer.js";
import { compareText } from "../../shared/text-order.js";
import { addressKey } from "./address-key.js";

/** A customer behind an address. */
export interface DirectoryEntry {
  /** The customer. */
  readonly customer: CustomerId;
  /** The id of the key person whose address it is; absent where it is the customer's own. */
  readonly keyPerson?: string;
}

/** Who is behind which address: by the address in the one form in which equal addresses are equal texts. */
export type ContactDirectory = Readonly<Record<string, readonly DirectoryEntry[]>>;

/** Which addresses count, and how numbers are read. */
export interface ContactDirectoryOptions extends ContactPointOptions {
  /** The id that stands now for each former one, as `ids` of `canonicalCustomerIds`; each for itself when absent. */
  readonly standingIds?: Readonly<Record<string, CustomerId>>;
  /** The host's own reader of numbers without a country, as for `normalizePhone`. */
  readonly parse?: (text: string) => string | undefined;
}

/**
 * Who is behind which telephone number, e-mail address and handle?
 *
 * Made once, asked often with {@link recogniseCustomer}. Addresses that do not hold yet or no longer are left out, for
 * numbers are given to others; those that failed stay, as who cannot be reached can still call. The addresses of key
 * persons lead to their organisation.
 *
 * @param customers - The customers.
 * @param options - The moment and zone by which addresses hold, former ids, the reader of numbers.
 * @returns The entries by address, each customer once, by id. It has no prototype.
 * @throws RangeError when the reader answers with something that is not E.164.
 * @example
 * ```ts
 * import { customerId } from "goodwill/customer";
 * import { contactDirectory } from "goodwill/service";
 * import { instant } from "goodwill/shared";
 *
 * const mei = {
 *   id: customerId("C-17"),
 *   kind: "person",
 *   name: "Lin Mei",
 *   contactPoints: [{ id: "p", channel: "phone", address: "+49 30 123456" }],
 *   consents: [],
 * } as const;
 * const directory = contactDirectory([mei], { asOf: instant("2026-02-13T09:30:00Z") });
 * Object.keys(directory); // => ["phone +4930123456"]
 * ```
 */
export function contactDirectory(
  customers: Iterable<Customer>,
  options: ContactDirectoryOptions,
): ContactDirectory {
  // Without a prototype: an address such as `constructor` has no entry, either.
  const directory = Object.create(null) as Record<string, DirectoryEntry[]>;
  const { standingIds = {} } = options;
  for (const { id, contactPoints, keyPersons = [] } of customers) {
    const customer = Object.hasOwn(standingIds, id) ? standingIds[id]! : id;
    addAll(contactPoints, { customer });
    for (const person of keyPersons) {
      addAll(person.contactPoints ?? [], { customer, keyPerson: person.id });
    }
  }
  for (const entries of Object.values(directory)) {
    entries.sort(
      (a, b) =>
        compareText(a.customer, b.customer) || compareText(a.keyPerson ?? "", b.keyPerson ?? ""),
    );
  }
  return directory;

  function addAll(points: readonly ContactPoint[], entry: DirectoryEntry): void {
    for (const point of points) {
      const key = addressKey(point, options);
      if (key === undefined) continue;
      const { state } = contactPointState(point, options);
      if (state === "expired" || state === "not-yet") continue;
      const entries = (directory[key] ??= []);
      const { customer, keyPerson } = entry;
      if (entries.some((one) => one.customer === customer && one.keyPerson === keyPerson)) continue;
      entries.push(entry);
    }
  }
}
