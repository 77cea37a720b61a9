import { contactPermission } from "../../customer/consent/may-contact.js";
import type { Customer } from "../../customer/record/customer.js";
import { daysBetween } from "../../shared/time/date-arithmetic.js";
import type { Instant } from "../../shared/time/instant.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import { requireInstant } from "../../shared/time/require-instant.js";
import { isTimeZone, plainDateAt } from "../../shared/time/time-zone.js";
import type { OccasionDates, OccasionFacts } from "../occasion/occasion-facts.js";
import type { AspectFinding, AssessedCase } from "./assessed-case.js";
import { DEFAULT_ASSESSMENT_POLICIES } from "./assessment-policy.js";
import type { AssessmentPolicies } from "./assessment-policy.js";
import { knownFacts } from "./known-facts.js";
import {
  complaintsAspect,
  leavingAspect,
  occasionsAspect,
  promisesAspect,
} from "./open-aspects.js";
import {
  clockAspect,
  consentsAspect,
  needsAspect,
  ownerAspect,
  segmentsAspect,
} from "./record-aspects.js";
import type { RelationshipFacts } from "./relationship-facts.js";
import type { AspectEvidence, Relationship } from "./relationship.js";
import {
  lifecycleAspect,
  loyaltyAspect,
  satisfactionAspect,
  tierAspect,
  valueAspect,
} from "./standing-aspects.js";

/** For which moment and by which rules relationships are assessed. */
export interface AssessmentOptions {
  /** The moment; what happened or was learned later does not count. */
  readonly asOf: Instant;
  /** What differs from {@link DEFAULT_ASSESSMENT_POLICIES}. */
  readonly policies?: Partial<AssessmentPolicies>;
  /** Dates the occasions, as `prepareOccasions` makes it for the days to come; no occasions when absent. */
  readonly occasions?: (facts: OccasionFacts) => OccasionDates;
}

/** Assesses one customer after the other, as {@link assessRelationship} does. */
export type RelationshipAssessment = (
  customer: Customer,
  facts?: RelationshipFacts,
) => Relationship;

/**
 * How does the relationship with this customer stand, as a whole?
 *
 * Stage, rung and exit (CUS-7), value class and outlook (VAL-1, VAL-3), satisfaction and its trend (EXP-7), loyalty and
 * tier (LOY-1, LOY-2), open complaints, promises and needs (CUS-8), the risk of leaving ({@link leavingRisk}), the
 * next occasions (CARE-4), consents (CUS-6), owner and segments: each as its own room tells it, with what it rests on
 * and how old that is.
 *
 * What is not known is named and never guessed: a list of facts that is absent was not looked up, an empty one says
 * that there is nothing. What happened after the moment does not count, so that an assessment as of a past day is the
 * one that could be made then: a complaint settled since was open, a promise kept since was not. Of events those that
 * are known before their day (ends of warranty and contract, life moments, weather) count at once, all others from
 * their day on. Of standings of value, ledger, owner and segments the latest counts; of equal times the one whose text
 * sorts last. The order of the facts does not matter.
 *
 * @param customer - The customer; a zone that is not known is replaced by the policy's, and named.
 * @param facts - What is known beside the record.
 * @param options - The moment, the rules, and how occasions are dated.
 * @returns The relationship, with evidence and age for each aspect, and what is not known.
 * @throws RangeError when a moment is no instant, a fact of the life cycle or an outlook is of another customer, an id
 * is given twice, or a policy is none.
 * @example
 * ```ts
 * import { customerId } from "goodwill/customer";
 * import { assessRelationship } from "goodwill/relationship";
 * import { instant } from "goodwill/shared";
 *
 * const nobody = { contactPoints: [], consents: [] } as const;
 * const customer = { ...nobody, id: customerId("C-17"), kind: "person", name: "Lin Mei" } as const;
 * const facts = {
 *   values: [{ at: instant("2026-01-01T00:00:00Z"), class: "A" }],
 *   complaints: [{ id: "K-1", at: instant("2026-02-01T09:00:00Z") }],
 * };
 * const found = assessRelationship(customer, facts, { asOf: instant("2026-02-13T09:30:00Z") });
 * [found.valueClass, found.leavingRisk?.band]; // => ["A", "medium"]
 * found.evidence.find(({ aspect }) => aspect === "complaints")?.ageDays; // => 12
 * found.unknown.find(({ aspect }) => aspect === "satisfaction")?.reason.params; // => { list: "signals" }
 * ```
 */
export function assessRelationship(
  customer: Customer,
  facts: RelationshipFacts,
  options: AssessmentOptions,
): Relationship {
  return prepareAssessment(options)(customer, facts);
}

