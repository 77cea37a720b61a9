import type { Reason } from "../../shared/reason.js";
import type { TimeZone } from "../../shared/time/time-zone.js";
import type { AgentBook } from "./agent-book.js";
import { bookObstacles, enter } from "./agent-book.js";
import type { PlannedShift } from "./planned-shift.js";
import { requirePlannedShift } from "./require-planned-shift.js";
import { requireRosterAgent } from "./require-roster.js";
import type { RosterAgent } from "./roster-agent.js";
import type { RosterRules } from "./roster-rules.js";
import { DEFAULT_ROSTER_RULES } from "./roster-rules.js";
import { workTime } from "./roster-seat.js";
import { availableTime, fitObstacles } from "./shift-fit.js";

/** What a shift is held against. */
export interface ShiftObstaclesOptions {
  /** Who would work it. */
  readonly agent: RosterAgent;
  /** The shifts the agent has been given, besides those the agent holds; none when absent. */
  readonly given?: readonly PlannedShift[];
  /** The zone on whose calendar days and weeks are counted. */
  readonly zone: TimeZone;
  /** What every roster keeps to; `DEFAULT_ROSTER_RULES` when absent. */
  readonly rules?: RosterRules;
}

/**
 * What stands against this agent working this shift, as when two want to swap?
 *
 * @param shift - The shift.
 * @param options - The agent with the shifts held and given, the zone, and the rules.
 * @returns Every rule that stands against it: skills, languages, availability, overlap or rest, shifts a day, working
 * time of the week, days in a row; none where it may be worked.
 * @throws RangeError where a number is negative or not whole.
 * @example
 * ```ts
 * import { instant, timeZone } from "goodwill/shared";
 * import { shiftObstacles } from "goodwill/service";
 *
 * const start = instant("2026-03-02T08:00:00Z");
 * const shift = { id: "e", pattern: "early", start, minutes: 480, breaks: [], paidMinutes: 480, agents: 1 };
 * const agent = { id: "ann", held: [{ start: instant("2026-03-01T16:00:00Z"), minutes: 480 }] };
 * shiftObstacles(shift, { agent, zone: timeZone("UTC") }).map(({ code }) => code); // => ["roster-too-little-rest"]
 * ```
 */
export function shiftObstacles(
  shift: PlannedShift,
  { agent, given = [], zone, rules = DEFAULT_ROSTER_RULES }: ShiftObstaclesOptions,
): readonly Reason[] {
  const task = "check a shift";
  requirePlannedShift(task, { shift, at: "shift" });
  requireRosterAgent(task, { agent, at: "agent" });
  const weekAtMost = agent.contract?.maxMinutes ?? rules.mostMinutesAWeek;
  const book: AgentBook = { times: [], rules, weekAtMost };
  for (const one of [...(agent.held ?? []), ...given]) enter(book, workTime(one, zone));
  const time = workTime(shift, zone);
  const available = availableTime(agent);
  return [...fitObstacles(agent, { shift, time, available }), ...bookObstacles(book, time)];
}
