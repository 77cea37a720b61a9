import type { ContactFacts } from "../../customer/consent/contact-decision.js";
import type { LifecycleFacts } from "../../customer/life-cycle/facts.js";
import type { AttitudeFact } from "../../loyalty/attachment/attitude-fact.js";
import type { LoyaltyView } from "../../loyalty/view/loyalty-view.js";
import type { LeapDayPolicy } from "../../shared/time/anniversary.js";
import type { Instant } from "../../shared/time/instant.js";
import type { LunarSkip } from "../../shared/time/lunar-calendar.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import type { CustomerOutlook } from "../../value/lifetime/customer-outlooks.js";
import type { OccasionEvent } from "../occasion/occasion-event.js";
import type { OpenComplaint } from "./open-complaint.js";

/** A complaint, settled or not. */
export interface RelationshipComplaint extends OpenComplaint {
  /** When it was settled; still open when absent. */
  readonly settledAt?: Instant;
}

/** Something promised to a customer. */
export interface RelationshipPromise {
  /** The host's id. */
  readonly id: string;
  /** What was promised. */
  readonly what: string;
  /** When it was promised. */
  readonly at: Instant;
  /** The last day on which it is in time; no day was named when absent. */
  readonly due?: PlainDate;
  /** When it was kept; not yet when absent. */
  readonly keptAt?: Instant;
}

/** What a customer was found to be worth, once. */
export interface ValueStanding {
  /** When it was found. */
  readonly at: Instant;
  /** The value class, as `portfolioClasses` of `goodwill/value` gives it; absent when not classed. */
  readonly class?: string;
  /** What is to be expected, as `customerOutlooks` of `goodwill/value` gives it; absent without a model. */
  readonly outlook?: CustomerOutlook;
}

/** How a member's ledger stood, once. */
export interface MembershipStanding {
  /** The moment it was read for. */
  readonly at: Instant;
  /** The view of the ledger, as `loyaltyView` of `goodwill/loyalty` gives it; more than these fields may be there. */
  readonly view: Pick<LoyaltyView, "balance" | "tier">;
}

/** Who looks after a customer from a moment on, until the next assignment. */
export interface RelationshipAssignment {
  /** From when on. */
  readonly at: Instant;
  /** The member of staff; nobody when absent. */
  readonly owner?: string;
  /** The team whose budget pays; none when absent. */
  readonly team?: string;
}

/** The segments a customer is in from a moment on, until the next time. */
export interface Segmentation {
  /** From when on. */
  readonly at: Instant;
  /** The segments, each once. */
  readonly segments: readonly string[];
}

/**
 * Everything a customer is assessed by, beside the record itself; every list in any order.
 *
 * A list that is absent was not looked up, and what follows from it is unknown; an empty one says that there is
 * nothing.
 */
export interface RelationshipFacts extends LifecycleFacts {
  /** What the customer thinks of us; unknown when absent. */
  readonly attitudes?: readonly AttitudeFact[];
  /** What the customer was found to be worth; unknown when absent. */
  readonly values?: readonly ValueStanding[];
  /** How the member's ledger stood; unknown when absent, no member when empty. */
  readonly memberships?: readonly MembershipStanding[];
  /** The complaints; unknown when absent. */
  readonly complaints?: readonly RelationshipComplaint[];
  /** What was promised; unknown when absent. */
  readonly promises?: readonly RelationshipPromise[];
  /** Who looks after the customer; the owner of the record when absent. */
  readonly assignments?: readonly RelationshipAssignment[];
  /** The segments; unknown when absent. */
  readonly segmentations?: readonly Segmentation[];
  /** What gives rise to occasions; nothing when absent. */
  readonly events?: readonly OccasionEvent[];
  /** When this customer keeps a 29 February in other years; as the occasion's rule says when absent. */
  readonly leapDay?: LeapDayPolicy;
  /** What this customer does about a lunar birthday that a year has not; as the occasion's rule says when absent. */
  readonly lunarSkip?: LunarSkip;
  /** What else decides whether the customer may be contacted; its purchases are those above when absent. */
  readonly contactFacts?: ContactFacts;
}
