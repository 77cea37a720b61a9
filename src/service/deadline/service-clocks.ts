import { ok } from "../../shared/result.js";
import type { Result } from "../../shared/result.js";
import type { CalendarUnknown } from "../../shared/time/business-day.js";
import { isInstant, millisecondsBetween } from "../../shared/time/instant.js";
import type { Instant } from "../../shared/time/instant.js";
import { caseRounds, caseWaits, requireCaseEvents } from "./case-rounds.js";
import type { CaseWait, ClockRound } from "./case-rounds.js";
import { namedCalendars } from "./named-calendars.js";
import { targetMilliseconds } from "./prepared-calendar.js";
import type { PreparedServiceCalendar, ServiceHours } from "./prepared-service-calendar.js";
import type { ServiceCase } from "./service-case.js";
import type { ServiceClock } from "./service-clock.js";
import type { ServicePause } from "./service-pause.js";
import { DEFAULT_SLA_POLICY } from "./sla-policy.js";
import type { SlaPolicy, SlaRule, SlaTarget } from "./sla-policy.js";
import { slaState } from "./sla-state.js";

/** By which promise, in whose hours, as of when. */
export interface ServiceClocksOptions {
  /** The promise; {@link DEFAULT_SLA_POLICY} when absent. */
  readonly policy?: SlaPolicy;
  /** The calendars by the names of the policy; prepare them where there are many cases. */
  readonly calendars: Readonly<Record<string, ServiceHours>>;
  /** The moment looked at; later events do not count yet. */
  readonly asOf: Instant;
}

const TASK = "run the clocks of case";

/**
 * Which clocks run for this case, and how do they stand (SRV-4)?
 *
 * - *Acknowledgement*, *first response*: from the opening to the first sign that we have it, to the first answer.
 * - *Next response*: from the first message after an answer, and from a reopening, to the next answer.
 * - *Update*: from the opening, each news or answer, and a reopening, to the next.
 * - *Resolution*: from the opening until it is resolved; reopened, it goes on or starts anew as the policy says.
 *
 * What is resolved stops all clocks; a message while it is resolved starts none. A wait pauses the clocks whose rule
 * names it: until it is resumed, another wait begins, the case is resolved, or, for `customer`, the customer writes. An
 * event that changes nothing, such as a second resolution, is passed over.
 *
 * @param serviceCase - The case. Its events must be in the order of time: they are not sorted, since a wrong order is a
 * wrong record.
 * @param options - `policy`, `calendars`, `asOf`.
 * @returns The clocks in the order of the policy's rules, then of their start; none where the case is opened after
 * `asOf`; the refusal `calendar-unknown` where a day that must be counted lies outside what a calendar knows of
 * holidays.
 * @throws RangeError where events are out of order, the case is not opened first and once, a wait does not say for
 * whom, a rule is twice, a target is negative, or a calendar named is missing or not valid.
 * @example
 * ```ts
 * import { DEFAULT_SLA_POLICY, serviceClocks } from "goodwill/service";
 * import { instant, timeZone } from "goodwill/shared";
 *
 * const at = (time: string) => instant(`2026-06-01T${time}:00Z`);
 * const always = { zone: timeZone("UTC"), hours: "always" as const };
 * const clocks = serviceClocks(
 *   { id: "C-1", events: [{ kind: "opened", at: at("08:00") }, { kind: "answered", at: at("09:00") }] },
 *   { calendars: { desk: always, "day-and-night": always }, asOf: at("10:00") },
 * );
 * const first = clocks.ok ? clocks.value.find(({ clock }) => clock === "first-response") : undefined;
 * first?.state; // => "met"
 * first?.due; // => "2026-06-01T16:00:00.000Z"
 * ```
 */
