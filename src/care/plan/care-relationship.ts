import type { ContactFacts } from "../../customer/consent/contact-decision.js";
import type { ContactChannel } from "../../customer/record/contact-point.js";
import type { Customer } from "../../customer/record/customer.js";
import type { OpenComplaint } from "../../relationship/assessment/open-complaint.js";
import type { OccasionEvent } from "../../relationship/occasion/occasion-event.js";
import type { LunarSkip } from "../../shared/time/lunar-calendar.js";
import type { Money } from "../../shared/money/money.js";
import type { LeapDayPolicy } from "../../shared/time/anniversary.js";
import type { Instant } from "../../shared/time/instant.js";
import type { CareKind } from "../policy/care-kind.js";

/** Care a customer has already been given, by this plan or another. */
export interface PastCare {
  /** When. */
  readonly at: Instant;
  /** What kind. */
  readonly kind: CareKind;
  /** By which channel. */
  readonly channel: ContactChannel;
  /** What it cost; nothing when absent. */
  readonly cost?: Money;
  /** The keys of the occasions it answered, as in a `DatedOccasion`; none when absent. */
  readonly occasionKeys?: readonly string[];
  /** The id of the rule that asked for it; absent when none did. */
  readonly rule?: string;
  /** Whether it was transactional, and so does not count towards any cap; no when absent. */
  readonly transactional?: boolean;
}

/** What care must know of one customer; a `Relationship` of `goodwill/relationship` is one. */
export interface CareRelationship {
  /** The customer. */
  readonly customer: Customer;
  /** The value class, such as `A`; absent when unknown. */
  readonly valueClass?: string;
  /** Who looks after the customer; `owner` of the record when absent. */
  readonly owner?: string;
  /** Whose budget pays; no team when absent. */
  readonly team?: string;
  /** The segments the customer is in; none when absent. */
  readonly segments?: readonly string[];
  /** The complaints not yet settled; none when absent. */
  readonly openComplaints?: readonly OpenComplaint[];
  /**
   * What happened to the customer that gives rise to occasions, or is announced: the end of a warranty or contract, a
   * life moment, the weather. Others dated after the plan is made do not count. Nothing when absent.
   */
  readonly events?: readonly OccasionEvent[];
  /** When this customer keeps a 29 February in other years; as the occasion's rule says when absent. */
  readonly leapDay?: LeapDayPolicy;
  /** What this customer does about a lunar birthday that a year has not; as the occasion's rule says when absent. */
  readonly lunarSkip?: LunarSkip;
  /** Care already given; none when absent. */
  readonly pastCare?: readonly PastCare[];
  /** What else decides whether the customer may be contacted; nothing when absent. */
  readonly contactFacts?: ContactFacts;
}
