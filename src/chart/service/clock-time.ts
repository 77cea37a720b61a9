import type { Instant } from "../../shared/time/instant.js";
import { dayText, instantDays } from "../frame/day-axis.js";
import { amountText } from "../frame/wording.js";
import type { ChartClock } from "./chart-clock.js";

/** Milliseconds of a minute. @internal */
export const MINUTE_MS = 60_000;

/** Milliseconds of a day. @internal */
export const DAY_MS = 86_400_000;

/** From here on a length is told in hours. */
const HOUR_MS = 3_600_000;

/** An instant as milliseconds since 1970-01-01T00:00Z. @internal */
export function instantMs(at: string): number {
  return Math.round(instantDays(at) * DAY_MS);
}

/** What the clock shows at a moment, as milliseconds since its 1970-01-01T00:00. @internal */
export function localMs(at: number, clock: ChartClock | undefined): number {
  if (clock === undefined) return at;
  const shown: string = clock.wallTimeAt(instantAt(at), clock.zone);
  const shortest = "0000-00-00T00:00:00.000Z";
  return instantMs(shown + shortest.slice(shown.length));
}

function instantAt(at: number): Instant {
  const rest = at - Math.floor(at / DAY_MS) * DAY_MS;
  const seconds = Math.floor(rest / 1000);
  const digits = (value: number, length: number): string => String(value).padStart(length, "0");
  const text = `${dayText(at / DAY_MS)}T${minuteText(rest)}:${digits(seconds % 60, 2)}.${digits(rest % 1000, 3)}Z`;
  return text as Instant;
}

/** The time of day of what a clock shows, `HH:MM`. @internal */
export function minuteText(local: number): string {
  const minutes = Math.floor((local - Math.floor(local / DAY_MS) * DAY_MS) / MINUTE_MS);
  const digits = (value: number): string => String(value).padStart(2, "0");
  return `${digits(Math.floor(minutes / 60))}:${digits(minutes % 60)}`;
}

/** A moment to the minute, on the clock asked for. @internal */
export function momentText(at: number, clock: ChartClock | undefined): string {
  const local = localMs(at, clock);
  return `${dayText(local / DAY_MS)} ${minuteText(local)}`;
}

/** A length of time, to the minute; in seconds below one. @internal */
export function lengthText(milliseconds: number): string {
  if (milliseconds < MINUTE_MS) return `${amountText(milliseconds / 1000)} s`;
  const minutes = Math.floor(milliseconds / MINUTE_MS);
  if (milliseconds < HOUR_MS) return `${amountText(minutes)} min`;
  const rest = minutes % 60;
  const hours = `${amountText(Math.floor(minutes / 60))} h`;
  return rest === 0 ? hours : `${hours} ${amountText(rest)} min`;
}
