import { contactProfileChart, staffingChart } from "goodwill/chart";
import type { AgentRoster, IntervalAgents, ShiftPattern } from "goodwill/service";
import {
  addDays,
  addMilliseconds,
  plainDateAt,
  wallTimeAt,
  type Instant,
  type PlainDate,
} from "goodwill/shared";
import { chart, heading, list, table, text, type Block } from "../page.js";
import { sentence } from "../sentence.js";
import { amount, decimal, listed, many, percent } from "../wording.js";
import { SHANGHAI } from "./calendar.js";
import type { CentreFindings } from "./centre-findings.js";
import { HANDLE_SECONDS, SHIFTS, STAFFING } from "./policy.js";
import { OPEN_HOURS } from "./simulated-calls.js";

/** How many will call next week, how many agents that needs, and who works when. */
export function centreBlocks(findings: CentreFindings): Block[] {
  return [
    heading("Calls in the week to come (simulated)"),
    ...forecastBlocks(findings),
    heading("How many agents are needed"),
    ...neededBlocks(findings),
    heading("Who works when"),
    ...rosterBlocks(findings),
  ];
}

/** The centre is closed by night: that these hours are not forecast is no finding. */
const CLOSED_HOURS = "forecast-times-unseen";

function forecastBlocks({ forecast, counted, week }: CentreFindings): Block[] {
  const { intervals, error, profile, reasons } = forecast;
  const sum = (field: "contacts" | "lower" | "upper", day?: PlainDate): number =>
    intervals
      .filter(({ start }) => day === undefined || plainDateAt(start, SHANGHAI) === day)
      .reduce((total, one) => total + one[field], 0);
  return [
    text(
      `The company's log has no counts by the hour, so the calls here are simulated: ${amount(counted)} half hours of the last four months, drawn by chance from a seed, growing as deliveries get worse.`,
      `For the week from ${week.start} ${amount(Math.round(sum("contacts")))} calls are expected.`,
      `On the last ${many(error.weeks, "week")}, forecast from those before, the forecast was off by ${percent(error.wape)} of the calls of a half hour (repeating the last week: ${percent(error.naiveWape)}); ${percent(error.coveredShare)} of the half hours lay within the range that 90% are to lie in.`,
    ),
    chart((drawing) => contactProfileChart(profile, drawing)),
    table(
      ["day", "calls expected", "busiest half hour", "calls in it", "at least", "at most"],
      daysOf(week).map((day) => {
        const own = intervals.filter(({ start }) => plainDateAt(start, SHANGHAI) === day);
        const most = own.reduce((a, b) => (b.contacts > a.contacts ? b : a));
        return [
          day,
          amount(Math.round(sum("contacts", day))),
          timeText(most.start),
          decimal(most.contacts, 1),
          amount(most.lower),
          amount(most.upper),
        ];
      }),
    ),
    list(reasons.filter(({ code }) => code !== CLOSED_HOURS).map((reason) => sentence(reason))),
  ];
}

function neededBlocks({ required, week }: CentreFindings): Block[] {
  const { serviceLevel, maximumOccupancyShare, patienceSeconds, shrinkageShare } = STAFFING;
  const busiest = required.reduce((a, b) => (b.agents > a.agents ? b : a));
  const hours = Array.from(
    { length: OPEN_HOURS.until - OPEN_HOURS.from },
    (_, i) => `${String(OPEN_HOURS.from + i).padStart(2, "0")}:00`,
  );
  return [
    text(
      `${percent(serviceLevel?.share)} of the calls are to be answered within ${amount(serviceLevel?.thresholdSeconds ?? 0)} seconds, agents busy no more than ${percent(maximumOccupancyShare)} of their time; a call takes ${amount(HANDLE_SECONDS)} seconds, and callers wait ${amount(patienceSeconds ?? 0)} seconds on average before they give up.`,
      `The busiest half hour, ${plainDateAt(busiest.start, SHANGHAI)} ${timeText(busiest.start)}, needs ${amount(busiest.agents)} agents: ${percent(busiest.serviceLevelShare)} are answered in time after ${decimal(busiest.averageWaitSeconds, 0)} seconds on average, ${percent(busiest.abandonedShare)} give up, agents are busy ${percent(busiest.occupancyShare)} of the time.`,
      `As ${percent(shrinkageShare)} of the time is lost to illness and training, ${amount(busiest.scheduledAgents)} are scheduled.`,
      "Agents to be scheduled, the more of both half hours:",
    ),
    table(
      ["hour", ...daysOf(week).map((day) => day.slice(5))],
      hours.map((hour) => [
        hour,
        ...daysOf(week).map((day) => amount(mostIn(required, { day, hour }))),
      ]),
    ),
  ];
}

