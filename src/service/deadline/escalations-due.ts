import type { Result } from "../../shared/result.js";
import type { CalendarUnknown } from "../../shared/time/business-day.js";
import { isInstant } from "../../shared/time/instant.js";
import type { Instant } from "../../shared/time/instant.js";
import { requireEscalationRules } from "./require-escalation-rules.js";
import { DEFAULT_ESCALATION_RULES } from "./escalation-rule.js";
import type { EscalationMoment, EscalationRule } from "./escalation-rule.js";
import { namedCalendars } from "./named-calendars.js";
import { targetMilliseconds } from "./prepared-calendar.js";
import type { PreparedServiceCalendar, ServiceHours } from "./prepared-service-calendar.js";
import type { ServiceClock } from "./service-clock.js";
import type { ServiceDue } from "./service-due.js";
import type { SlaClockKind } from "./sla-policy.js";

/** By which rules, in whose hours, as of when. */
export interface EscalationOptions {
  /** Who is told when; {@link DEFAULT_ESCALATION_RULES} when absent. */
  readonly rules?: readonly EscalationRule[];
  /** The calendars by the names of the clocks; prepare them where there are many clocks. */
  readonly calendars: Readonly<Record<string, ServiceHours>>;
  /** The moment looked at. */
  readonly asOf: Instant;
  /** The ids of those told already; none when absent. */
  readonly done?: readonly string[];
}

/** A clock and a rule that looks at it. */
export interface EscalationKey {
  /** The same for the same clock and rule, whenever it is computed: keep it in `done`. */
  readonly id: string;
  /** The case's id. */
  readonly case: string;
  /** The kind of clock. */
  readonly clock: SlaClockKind;
  /** Which one of its kind in the case. */
  readonly round: number;
  /** The rule's id. */
  readonly rule: string;
}

/** Somebody is told about a clock, once. */
export interface Escalation extends EscalationKey {
  /** Whether it warns or hands the case up. */
  readonly kind: EscalationRule["kind"];
  /** From when on they are told. */
  readonly at: Instant;
  /** Who is told. */
  readonly tell: readonly string[];
  /** The clock's deadline; absent while a pause without end leaves it open. */
  readonly due?: Instant;
}

/** What is to be told now, and what will be. */
export interface EscalationPlan {
  /** To be told now, the oldest first. */
  readonly due: readonly Escalation[];
  /** Later, as things stand, the soonest first. */
  readonly upcoming: readonly Escalation[];
  /** Those of which nobody knows when, because a calendar's holidays are not known so far. */
  readonly unknown: readonly EscalationUnknown[];
}

/** A clock and a rule whose moment lies beyond what a calendar knows. */
export interface EscalationUnknown extends EscalationKey {
  /** The day that is not known. */
  readonly error: CalendarUnknown;
}

const TASK = "plan escalations";

/**
 * Who must be told about which clock now, and who later (SRV-4)?
 *
 * Each rule's moment is a deadline of its own, counted by the same arithmetic as the clock's: only while the service is
 * open, so that no warning falls in the night, and never after the deadline it warns of. A clock that is stopped asks
 * for nothing more; one paused without end asks for what was reached before.
 *
 * There is one row for each rule and clock of a case: a case long late stands in `due` with every rule it has passed.
 * To tell only the latest of each case, take its last row, for `due` has the oldest first.
 *
 * @param clocks - The clocks of many cases, as `serviceClocks` gives them.
 * @param options - `rules`, `calendars`, `asOf`, `done`.
 * @returns What is due by `asOf`, that moment included, what comes later, and what is not known; each clock and rule at
 * most once, and none of those in `done`.
 * @throws RangeError where a rule is not valid or its id not unique, or a calendar named is missing or not valid.
 * @example
 * ```ts
 * import { escalationsDue, serviceClocks } from "goodwill/service";
 * import { instant, timeZone } from "goodwill/shared";
 *
 * const desk = { zone: timeZone("UTC"), hours: { 1: [{ from: "08:00", until: "18:00" }] } };
 * const calendars = { desk };
 * const asOf = instant("2026-06-01T16:00:00Z");
 * const opened = { kind: "opened" as const, at: instant("2026-06-01T08:00:00Z") };
 * const clocks = serviceClocks({ id: "C-1", events: [opened] }, { calendars, asOf });
 * const first = (clocks.ok ? clocks.value : []).filter(({ clock }) => clock === "first-response");
 * const plan = escalationsDue(first, { calendars, asOf });
 * plan.due.map(({ rule, at }) => [rule, at.slice(11, 16)]); // => [["four-fifths", "14:24"], ["at-deadline", "16:00"]]
 * new Map(plan.due.map((one) => [one.case, one.rule])).get("C-1"); // => "at-deadline"
 * plan.upcoming.map(({ rule, at }) => [rule, at.slice(11, 16)]); // => [["hour-late", "17:00"]]
 * ```
 */
