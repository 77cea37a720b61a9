import {
  inControlGroup,
  lintCarePolicy,
  planCare,
  type CarePlan,
  type CarePolicyFinding,
  type PlanCareOptions,
  type PlanReview,
} from "goodwill/care";
import type { CustomerId } from "goodwill/customer";
import { prepareAssessment, type Relationship } from "goodwill/relationship";
import type { Instant, Period, PlainDate } from "goodwill/shared";
import type { KnownCustomer } from "./company-care.js";
import { BUDGET, CALENDARS, CAPACITIES, CONTROL, OCCASIONS, POLICY } from "./policy.js";
import { simulatedReview } from "./simulated-review.js";

/** For whom, when, and as of when care is planned. */
export interface CareBase {
  readonly customers: readonly KnownCustomer[];
  readonly period: Period<PlainDate>;
  readonly asOf: Instant;
  /** Where the simulated answers of the quarter begin. */
  readonly seed: number;
}

/** The plan of a quarter, and what might come of it. */
export interface CareFindings {
  readonly relationships: ReadonlyMap<CustomerId, Relationship>;
  /** What in the policy wants mending. */
  readonly faults: readonly CarePolicyFinding[];
  readonly plan: CarePlan;
  /** How many customers are held out. */
  readonly heldOut: number;
  /** What came of the plan, by simulated answers. */
  readonly review: PlanReview;
}

/** Assesses every relationship, plans the care of the quarter, and reviews it by simulated answers. */
export function careFindings({ customers, period, asOf, seed }: CareBase): CareFindings {
  const assess = prepareAssessment({ asOf, policies: { zone: POLICY.timeZone } });
  const relationships = customers.map(({ customer, facts }) => assess(customer, facts));
  const options: PlanCareOptions = {
    plan: CONTROL.campaign,
    ...{ asOf, period, occasions: OCCASIONS, calendars: CALENDARS, policy: POLICY },
    ...{ budget: BUDGET, capacities: CAPACITIES },
  };
  const plan = planCare(relationships, { ...options, control: CONTROL });
  const heldOut = relationships.filter(({ customer }) => inControlGroup(customer.id, CONTROL));
  return {
    relationships: new Map(relationships.map((one) => [one.customer.id, one])),
    faults: lintCarePolicy(POLICY, {
      ...{ occasions: OCCASIONS, classes: ["A", "B", "C"] },
      ...{ budget: BUDGET, capacities: CAPACITIES },
    }),
    plan,
    heldOut: heldOut.length,
    review: simulatedReview(plan.actions, {
      // What the control group would have been given: its answers count for these occasions.
      withheld: planCare(heldOut, options).actions,
      seed,
    }),
  };
}
