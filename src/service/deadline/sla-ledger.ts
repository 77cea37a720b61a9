import { ok } from "../../shared/result.js";
import type { Result } from "../../shared/result.js";
import type { CalendarUnknown } from "../../shared/time/business-day.js";
import { millisecondsBetween } from "../../shared/time/instant.js";
import type { Instant } from "../../shared/time/instant.js";
import { cutLedger } from "./ledger-intervals.js";
import { openStretches } from "./open-stretches.js";
import { pauseUnion } from "./pause-union.js";
import { preparedCalendar, stretchBetween, targetMilliseconds } from "./prepared-calendar.js";
import { calendarUnknown } from "./reach-deadline.js";
import type { ServiceDeadlineOptions } from "./service-deadline.js";
import type { ServiceTarget } from "./service-target.js";
import type { SlaLedger } from "./sla-interval.js";
import { slaState } from "./sla-state.js";

/** Whose hours count, and up to which moment; at least one of `stop` and `asOf`. */
export interface SlaLedgerOptions extends ServiceDeadlineOptions {
  /** The moment the clock was stopped; it is running or paused when absent. */
  readonly stop?: Instant;
  /** The moment looked at; needed while the clock is not stopped, without effect when it is. */
  readonly asOf?: Instant;
}

const TASK = "keep an SLA ledger";

/**
 * Where did all the time of this clock go, and is it in time (SRV-4)?
 *
 * Every moment from the start to the stop, or to `asOf`, is in exactly one interval: counted, paused within the hours,
 * or closed. Their milliseconds add up to the elapsed time exactly. The last moment in time is `due` itself.
 *
 * @param start - The moment the clock started.
 * @param target - Within how many business minutes it must be stopped.
 * @param options - `calendar`, `pauses` and `atClosing` as for `serviceDeadline`; `stop`, `asOf`.
 * @returns The ledger; the refusal `calendar-unknown` where a day up to the end or the deadline lies outside what a
 * calendar knows of holidays.
 * @throws RangeError where neither `stop` nor `asOf` is given, the end is before the start, and as `serviceDeadline`.
 * @example
 * ```ts
 * import { slaLedger } from "goodwill/service";
 * import { instant, timeZone } from "goodwill/shared";
 *
 * const calendar = { zone: timeZone("UTC"), hours: { 5: [{ from: "09:00", until: "17:00" }] } };
 * const ledger = slaLedger(instant("2026-06-05T15:00:00Z"), { minutes: 60 }, {
 *   calendar,
 *   pauses: [{ start: instant("2026-06-05T15:30:00Z"), end: instant("2026-06-05T16:00:00Z") }],
 *   stop: instant("2026-06-05T16:31:00Z"),
 * });
 * ledger.ok && ledger.value.intervals.map(({ kind }) => kind); // => ["counted", "paused", "counted"]
 * ledger.ok && ledger.value.state; // => "breached"
 * ledger.ok && ledger.value.overMilliseconds; // => 60000
 * ```
 */
export function slaLedger(
  start: Instant,
  target: ServiceTarget,
  { calendar, stop, asOf, ...counting }: SlaLedgerOptions,
): Result<SlaLedger, CalendarUnknown> {
  const until = stop ?? asOf;
  if (until === undefined) throw new RangeError(`Cannot ${TASK}: stop or asOf must be given`);
  const targetMs = targetMilliseconds(TASK, target);
  const hours = preparedCalendar(TASK, calendar);
  const elapsed = stretchBetween(TASK, { start, end: until });
  const open = openStretches(hours.timeline, elapsed);
  if (open.unknown !== undefined) return calendarUnknown(open.unknown);
  const deadline = hours.deadline(start, target, counting);
  if (!deadline.ok) return deadline;
  const due = deadline.value.kind === "due" ? deadline.value.at : undefined;
  const pauses = pauseUnion(TASK, counting.pauses);
  const cut = cutLedger({ start, end: until, ...elapsed, open: open.stretches, pauses });
  const at = elapsed.until;
  const isPaused = pauses.some((pause) => pause.start <= at && at < pause.end);
  return ok({
    start,
    ...(stop === undefined ? {} : { stop }),
    until,
    state: slaState({ isStopped: stop !== undefined, isPaused, until, due }),
    ...(due === undefined ? {} : { due }),
    targetMilliseconds: targetMs,
    intervals: cut.intervals,
    elapsedMilliseconds: at - elapsed.from,
    countedMilliseconds: cut.counted,
    pausedMilliseconds: cut.paused,
    closedMilliseconds: cut.closed,
    remainingMilliseconds: Math.max(0, targetMs - cut.counted),
    overMilliseconds: Math.max(0, cut.counted - targetMs),
    lateMilliseconds: due !== undefined && until > due ? millisecondsBetween(due, until) : 0,
  });
}
