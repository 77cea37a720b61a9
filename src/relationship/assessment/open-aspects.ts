// What is open with a customer: complaints, promises, risk of leaving, occasions. Internal: not part of the surface.

import type { LifecycleExit } from "../../customer/life-cycle/exit.js";
import { compareText } from "../../shared/text-order.js";
import { addDays } from "../../shared/time/date-arithmetic.js";
import { plainDateAt } from "../../shared/time/time-zone.js";
import { latestOf, notLookedUp } from "./assessed-case.js";
import type { AspectFinding, AssessedCase } from "./assessed-case.js";
import { leavingRisk } from "./leaving-risk.js";
import type { OpenPromise, Relationship } from "./relationship.js";

/** The complaints not settled by then. */
export function complaintsAspect({
  facts: { complaints },
  asOf,
  zone,
}: AssessedCase): AspectFinding<Pick<Relationship, "openComplaints">> {
  const aspect = "complaints";
  if (complaints === undefined) {
    return { aspect, values: {}, reasons: [], missing: [notLookedUp("complaints")] };
  }
  const openComplaints = complaints
    .filter(({ settledAt }) => settledAt === undefined || settledAt > asOf)
    .map(({ id, at, subject, severity }) => ({
      id,
      at,
      ...(subject !== undefined && { subject }),
      ...(severity !== undefined && { severity }),
    }));
  const reasons = openComplaints.map(({ id, at }) => ({
    code: "assessment-complaint-open",
    params: { complaint: id, since: plainDateAt(at, zone) },
  }));
  return {
    aspect,
    values: { openComplaints },
    reasons: reasons.length > 0 ? reasons : [{ code: "assessment-no-complaint-open", params: {} }],
    missing: [],
    at: latestOf(complaints.flatMap(({ at, settledAt }) => [at, by(settledAt, asOf)])),
  };
}

/** The promises not kept by then. */
export function promisesAspect({
  facts: { promises },
  asOf,
  today,
}: AssessedCase): AspectFinding<Pick<Relationship, "promises">> {
  const aspect = "promises";
  if (promises === undefined) {
    return { aspect, values: {}, reasons: [], missing: [notLookedUp("promises")] };
  }
  const open = promises
    .filter(({ keptAt }) => keptAt === undefined || keptAt > asOf)
    .map(({ id, what, at, due }): OpenPromise => {
      const overdue = due !== undefined && due < today;
      return { id, what, at, ...(due !== undefined && { due }), overdue };
    })
    .toSorted((a, b) => compareText(a.due ?? "~", b.due ?? "~") || compareText(a.id, b.id));
  const reasons = open.map(({ id, due, overdue }) => {
    const params = { promise: id, ...(due !== undefined && { due }) };
    if (due === undefined) return { code: "assessment-promise-undated", params };
    return { code: overdue ? "assessment-promise-overdue" : "assessment-promise-open", params };
  });
  return {
    aspect,
    values: { promises: open },
    reasons: reasons.length > 0 ? reasons : [{ code: "assessment-no-promise-open", params: {} }],
    missing: [],
    at: latestOf(promises.flatMap(({ at, keptAt }) => [at, by(keptAt, asOf)])),
  };
}

function by<At extends string>(at: At | undefined, asOf: string): At | undefined {
  return at !== undefined && at <= asOf ? at : undefined;
}

/** The risk of leaving, from what the aspects before have found. */
export function leavingAspect(
  { policies }: AssessedCase,
  found: Pick<Relationship, "valueOutlook" | "satisfaction" | "openComplaints" | "promises"> & {
    readonly lifecycleExit: LifecycleExit | undefined;
  },
): AspectFinding<Pick<Relationship, "leavingRisk">> {
  const { lifecycleExit, valueOutlook, satisfaction, openComplaints, promises } = found;
  const risk = leavingRisk(
    {
      ...(lifecycleExit !== undefined && { exit: lifecycleExit }),
      ...(valueOutlook !== undefined && { aliveProbability: valueOutlook.aliveProbability }),
      ...(satisfaction !== undefined && { satisfaction }),
      openComplaints: openComplaints?.length ?? 0,
      overduePromises: promises?.filter(({ overdue }) => overdue).length ?? 0,
    },
    policies.leaving,
  );
  const aspect = "leaving-risk";
  if (risk === undefined) {
    const missing = [{ code: "assessment-leaving-unknown", params: {} }];
    return { aspect, values: {}, reasons: [], missing };
  }
  return { aspect, values: { leavingRisk: risk }, reasons: risk.reasons, missing: [] };
}

/** The occasions of the days to come; what cannot be dated is named. */
export function occasionsAspect({
  customer,
  facts: { events, leapDay, lunarSkip },
  today,
  policies,
  occasions,
}: AssessedCase): AspectFinding<Pick<Relationship, "nextOccasions">> {
  const aspect = "occasions";
  if (occasions === undefined) {
    const missing = [{ code: "assessment-no-occasions-asked", params: {} }];
    return { aspect, values: {}, reasons: [], missing };
  }
  const until = addDays(today, policies.occasionDays);
  const { dates, unknown } = occasions({
    customer,
    asOf: today,
    ...(events !== undefined && { events }),
    ...(leapDay !== undefined && { leapDay }),
    ...(lunarSkip !== undefined && { lunarSkip }),
  });
  const nextOccasions = dates
    .filter(({ date, through }) => through >= today && date <= until)
    .toSorted(
      (a, b) => compareText(a.date, b.date) || b.priority - a.priority || compareText(a.key, b.key),
    );
  return {
    aspect,
    values: { nextOccasions },
    reasons: nextOccasions.map(({ reason }) => reason),
    missing: unknown.map(({ occasion, reason }) => ({
      code: reason.code,
      params: { occasion, ...reason.params },
    })),
  };
}
