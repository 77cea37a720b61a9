import { compareText } from "../../shared/text-order.js";
import { monthPeriod, quarterPeriod, weekPeriod } from "../../shared/time/calendar-period.js";
import { addDays } from "../../shared/time/date-arithmetic.js";
import type { Period } from "../../shared/time/period.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import { plainDateAt } from "../../shared/time/time-zone.js";
import type { TimeZone } from "../../shared/time/time-zone.js";
import type { ComplaintEvent } from "./complaint-command.js";
import { COMPLAINT_PHASES, ENDED_COMPLAINT_PHASES } from "./complaint-state.js";
import type { ComplaintPhase } from "./complaint-state.js";
import { trackEvent } from "./complaint-track.js";
import type { ComplaintTrack } from "./complaint-track.js";

/** How many complaints came into one phase, left it and stood in it: `opening + entered - left = closing`. */
export interface PhaseFlow {
  /** The phase. */
  readonly phase: ComplaintPhase;
  /** How many stood in it when the period began. */
  readonly opening: number;
  /** How often one came into it. */
  readonly entered: number;
  /** How often one left it. */
  readonly left: number;
  /** How many stood in it when the period ended. */
  readonly closing: number;
}

/** The flow of complaints in one day, week, month or quarter. */
export interface ComplaintFlowPeriod {
  /** Its first day. */
  readonly start: PlainDate;
  /** The first day after it. */
  readonly end: PlainDate;
  /** Every phase, in the order of a complaint's life. */
  readonly phases: readonly PhaseFlow[];
  /** How many were received in it. */
  readonly received: number;
  /** How many were open when it ended: received, and neither closed nor withdrawn nor a duplicate. */
  readonly open: number;
}

/** In whose days the flow is counted, and over what time. */
export interface ComplaintFlowOptions {
  /** The zone whose calendar decides which day an event belongs to. */
  readonly zone: TimeZone;
  /** How long a period is: a day, a week from Monday, a calendar month, or a calendar quarter from January. */
  readonly per: "day" | "week" | "month" | "quarter";
  /**
   * A day of the first period; when absent, that of the first event, or of `through` where it lies before. Events
   * before it are in its opening.
   */
  readonly from?: PlainDate;
  /**
   * A day of the last period; when absent, that of the last event, or of `from` where it lies after. Events after it
   * are left out.
   */
  readonly through?: PlainDate;
}

const PERIOD_OF: Readonly<
  Record<ComplaintFlowOptions["per"], (date: PlainDate) => Period<PlainDate>>
> = {
  day: (date) => ({ start: date, end: addDays(date, 1) }),
  week: weekPeriod,
  month: monthPeriod,
  quarter: quarterPeriod,
};

const PLACES: ReadonlyMap<string, number> = new Map(
  COMPLAINT_PHASES.map((phase, place) => [phase, place]),
);
const PHASES = COMPLAINT_PHASES.length;

/**
 * How many complaints came into each phase, left it and stand in it, by day, week, month or quarter?
 *
 * The events are read once; those of one complaint must be in the order of time, complaints may be mixed. An event
 * whose id came before, for the same complaint, is passed over. In every period, and for every phase, opening plus
 * entered less left is closing, and the closing of one period is the opening of the next. A complaint that came into
 * a phase and left it in the same period is counted as both.
 *
 * @param events - The events of all complaints.
 * @param options - The zone, the length of a period, and the first and last day.
 * @returns One entry a period, without gaps; none where there are no events and no days are named.
 * @throws RangeError where a complaint does not begin with its receipt, its events are out of order, or `through` lies
 * before `from`.
 * @example
 * ```ts
 * import { complaintFlow } from "goodwill/service";
 * import { plainDate, timeZone } from "goodwill/shared";
 *
 * const day = plainDate("2026-03-02");
 * const [flow] = complaintFlow([], { zone: timeZone("Asia/Shanghai"), per: "week", from: day, through: day });
 * [flow?.start, flow?.end, flow?.received, flow?.open]; // => ["2026-03-02", "2026-03-09", 0, 0]
 * ```
 */
export function complaintFlow(
  events: Iterable<ComplaintEvent>,
  options: ComplaintFlowOptions,
): readonly ComplaintFlowPeriod[] {
  const { from, through } = options;
  if (from !== undefined && through !== undefined && through < from) {
    throw new RangeError(
      `Cannot count the flow of complaints: through must not lie before from ${from}, got ${through}`,
    );
  }
  const counts = movesByPeriod(events, options);
  const days = [...counts.keys(), ...(from === undefined ? [] : [from])];
  if (through !== undefined) days.push(through);
  days.sort(compareText);
  const [first, last] = [from ?? days[0], through ?? days.at(-1)];
  if (first === undefined || last === undefined) return [];
  return periodsOf(counts, { first, last, per: options.per });
}

/** By the first day of a period: how often each phase was entered, then how often it was left. */
function movesByPeriod(
  events: Iterable<ComplaintEvent>,
  { zone, per }: ComplaintFlowOptions,
): ReadonlyMap<PlainDate, Float64Array> {
  const tracks = new Map<string, ComplaintTrack>();
  const counts = new Map<PlainDate, Float64Array>();
  const byDate = new Map<PlainDate, Float64Array>();
  const begin = (): ComplaintTrack => ({ before: undefined, phase: undefined, at: "", ids: [] });
  for (const event of events) {
    const track = trackEvent(tracks, event, begin);
    if (track === undefined || track.phase === track.before) continue;
    const date = plainDateAt(event.at, zone);
    let moves = byDate.get(date);
    if (moves === undefined) {
      const { start } = PERIOD_OF[per](date);
      moves = counts.get(start) ?? new Float64Array(2 * PHASES);
      counts.set(start, moves);
      byDate.set(date, moves);
    }
    moves[placeOf(track.phase)]! += 1;
    if (track.before !== undefined) moves[PHASES + placeOf(track.before)]! += 1;
  }
  return counts;
}

function placeOf(phase: ComplaintPhase | undefined): number {
  return PLACES.get(phase ?? "")!;
}

function periodsOf(
  counts: ReadonlyMap<PlainDate, Float64Array>,
  options: { readonly first: PlainDate; readonly last: PlainDate } & Pick<
    ComplaintFlowOptions,
    "per"
  >,
): readonly ComplaintFlowPeriod[] {
  const periodOf = PERIOD_OF[options.per];
  const found: ComplaintFlowPeriod[] = [];
  const standing = new Float64Array(PHASES);
  const none = new Float64Array(2 * PHASES);
  let period = periodOf(options.first);
  for (const [start, moves] of counts) {
    if (start >= period.start) continue;
    for (let place = 0; place < PHASES; place += 1) {
      standing[place]! += moves[place]! - moves[PHASES + place]!;
    }
  }
  while (period.start <= options.last) {
    const moves = counts.get(period.start) ?? none;
    const phases = COMPLAINT_PHASES.map((phase, place): PhaseFlow => {
      const opening = standing[place]!;
      const entered = moves[place]!;
      const left = moves[PHASES + place]!;
      standing[place] = opening + entered - left;
      return { phase, opening, entered, left, closing: opening + entered - left };
    });
    const open = phases
      .filter(({ phase }) => !ENDED_COMPLAINT_PHASES.includes(phase))
      .reduce((sum, { closing }) => sum + closing, 0);
    found.push({ ...period, phases, received: phases[0]!.entered, open });
    period = periodOf(period.end);
  }
  return found;
}
