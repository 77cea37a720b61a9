import type { OpenComplaint } from "../../relationship/assessment/open-complaint.js";
import type { Reason } from "../../shared/reason.js";
import type { CareCohort } from "./care-cohort.js";
import type { CareRelationship, PastCare } from "./care-relationship.js";
import type { RouteFinder } from "./care-routes.js";
import type { CareSettings } from "./care-settings.js";
import type { ClaimedDays } from "./claimed-days.js";

/** One customer as drafts see it. @internal */
export interface DraftSituation {
  readonly relationship: CareRelationship;
  readonly cohort: CareCohort;
  /** Care given up to the moment of the plan. */
  readonly pastCare: readonly PastCare[];
  readonly routes: RouteFinder;
  readonly isControl: boolean;
  /** Whether somebody looks after the customer. */
  readonly hasOwner: boolean;
  /** The days that the customer's occasions claim. */
  readonly claimed: ClaimedDays;
  /** A complaint not yet settled. */
  readonly complaint: OpenComplaint | undefined;
  /** The occasions answered before, by key. */
  readonly given: ReadonlyMap<string, Reason>;
}

/** One customer, and what the plan is made by. @internal */
export interface DraftContext {
  readonly situation: DraftSituation;
  readonly settings: CareSettings;
}
