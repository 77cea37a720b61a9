import type { OccasionCalendars } from "../../relationship/occasion/occasion-facts.js";
import type { OccasionRule } from "../../relationship/occasion/occasion-rule.js";
import type { Instant } from "../../shared/time/instant.js";
import type { Period } from "../../shared/time/period.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import type { CareBudget, CareCapacity } from "../policy/care-budget.js";
import type { CarePolicy } from "../policy/care-policy.js";
import type { ControlGroup } from "../review/control-group.js";

/** What care of one customer after another is planned by. */
export interface CareOptions {
  /** The host's id of the plan; the ids of its actions begin with it. Not empty. */
  readonly plan: string;
  /** The moment as of which it is planned: nothing learned later counts, and nothing is due before it. */
  readonly asOf: Instant;
  /** The days whose occasions are answered. */
  readonly period: Period<PlainDate>;
  /** The occasions. */
  readonly occasions: readonly OccasionRule[];
  /** What dates them beyond the Gregorian calendar; occasions that need more are named in the diagnostics. */
  readonly calendars?: OccasionCalendars;
  /** The rules of care. */
  readonly policy: CarePolicy;
  /** What the actions for any one customer may cost; no limit when absent. */
  readonly budget?: Pick<CareBudget, "perCustomer">;
  /** Who is given nothing but transactional care, so that the effect can be measured; nobody when absent. */
  readonly control?: ControlGroup;
}

/** What a plan of care for many customers is made by. */
export interface PlanCareOptions extends CareOptions {
  /** What it may cost; no limit when absent. */
  readonly budget?: CareBudget;
  /** How many visits and calls can be made; no limit when absent. */
  readonly capacities?: readonly CareCapacity[];
}
