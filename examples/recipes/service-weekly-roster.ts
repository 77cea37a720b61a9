/**
 * From the counts of twelve weeks to named people on the shifts of the next one, in one go.
 *
 * - Forecast: weekday by time of day; how wrong it would have been on the last weeks is printed first.
 * - Agents: Erlang A for each half hour, with the share that is on leave, ill or in training on top.
 * - Shifts: as few agent-minutes too many as can be; the night has no forecast, and is closed.
 * - People: rest and weekly hours are kept, Saturdays shared out; what stays empty is said with the rule that stops it.
 *
 * `npx tsx examples/recipes/service-weekly-roster.ts` prints the table to hang up.
 */
import { pathToFileURL } from "node:url";
import {
  assignShifts,
  DEFAULT_ROSTER_RULES,
  forecastContacts,
  planShifts,
  requiredAgentsByInterval,
  scheduledIntervals,
  SERVICE_SENTENCES,
  type ContactCount,
  type IntervalAgents,
  type Roster,
  type RosterAgent,
  type RosterRules,
  type ShiftPattern,
  type ShiftPlan,
  type StaffingPolicy,
} from "goodwill/service";
import {
  addDays,
  addMilliseconds,
  daysBetween,
  explain,
  instant,
  period,
  plainDate,
  plainDateAt,
  seededRandom,
  timeZone,
  type Period,
  type PlainDate,
} from "goodwill/shared";

const ZONE = timeZone("Asia/Shanghai");
const HALF_HOUR = 30;

/** What the firm brings. */
export interface CentreRules {
  readonly handleSeconds: number;
  readonly staffing: StaffingPolicy;
  readonly patterns: readonly ShiftPattern[];
  readonly roster: RosterRules;
}

/** The week, and what it rests on. */
export interface WeeklyRoster {
  /** The error of the forecast on the weeks held out, as a share of the contacts; absent without contacts. */
  readonly wape?: number;
  readonly required: readonly IntervalAgents[];
  readonly plan: ShiftPlan;
  readonly roster: Roster;
}

/** Forecast, agents, shifts, people. Throws where the history is too short to forecast anything. */
export function weeklyRoster(
  counts: readonly ContactCount[],
  options: {
    readonly days: Period<PlainDate>;
    readonly rules: CentreRules;
    readonly agents: readonly RosterAgent[];
  },
): WeeklyRoster {
  const { days, rules, agents } = options;
  const forecast = forecastContacts(counts, { days, zone: ZONE, intervalMinutes: HALF_HOUR });
  if (!forecast.ok) throw new RangeError(`Cannot plan a week: ${forecast.error.code}`);
  const { intervals, error } = forecast.value;
  const { handleSeconds, staffing, patterns } = rules;
  const required = requiredAgentsByInterval(intervals, { handleSeconds, policy: staffing });
  // Planned are those at work and those who are on leave or ill.
  const plan = planShifts(scheduledIntervals(required), { patterns, zone: ZONE, gaps: "closed" });
  return {
    ...(error.wape !== undefined && { wape: error.wape }),
    required,
    plan,
    roster: assignShifts(plan.shifts, { agents, zone: ZONE, rules: rules.roster }),
  };
}

const clock = new Intl.DateTimeFormat("en-GB", {
  ...{ timeZone: ZONE, hour: "2-digit", minute: "2-digit" },
});

/** The table: one row a person, one column a day, with the shift's first and last minute. */
export function rosterTable({ roster }: WeeklyRoster, days: Period<PlainDate>): string {
  const dates = Array.from({ length: daysBetween(days.start, days.end) }, (_, day) =>
    addDays(days.start, day),
  );
  const head = ["", ...dates.map((date) => date.slice(5)), "hours"];
  const rows = roster.agents.map(({ agent, shifts, weeks }) => {
    const cells = dates.map((date) => {
      const given = shifts.find(({ shift }) => plainDateAt(shift.start, ZONE) === date);
      if (given === undefined) return "-";
      const { start, minutes } = given.shift;
      const times = [start, addMilliseconds(start, minutes * 60_000)];
      return times.map((time) => clock.format(new Date(time))).join("-");
    });
    const paid = weeks.reduce((sum, { paidMinutes }) => sum + paidMinutes, 0);
    return [agent, ...cells, String(paid / 60)];
  });
  return [head, ...rows]
    .map((cells) => cells.map((cell, i) => cell.padEnd(i === 0 ? 5 : 11)).join(" "))
    .map((line) => line.trimEnd())
    .join("\n");
}

