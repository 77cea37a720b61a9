import { addDays } from "../../shared/time/date-arithmetic.js";
import type { Instant } from "../../shared/time/instant.js";
import { plainDate } from "../../shared/time/plain-date.js";
import type { ContactPoint, ContactPointValidity } from "../record/contact-point.js";

/**
 * A contact point that its record no longer lists since some moment: it held through the day before, in UTC, unless it
 * had ended before.
 *
 * @internal
 */
export function closedPoint(point: ContactPoint, since: Instant): ContactPoint {
  const { from, through, ...proofs } = point.validity ?? {};
  const before = addDays(plainDate(since.slice(0, 10)), -1);
  const last = through !== undefined && through < before ? through : before;
  const validity: ContactPointValidity = {
    ...proofs,
    // A point that was to begin later never held.
    ...(from !== undefined && from <= last && { from }),
    through: last,
  };
  return { ...point, validity };
}
