// The days a customer was contacted on, as day numbers. Internal: not part of the package's surface.

import { dayNumber } from "../../shared/time/civil.js";
import { plainDateAt } from "../../shared/time/time-zone.js";
import type { TimeZone } from "../../shared/time/time-zone.js";
import type { PastCare } from "../plan/care-relationship.js";

/** The days, ascending, of all care that counts: transactional care does not. */
export function contactDays(
  pastCare: readonly PastCare[],
  { zone }: { readonly zone: TimeZone },
): number[] {
  return pastCare
    .filter(({ transactional }) => transactional !== true)
    .map(({ at }) => dayNumber(plainDateAt(at, zone)))
    .sort((a, b) => a - b);
}