/** Twelve weeks, Monday to Saturday from nine to six, made up with a seed. */
export function madeUpCounts(seed: number): readonly ContactCount[] {
  const random = seededRandom(seed);
  const byTime = [20, 34, 52, 60, 56, 44, 32, 30, 38, 48, 52, 46, 40, 36, 32, 28, 22, 16];
  const byWeekday = [1.3, 1.1, 1, 1, 1.1, 0.5];
  const rows: ContactCount[] = [];
  for (let day = 0; day < 12 * 7; day += 1) {
    const factor = byWeekday[day % 7];
    if (factor === undefined) continue;
    const nine = instant(`${addDays(plainDate("2026-03-02"), day)}T09:00:00+08:00`);
    for (const [slot, mean] of byTime.entries()) {
      let contacts = 0;
      for (let rest = random(); rest > Math.exp(-mean * factor); rest *= random()) contacts += 1;
      rows.push({ start: addMilliseconds(nine, slot * HALF_HOUR * 60_000), contacts });
    }
  }
  return rows;
}

const LUNCH = { minutes: 30, fromMinutes: 180, untilMinutes: 270, stepMinutes: 30, isPaid: false };

export const RULES: CentreRules = {
  handleSeconds: 240,
  staffing: {
    serviceLevel: { share: 0.8, thresholdSeconds: 20 },
    patienceSeconds: 120,
    maximumAbandonedShare: 0.05,
    // Lunch is in the shifts: this is leave, illness and training.
    shrinkageShare: 0.1,
    minimumAgents: 2,
  },
  patterns: [
    { id: "full", minutes: 540, starts: ["09:00"], breaks: [LUNCH] },
    { id: "short", minutes: 300, starts: ["09:00", "09:30", "10:00", "13:00"] },
  ],
  roster: { ...DEFAULT_ROSTER_RULES, unpopularWeekdays: [6] },
};

/** Full time and part time; the first seven had the Saturday of the week before. */
export const AGENTS: readonly RosterAgent[] = [
  ...["ann", "bo", "cy", "di", "eve", "fang", "gu", "hao", "ida", "jun", "kai"],
  ...["lin", "mei", "ning", "ou", "pan", "qi", "rui", "su", "tao"],
].map((id, n) => ({
  id,
  contract: n < 11 ? { minMinutes: 2040, maxMinutes: 2550 } : { minMinutes: 600, maxMinutes: 1200 },
  unpopularBefore: n < 7 ? 1 : 0,
}));

export const WEEK = period(plainDate("2026-05-25"), plainDate("2026-05-31"));

/** Plans the week and prints it. */
export function main(agents: readonly RosterAgent[] = AGENTS): string {
  const week = weeklyRoster(madeUpCounts(11), { days: WEEK, rules: RULES, agents });
  const { wape = 0, required, plan, roster } = week;
  const { shifts, overMinutes, underMinutes } = plan;
  const places = shifts.reduce((sum, shift) => sum + shift.agents, 0);
  const most = Math.max(...required.map((one) => one.agents));
  return [
    `The forecast missed ${(100 * wape).toFixed(0)} percent of the calls of the last weeks.`,
    `At most ${String(most)} at work at once; ${String(places)} places on ${String(shifts.length)} shifts.`,
    `${String(overMinutes / 60)} agent-hours too many, ${String(underMinutes / 60)} missing.`,
    rosterTable(week, WEEK),
    ...roster.unfilled.map(({ shift, reasons }) => {
      const why = reasons.map((reason) => explain(reason, SERVICE_SENTENCES)).join(" ");
      return `Empty: ${String(shift.agents)} of ${shift.id}. ${why}`;
    }),
    ...roster.contracts.map((finding) => explain(finding, SERVICE_SENTENCES)),
  ].join("\n");
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.log(main());
}
