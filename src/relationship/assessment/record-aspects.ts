// What the record itself says: clock, needs, consents, owner, segments. Internal: not part of the package's surface.

import type { Customer } from "../../customer/record/customer.js";
import { needOverview } from "../../customer/record/need.js";
import type { Reason } from "../../shared/reason.js";
import { isInstant } from "../../shared/time/instant.js";
import type { Instant } from "../../shared/time/instant.js";
import { isTimeZone } from "../../shared/time/time-zone.js";
import type { TimeZone } from "../../shared/time/time-zone.js";
import { latestOf, notLookedUp } from "./assessed-case.js";
import type { AspectFinding, AssessedCase } from "./assessed-case.js";
import type { ContactStanding, Relationship } from "./relationship.js";

/** The customer's zone, or the policy's where it is not known. */
export function clockAspect(
  { timeZone }: Customer,
  fallback: TimeZone,
): AspectFinding<Pick<Relationship, "zone">> {
  const aspect = "clock";
  if (isTimeZone(timeZone)) {
    const reasons = [{ code: "assessment-zone", params: { zone: timeZone } }];
    return { aspect, values: { zone: timeZone }, reasons, missing: [] };
  }
  const missing: Reason =
    timeZone === undefined
      ? { code: "assessment-no-zone", params: { fallback } }
      : { code: "assessment-zone-unknown", params: { zone: String(timeZone), fallback } };
  return { aspect, values: { zone: fallback }, reasons: [], missing: [missing] };
}

/** What the customer needs. */
export function needsAspect({
  customer,
  asOf,
}: AssessedCase): AspectFinding<Pick<Relationship, "needs">> {
  const needs = needOverview(customer.needs ?? [], { asOf });
  const known = needs.kinds.flatMap((one) => one.needs);
  const missing =
    customer.needs === undefined
      ? [notLookedUp("needs")]
      : needs.unknownKinds.map((kind) => ({ code: "assessment-need-unknown", params: { kind } }));
  return {
    aspect: "needs",
    values: { needs },
    reasons: known.map(({ topic, kind }) => ({
      code: "assessment-need",
      params: { kind, topic },
    })),
    missing,
    at: latestOf(known.map(({ at }) => at)),
  };
}

/** For what and how the customer may be contacted. */
export function consentsAspect({
  customer,
  facts: { contactFacts },
  asOf,
  consents: asked,
}: AssessedCase): AspectFinding<Pick<Relationship, "consents">> {
  const consents = asked.map(({ purpose, channel, permitted }): ContactStanding => {
    const decision = permitted(customer, contactFacts);
    const { allowed, reasons } = decision;
    if (!decision.allowed) return { purpose, channel, allowed, reasons };
    const { contactPoint, basis } = decision;
    return { purpose, channel, allowed, contactPoint, basis, reasons };
  });
  return {
    aspect: "consents",
    values: { consents },
    reasons: consents.map(({ purpose, channel, allowed }) => ({
      code: allowed ? "assessment-contact-allowed" : "assessment-contact-not-allowed",
      params: { purpose, channel },
    })),
    missing: asked.length > 0 ? [] : [{ code: "assessment-no-consent-asked", params: {} }],
    at: asked.length > 0 ? latestWord(customer, asOf) : undefined,
  };
}

function latestWord({ consents, suppressions = [] }: Customer, asOf: Instant): Instant | undefined {
  return latestOf(
    [...consents, ...suppressions].map(({ at, recordedAt }) =>
      isInstant(at) && at <= asOf && (recordedAt ?? at) <= asOf ? at : undefined,
    ),
  );
}

/** Who looks after the customer: the last assignment, or the record without one. */
export function ownerAspect({
  customer,
  facts: { assignments },
}: AssessedCase): AspectFinding<Pick<Relationship, "owner" | "team">> {
  const last = assignments?.at(-1);
  const { owner } = last ?? customer;
  const team = last?.team;
  return {
    aspect: "owner",
    values: { ...(owner !== undefined && { owner }), ...(team !== undefined && { team }) },
    reasons: [
      ...(owner === undefined ? [] : [{ code: "assessment-owner", params: { owner } }]),
      ...(team === undefined ? [] : [{ code: "assessment-team", params: { team } }]),
    ],
    missing: owner === undefined ? [{ code: "assessment-no-owner", params: {} }] : [],
    at: last?.at,
  };
}

/** The segments the customer is in. */
export function segmentsAspect({
  facts: { segmentations },
}: AssessedCase): AspectFinding<Pick<Relationship, "segments">> {
  const aspect = "segments";
  const last = segmentations?.at(-1);
  if (last === undefined) {
    const missing =
      segmentations === undefined
        ? notLookedUp("segmentations")
        : { code: "assessment-no-segments", params: {} };
    return { aspect, values: {}, reasons: [], missing: [missing] };
  }
  const segments = [...new Set(last.segments)].toSorted();
  const reasons = segments.map((segment) => ({ code: "assessment-segment", params: { segment } }));
  return { aspect, values: { segments }, reasons, missing: [], at: last.at };
}
