import type { Reason } from "../../shared/reason.js";
import type { CareCohort } from "./care-cohort.js";
import type { CareSlot } from "./care-draft.js";
import type { CareRelationship, PastCare } from "./care-relationship.js";
import type { RouteFinder } from "./care-routes.js";

/** One customer's slots. @internal */
export interface DraftedCustomer {
  readonly relationship: CareRelationship;
  readonly cohort: CareCohort;
  /** Care given up to the moment of the plan. */
  readonly pastCare: readonly PastCare[];
  /** Tells where an action would go. */
  readonly routes: RouteFinder;
  readonly slots: readonly CareSlot[];
  /** What wants mending. */
  readonly diagnostics: readonly Reason[];
}
