import type { ContactBasis, ContactFacts } from "../../customer/consent/contact-decision.js";
import type { LifecycleExitState } from "../../customer/life-cycle/exit.js";
import type { RelationshipRung } from "../../customer/life-cycle/rung.js";
import type { LifecycleStage } from "../../customer/life-cycle/stage-aim.js";
import type { ContactChannel } from "../../customer/record/contact-point.js";
import type { Customer } from "../../customer/record/customer.js";
import type { NeedOverview } from "../../customer/record/need.js";
import type { AttachmentPattern } from "../../loyalty/attachment/loyalty-attachment.js";
import type { LoyaltyLevel } from "../../loyalty/attachment/loyalty-level.js";
import type { Reason } from "../../shared/reason.js";
import type { LeapDayPolicy } from "../../shared/time/anniversary.js";
import type { Instant } from "../../shared/time/instant.js";
import type { LunarSkip } from "../../shared/time/lunar-calendar.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import type { TimeZone } from "../../shared/time/time-zone.js";
import type { CustomerOutlook } from "../../value/lifetime/customer-outlooks.js";
import type { DatedOccasion } from "../occasion/dated-occasion.js";
import type { OccasionEvent } from "../occasion/occasion-event.js";
import type { LeavingRisk } from "./leaving-risk.js";
import type { OpenComplaint } from "./open-complaint.js";
import type { SatisfactionCourse } from "./satisfaction-course.js";

/** The sides from which a relationship is looked at, in the order they are told. */
export const RELATIONSHIP_ASPECTS = [
  "clock",
  "life-cycle",
  "value",
  "satisfaction",
  "loyalty",
  "tier",
  "complaints",
  "promises",
  "needs",
  "leaving-risk",
  "occasions",
  "consents",
  "owner",
  "segments",
] as const;

/** A side from which a relationship is looked at; `clock` is the customer's zone. */
export type RelationshipAspect = (typeof RELATIONSHIP_ASPECTS)[number];

/** A promise not yet kept. */
export interface OpenPromise {
  /** The host's id. */
  readonly id: string;
  /** What was promised. */
  readonly what: string;
  /** When it was promised. */
  readonly at: Instant;
  /** The last day on which it is in time; absent when no day was named. */
  readonly due?: PlainDate;
  /** Whether that day has passed on the customer's calendar. */
  readonly overdue: boolean;
}

/** Whether a customer may be contacted for one purpose on one channel. */
export interface ContactStanding {
  /** What for. */
  readonly purpose: string;
  /** The channel. */
  readonly channel: ContactChannel;
  /** Whether it is allowed. */
  readonly allowed: boolean;
  /** The id of the contact point to use; absent when not allowed. */
  readonly contactPoint?: string;
  /** The ground; absent when not allowed. */
  readonly basis?: ContactBasis;
  /** Why, or why not; the first alone decides. */
  readonly reasons: readonly Reason[];
}

/** What an aspect rests on. */
export interface AspectEvidence {
  /** The aspect. */
  readonly aspect: RelationshipAspect;
  /** What it rests on, in the order the rules were applied. */
  readonly reasons: readonly Reason[];
  /** When the latest fact used happened; absent where facts have no date. */
  readonly at?: Instant;
  /** How many days ago that was, on the customer's calendar, at least 0; absent without `at`. */
  readonly ageDays?: number;
  /** Whether it is older than the policy allows; absent where the policy says nothing, or the age is not known. */
  readonly stale?: boolean;
}

/** What is not known, and why. */
export interface UnknownAspect {
  /** The aspect. */
  readonly aspect: RelationshipAspect;
  /** What is missing. */
  readonly reason: Reason;
}

/** One customer as a whole, as known at a moment. */
export interface Relationship {
  /** The customer, as handed over. */
  readonly customer: Customer;
  /** The moment it holds for. */
  readonly asOf: Instant;
  /** The zone whose days were counted: the customer's, or the policy's where that is not known. */
  readonly zone: TimeZone;
  /** The stage of the life cycle. */
  readonly stage: LifecycleStage;
  /** The rung of the ladder. */
  readonly rung: RelationshipRung;
  /** Whether the customer leaves the life cycle. */
  readonly exit: LifecycleExitState;
  /** The value class; absent when unknown. */
  readonly valueClass?: string;
  /** What is to be expected of the customer; absent when unknown. */
  readonly valueOutlook?: CustomerOutlook;
  /** How satisfied the customer is, and whether that rises or falls; absent when unknown. */
  readonly satisfaction?: SatisfactionCourse;
  /** What behaviour and attitude make together. */
  readonly loyaltyPattern: AttachmentPattern;
  /** The highest level of loyalty reached; absent where not even the lowest is known to be. */
  readonly loyaltyLevel?: LoyaltyLevel;
  /** The tier; absent without one, or when unknown. */
  readonly tier?: string;
  /** Points held less what is owed; absent when unknown. */
  readonly points?: number;
  /** The complaints not settled, the oldest first, equals by id; absent when unknown. */
  readonly openComplaints?: readonly OpenComplaint[];
  /** The promises not kept, the one due first first, those without a day last; absent when unknown. */
  readonly promises?: readonly OpenPromise[];
  /** What the customer needs. */
  readonly needs: NeedOverview;
  /** How likely the customer leaves; absent when nothing speaks to it. */
  readonly leavingRisk?: LeavingRisk;
  /** The next occasions, by day, then the larger priority, then by id; absent where none were asked for. */
  readonly nextOccasions?: readonly DatedOccasion[];
  /** What the policy asks of consent, in its order. */
  readonly consents: readonly ContactStanding[];
  /** Who looks after the customer; absent when nobody does. */
  readonly owner?: string;
  /** Whose budget pays; absent when no team's. */
  readonly team?: string;
  /** The segments the customer is in, by name; absent when unknown. */
  readonly segments?: readonly string[];
  /** What gives rise to occasions, as far as known by then; absent when not told. */
  readonly events?: readonly OccasionEvent[];
  /** When this customer keeps a 29 February in other years; absent when not told. */
  readonly leapDay?: LeapDayPolicy;
  /** What this customer does about a lunar birthday that a year has not; absent when not told. */
  readonly lunarSkip?: LunarSkip;
  /** What else decides whether the customer may be contacted, as far as known by then; absent when not told. */
  readonly contactFacts?: ContactFacts;
  /** What each aspect rests on, in the order of {@link RELATIONSHIP_ASPECTS}, where something is known. */
  readonly evidence: readonly AspectEvidence[];
  /** What is not known, in the same order. */
  readonly unknown: readonly UnknownAspect[];
}
