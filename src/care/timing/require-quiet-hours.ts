import { DAY_MS } from "../../shared/time/civil.js";
import { clockMilliseconds } from "./clock-time.js";
import type { QuietHours, QuietHoursOutcome } from "./quiet-hours.js";

/** The quiet stretch of a day on a clock. Internal: not part of the surface. */
export interface QuietStretch {
  /** When it begins, in milliseconds after midnight. */
  readonly from: number;
  /** How long it lasts, over midnight where need be; 0: it is never quiet. */
  readonly length: number;
}

/** Throws unless quiet hours make sense; tells when they are. Internal: not part of the surface. */
export function requireQuietHours(task: string, quietHours: QuietHours): QuietStretch {
  const from = clockMilliseconds(quietHours.from, { task, name: "quietHours.from" });
  const until = clockMilliseconds(quietHours.until, { task, name: "quietHours.until" });
  const { channels, whenTooLate } = quietHours;
  if (channels?.length === 0) {
    throw new RangeError(`Cannot ${task}: quietHours.channels must name a channel, or be absent`);
  }
  if (whenTooLate !== undefined) requireOutcome(task, whenTooLate);
  return { from, length: (until - from + DAY_MS) % DAY_MS };
}

function requireOutcome(task: string, outcome: QuietHoursOutcome): void {
  switch (outcome.kind) {
    case "drop":
      return;
    case "convert":
      if (outcome.channels.length > 0) return;
      throw new RangeError(`Cannot ${task}: quietHours.whenTooLate.channels must name a channel`);
    case "defer":
      if (Number.isSafeInteger(outcome.minutes) && outcome.minutes >= 1) return;
      throw new RangeError(
        `Cannot ${task}: quietHours.whenTooLate.minutes must be a whole number of at least 1, got ${outcome.minutes}`,
      );
    default: {
      const { kind } = outcome as { readonly kind: unknown };
      throw new RangeError(
        `Cannot ${task}: quietHours.whenTooLate.kind must be drop, defer or convert, got ${String(kind)}`,
      );
    }
  }
}
