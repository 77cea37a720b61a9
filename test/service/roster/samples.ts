import type { PlannedShift, RequiredInterval, ShiftPattern } from "goodwill/service";
import { addMilliseconds, instant, timeZone, type Instant } from "goodwill/shared";

export const UTC = timeZone("UTC");

/** A moment of the week from Monday, 2 March 2026, in minutes after its beginning. */
export function moment(minutes: number): Instant {
  return addMilliseconds(instant("2026-03-02T00:00:00Z"), minutes * 60_000);
}

/** Intervals from Monday on that need so many agents. */
export function needs(
  agents: readonly number[],
  { minutes = 60, from = 0 }: { readonly minutes?: number; readonly from?: number } = {},
): readonly RequiredInterval[] {
  return agents.map((needed, i) => ({
    start: moment(from + i * minutes),
    minutes,
    agents: needed,
  }));
}

/** `HH:MM` of every so many minutes of a day. */
export function clockTimes(step: number, from = 0, until = 1440): readonly string[] {
  const times: string[] = [];
  for (let at = from; at < until; at += step) {
    const [hour, minute] = [Math.floor(at / 60), at % 60];
    times.push(`${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`);
  }
  return times;
}

/** A pattern that may begin at every full hour. */
export function pattern(id: string, more: Partial<ShiftPattern> = {}): ShiftPattern {
  return { id, minutes: 120, starts: clockTimes(60), ...more };
}

/** A shift so many minutes after Monday's beginning. */
export function shift(
  id: string,
  { at, ...more }: Partial<PlannedShift> & { readonly at: number },
): PlannedShift {
  const { minutes = 480 } = more;
  const rest = { pattern: "day", minutes, breaks: [], paidMinutes: minutes, agents: 1 };
  return { id, start: moment(at), ...rest, ...more };
}
