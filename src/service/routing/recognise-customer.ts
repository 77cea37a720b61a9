import type { ContactPoint } from "../../customer/record/contact-point.js";
import type { CustomerId } from "../../customer/record/customer.js";
import type { Reason } from "../../shared/reason.js";
import { addressKey } from "./address-key.js";
import type { ContactDirectory } from "./contact-directory.js";

/** What a contact shows of who it is from: its address and the kind of it. */
export type ContactSender = Pick<ContactPoint, "channel" | "address" | "service">;

/**
 * Who a contact is from.
 *
 * - `known`: one customer.
 * - `shared`: several, as behind a family's number or a switchboard; which one is not guessed.
 * - `unknown`: nobody who is in the directory.
 * - `unreadable`: it shows no address (a withheld number, `n/a`).
 */
export type RecognisedCustomer =
  | {
      /** One customer. */
      readonly state: "known";
      /** Who. */
      readonly customer: CustomerId;
      /** The id of the key person it is; absent where it is the customer's own address, or that of several persons. */
      readonly keyPerson?: string;
      /** Why. */
      readonly reason: Reason;
    }
  | {
      /** Several customers. */
      readonly state: "shared";
      /** Who it may be, by id. */
      readonly customers: readonly CustomerId[];
      /** Why. */
      readonly reason: Reason;
    }
  | {
      /** Nobody known, or no address. */
      readonly state: "unknown" | "unreadable";
      /** Why. */
      readonly reason: Reason;
    };

/** Where to look, and how numbers are read. */
export interface RecogniseCustomerOptions {
  /** Who is behind which address; see {@link contactDirectory}. */
  readonly directory: ContactDirectory;
  /** The host's own reader of numbers without a country; the same as that of the directory. */
  readonly parse?: (text: string) => string | undefined;
}

/**
 * Who is calling, or writing?
 *
 * Looks the address up in the form in which equal addresses are equal. Only a whole address counts: a number without a
 * country is not taken for one with the same last digits. Where several customers are behind it, all are named and none
 * is chosen: whoever answers asks.
 *
 * @param sender - The address and its kind, as the switchboard or mail server tells.
 * @param options - The directory, and the reader of numbers.
 * @returns The customer, or why there is none.
 * @throws RangeError when the reader answers with something that is not E.164.
 * @example
 * ```ts
 * import { customerId } from "goodwill/customer";
 * import { contactDirectory, recogniseCustomer } from "goodwill/service";
 * import { instant } from "goodwill/shared";
 *
 * const contactPoints = [{ id: "p", channel: "phone", address: "+49 30 123456" }] as const;
 * const family = { kind: "person", contactPoints, consents: [] } as const;
 * const mei = { ...family, id: customerId("C-17"), name: "Lin Mei" };
 * const bo = { ...family, id: customerId("C-18"), name: "Lin Bo" };
 * const asOf = instant("2026-02-13T09:30:00Z");
 * const call = { channel: "phone", address: "0049 30 123456" } as const;
 * recogniseCustomer(call, { directory: contactDirectory([mei], { asOf }) }).state; // => "known"
 * recogniseCustomer(call, { directory: contactDirectory([mei, bo], { asOf }) }).state; // => "shared"
 * ```
 */
export function recogniseCustomer(
  sender: ContactSender,
  { directory, parse }: RecogniseCustomerOptions,
): RecognisedCustomer {
  const { channel } = sender;
  const key = addressKey(sender, { ...(parse !== undefined && { parse }) });
  if (key === undefined) {
    return { state: "unreadable", reason: { code: "routing-no-address", params: { channel } } };
  }
  const entries = Object.hasOwn(directory, key) ? directory[key]! : [];
  const customers = [...new Set(entries.map(({ customer }) => customer))];
  const [customer] = customers;
  if (customer === undefined) {
    return {
      state: "unknown",
      reason: { code: "routing-customer-unknown", params: { channel } },
    };
  }
  if (customers.length > 1) {
    const params = { channel, customers: customers.length };
    return { state: "shared", customers, reason: { code: "routing-customer-shared", params } };
  }
  const [{ keyPerson }] = entries as readonly [(typeof entries)[number]];
  return {
    state: "known",
    customer,
    ...(entries.length === 1 && keyPerson !== undefined && { keyPerson }),
    reason: { code: "routing-customer-known", params: { channel, customer } },
  };
}
