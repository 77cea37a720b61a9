import type { Reason } from "../../../shared/reason.js";
import type { Instant } from "../../../shared/time/instant.js";
import type { TimeZone } from "../../../shared/time/time-zone.js";
import { courseEvents, noCourse, takeEvent } from "./course.js";
import type { Course } from "./course.js";
import { exitOf } from "./exit-of.js";
import type { LifecycleRow } from "../facts.js";
import { terminationMoment } from "./leaving.js";
import type { LifecyclePolicy } from "../policy.js";
import { momentBeyond, readingAt } from "./reading.js";
import { buyingRhythm } from "./rhythm.js";
import { rungOf } from "./rung-of.js";
import type { LifecycleState } from "../state.js";

/** A state from a moment on. */
export interface DatedState {
  readonly at: Instant;
  readonly state: LifecycleState;
  readonly reasons: readonly Reason[];
}

/** The state of somebody of whom nothing is known. */
export const UNKNOWN_STATE: LifecycleState = { stage: "initial", rung: "potential", exit: "none" };

/**
 * The states of a customer up to and including a moment, from the first fact on: one entry for that, and one for each
 * change. Between two facts only the passing of a limit changes anything, so that only those moments are looked at.
 */
export function courseStates(
  row: LifecycleRow,
  options: { readonly until: Instant; readonly zone: TimeZone; readonly policy: LifecyclePolicy },
): DatedState[] {
  const { until } = options;
  const events = courseEvents(row, options);
  const states: DatedState[] = [];
  const course = noCourse();
  for (const [index, event] of events.entries()) {
    takeEvent(course, event, options);
    const next = events[index + 1]?.at;
    if (next === event.at) continue;
    const passed = limitMoments(course, options).filter(
      (moment) => moment > event.at && moment <= until && (next === undefined || moment < next),
    );
    for (const at of [event.at, ...passed]) addState(states, { course, at, options });
  }
  return states;
}

function addState(
  states: DatedState[],
  {
    course,
    at,
    options,
  }: {
    readonly course: Course;
    readonly at: Instant;
    readonly options: { readonly zone: TimeZone; readonly policy: LifecyclePolicy };
  },
): void {
  const reading = readingAt(at, options);
  const { rung, reasons } = rungOf(course, reading);
  const exit = exitOf(course, reading);
  const state: LifecycleState = { stage: course.stage, rung, exit: exit.state };
  const before = states.at(-1)?.state;
  if (before !== undefined && isSameState(before, state)) return;
  // What the rung already says is not said again by the exit.
  const said = new Set(reasons.map((reason) => JSON.stringify(reason)));
  const added = exit.reasons.filter((reason) => !said.has(JSON.stringify(reason)));
  states.push({ at, state, reasons: [...reasons, ...added] });
}

/** Whether nothing differs. */
export function isSameState(a: LifecycleState, b: LifecycleState): boolean {
  return a.stage === b.stage && a.rung === b.rung && a.exit === b.exit;
}

/** The moments at which, without a further fact, a limit is passed; ascending, each once. */
function limitMoments(
  course: Course,
  { zone, policy }: { readonly zone: TimeZone; readonly policy: LifecyclePolicy },
): Instant[] {
  const { buying, contact, known, lastInterest, feelings, terminations } = course;
  const rhythm = buyingRhythm(course, policy.lapse);
  const quiet = contact ?? known;
  const limits: readonly (readonly [number | undefined, number])[] = [
    [quiet?.day, policy.initialSilenceDays],
    [lastInterest?.day, policy.interestCoolingDays],
    [lastInterest?.day, policy.interestDays],
    [feelings.at(-1)?.day, policy.signalDays],
    [buying.last?.day, rhythm.lapseDays],
    [buying.last?.day, rhythm.lostDays],
  ];
  const moments = limits
    .filter((limit): limit is readonly [number, number] => limit[0] !== undefined)
    .map(([day, limitDays]) => momentBeyond(day, { limitDays, zone }));
  const ends = terminations.map((termination) => terminationMoment(termination, zone));
  const all = [...moments, ...ends].filter((moment) => moment !== undefined);
  return [...new Set(all)].sort();
}
