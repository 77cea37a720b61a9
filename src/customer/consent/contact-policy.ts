import type { LeapDayPolicy } from "../../shared/time/anniversary.js";
import type { TimeZone } from "../../shared/time/time-zone.js";
import type { ContactChannel } from "../record/contact-point.js";
import type { LegalBasisKind } from "./legal-basis.js";
import type { MessageClass } from "./message-class.js";
import type { SuppressionKind } from "./suppression.js";

/** That a grant counts only after it was asked for and confirmed: double opt-in. */
export interface DoubleOptInRule {
  /** The channels it is asked on. */
  readonly channels: readonly ContactChannel[];
  /** How many hours after the pending consent its confirmation must come, above 0; later is too late. */
  readonly confirmWithinHours: number;
}

/** What a purpose of contact asks for. */
export interface PurposeRule {
  /** What its messages are to the law. */
  readonly messageClass: MessageClass;
  /**
   * The purposes whose consent covers this one, too, as `marketing` may cover `newsletter`; none when absent. Each is
   * named here: covering does not pass on. A grant to a covering purpose carries this one only while it meets the rules
   * of both, double opt-in and lapsing.
   */
  readonly coveredBy?: readonly string[];
  /** The bases beside consent that may carry it, in the order they are tried; none when absent. */
  readonly bases?: readonly LegalBasisKind[];
  /** Double opt-in; a grant counts as it is when absent. */
  readonly doubleOptIn?: DoubleOptInRule;
  /**
   * After how many calendar months without use or renewal a grant lapses, a whole number of at least 1; never when
   * absent. It holds through the day of the last month with the same number.
   */
  readonly lapsesAfterMonths?: number;
}

/**
 * Who bought may be written to about the firm's own similar products without consent: soft opt-in.
 *
 * That the address was got at the sale, and that each message offers a way out, is for the firm to see to.
 */
export interface ExistingCustomerPolicy {
  /** The purposes it carries. */
  readonly purposes: readonly string[];
  /** The channels it carries. */
  readonly channels: readonly ContactChannel[];
  /** How many calendar months after a purchase it holds, a whole number of at least 1. */
  readonly withinMonths: number;
  /**
   * Whether a line of the purchase must be of a category that the message is about; otherwise every purchase counts.
   */
  readonly sameCategory: boolean;
}

/** Who is a minor by the birthday on record, without a suppression `minor`. */
export interface MinorityPolicy {
  /** From how many completed years on a person is of age, a whole number of at least 1. */
  readonly ageOfMajority: number;
  /** The day on which somebody born on 29 February turns a year older in other years. */
  readonly leapDay: LeapDayPolicy;
  /** Whether a person whose birthday leaves it open, or is unknown, counts as a minor. */
  readonly unknownIsMinor: boolean;
}

/** What may be sent to whom: the rules of each purpose, and what stops every message. */
export interface ContactPolicy {
  /** The zone whose calendar counts days and months, and that of customers whose zone is unknown. */
  readonly timeZone: TimeZone;
  /** The rules of the purposes that are named. */
  readonly purposes: Readonly<Record<string, PurposeRule>>;
  /** The rule of every other purpose. */
  readonly otherwise: PurposeRule;
  /** Which classes of message each kind of suppression stops. */
  readonly suppressions: Readonly<Record<SuppressionKind, readonly MessageClass[]>>;
  /** Who is a minor; to them applies what `suppressions` says of `minor`. */
  readonly minority: MinorityPolicy;
  /** The soft opt-in; off when absent. */
  readonly existingCustomer?: ExistingCustomerPolicy;
}

/**
 * Every purpose is promotional and needs a grant; nothing lapses, nothing covers, no soft opt-in; days are UTC's.
 *
 * What each suppression stops:
 *
 * | kind | promotional | transactional | legal notice |
 * |---|---|---|---|
 * | `bounced` | stops | stops | stops |
 * | `complained` | stops | - | - |
 * | `deceased` | stops | stops | - |
 * | `minor` | stops | - | - |
 * | `legal-hold` | stops | stops | - |
 * | `do-not-contact` | stops | stops | - |
 *
 * Consent first: Directive 2002/58/EC, Art. 13(1), and GDPR, Art. 6(1)(a) and 7. Its double opt-in, its lapsing and the
 * soft opt-in of Art. 13(2) differ from country to country, so the firm turns them on. A complaint is an objection
 * (GDPR, Art. 21(3)); children merit specific protection from marketing (GDPR, recital 38); a notice demanded by law
 * still goes to the estate, to a party and to who wants no contact, but not to an address that does not exist. Of age
 * is who has completed 18 years (Convention on the Rights of the Child, Art. 1); an unknown birthday stops nothing.
 */
export const DEFAULT_CONTACT_POLICY: ContactPolicy = {
  timeZone: "UTC" as TimeZone,
  purposes: {},
  otherwise: { messageClass: "promotional" },
  suppressions: {
    bounced: ["promotional", "transactional", "legal-notice"],
    complained: ["promotional"],
    deceased: ["promotional", "transactional"],
    minor: ["promotional"],
    "legal-hold": ["promotional", "transactional"],
    "do-not-contact": ["promotional", "transactional"],
  },
  minority: { ageOfMajority: 18, leapDay: "mar1", unknownIsMinor: false },
};
