// One customer while it is assessed. Internal: not part of the package's surface.

import type { ContactPermission } from "../../customer/consent/may-contact.js";
import type { Customer } from "../../customer/record/customer.js";
import type { Reason } from "../../shared/reason.js";
import type { Instant } from "../../shared/time/instant.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import type { TimeZone } from "../../shared/time/time-zone.js";
import type { OccasionDates, OccasionFacts } from "../occasion/occasion-facts.js";
import type { AssessmentPolicies, ConsentQuestion } from "./assessment-policy.js";
import type { RelationshipFacts } from "./relationship-facts.js";
import type { Relationship, RelationshipAspect } from "./relationship.js";

/** A question of consent, ready to be put to any customer. */
export interface PreparedConsent extends ConsentQuestion {
  readonly permitted: ContactPermission;
}

/** A customer with what was known of it, and the rules. */
export interface AssessedCase {
  readonly customer: Customer;
  readonly facts: RelationshipFacts;
  readonly asOf: Instant;
  readonly zone: TimeZone;
  readonly today: PlainDate;
  readonly policies: AssessmentPolicies;
  readonly consents: readonly PreparedConsent[];
  readonly occasions: ((facts: OccasionFacts) => OccasionDates) | undefined;
}

/** What was found of an aspect: values of the relationship, what they rest on, and what is missing. */
export interface AspectFinding<Values extends Partial<Relationship>> {
  readonly aspect: RelationshipAspect;
  readonly values: Values;
  readonly reasons: readonly Reason[];
  readonly missing: readonly Reason[];
  /** When the latest fact used happened. */
  readonly at?: Instant | undefined;
}

/** That a list of facts was not handed over. */
export function notLookedUp(list: string): Reason {
  return { code: "assessment-not-looked-up", params: { list } };
}

/** The latest of some moments; absent without any. */
export function latestOf(moments: readonly (Instant | undefined)[]): Instant | undefined {
  let latest: Instant | undefined;
  for (const at of moments) {
    if (at !== undefined && (latest === undefined || at > latest)) latest = at;
  }
  return latest;
}
