import { isInstant, millisecondsBetween } from "../../shared/time/instant.js";
import type { Instant } from "../../shared/time/instant.js";
import type { ServiceClock } from "./service-clock.js";

/** Which clock breaches next, and when. */
export interface NextBreach {
  /** The clock. */
  readonly clock: ServiceClock;
  /** Its last moment in time; it is breached from the moment after. */
  readonly due: Instant;
  /** The elapsed time until then, in milliseconds; at least 0. */
  readonly milliseconds: number;
}

/**
 * Which of these clocks breaches next, and when (SRV-4)?
 *
 * The one with the earliest deadline that has not passed, of those that are not stopped and whose deadline is known;
 * with equal deadlines the first by case, then by the order given. What is breached already is not next.
 *
 * @param clocks - The clocks of many cases, as `serviceClocks` gives them.
 * @param options - `asOf`: the moment from which to look.
 * @returns The clock and its deadline; `undefined` where none will breach.
 * @throws RangeError where `asOf` is no instant.
 * @example
 * ```ts
 * import { nextBreach, serviceClocks } from "goodwill/service";
 * import { instant, timeZone } from "goodwill/shared";
 *
 * const always = { zone: timeZone("UTC"), hours: "always" as const };
 * const asOf = instant("2026-06-01T09:00:00Z");
 * const opened = { kind: "opened" as const, at: instant("2026-06-01T08:00:00Z") };
 * const calendars = { desk: always, "day-and-night": always };
 * const clocks = serviceClocks({ id: "C-1", events: [opened] }, { calendars, asOf });
 * nextBreach(clocks.ok ? clocks.value : [], { asOf })?.due; // => "2026-06-01T12:00:00.000Z"
 * ```
 */
export function nextBreach(
  clocks: readonly ServiceClock[],
  { asOf }: { readonly asOf: Instant },
): NextBreach | undefined {
  if (!isInstant(asOf)) {
    throw new RangeError(
      `Cannot tell the next breach: asOf must be an instant, got ${String(asOf)}`,
    );
  }
  let next: ServiceClock | undefined;
  let due: Instant | undefined;
  for (const clock of clocks) {
    if (clock.stop !== undefined || clock.due === undefined || clock.due < asOf) continue;
    const isSooner =
      next === undefined ||
      due === undefined ||
      clock.due < due ||
      (clock.due === due && clock.case < next.case);
    if (!isSooner) continue;
    next = clock;
    due = clock.due;
  }
  if (next === undefined || due === undefined) return undefined;
  return { clock: next, due, milliseconds: millisecondsBetween(asOf, due) };
}
