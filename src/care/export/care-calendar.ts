import { explain } from "../../shared/reason.js";
import type { Sentences } from "../../shared/reason.js";
import { addDays } from "../../shared/time/date-arithmetic.js";
import { requireInstant } from "../../shared/time/require-instant.js";
import type { Instant } from "../../shared/time/instant.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import type { CareAction } from "../plan/care-action.js";
import type { CarePlan } from "../plan/care-plan.js";
import { calendarValue, calendarWords, contentLine } from "./content-line.js";

/** How a plan becomes a calendar. */
export interface CareCalendarOptions {
  /** The host's own domain, such as `care.example.com`: with it the id of an action names its event in the world. */
  readonly domain: string;
  /**
   * What an event covers: the `day` the action is due, or the `window` of time in which it may be done; the day when
   * absent.
   */
  readonly form?: "day" | "window";
  /** Whose actions; everybody's when absent. */
  readonly owner?: string;
  /** The names of customers, by id; where one has none here, the customer's id stands. */
  readonly names?: Readonly<Record<string, string>>;
  /** Words for kinds of care and for occasions, by kind and id, as in another language; themselves when absent. */
  readonly words?: Readonly<Record<string, string>>;
  /** Sentences for the reasons of the actions: with them each event says why; without them none does. */
  readonly sentences?: Sentences;
  /** What the calendar is called where it is shown; no name when absent. */
  readonly title?: string;
  /** How often the plan was changed since it was first sent, whole, at least 0; not told when absent. */
  readonly revision?: number;
}

/** What a calendar is written from: a plan, or the part of one that tells when it was made and what shall be done. */
export type CalendarPlan = Pick<CarePlan, "asOf" | "actions">;

/**
 * How does a calendar program show this plan (RFC 5545)?
 *
 * - One dated event an action, never a rule of recurrence: calendar programs read those for 29 February in several
 * ways, and drop lunar ones.
 * - An event is named by the action's id and the domain, so that the same action keeps its place when the calendar is
 * fetched again.
 * - By `day`: the whole day the action is due, on the customer's own calendar. By `window`: from the first moment the
 * action may be done to the first at which it no longer makes sense, in UTC, to the second.
 * - Cancelled, blocked and expired actions are `CANCELLED`; those whose day may yet change `TENTATIVE`; all others
 * `CONFIRMED`. No event makes anybody busy.
 * - Nothing personal is added: a name stands only where `names` has one, a reason only where `sentences` are given.
 *
 * Lines end in CR LF and have at most 75 octets of UTF-8. Control characters are left out; half a surrogate pair
 * becomes U+FFFD.
 *
 * @remarks Events are stamped with the plan's `asOf`: the same plan gives the same text. There is no METHOD, as a feed
 * is no invitation. A calendar without events has none of the components RFC 5545 asks for; programs read it.
 * @param plan - The plan, or its `asOf` and the actions as they are now.
 * @param options - The domain, whose actions, and in which words.
 * @returns The text of an `.ics` file; the events stand in the order of the actions.
 * @throws RangeError when the domain is blank or holds a blank or `@`, the revision is no whole number of at least 0,
 * an action stands twice, a window ends no later than it begins, or the sentences lack the code of a reason.
 * @example
 * ```ts
 * import { careCalendarText, type CareAction } from "goodwill/care";
 * import { customerId } from "goodwill/customer";
 * import { instant, money, plainDate } from "goodwill/shared";
 *
 * const asOf = instant("2026-02-20T08:00:00Z");
 * const card: CareAction = {
 *   id: "C-17/birthday/2026-03-02",
 *   customer: customerId("C-17"),
 *   occasion: "birthday",
 *   occasionKeys: ["birthday/2026-03-02"],
 *   rule: "birthday-card",
 *   kind: "card",
 *   channel: "post",
 *   contactPoint: "home",
 *   purpose: "greetings",
 *   due: plainDate("2026-03-02"),
 *   at: instant("2026-03-02T01:00:00Z"),
 *   notAfter: instant("2026-03-03T16:00:00Z"),
 *   cost: money(500, "CNY"),
 *   effect: 1,
 *   cheerful: true,
 *   why: [],
 *   state: "planned",
 * };
 * const names = { "C-17": "Lin Mei" };
 * const text = careCalendarText({ asOf, actions: [card] }, { domain: "care.example.com", names });
 * text.split("\r\n")[7]; // => "DTSTART;VALUE=DATE:20260302"
 * text.split("\r\n")[9]; // => "SUMMARY:card\\, birthday: Lin Mei"
 * ```
 */
