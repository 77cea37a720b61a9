// Quiet hours in milliseconds, fit for many questions. Internal: not part of the package's surface.

import type { ContactChannel } from "../../customer/record/contact-point.js";
import { DAY_MS } from "../../shared/time/civil.js";
import { epochMilliseconds, instantFromEpochMilliseconds } from "../../shared/time/instant.js";
import type { Instant } from "../../shared/time/instant.js";
import { spanAt } from "../../shared/time/offset-table.js";
import { isTimeZone } from "../../shared/time/time-zone.js";
import type { TimeZone } from "../../shared/time/time-zone.js";
import type { QuietHours } from "./quiet-hours.js";
import { requireQuietHours } from "./require-quiet-hours.js";
import type { QuietStretch } from "./require-quiet-hours.js";

/** Quiet hours that were checked, and on whose clock. */
export interface QuietTime extends QuietStretch {
  readonly zone: TimeZone;
}

const NEVER: QuietStretch = { from: 0, length: 0 };

/** Checks what is asked and looks up what is the same for every moment. */
export function quietTime(
  task: string,
  {
    quietHours,
    zone,
    channel,
  }: {
    readonly quietHours?: QuietHours | undefined;
    readonly zone: TimeZone;
    readonly channel?: ContactChannel | undefined;
  },
): QuietTime {
  if (!isTimeZone(zone)) {
    throw new RangeError(
      `Cannot ${task}: zone must be the name of a time zone, got ${JSON.stringify(zone)}`,
    );
  }
  const { from, length } = quietHours === undefined ? NEVER : requireQuietHours(task, quietHours);
  const channels = quietHours?.channels;
  const isAwake = channel !== undefined && channels !== undefined && !channels.includes(channel);
  return { zone, from, length: isAwake ? 0 : length };
}

/** How much of the quiet time has passed on the clock; at least its length where it is not quiet. */
export function passedAt(local: number, from: number): number {
  const sinceFrom = (local - from) % DAY_MS;
  return sinceFrom < 0 ? sinceFrom + DAY_MS : sinceFrom;
}

/** Whether the zone's clock shows a quiet time. */
export function isInQuietTime(at: Instant, { zone, from, length }: QuietTime): boolean {
  const milliseconds = epochMilliseconds(at);
  if (length === 0) return false;
  return passedAt(milliseconds + spanAt(zone, milliseconds).offset, from) < length;
}

/** The first moment, from this one on, at which the zone's clock shows no quiet time. */
export function quietTimeOver(at: Instant, { zone, from, length }: QuietTime): Instant {
  const asked = epochMilliseconds(at);
  if (length === 0) return at;
  let milliseconds = asked;
  for (;;) {
    const { offset, end } = spanAt(zone, milliseconds);
    const passed = passedAt(milliseconds + offset, from);
    if (passed >= length) break;
    // Where the clock is put forward or back on the way, it is read anew at that moment.
    milliseconds = Math.min(milliseconds + length - passed, end);
  }
  return milliseconds === asked ? at : instantFromEpochMilliseconds(milliseconds);
}
