import { DEFAULT_LEVEL, requireLevel } from "../../shared/statistics/interval.js";
import { wilsonInterval } from "../../shared/statistics/proportion.js";
import { quantile } from "../../shared/statistics/quantile.js";
import { millisecondsBetween } from "../../shared/time/instant.js";
import type { Instant } from "../../shared/time/instant.js";
import { requireInstant } from "../../shared/time/require-instant.js";
import type { ComplaintEvent } from "./complaint-command.js";
import type {
  ComplaintDurations,
  ComplaintMeasureOptions,
  ComplaintMeasures,
  ComplaintShare,
} from "./complaint-measures.js";
import { measuredTracks } from "./measured-track.js";
import type { MeasuredTrack } from "./measured-track.js";

/** How long to each step, in minutes; nothing where it was not done. */
interface Step {
  readonly minutes: Float64Array;
  readonly pending: number;
  /** In time, and those of which it is known. */
  readonly inTime?: { readonly count: number; readonly n: number };
}

/** An answer within the hour is one of the first contact. */
const FIRST_CONTACT_MINUTES = 60;
const TASK = "measure complaints";

/**
 * How fast, how well and how lastingly are complaints settled?
 *
 * The events are read once; those of one complaint must be in the order of time, complaints may be mixed. A duplicate
 * counts only as such. What is open and not done yet is left out of the times and said beside them; for a deadline it
 * is late once the deadline has passed, and until then not counted, so that neither flatters.
 *
 * @remarks The figures are those ISO 10004 and the annexes of ISO 10002 on monitoring name; times by the median and
 * the nine-in-ten, since few long cases would carry the mean; shares with Wilson's interval.
 * @param events - The events of all complaints.
 * @param options - The moment, the deadlines, whose minutes, and the level of the intervals.
 * @returns The measures.
 * @throws RangeError where a complaint does not begin with its receipt, its events are out of order, a deadline is
 * below 0, or the level or the moment are not valid.
 * @example
 * ```ts
 * import { measureComplaints } from "goodwill/service";
 * import { instant } from "goodwill/shared";
 *
 * const { received, reopened } = measureComplaints([], { asOf: instant("2026-03-02T09:00:00Z") });
 * [received, reopened]; // => [0, { count: 0, n: 0 }]
 * ```
 */
export function measureComplaints(
  events: Iterable<ComplaintEvent>,
  options: ComplaintMeasureOptions,
): ComplaintMeasures {
  const { asOf, deadlines = {}, level = DEFAULT_LEVEL } = options;
  const { firstContactMinutes = FIRST_CONTACT_MINUTES } = options;
  requireLevel(level, TASK);
  requireInstant(TASK, { asOf });
  for (const [name, minutes] of Object.entries({ ...deadlines, firstContactMinutes })) {
    if (minutes === undefined || minutes >= 0) continue;
    throw new RangeError(`Cannot ${TASK}: ${name} must be at least 0, got ${String(minutes)}`);
  }
  const all = measuredTracks(events, asOf);
  const tracks = all.filter(({ phase }) => phase !== "duplicate");
  const closed = tracks.filter(({ phase }) => phase === "closed");
  const withdrawn = tracks.filter(({ phase }) => phase === "withdrawn").length;
  const answered = tracks.filter(({ answeredAt }) => answeredAt !== undefined);
  const minutesBetween = options.minutesBetween ?? elapsedMinutes;
  const stepTo = (
    doneAt: (track: MeasuredTrack) => Instant | undefined,
    deadline: number | undefined,
  ): Step => stepOf(tracks, { doneAt, deadline, minutesBetween, asOf });
  const shareOf = (count: number, n: number): ComplaintShare =>
    n === 0
      ? { count, n }
      : { count, n, share: count / n, interval: wilsonInterval({ count, n }, { level }) };
  const inTime = (name: string, { inTime: found }: Step): Record<string, ComplaintShare> =>
    found === undefined ? {} : { [name]: shareOf(found.count, found.n) };
  const isFirstContact = (track: MeasuredTrack): boolean =>
    !track.movedOn &&
    !track.reopened &&
    track.answeredAt !== undefined &&
    minutesBetween(track.receivedAt, track.answeredAt) <= firstContactMinutes;
  const acknowledge = stepTo((track) => track.acknowledgedAt, deadlines.acknowledgeMinutes);
  const answer = stepTo((track) => track.answeredAt, deadlines.answerMinutes);
  const close = stepTo(closedAt, deadlines.closeMinutes);
  return {
    received: tracks.length,
    open: tracks.length - closed.length - withdrawn,
    closed: closed.length,
    withdrawn,
    duplicates: all.length - tracks.length,
    firstContact: shareOf(closed.filter(isFirstContact).length, closed.length),
    reopened: shareOf(answered.filter((track) => track.reopened).length, answered.length),
    toAcknowledge: durationsOf(acknowledge),
    toAnswer: durationsOf(answer),
    toClose: durationsOf(close),
    ...inTime("acknowledgedInTime", acknowledge),
    ...inTime("answeredInTime", answer),
    ...inTime("closedInTime", close),
  };
}

function closedAt({ phase, enteredAt }: MeasuredTrack): Instant | undefined {
  return phase === "closed" ? enteredAt : undefined;
}

function elapsedMinutes(start: Instant, end: Instant): number {
  return millisecondsBetween(start, end) / 60_000;
}

function stepOf(
  tracks: readonly MeasuredTrack[],
  options: {
    readonly doneAt: (track: MeasuredTrack) => Instant | undefined;
    readonly deadline: number | undefined;
    readonly minutesBetween: (start: Instant, end: Instant) => number;
    readonly asOf: Instant;
  },
): Step {
  const { doneAt, deadline, minutesBetween, asOf } = options;
  const minutes: number[] = [];
  let pending = 0;
  let late = 0;
  for (const track of tracks) {
    const done = doneAt(track);
    if (done !== undefined) {
      minutes.push(minutesBetween(track.receivedAt, done));
      continue;
    }
    const isWithdrawn = track.phase === "withdrawn";
    if (!isWithdrawn) pending += 1;
    if (deadline === undefined) continue;
    const until = isWithdrawn ? track.enteredAt : asOf;
    if (minutesBetween(track.receivedAt, until) > deadline) late += 1;
  }
  const sorted = Float64Array.from(minutes).sort();
  if (deadline === undefined) return { minutes: sorted, pending };
  const count = minutes.filter((one) => one <= deadline).length;
  return { minutes: sorted, pending, inTime: { count, n: minutes.length + late } };
}

function durationsOf({ minutes, pending }: Step): ComplaintDurations {
  const count = minutes.length;
  if (count === 0) return { count, pending };
  return {
    count,
    pending,
    medianMinutes: quantile(minutes, 0.5),
    p90Minutes: quantile(minutes, 0.9),
  };
}
