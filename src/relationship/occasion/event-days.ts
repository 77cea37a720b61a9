import type { Reason } from "../../shared/reason.js";
import { compareText } from "../../shared/text-order.js";
import type { LeapDayPolicy } from "../../shared/time/anniversary.js";
import { civilFromDays, dayOfText, textOfDay } from "../../shared/time/civil.js";
import { keptDay } from "./kept-day.js";
import { daysByYear, yearOfDay } from "./occasion-day.js";
import type { DayRange, FoundDays, OccasionDay } from "./occasion-day.js";
import { offsetReason } from "./offset-reason.js";
import type { OccasionEvent, OccasionEventKind } from "./occasion-event.js";
import type { OccasionFacts } from "./occasion-facts.js";
import type {
  AfterEvent,
  EventAnniversary,
  Inactivity,
  RelationshipAnniversary,
} from "./occasion-rule.js";

const SIGNS_OF_LIFE: readonly OccasionEventKind[] = ["purchase", "activity"];
const EVENT_CODES = {
  itself: "occasion-event-day",
  before: "occasion-before-event",
  after: "occasion-after-event",
} as const;

/** The days of a range on which the relationship is so many years old. */
export function relationshipAnniversaryDays(
  timing: RelationshipAnniversary,
  facts: OccasionFacts,
  range: DayRange,
): FoundDays {
  const { since } = facts.customer;
  if (since === undefined) {
    return { days: [], unknown: [{ code: "occasion-since-missing", params: {} }] };
  }
  const first = readDay(since);
  if (first === undefined) return { days: [], unknown: [unreadable(since)] };
  const leapDay = facts.leapDay ?? timing.leapDay;
  const days = anniversaries(first, { leapDay, everyYears: timing.everyYears ?? 1, range });
  return {
    days: days.map(({ day, years }) => ({
      day,
      reason: { code: "occasion-relationship-anniversary", params: { years, since } },
    })),
    unknown: [],
  };
}

/** The days of a range on which an event is so many years past. */
export function eventAnniversaryDays(
  timing: EventAnniversary,
  facts: OccasionFacts,
  range: DayRange,
): FoundDays {
  const leapDay = facts.leapDay ?? timing.leapDay;
  const everyYears = timing.everyYears ?? 1;
  return eachEvent(timing, facts, (event, first) =>
    anniversaries(first, { leapDay, everyYears, range }).map(({ day, years }) => ({
      day,
      of: event.id,
      reason: {
        code: "occasion-event-anniversary",
        params: { years, ...factsOf(event) },
      },
    })),
  );
}

/** The days of a range that lie so many days after an event, or before it. */
export function daysAfterEvent(
  timing: AfterEvent,
  facts: OccasionFacts,
  { from, to }: DayRange,
): FoundDays {
  const { days } = timing;
  return eachEvent(timing, facts, (event, happened) => {
    const day = happened + days;
    if (day < from || day >= to) return [];
    return [{ day, of: event.id, reason: offsetReason(days, EVENT_CODES, factsOf(event)) }];
  });
}

/** The day on which the last sign of life is so many days past, where it is in the range. */
export function inactivityDays(
  { days, signs = SIGNS_OF_LIFE }: Inactivity,
  { events = [], asOf }: OccasionFacts,
  { from, to }: DayRange,
): FoundDays {
  const torn: string[] = [];
  let last: number | undefined;
  for (const { kind, date } of events) {
    if (!signs.includes(kind)) continue;
    const day = readDay(date);
    if (day === undefined) torn.push(date);
    else if ((asOf === undefined || date <= asOf) && (last === undefined || day > last)) last = day;
  }
  const unknown = unreadables(torn);
  if (last === undefined || last + days < from || last + days >= to) return { days: [], unknown };
  const reason = { code: "occasion-inactivity", params: { days, lastSign: textOfDay(last) } };
  return { days: [{ day: last + days, reason }], unknown };
}

/** The days that the events meant give. */
function eachEvent(
  { event: kind, about }: Pick<AfterEvent, "event" | "about">,
  { events = [] }: OccasionFacts,
  daysOf: (event: OccasionEvent, day: number) => readonly OccasionDay[],
): FoundDays {
  const days: OccasionDay[] = [];
  const torn: string[] = [];
  for (const event of events) {
    if (event.kind !== kind || (about !== undefined && event.about !== about)) continue;
    const day = readDay(event.date);
    if (day === undefined) torn.push(event.date);
    else days.push(...daysOf(event, day));
  }
  return { days, unknown: unreadables(torn) };
}

interface AnniversaryQuestion {
  readonly leapDay: LeapDayPolicy;
  readonly everyYears: number;
  readonly range: DayRange;
}

/** The anniversaries of a day since 1970-01-01; the day itself is none. */
function anniversaries(
  first: number,
  { leapDay, everyYears, range }: AnniversaryQuestion,
): readonly { readonly day: number; readonly years: number }[] {
  const packed = civilFromDays(first);
  const begun = Math.floor(packed / 10_000);
  const month = Math.floor(packed / 100) % 100;
  const day = packed % 100;
  const days = daysByYear(range, (year) =>
    year > begun && (year - begun) % everyYears === 0
      ? keptDay(year, { month, day, leapDay })
      : undefined,
  );
  return days.map((found) => ({ day: found, years: yearOfDay(found) - begun }));
}

function factsOf({ id, kind, date, about }: OccasionEvent): Reason["params"] {
  return { event: id, kind, date, ...(about !== undefined && { about }) };
}

/** The day; `undefined` where the host's record holds no date. One bad record must not stop all customers. */
function readDay(date: string): number | undefined {
  return typeof date === "string" && date.length === 10 ? dayOfText(date) : undefined;
}

function unreadable(date: string): Reason {
  return {
    code: "occasion-date-unreadable",
    params: { date: typeof date === "string" ? date : "" },
  };
}

/** In an order that does not depend on that of the events. */
function unreadables(dates: readonly string[]): readonly Reason[] {
  return dates.length === 0 ? [] : [...new Set(dates)].sort(compareText).map(unreadable);
}
