// Points that end too early to be of use. Internal: not part of the package's surface.

import { addDays, addMonths, addYears } from "../../shared/time/date-arithmetic.js";
import { datePartsOf, plainDateFromParts } from "../../shared/time/plain-date.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import { lastDayOfPoints } from "../programme/expiry-rule.js";
import type { LoyaltyProgramme } from "../programme/programme.js";
import type { QualificationPeriod } from "../programme/tier-policy.js";
import { expiriesOf, lifetimesOf, sampleDays } from "./points-lifetimes.js";
import type { PlacedExpiry } from "./points-lifetimes.js";
import type { ProgrammeFinding } from "./programme-finding.js";

/** Points that expire before they are active, and qualifying points that expire while they still count. */
export function expiryFindings(programme: LoyaltyProgramme): ProgrammeFinding[] {
  const early = programme.kinds.flatMap(({ id }) =>
    expiriesOf(programme, id).flatMap((placed) => beforeActive(id, placed)),
  );
  return [...early, ...qualifyingTooShort(programme)];
}

function beforeActive(
  kind: string,
  { where, expiry, activation }: PlacedExpiry,
): ProgrammeFinding[] {
  if (activation?.kind !== "after-days" || expiry.kind === "never") return [];
  const activeAfterDays = activation.days;
  const { shortest, longest } = lifetimesOf(expiry);
  if (shortest >= activeAfterDays) return [];
  const severity = longest < activeAfterDays ? "error" : "warning";
  const params = { kind, activeAfterDays, lastsDays: shortest };
  return [{ code: "expires-before-active", severity, where, params }];
}

function qualifyingTooShort(programme: LoyaltyProgramme): ProgrammeFinding[] {
  const { tiers } = programme;
  if (tiers?.qualifyingKind === undefined) return [];
  const { qualifyingKind: kind, period } = tiers;
  return expiriesOf(programme, kind).flatMap(({ where, expiry }): ProgrammeFinding[] => {
    if (expiry.kind === "never") return [];
    for (const earnedOn of sampleDays()) {
      const lastDay = lastDayOfPoints(earnedOn, expiry)!;
      const countsThrough = lastCountingDay(earnedOn, period);
      if (countsThrough !== undefined && lastDay >= countsThrough) continue;
      const params = {
        kind,
        earnedOn,
        lastDay,
        ...(countsThrough !== undefined && { countsThrough }),
      };
      const code = "qualifying-kind-expires-early";
      return [{ code, severity: "warning", where, params }];
    }
    return [];
  });
}

/** The last day on which points of a day can still count towards a tier; undefined where they count for ever. */
function lastCountingDay(day: PlainDate, period: QualificationPeriod): PlainDate | undefined {
  switch (period.kind) {
    case "lifetime":
      return undefined;
    case "rolling":
      return addDays(addMonths(day, period.months), -1);
    case "anniversary-year":
      return addDays(addYears(day, 1), -1);
    case "calendar-year": {
      const { startMonth: month = 1 } = period;
      const { year } = datePartsOf(day);
      const start = plainDateFromParts({ year, month, day: 1 });
      return addDays(start > day ? start : addYears(start, 1), -1);
    }
  }
}