function mostIn(
  required: readonly IntervalAgents[],
  { day, hour }: { readonly day: PlainDate; readonly hour: string },
): number {
  return required
    .filter(
      ({ start }) =>
        plainDateAt(start, SHANGHAI) === day && timeText(start).slice(0, 2) === hour.slice(0, 2),
    )
    .reduce((most, { scheduledAgents }) => Math.max(most, scheduledAgents), 0);
}

function rosterBlocks({ plan, roster, staffed, week }: CentreFindings): Block[] {
  const { exact, penalty, penaltyAtLeast } = plan.optimality;
  const shifts = plan.shifts.reduce((sum, { agents }) => sum + agents, 0);
  const { unfilled, unfilledAtLeast } = roster.optimality;
  const hours = (minutes: number): string => amount(Math.round(minutes / 60));
  return [
    text(
      `${many(shifts, "shift")} of ${hours(plan.paidMinutes)} paid hours cover the week, ${hours(plan.overMinutes)} of them above what is needed.`,
      exact
        ? "No other choice of these shifts has less: this is proven."
        : `No choice of these shifts has less than ${percent(penaltyAtLeast / penalty)} of that.`,
      `They are given to ${many(roster.agents.length, "agent")} with at least 11 hours of rest, no more than 5 days running and 40 hours a week.`,
      unfilled === 0
        ? "Every shift has its agents."
        : `${many(unfilled, "place")} stay empty; whatever is done, ${amount(unfilledAtLeast)} do.`,
      ...roster.unfilled.slice(0, 1).flatMap(({ reasons }) => reasons.map((one) => sentence(one))),
      roster.contracts.length === 0
        ? "Every contract is kept."
        : `${many(roster.contracts.length, "contract")} cannot be kept: ${sentence(roster.contracts[0]!)}`,
    ),
    chart((drawing) =>
      staffingChart(staffed, { clock: { zone: SHANGHAI, wallTimeAt }, ...drawing }),
    ),
    table(
      ["agent", ...daysOf(week).map((day) => day.slice(5)), "hours"],
      roster.agents.map((agent) => [
        agent.agent,
        ...daysOf(week).map((day) => shiftOn(agent, day)),
        hours(agent.weeks.reduce((sum, { paidMinutes }) => sum + paidMinutes, 0)),
      ]),
    ),
    text(
      `Shifts: ${SHIFTS.map(shiftText).join("; ")}.`,
      `Nobody likes ${listed(SHIFTS.filter(({ isUnpopular = false }) => isUnpopular).map(({ id }) => `the ${id} shift`))}, so it goes round: everybody has ${unpopularText(roster.agents)}.`,
    ),
  ];
}

function shiftOn({ shifts }: AgentRoster, day: PlainDate): string {
  return shifts
    .filter(({ shift }) => plainDateAt(shift.start, SHANGHAI) === day)
    .map(({ shift }) => {
      const end = addMilliseconds(shift.start, shift.minutes * 60_000);
      return `${shortTime(shift.start)}-${shortTime(end)}`;
    })
    .join(", ");
}

function shiftText({ id, minutes, breaks = [] }: ShiftPattern): string {
  const pause = breaks.reduce((sum, one) => sum + one.minutes, 0);
  return `${id}, ${decimal((minutes - pause) / 60, 0)} hours${pause === 0 ? "" : ` and ${decimal(pause / 60, 0)} for lunch`}`;
}

/** How many unpopular shifts the agents have, from the fewest to the most. */
function unpopularText(agents: readonly AgentRoster[]): string {
  const counts = agents.map(({ unpopular }) => unpopular);
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  return least === most ? amount(most) : `${amount(least)} to ${amount(most)}`;
}

/** A time without what is 0 at either end: `9`, `17:30`. */
function shortTime(at: Instant): string {
  return timeText(at).replace(/^0/, "").replace(/:00$/, "");
}

function daysOf({ start }: CentreFindings["week"]): readonly PlainDate[] {
  return Array.from({ length: 7 }, (_, i) => addDays(start, i));
}

function timeText(at: Instant): string {
  return wallTimeAt(at, SHANGHAI).slice(11, 16);
}