export function escalationsDue(
  clocks: readonly ServiceClock[],
  { rules = DEFAULT_ESCALATION_RULES, calendars, asOf, done = [] }: EscalationOptions,
): EscalationPlan {
  requireEscalationRules(TASK, rules);
  if (!isInstant(asOf)) {
    throw new RangeError(`Cannot ${TASK}: asOf must be an instant, got ${String(asOf)}`);
  }
  const calendarOf = namedCalendars(TASK, calendars);
  const told = new Set(done);
  const found: Escalation[] = [];
  const unknown: EscalationUnknown[] = [];
  for (const clock of clocks) {
    if (clock.stop !== undefined) continue;
    for (const rule of rules.filter((one) => looksAt(one, clock))) {
      const key = escalationKey(clock, rule);
      if (told.has(key.id)) continue;
      told.add(key.id);
      const moment = momentOf(clock, { rule, hours: calendarOf(clock.calendar) });
      if (!moment.ok) unknown.push({ ...key, error: moment.error });
      else if (moment.value.kind === "due") {
        const due = clock.due === undefined ? {} : { due: clock.due };
        found.push({ ...key, kind: rule.kind, at: moment.value.at, tell: rule.tell, ...due });
      }
    }
  }
  found.sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1));
  return {
    due: found.filter(({ at }) => at <= asOf),
    upcoming: found.filter(({ at }) => at > asOf),
    unknown,
  };
}

function looksAt({ clocks, priorities }: EscalationRule, clock: ServiceClock): boolean {
  if (clocks !== undefined && !clocks.includes(clock.clock)) return false;
  if (priorities === undefined) return true;
  return clock.priority !== undefined && priorities.includes(clock.priority);
}

/** Colons within an id are written so that no two are alike. */
function escalationKey(
  { case: ofCase, clock, round }: ServiceClock,
  rule: EscalationRule,
): EscalationKey {
  const id = [ofCase, clock, String(round), rule.id]
    .map((part) => part.replaceAll("%", "%25").replaceAll(":", "%3A"))
    .join(":");
  return { id, case: ofCase, clock, round, rule: rule.id };
}

function momentOf(
  clock: ServiceClock,
  { rule, hours }: { readonly rule: EscalationRule; readonly hours: PreparedServiceCalendar },
): Result<ServiceDue, CalendarUnknown> {
  const target = targetMilliseconds(TASK, { minutes: clock.targetMinutes });
  const needed = neededMilliseconds(rule.when, target);
  // A warning before the deadline must not be rolled past it.
  const atClosing = needed < target ? "stay" : clock.atClosing;
  const minutes = needed / 60_000;
  return hours.deadline(clock.start, { minutes }, { pauses: clock.pauses, atClosing });
}

function neededMilliseconds(when: EscalationMoment, target: number): number {
  if ("targetShare" in when) return Math.round(target * when.targetShare);
  if ("minutesBefore" in when) return Math.max(0, target - Math.round(when.minutesBefore * 60_000));
  return target + Math.round(when.minutesAfter * 60_000);
}