export function careCalendarText(plan: CalendarPlan, options: CareCalendarOptions): string {
  requireCalendar(plan, options);
  const { owner, title } = options;
  const stamp = contentLine("DTSTAMP", momentText(plan.asOf));
  const lines = [
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//goodwill//care//EN\r\nCALSCALE:GREGORIAN\r\n",
  ];
  if (title !== undefined) {
    lines.push(contentLine("NAME", calendarValue(title)));
    lines.push(contentLine("X-WR-CALNAME", calendarValue(title)));
  }
  const names = new Set<string>();
  for (const action of plan.actions) {
    if (owner !== undefined && action.owner !== owner) continue;
    // Compared as written: ids that differ in control characters only would name the same event.
    const name = calendarWords(action.id);
    if (names.has(name)) {
      refuse(`expected each action once, got id ${JSON.stringify(action.id)} twice`);
    }
    names.add(name);
    lines.push(eventText(action, { stamp, options }));
  }
  lines.push("END:VCALENDAR\r\n");
  return lines.join("");
}

interface EventContext {
  readonly stamp: string;
  readonly options: CareCalendarOptions;
}

function eventText(action: CareAction, { stamp, options }: EventContext): string {
  const { domain, form = "day", sentences, revision } = options;
  return [
    "BEGIN:VEVENT\r\n",
    contentLine("UID", calendarValue(`${action.id}@${domain}`)),
    stamp,
    form === "day" ? dayLines(action.due) : windowLines(action),
    contentLine("SUMMARY", calendarValue(summaryOf(action, options))),
    sentences === undefined ? "" : whyLine(action, sentences),
    contentLine("CATEGORIES", calendarValue(action.kind)),
    `STATUS:${statusOf(action)}\r\n`,
    revision === undefined ? "" : `SEQUENCE:${String(revision)}\r\n`,
    "TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n",
  ].join("");
}

function summaryOf(action: CareAction, { names = {}, words = {} }: CareCalendarOptions): string {
  const { customer, kind, occasion } = action;
  return `${wordFor(kind, words)}, ${wordFor(occasion, words)}: ${wordFor(customer, names)}`;
}

function wordFor(name: string, words: Readonly<Record<string, string>>): string {
  return Object.hasOwn(words, name) ? words[name]! : name;
}

function whyLine({ why }: CareAction, sentences: Sentences): string {
  if (why.length === 0) return "";
  const text = why.map((reason) => explain(reason, sentences)).join("\n");
  return contentLine("DESCRIPTION", calendarValue(text));
}

function statusOf({ state, provisional }: CareAction): "CANCELLED" | "TENTATIVE" | "CONFIRMED" {
  if (state === "cancelled" || state === "blocked" || state === "expired") return "CANCELLED";
  return provisional === true ? "TENTATIVE" : "CONFIRMED";
}

function dayLines(due: PlainDate): string {
  const start = dateText(due);
  return `DTSTART;VALUE=DATE:${start}\r\nDTEND;VALUE=DATE:${dateText(addDays(due, 1))}\r\n`;
}

function windowLines({ id, at, notAfter }: CareAction): string {
  requireInstant("write a calendar", { at, notAfter });
  if (notAfter <= at) {
    refuse(`expected ${JSON.stringify(id)} to end after ${at}, got ${notAfter}`);
  }
  const [start, end] = [momentText(at), momentText(notAfter)];
  // Within one second the calendar has no window, only its moment.
  return start === end ? `DTSTART:${start}\r\n` : `DTSTART:${start}\r\nDTEND:${end}\r\n`;
}

function dateText(date: PlainDate): string {
  return date.replaceAll("-", "");
}

/** `20260302T010000Z`: a calendar knows no fractions of a second. */
function momentText(at: Instant): string {
  return `${at.slice(0, 19).replaceAll(/[-:]/g, "")}Z`;
}

function requireCalendar({ asOf }: CalendarPlan, options: CareCalendarOptions): void {
  const { domain, revision = 0 } = options;
  requireInstant("write a calendar", { asOf });
  if (!/^[^\s@\p{Cc}]+$/u.test(domain)) {
    refuse(`expected a domain without blanks and @, got ${JSON.stringify(domain)}`);
  }
  if (!(Number.isSafeInteger(revision) && revision >= 0)) {
    refuse(`expected a whole revision of at least 0, got ${String(revision)}`);
  }
}

function refuse(why: string): never {
  throw new RangeError(`Cannot write a calendar: ${why}`);
}
