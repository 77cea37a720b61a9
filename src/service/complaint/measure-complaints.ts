import { DEFAULT_LEVEL, requireLevel } from "../../shared/statistics/interval.js";
import { wilsonInterval } from "../../shared/statistics/proportion.js";
import { quantile } from "../../shared/statistics/quantile.js";
import type { Instant } from "../../shared/time/instant.js";
import { requireInstant } from "../../shared/time/require-instant.js";
import type { ComplaintEvent } from "./complaint-command.js";
import type {
  ComplaintDurations,
  ComplaintInTime,
  ComplaintMeasureOptions,
  ComplaintMeasures,
  ComplaintShare,
} from "./complaint-measures.js";
import { elapsedMinutes, measuredMinutes } from "./measured-minutes.js";
import type { MeasuredMinutes } from "./measured-minutes.js";
import { measuredTracks } from "./measured-track.js";
import type { MeasuredTrack } from "./measured-track.js";

/** How long to each step, in minutes; nothing where it was not done. */
interface Step {
  readonly minutes: Float64Array;
  readonly pending: number;
  /** In time, those whose deadline has passed, and those whose deadline is to come. */
  readonly inTime?: { readonly count: number; readonly n: number; readonly pending: number };
}

/** An answer within the hour, open or not, is one of the first contact. */
const FIRST_CONTACT_MINUTES = 60;
const TASK = "measure complaints";

/**
 * How fast, how well and how lastingly are complaints settled?
 *
 * The events are read once; those of one complaint must be in the order of time, complaints may be mixed. A duplicate
 * counts only as such. What is open and not done yet is left out of the times and said beside them.
 *
 * For a deadline, a complaint counts once more than its minutes have passed by `asOf`, in time or not; until then it
 * is pending, even where it is done already: else the quick ones of the last days would count and the slow ones not
 * yet, which flatters. One withdrawn before its deadline without having been done counts nowhere.
 *
 * @remarks The figures are those ISO 10004 and the annexes of ISO 10002 on monitoring name; times by the median and
 * the nine-in-ten, since few long cases would carry the mean; shares with Wilson's interval.
 * @param events - The events of all complaints.
 * @param options - The moment, the deadlines, whose minutes, and the level of the intervals.
 * @returns The measures.
 * @throws RangeError where a complaint does not begin with its receipt, its events are out of order, a deadline is
 * below 0, the level or the moment are not valid, a calendar and `minutesBetween` are both given, or the calendar is
 * not valid or does not know the holidays of a day that must be counted.
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
  const minutesBetween = measuredMinutes(TASK, options);
  const ages = Object.values(deadlines).every((one) => one === undefined)
    ? []
    : tracks.map(({ receivedAt }) => minutesBetween(receivedAt, asOf));
  const stepTo = (
    doneAt: (track: MeasuredTrack) => Instant | undefined,
    deadline: number | undefined,
  ): Step => stepOf(tracks, { doneAt, deadline, minutesBetween, ages });
  const shareOf = (count: number, n: number): ComplaintShare =>
    n === 0
      ? { count, n }
      : { count, n, share: count / n, interval: wilsonInterval({ count, n }, { level }) };
  const inTime = (name: string, { inTime: found }: Step): Record<string, ComplaintInTime> =>
    found === undefined
      ? {}
      : { [name]: { ...shareOf(found.count, found.n), pending: found.pending } };
  const isFirstContact = (track: MeasuredTrack): boolean =>
    !track.movedOn &&
    !track.reopened &&
    track.answeredAt !== undefined &&
    // In business minutes an answer after the whole night would be one of the first contact.
    elapsedMinutes(track.receivedAt, track.answeredAt) <= firstContactMinutes;
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

function stepOf(
  tracks: readonly MeasuredTrack[],
  options: {
    readonly doneAt: (track: MeasuredTrack) => Instant | undefined;
    readonly deadline: number | undefined;
    readonly minutesBetween: MeasuredMinutes;
    /** The minutes from the receipt to the moment of measuring; empty where there is no deadline. */
    readonly ages: readonly number[];
  },
): Step {
  const { doneAt, deadline, minutesBetween, ages } = options;
  const minutes: number[] = [];
  const inTime = { count: 0, n: 0, pending: 0 };
  let pending = 0;
  tracks.forEach((track, place) => {
    const done = doneAt(track);
    const isWithdrawn = track.phase === "withdrawn";
    const taken = done === undefined ? undefined : minutesBetween(track.receivedAt, done);
    if (taken !== undefined) minutes.push(taken);
    else if (!isWithdrawn) pending += 1;
    if (deadline === undefined) return;
    // Withdrawn in time, it could not be done any more.
    const never = taken === undefined && isWithdrawn;
    if (never && minutesBetween(track.receivedAt, track.enteredAt) <= deadline) return;
    if (ages[place]! <= deadline) inTime.pending += 1;
    else {
      inTime.n += 1;
      if (taken !== undefined && taken <= deadline) inTime.count += 1;
    }
  });
  const sorted = Float64Array.from(minutes).sort();
  return { minutes: sorted, pending, ...(deadline !== undefined && { inTime }) };
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
