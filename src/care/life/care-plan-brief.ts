import type { CustomerId } from "../../customer/record/customer.js";
import type { Money } from "../../shared/money/money.js";
import type { CareAction } from "../plan/care-action.js";

/** A person who counts for a plan. */
export interface CarePlanPerson {
  /** The host's id or the name. */
  readonly person: string;
  /** What for: who decides at the customer's, who answers for the plan. */
  readonly role: string;
  /** The customer the person belongs to; absent for the firm's own people. */
  readonly customer?: CustomerId;
}

/** A part of an activity and who does it. */
export interface CarePlanTask {
  /** Who: the host's id of the member of staff. */
  readonly who: string;
  /** What. */
  readonly does: string;
}

/** Something a team does within a plan. */
export interface CarePlanActivity {
  /** What: `the summer festival`, `birthday greetings`. */
  readonly name: string;
  /** Which team. */
  readonly team: string;
  /** What for. */
  readonly aim: string;
  /** Who does what: at least one entry. */
  readonly work: readonly CarePlanTask[];
}

/** What a plan of care says in words (CARE-2). While it is a draft, any part may still be empty. */
export interface CarePlanBrief {
  /** What shall be reached. */
  readonly goals: readonly string[];
  /** The people who count. */
  readonly keyPersons: readonly CarePlanPerson[];
  /** The customers it follows. */
  readonly trackedCustomers: readonly CustomerId[];
  /** What is offered them. */
  readonly scope: readonly string[];
  /** What is done, by which team, with which aim and division of work. */
  readonly activities: readonly CarePlanActivity[];
}

/** A plan of care as it is put before an approver. */
export interface CarePlanDocument {
  /** What it says in words. */
  readonly brief: CarePlanBrief;
  /** What shall be done for whom, as `actions` of a `CarePlan`; each is `planned`. */
  readonly actions: readonly CareAction[];
  /** What it may cost: the amount that is approved; at least the cost of all actions. */
  readonly budget: Money;
}
