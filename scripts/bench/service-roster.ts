import type { PlannedShift, RequiredInterval, RosterAgent, ShiftPattern } from "goodwill/service";
import { assignShifts, planShifts } from "goodwill/service";
import { instantFromEpochMilliseconds, seededRandom, timeZone } from "goodwill/shared";
import type { BenchmarkCase } from "./cases.js";

const MONDAY = Date.UTC(2026, 2, 2);
const zone = timeZone("Europe/London");

/** How many agents each quarter of an hour of a week needs, at most so many. */
function weekOf(most: number): readonly RequiredInterval[] {
  const random = seededRandom(7);
  return Array.from({ length: 7 * 96 }, (_, i) => {
    const hour = (i % 96) / 4;
    const day = Math.floor(i / 96) < 5 ? 1 : 0.6;
    const rise = hour > 6 && hour < 21 ? Math.sin(((hour - 6) / 15) * Math.PI) : 0;
    const agents = Math.max(
      1,
      Math.round(most * day * (0.15 + 0.85 * rise) * (0.95 + random() / 10)),
    );
    return { start: instantFromEpochMilliseconds(MONDAY + i * 900_000), minutes: 15, agents };
  });
}

function clockTimes(step: number, from: number, until: number): readonly string[] {
  const two = (value: number): string => String(value).padStart(2, "0");
  return Array.from({ length: (until - from) / step }, (_, i) => {
    const at = from + i * step;
    return `${two(Math.floor(at / 60))}:${two(at % 60)}`;
  });
}

const pause = { minutes: 30, fromMinutes: 180, untilMinutes: 300, stepMinutes: 30, isPaid: false };
const part: ShiftPattern = { id: "part", minutes: 240, starts: clockTimes(30, 360, 1200) };
const PATTERNS: Readonly<Record<string, readonly ShiftPattern[]>> = {
  "no breaks": [{ id: "full", minutes: 480, starts: clockTimes(30, 0, 1440) }, part],
  "a break in a window": [
    { id: "full", minutes: 510, starts: clockTimes(30, 0, 1440), breaks: [pause] },
    part,
  ],
};

const AGENTS: readonly RosterAgent[] = Array.from({ length: 200 }, (_, i) => ({
  id: `agent-${String(i).padStart(3, "0")}`,
  contract:
    i % 3 === 0 ? { minMinutes: 1200, maxMinutes: 1500 } : { minMinutes: 1800, maxMinutes: 2400 },
  wishes: [{ kind: i % 2 === 0 ? "preferred" : "unwanted", weekday: ((i % 7) + 1) as 1 }],
}));

/** The benchmarks of rosters by name; `short` shrinks those that take long. */
export function serviceRosterCases(short: boolean): Record<string, () => BenchmarkCase> {
  const most = short ? 20 : 100;
  const agents = short ? AGENTS.slice(0, 40) : AGENTS;
  const cases: Record<string, () => BenchmarkCase> = {};
  for (const [name, patterns] of Object.entries(PATTERNS)) {
    const required = weekOf(most);
    const shiftsOf = (): readonly PlannedShift[] => planShifts(required, { patterns, zone }).shifts;
    const text = `a week of quarters of an hour, ${agents.length} agents, ${name}`;
    cases[`service: planShifts and assignShifts, ${text}`] = () => ({
      run: () => assignShifts(shiftsOf(), { agents, zone }).optimality.unfilled,
      items: 1,
      unit: "weeks",
      aim: "below 5 s each",
    });
    cases[`service: planShifts, ${text}`] = () => ({
      run: () => shiftsOf().length,
      items: required.length,
      unit: "intervals",
    });
  }
  return cases;
}
