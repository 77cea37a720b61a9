import {
  assignShifts,
  forecastContacts,
  planShifts,
  requiredAgentsByInterval,
  scheduledIntervals,
  staffedIntervals,
  type ContactForecast,
  type IntervalAgents,
  type Roster,
  type ShiftPlan,
  type StaffedInterval,
} from "goodwill/service";
import { plainDate, weekPeriod, type Period, type PlainDate } from "goodwill/shared";
import { HOLIDAYS, SHANGHAI } from "./calendar.js";
import { AGENTS, HANDLE_SECONDS, ROSTER_RULES, SHIFTS, STAFFING } from "./policy.js";
import { INTERVAL_MINUTES, simulatedCalls } from "./simulated-calls.js";

/** The contact centre in the week to come. */
export interface CentreFindings {
  readonly week: Period<PlainDate>;
  /** How many half hours were counted. */
  readonly counted: number;
  readonly forecast: ContactForecast;
  readonly required: readonly IntervalAgents[];
  readonly plan: ShiftPlan;
  readonly roster: Roster;
  /** Agents needed and agents who have been given shifts. */
  readonly staffed: readonly StaffedInterval[];
}

/** The first full week after the log. */
const WEEK = weekPeriod(plainDate("2026-01-05"));

/** From calls counted to who works when. */
export function centreFindings({ seed }: { readonly seed: number }): CentreFindings {
  const calls = simulatedCalls(seed);
  const found = forecastContacts(calls, {
    ...{ days: WEEK, zone: SHANGHAI, intervalMinutes: INTERVAL_MINUTES, holidays: HOLIDAYS },
  });
  if (!found.ok) throw new Error(found.error.code);
  const forecast = found.value;
  const required = requiredAgentsByInterval(forecast.intervals, {
    ...{ handleSeconds: HANDLE_SECONDS, policy: STAFFING },
  });
  // Illness and training are paid for in the number of agents scheduled; lunch is in the shifts.
  const needed = scheduledIntervals(required);
  const gaps = "closed";
  const plan = planShifts(needed, { patterns: SHIFTS, zone: SHANGHAI, gaps, searchMillions: 30 });
  const roster = assignShifts(plan.shifts, {
    ...{ agents: AGENTS, zone: SHANGHAI, rules: ROSTER_RULES },
  });
  const given = roster.agents.flatMap(({ shifts }) => shifts.map(({ shift }) => shift));
  return {
    ...{ week: WEEK, counted: calls.length, forecast, required, plan, roster },
    staffed: staffedIntervals(needed, given, { gaps }),
  };
}