export function serviceClocks(
  serviceCase: ServiceCase,
  { policy = DEFAULT_SLA_POLICY, calendars, asOf }: ServiceClocksOptions,
): Result<readonly ServiceClock[], CalendarUnknown> {
  requireCaseEvents(TASK, serviceCase);
  requireSlaRules(policy);
  if (!isInstant(asOf)) {
    throw new RangeError(
      `Cannot ${TASK} ${serviceCase.id}: asOf must be an instant, got ${String(asOf)}`,
    );
  }
  const calendarOf = namedCalendars(`${TASK} ${serviceCase.id}`, calendars);
  const events = serviceCase.events.filter(({ at }) => at <= asOf);
  const rounds = caseRounds(events, policy.onReopening ?? "continue");
  const waits = caseWaits(events);
  const clocks: ServiceClock[] = [];
  for (const rule of policy.rules) {
    const target = targetOf(rule, serviceCase.priority);
    if (target === undefined) continue;
    const calendar = target.calendar ?? policy.calendar;
    for (const [i, round] of rounds[rule.clock].entries()) {
      const clock = clockOf(
        { serviceCase, rule, round, number: i + 1 },
        { target, calendar, hours: calendarOf(calendar), waits, policy, asOf },
      );
      if (!clock.ok) return clock;
      clocks.push(clock.value);
    }
  }
  return ok(clocks);
}

function targetOf(rule: SlaRule, priority: string | undefined): SlaTarget | undefined {
  const isListed = priority !== undefined && Object.hasOwn(rule.byPriority, priority);
  return isListed ? rule.byPriority[priority] : rule.otherwise;
}

interface ClockOfCase {
  readonly serviceCase: ServiceCase;
  readonly rule: SlaRule;
  readonly round: ClockRound;
  readonly number: number;
}

interface ClockScene {
  readonly target: SlaTarget;
  readonly calendar: string;
  readonly hours: PreparedServiceCalendar;
  readonly waits: readonly CaseWait[];
  readonly policy: SlaPolicy;
  readonly asOf: Instant;
}

function clockOf(
  { serviceCase, rule, round, number }: ClockOfCase,
  { target, calendar, hours, waits, policy, asOf }: ClockScene,
): Result<ServiceClock, CalendarUnknown> {
  const { start, stop } = round;
  const until = stop ?? asOf;
  const pauses = pausesOf(rule, { round, waits });
  const atClosing = policy.atClosing ?? "stay";
  const deadline = hours.deadline(start, target, { pauses, atClosing });
  if (!deadline.ok) return deadline;
  const counted = hours.timeBetween(start, until, { pauses });
  if (!counted.ok) return counted;
  const due = deadline.value.kind === "due" ? deadline.value.at : undefined;
  const isPaused = pauses.some(
    (pause) => pause.start <= until && (pause.end === undefined || until < pause.end),
  );
  const left = targetMilliseconds(TASK, target) - counted.value.milliseconds;
  return ok({
    case: serviceCase.id,
    clock: rule.clock,
    round: number,
    ...(serviceCase.priority === undefined ? {} : { priority: serviceCase.priority }),
    calendar,
    start,
    ...(stop === undefined ? {} : { stop }),
    targetMinutes: target.minutes,
    pauses,
    atClosing,
    ...(due === undefined ? {} : { due }),
    state: slaState({ isStopped: stop !== undefined, isPaused, until, due }),
    remainingMilliseconds: Math.max(0, left),
    overMilliseconds: Math.max(0, -left),
    lateMilliseconds: due !== undefined && until > due ? millisecondsBetween(due, until) : 0,
  });
}

/** The waits that pause a clock while it runs, and the times its case was resolved, in order. */
function pausesOf(
  rule: SlaRule,
  { round, waits }: { readonly round: ClockRound; readonly waits: readonly CaseWait[] },
): readonly ServicePause[] {
  const { start, stop, resolved } = round;
  const named = waits
    .filter(({ waitingFor }) => rule.pausedBy.includes(waitingFor))
    .map(({ start: from, end }): ServicePause =>
      end === undefined ? { start: from } : { start: from, end },
    );
  return [...named, ...resolved]
    .filter((pause) => pause.end === undefined || pause.end > start)
    .filter((pause) => stop === undefined || pause.start < stop)
    .sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
}

function requireSlaRules({ rules }: SlaPolicy): void {
  const twice = rules.find(({ clock }, i) => rules.findIndex((one) => one.clock === clock) < i);
  if (twice === undefined && rules.length > 0) return;
  const got = twice === undefined ? "none" : `two for ${twice.clock}`;
  throw new RangeError(`Cannot ${TASK}: the policy must have one rule a kind of clock, got ${got}`);
}
