import type { ContactChannel } from "../../customer/record/contact-point.js";
import type { DatedOccasion } from "../../relationship/occasion/dated-occasion.js";
import type { Reason } from "../../shared/reason.js";
import type { Instant } from "../../shared/time/instant.js";
import type { TimeZone } from "../../shared/time/time-zone.js";
import type { CareRelationship, PastCare } from "./care-relationship.js";
import type { PreparedRule } from "./prepared-rule.js";

/** Where an action would go, and why it may. @internal */
export interface CareRoute {
  readonly channel: ContactChannel;
  readonly contactPoint: string;
  readonly reasons: readonly Reason[];
}

/** When an action would be due. @internal */
export interface CareMoment {
  /** The day, as a day number. */
  readonly day: number;
  /** The first moment it may be done. */
  readonly at: Instant;
  /** The first moment it no longer makes sense. */
  readonly notAfter: Instant;
  /** Whether quiet hours moved the moment. */
  readonly afterQuiet: boolean;
  /** Whether the day lies beyond what is known of holidays. */
  readonly provisional: boolean;
}

/** An action that might be done: one option of a slot. @internal */
export interface CareDraft {
  readonly prepared: PreparedRule;
  readonly dated: DatedOccasion;
  readonly route: CareRoute;
  readonly moment: CareMoment;
  readonly followUp?: { readonly route: CareRoute; readonly moment: CareMoment };
}

/** Occasions of one customer that one action answers, with the actions that might. @internal */
export interface CareSlot {
  /** The occasions, the first by priority first. */
  readonly dates: readonly DatedOccasion[];
  readonly drafts: readonly CareDraft[];
  /** What stands against actions that are no drafts. */
  readonly obstacles: readonly Reason[];
}

/** One customer's slots. @internal */
export interface DraftedCustomer {
  readonly relationship: CareRelationship;
  readonly zone: TimeZone;
  /** Care given up to the moment of the plan. */
  readonly pastCare: readonly PastCare[];
  readonly slots: readonly CareSlot[];
  /** What wants mending. */
  readonly diagnostics: readonly Reason[];
}
