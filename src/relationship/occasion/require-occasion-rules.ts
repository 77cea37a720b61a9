import { dayNumber, daysInMonth } from "../../shared/time/civil.js";
import type { OccasionRule, OccasionTiming } from "./occasion-rule.js";

/** Ten thousand years of days: more lies outside every period. */
const MOST_DAYS = 3_652_500;

/** Throws where a rule cannot be followed, so that dating the customers need not look again. */
export function requireOccasionRules(rules: readonly OccasionRule[]): void {
  const ids = new Set<string>();
  for (const rule of rules) {
    requireId(rule.id);
    if (ids.has(rule.id)) fail(`ids must be unique, got ${JSON.stringify(rule.id)} twice`);
    ids.add(rule.id);
    const { priority = 0, lastsDays = 0, timing } = rule;
    const say = (what: string): never => fail(`${what} in ${JSON.stringify(rule.id)}`);
    if (!Number.isFinite(priority)) say(`priority must be finite, got ${String(priority)}`);
    requireWhole("lastsDays", lastsDays, { least: 0, most: MOST_DAYS, say });
    requireTiming(timing, say);
  }
}

type Say = (what: string) => never;

function fail(what: string): never {
  throw new RangeError(`Cannot date occasions: ${what}`);
}

function requireId(id: string): void {
  // A key is the id, the event and the day, parted by slashes; one in the id would let two keys be the same.
  if (typeof id === "string" && id.trim() === id && id !== "" && !id.includes("/")) return;
  fail(`an id must be a text without blanks at its ends or slashes, got ${JSON.stringify(id)}`);
}

interface Bounds {
  readonly least: number;
  readonly most: number;
  readonly say: Say;
}

function requireWhole(name: string, value: number, { least, most, say }: Bounds): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  say(`${name} must be a whole number from ${least} to ${most}, got ${String(value)}`);
}

function requireTiming(timing: OccasionTiming, say: Say): void {
  const month = (value: number): void => {
    requireWhole("month", value, { least: 1, most: 12, say });
  };
  const shift = (name: string, value: number | undefined): void => {
    requireWhole(name, value ?? 0, { least: -MOST_DAYS, most: MOST_DAYS, say });
  };
  const every = (name: string, value: number | undefined): void => {
    requireWhole(name, value ?? 1, { least: 1, most: MOST_DAYS, say });
  };
  switch (timing.kind) {
    case "fixed":
      month(timing.month);
      requireFixedDay(timing, say);
      return;
    case "dates":
      timing.dates.forEach(dayNumber);
      return;
    case "nth-weekday":
      month(timing.month);
      requireWhole("weekday", timing.weekday, { least: 1, most: 7, say });
      requireWhole("nth", timing.nth, { least: -5, most: 5, say });
      if (timing.nth === 0) say("nth must not be 0");
      shift("offsetDays", timing.offsetDays);
      return;
    case "lunar":
      month(timing.month);
      requireWhole("day", timing.day, { least: 1, most: 30, say });
      shift("offsetDays", timing.offsetDays);
      return;
    case "easter":
    case "solar-term":
      shift("offsetDays", timing.offsetDays);
      return;
    case "weekend":
      requireWhole("weekday", timing.weekday ?? 6, { least: 1, most: 7, say });
      every("everyWeeks", timing.everyWeeks);
      return;
    case "birthday":
    case "relationship-anniversary":
    case "event-anniversary":
      requireLeapDay(timing.leapDay, say);
      every("everyYears", timing.everyYears);
      return;
    case "after-event":
      shift("days", timing.days);
      return;
    case "inactivity":
      every("days", timing.days);
      return;
    case "season":
    case "statutory-holiday":
    case "once-in":
      return;
    default:
      say(`no timing is called ${JSON.stringify((timing as { kind?: unknown }).kind)}`);
  }
}

function requireFixedDay(
  { month, day, leapDay }: Extract<OccasionTiming, { kind: "fixed" }>,
  say: Say,
): void {
  requireWhole("day", day, { least: 1, most: daysInMonth(2000, month), say });
  if (month === 2 && day === 29) requireLeapDay(leapDay, say);
}

function requireLeapDay(leapDay: unknown, say: Say): void {
  if (leapDay === "feb28" || leapDay === "mar1") return;
  say(`leapDay must be feb28 or mar1, got ${JSON.stringify(leapDay)}`);
}
