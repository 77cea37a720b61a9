import type { PlainDate } from "../../shared/time/plain-date.js";
import type { TimeZone } from "../../shared/time/time-zone.js";
import type { Consent } from "../consent/consent.js";
import type { Suppression } from "../consent/suppression.js";
import type { ContactPoint } from "./contact-point.js";
import type { KeyPerson } from "./key-person.js";
import type { Need } from "./need.js";
import type { PartialDate } from "./partial-date.js";

declare const customerIdBrand: unique symbol;

/** The host's own id of a customer: a text that is not empty. Make one with {@link customerId}. */
export type CustomerId = string & {
  /** Exists for the compiler only: a bare string is not yet a customer's id. */
  readonly [customerIdBrand]: true;
};

/**
 * A person or an organisation that bought, is buying, or may buy (CUS-1). A prospect is a customer, too.
 */
export interface Customer {
  /** The host's own id. */
  readonly id: CustomerId;
  /** A natural person, or a company, authority, club or household. */
  readonly kind: "person" | "organisation";
  /** The name as it is written to the customer. */
  readonly name: string;
  /** Given name of a person; absent where it is not known apart. */
  readonly givenName?: string;
  /** Family name of a person; absent where it is not known apart. */
  readonly familyName?: string;
  /** Birthday of a person, or founding day of an organisation; absent when unknown. */
  readonly birthday?: PartialDate;
  /** Language to speak in, as a BCP 47 tag such as `zh-CN`; absent when unknown. */
  readonly language?: string;
  /** Zone of the customer's clock; absent when unknown. */
  readonly timeZone?: TimeZone;
  /** Where the customer can be reached; empty when nowhere. */
  readonly contactPoints: readonly ContactPoint[];
  /** What the customer has agreed to, asked about and taken back, as it was recorded, in any order. */
  readonly consents: readonly Consent[];
  /** What forbids contact whatever was agreed to; none when absent. */
  readonly suppressions?: readonly Suppression[];
  /** The account manager: the host's id of the member of staff; absent when nobody is. */
  readonly owner?: string;
  /** Who counts in an organisation (CUS-5); none known when absent. */
  readonly keyPersons?: readonly KeyPerson[];
  /** What the customer needs (CUS-8); none known when absent. */
  readonly needs?: readonly Need[];
  /** The day the relationship began; absent when unknown. */
  readonly since?: PlainDate;
}

/**
 * Takes a text as a customer's id.
 *
 * @param text - The host's own id, not empty and without blanks at its ends.
 * @returns The same text, as an id.
 * @throws RangeError when the text is empty or begins or ends with a blank.
 * @example
 * ```ts
 * import { customerId } from "goodwill/customer";
 *
 * customerId("C-17"); // => "C-17"
 * customerId(" "); // throws RangeError
 * ```
 */
export function customerId(text: string): CustomerId {
  if (text !== "" && text.trim() === text) return text as CustomerId;
  throw new RangeError(
    `Cannot use a customer's id: expected a text without blanks at its ends, got ${JSON.stringify(text)}`,
  );
}
