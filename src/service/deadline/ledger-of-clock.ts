import type { Result } from "../../shared/result.js";
import type { CalendarUnknown } from "../../shared/time/business-day.js";
import { namedCalendars } from "./named-calendars.js";
import type { ServiceClock } from "./service-clock.js";
import type { ServiceClocksOptions } from "./service-clocks.js";
import type { SlaLedger } from "./sla-interval.js";
import { slaLedger } from "./sla-ledger.js";

/**
 * Where did all the time of this clock of a case go (SRV-4)?
 *
 * The ledger of `slaLedger` with everything the clock knows: its start and stop, its target, its pauses, its calendar,
 * and what its deadline does at closing.
 *
 * @param clock - The clock, as `serviceClocks` gives it.
 * @param options - `calendars`: those the clocks were run by; `asOf`: the moment looked at, without effect on a clock
 * that was stopped. With the moment the clock was run for, the ledger says of it what the clock says.
 * @returns The ledger; the refusal `calendar-unknown` where a day up to the end or the deadline lies outside what a
 * calendar knows of holidays.
 * @throws RangeError where the clock's calendar is missing or not valid, or `asOf` is before the start of a clock that
 * runs.
 * @example
 * ```ts
 * import { ledgerOfClock, serviceClocks } from "goodwill/service";
 * import { instant, timeZone } from "goodwill/shared";
 *
 * const desk = { zone: timeZone("UTC"), hours: { 1: [{ from: "08:00", until: "18:00" }] } };
 * const options = { calendars: { desk }, asOf: instant("2026-06-01T20:00:00Z") };
 * const opened = { kind: "opened" as const, at: instant("2026-06-01T12:00:00Z") };
 * const clocks = serviceClocks({ id: "C-1", events: [opened] }, options);
 * const ledgers = (clocks.ok ? clocks.value : []).map((clock) => ledgerOfClock(clock, options));
 * const [first] = ledgers;
 * first?.ok === true && first.value.countedMilliseconds; // => 21600000
 * first?.ok === true && first.value.closedMilliseconds; // => 7200000
 * ```
 */
export function ledgerOfClock(
  clock: ServiceClock,
  { calendars, asOf }: Pick<ServiceClocksOptions, "calendars" | "asOf">,
): Result<SlaLedger, CalendarUnknown> {
  const { start, stop, targetMinutes, pauses, atClosing } = clock;
  const calendar = namedCalendars(`keep the ledger of a clock of case ${clock.case}`, calendars);
  const counting = { calendar: calendar(clock.calendar), pauses, atClosing, asOf };
  return slaLedger(
    start,
    { minutes: targetMinutes },
    stop === undefined ? counting : { ...counting, stop },
  );
}
