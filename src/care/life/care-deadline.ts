// Until when an action may be done. Internal: not part of the package's surface.

import type { ContactChannel } from "../../customer/record/contact-point.js";
import { addMilliseconds } from "../../shared/time/instant.js";
import type { Instant } from "../../shared/time/instant.js";
import type { TimeZone } from "../../shared/time/time-zone.js";
import { isQuietAt, quietUntil } from "../timing/quiet-check.js";
import type { QuietHours } from "../timing/quiet-hours.js";

/** The first moment it is too late: later than `notAfter` where that is quiet and the policy defers. */
export function careDeadline(
  { notAfter, channel }: { readonly notAfter: Instant; readonly channel: ContactChannel },
  { quietHours, zone }: { readonly quietHours: QuietHours | undefined; readonly zone: TimeZone },
): Instant {
  const outcome = quietHours?.whenTooLate;
  if (outcome?.kind !== "defer") return notAfter;
  const last = addMilliseconds(notAfter, -1);
  const options = { quietHours, zone, channel };
  if (!isQuietAt(last, options)) return notAfter;
  return addMilliseconds(quietUntil(last, options), outcome.minutes * 60_000);
}
