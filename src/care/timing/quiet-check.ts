import type { ContactChannel } from "../../customer/record/contact-point.js";
import { epochMilliseconds } from "../../shared/time/instant.js";
import type { Instant } from "../../shared/time/instant.js";
import { spanAt } from "../../shared/time/offset-table.js";
import type { OffsetSpan } from "../../shared/time/offset-table.js";
import type { TimeZone } from "../../shared/time/time-zone.js";
import type { QuietHours } from "./quiet-hours.js";
import { isInQuietTime, passedAt, quietTime, quietTimeOver } from "./quiet-time.js";

/** Whose quiet hours, on whose clock. */
export interface QuietHoursOptions {
  /** The quiet hours; it is never quiet when absent. */
  readonly quietHours?: QuietHours | undefined;
  /** The zone whose clock is read: the customer's. Take it with {@link careZone} where it may be unknown. */
  readonly zone: TimeZone;
  /** The channel asked about; when absent, it is quiet as soon as any channel rests. */
  readonly channel?: ContactChannel | undefined;
}

const SPANS_KEPT = 8;

/** Tells of any moment whether it is quiet. */
export type QuietCheck = (at: Instant) => boolean;

/**
 * Is it quiet at this moment (CARE-6)?
 *
 * What the clock on the customer's wall shows decides: quiet from the first minute of `from` up to, but not, `until`;
 * over midnight where `until` is the earlier; never where both are the same. Where the clock is put back, a time that
 * is shown twice is quiet twice.
 *
 * @param at - The moment.
 * @param options - The quiet hours, the zone, the channel.
 * @returns `true` where nobody is contacted.
 * @throws RangeError where the moment is no instant, the zone is not known, or the quiet hours are not valid: a time
 * that is not `HH:MM` from 00:00 to 23:59, an empty list of channels, less than a minute to defer.
 * @example
 * ```ts
 * import { isQuietAt } from "goodwill/care";
 * import { instant, timeZone } from "goodwill/shared";
 *
 * const quietHours = { from: "21:00", until: "08:00" };
 * const at = instant("2026-02-13T13:30:00Z");
 * isQuietAt(at, { quietHours, zone: timeZone("Asia/Shanghai") }); // => true
 * isQuietAt(at, { quietHours, zone: timeZone("Europe/London") }); // => false
 * ```
 */
export function isQuietAt(at: Instant, options: QuietHoursOptions): boolean {
  return isInQuietTime(at, quietTime("tell whether it is quiet", options));
}

/**
 * How are many moments asked about one after another?
 *
 * Checks zone and quiet hours once; each moment is then answered as by {@link isQuietAt}.
 *
 * @param options - The quiet hours, the zone, the channel.
 * @returns A function from a moment to whether it is quiet; it throws a RangeError where the moment is no instant.
 * @throws RangeError where the zone is not known or the quiet hours are not valid.
 * @example
 * ```ts
 * import { quietCheck } from "goodwill/care";
 * import { instant, timeZone } from "goodwill/shared";
 *
 * const zone = timeZone("Asia/Shanghai");
 * const isQuiet = quietCheck({ quietHours: { from: "21:00", until: "08:00" }, zone });
 * isQuiet(instant("2026-02-13T23:59:59Z")); // => true
 * isQuiet(instant("2026-02-14T00:00:00Z")); // => false
 * ```
 */
export function quietCheck(options: QuietHoursOptions): QuietCheck {
  const { zone, from, length } = quietTime("prepare a check of quiet hours", options);
  // The stretches of one offset seen last; they are facts, so that keeping them changes no answer.
  const seen: OffsetSpan[] = [];
  return (at) => {
    const milliseconds = epochMilliseconds(at);
    if (length === 0) return false;
    for (const { start, end, offset } of seen) {
      if (milliseconds >= start && milliseconds < end) {
        return passedAt(milliseconds + offset, from) < length;
      }
    }
    const span = spanAt(zone, milliseconds);
    if (seen.length === SPANS_KEPT) seen.pop();
    seen.unshift(span);
    return passedAt(milliseconds + span.offset, from) < length;
  };
}

/**
 * When are quiet hours over?
 *
 * Where the clock jumps over the end of the quiet hours, they are over at the jump.
 *
 * @param at - The moment from which to look.
 * @param options - The quiet hours, the zone, the channel.
 * @returns The first moment at or after `at` that is not quiet: `at` itself where it is not.
 * @throws RangeError where the moment is no instant, the zone is not known, the quiet hours are not valid, or they end
 * after the year 9999.
 * @example
 * ```ts
 * import { quietUntil } from "goodwill/care";
 * import { instant, timeZone } from "goodwill/shared";
 *
 * const options = { quietHours: { from: "21:00", until: "08:00" }, zone: timeZone("Asia/Shanghai") };
 * quietUntil(instant("2026-02-13T13:30:00Z"), options); // => "2026-02-14T00:00:00.000Z"
 * quietUntil(instant("2026-02-13T09:30:00Z"), options); // => "2026-02-13T09:30:00.000Z"
 * ```
 */
export function quietUntil(at: Instant, options: QuietHoursOptions): Instant {
  return quietTimeOver(at, quietTime("tell when quiet hours are over", options));
}
