import type { Instant } from "../../shared/time/instant.js";
import type { TimeZone } from "../../shared/time/time-zone.js";
import type { ChannelAccess, ZoneAccess } from "./modern-expectation.js";
import { openSpans } from "../opening/opening-hours.js";
import { joinSpans, shiftSpans, spansWithout, totalMinutes } from "../opening/span-set.js";
import type { Touchpoint } from "../catalogue/touchpoint.js";
import { offsetMinutesAt, WEEK_MINUTES } from "../opening/week-clock.js";
import type { WeekSpan } from "../opening/week-span.js";

// When the firm can be reached. Internal: not part of the package's surface.

const WHOLE_WEEK: readonly WeekSpan[] = [{ start: 0, end: WEEK_MINUTES }];

/** What customers can use themselves: seen by them, and directed by the firm or a partner. */
export function isReachable({ visibility, control }: Touchpoint): boolean {
  return visibility === "frontstage" && control !== "earned";
}

/** The hours of every channel on the clock of one zone, with the offsets that hold at a moment. */
export function zoneAccess(
  zone: TimeZone,
  { catalogue, asOf }: { readonly catalogue: readonly Touchpoint[]; readonly asOf: Instant },
): ZoneAccess {
  const byChannel = new Map<string, { ids: string[]; spans: WeekSpan[] }>();
  const here = offsetMinutesAt(asOf, zone);
  for (const { id, channels, hours } of catalogue) {
    if (hours === undefined) continue;
    const shift = here - offsetMinutesAt(asOf, hours.zone);
    const spans = shiftSpans(openSpans(hours.windows), shift);
    for (const channel of channels) {
      const known = byChannel.get(channel) ?? { ids: [], spans: [] };
      known.ids.push(id);
      known.spans.push(...spans);
      byChannel.set(channel, known);
    }
  }
  const channels = [...byChannel]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([channel, { ids, spans }]): ChannelAccess => {
      const open = joinSpans(spans);
      return {
        channel,
        touchpoints: ids.toSorted(),
        openShare: totalMinutes(open) / WEEK_MINUTES,
        closed: spansWithout(WHOLE_WEEK, open),
      };
    });
  if (channels.length === 0) return { zone, channels };
  const any = joinSpans([...byChannel.values()].flatMap(({ spans }) => spans));
  // Minutes are whole, so that the share does not depend on the order of summing.
  const closed = channels.reduce((sum, one) => sum + totalMinutes(one.closed), 0);
  return {
    zone,
    channels,
    openShare: 1 - closed / (channels.length * WEEK_MINUTES),
    anyOpenShare: totalMinutes(any) / WEEK_MINUTES,
  };
}