/**
 * How are many customers assessed by the same rules?
 *
 * Checks the rules once; each customer is then assessed as by {@link assessRelationship}.
 *
 * @param options - The moment, the rules, and how occasions are dated.
 * @returns A function from a customer and its facts to the relationship.
 * @throws RangeError when the moment is no instant or a policy is none.
 * @example
 * ```ts
 * import { customerId } from "goodwill/customer";
 * import { prepareAssessment } from "goodwill/relationship";
 * import { instant } from "goodwill/shared";
 *
 * const assess = prepareAssessment({ asOf: instant("2026-02-13T09:30:00Z") });
 * const nobody = { contactPoints: [], consents: [] } as const;
 * const customer = { ...nobody, id: customerId("C-17"), kind: "person", name: "Lin Mei" } as const;
 * assess(customer, { complaints: [] }).openComplaints; // => []
 * ```
 */
export function prepareAssessment(options: AssessmentOptions): RelationshipAssessment {
  const { asOf, occasions } = options;
  const policies: AssessmentPolicies = { ...DEFAULT_ASSESSMENT_POLICIES, ...options.policies };
  requireInstant("assess a relationship", { asOf });
  requirePolicies(policies);
  const { contact: policy } = policies;
  const consents = policies.consents.map(({ purpose, channel }) => {
    const question = { purpose, channel, asOf, ...(policy !== undefined && { policy }) };
    return { purpose, channel, permitted: contactPermission(question) };
  });
  return (customer, facts = {}) => {
    const clock = clockAspect(customer, policies.zone);
    const { zone } = clock.values;
    const today = plainDateAt(asOf, zone);
    const known = knownFacts(facts, { asOf, today });
    const rules = { asOf, zone, today, policies, consents, occasions };
    return assembled({ customer, facts: known, ...rules }, clock);
  };
}

function assembled(
  one: AssessedCase,
  clock: AspectFinding<Pick<Relationship, "zone">>,
): Relationship {
  const { customer, asOf, zone, today, policies } = one;
  const { events, leapDay, lunarSkip, contactFacts } = one.facts;
  const { finding: lifecycle, exit: lifecycleExit } = lifecycleAspect(one);
  const value = valueAspect(one);
  const satisfaction = satisfactionAspect(one);
  const loyalty = loyaltyAspect(one);
  const tier = tierAspect(one);
  const complaints = complaintsAspect(one);
  const promises = promisesAspect(one);
  const needs = needsAspect(one);
  const leaving = leavingAspect(one, {
    lifecycleExit,
    ...value.values,
    ...satisfaction.values,
    ...complaints.values,
    ...promises.values,
  });
  const occasions = occasionsAspect(one);
  const consents = consentsAspect(one);
  const owner = ownerAspect(one);
  const segments = segmentsAspect(one);
  const before = [clock, lifecycle, value, satisfaction, loyalty, tier, complaints, promises];
  const findings = [...before, needs, leaving, occasions, consents, owner, segments];
  return {
    customer,
    asOf,
    zone,
    ...lifecycle.values,
    ...value.values,
    ...satisfaction.values,
    ...loyalty.values,
    ...tier.values,
    ...complaints.values,
    ...promises.values,
    ...needs.values,
    ...leaving.values,
    ...occasions.values,
    ...consents.values,
    ...owner.values,
    ...segments.values,
    ...(events !== undefined && { events }),
    ...(leapDay !== undefined && { leapDay }),
    ...(lunarSkip !== undefined && { lunarSkip }),
    ...(contactFacts !== undefined && { contactFacts }),
    evidence: findings
      .filter(({ reasons }) => reasons.length > 0)
      .map((finding) => evidenceOf(finding, { zone, today, freshDays: policies.freshDays })),
    unknown: findings.flatMap(({ aspect, missing }) =>
      missing.map((reason) => ({ aspect, reason })),
    ),
  };
}

function evidenceOf(
  { aspect, reasons, at }: AspectFinding<Partial<Relationship>>,
  {
    zone,
    today,
    freshDays,
  }: Pick<AssessedCase, "zone"> &
    Pick<AssessmentPolicies, "freshDays"> & { readonly today: PlainDate },
): AspectEvidence {
  if (at === undefined) return { aspect, reasons };
  const ageDays = daysBetween(plainDateAt(at, zone), today);
  const fresh = freshDays[aspect];
  return { aspect, reasons, at, ageDays, ...(fresh !== undefined && { stale: ageDays > fresh }) };
}

function requirePolicies({ zone, occasionDays, freshDays }: AssessmentPolicies): void {
  if (!isTimeZone(zone)) {
    throw new RangeError(
      `Cannot assess a relationship: zone must be a time zone, got ${String(zone)}`,
    );
  }
  for (const [name, days] of Object.entries({ occasionDays, ...freshDays })) {
    if (Number.isSafeInteger(days) && days >= 0) continue;
    throw new RangeError(
      `Cannot assess a relationship: ${name} must be a whole number of days of at least 0, got ${String(days)}`,
    );
  }
}
