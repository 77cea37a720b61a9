import { dayNumber, LAST_DAY, textOfDay } from "../../shared/time/civil.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import { compareText } from "../../shared/text-order.js";
import type { DatedOccasion } from "./dated-occasion.js";
import type { DayRange, FoundDays, OccasionDay } from "./occasion-day.js";
import type {
  OccasionDates,
  OccasionFacts,
  OccasionOptions,
  UnknownOccasion,
} from "./occasion-facts.js";
import type { OccasionRule } from "./occasion-rule.js";
import { occasionFinder } from "./occasion-finder.js";
import type { OwnFinder } from "./occasion-finder.js";
import { requireOccasionRules } from "./require-occasion-rules.js";

/**
 * Which occasions does this customer have in the period (CARE-4)?
 *
 * An occasion belongs to the period in which its day lies; one whose day went before is not in it, also where it still
 * makes sense. Only `once-in` begins on the first day of the period when its span began earlier. A birthday or
 * anniversary is never on the first day itself. What is not known is named and never guessed.
 *
 * @remarks Days that a Chinese year has not: `SKIP` of RFC 7529, section 4.1.
 * @param facts - What is known of the customer.
 * @param options - The rules, the days asked about, and the calendars handed over.
 * @returns The occasions by day, and what could not be told.
 * @throws RangeError where a rule cannot be followed, two have one id, the period ends before it starts, or a date of
 * the options is not valid.
 * @example
 * ```ts
 * import { customerId } from "goodwill/customer";
 * import { occasionDates } from "goodwill/relationship";
 * import { period, plainDate } from "goodwill/shared";
 *
 * const { dates } = occasionDates(
 *   {
 *     customer: {
 *       id: customerId("C-17"),
 *       kind: "person",
 *       birthday: { calendar: "gregorian", month: 2, day: 29, year: 1996 },
 *     },
 *   },
 *   {
 *     rules: [
 *       { id: "birthday", timing: { kind: "birthday", leapDay: "feb28" }, mood: "cheerful" },
 *       { id: "mothers-day", timing: { kind: "nth-weekday", month: 5, weekday: 7, nth: 2 }, mood: "cheerful" },
 *     ],
 *     period: period(plainDate("2026-01-01"), plainDate("2027-01-01")),
 *   },
 * );
 * dates.map(({ key }) => key); // => ["birthday/2026-02-28", "mothers-day/2026-05-10"]
 * ```
 */
export function occasionDates(facts: OccasionFacts, options: OccasionOptions): OccasionDates {
  return prepareOccasions(options)(facts);
}

/**
 * Which occasions do these many customers have in the period?
 *
 * Checks the rules once, and finds the days that are the same for all once. The function returned gives for each
 * customer what {@link occasionDates} gives; customers without days of their own share one result.
 *
 * @param options - The rules, the days asked about, and the calendars handed over.
 * @returns A function from what is known of a customer to the occasions.
 * @throws RangeError where a rule cannot be followed, two have one id, the period ends before it starts, or a date of
 * the options is not valid.
 * @example
 * ```ts
 * import { customerId } from "goodwill/customer";
 * import { prepareOccasions } from "goodwill/relationship";
 * import { period, plainDate } from "goodwill/shared";
 *
 * const occasionsOf = prepareOccasions({
 *   rules: [
 *     { id: "welcome", timing: { kind: "after-event", event: "delivery", days: 3 }, mood: "plain", lastsDays: 4 },
 *   ],
 *   period: period(plainDate("2026-01-01"), plainDate("2026-04-01")),
 * });
 * const { dates } = occasionsOf({
 *   customer: { id: customerId("C-17"), kind: "person" },
 *   events: [{ id: "ev-7", kind: "delivery", date: plainDate("2026-02-10") }],
 * });
 * dates.map(({ key, date, through }) => [key, date, through]);
 * // => [["welcome/ev-7/2026-02-13", "2026-02-13", "2026-02-17"]]
 * ```
 */
export function prepareOccasions(
  options: OccasionOptions,
): (facts: OccasionFacts) => OccasionDates {
  const { rules, period, calendars = {} } = options;
  requireOccasionRules(rules);
  const find = occasionFinder(rangeOf(period), calendars);
  const prepare = (kind: "person" | "organisation"): PreparedRules =>
    prepareRules(
      rules.filter(({ only }) => only === undefined || only === kind),
      find,
    );
  const prepared = { person: prepare("person"), organisation: prepare("organisation") };
  return (facts) => {
    if (facts.asOf !== undefined) dayNumber(facts.asOf);
    return datesOf(facts, prepared[facts.customer.kind]);
  };
}

function rangeOf({ start, end }: OccasionOptions["period"]): DayRange {
  const range = { from: dayNumber(start), to: dayNumber(end) };
  if (range.from <= range.to) return range;
  throw new RangeError(
    `Cannot date occasions: the period must not end before it starts, got ${start} to ${end}`,
  );
}

/** The rules for one kind of customer. */
interface PreparedRules {
  /** What every customer has. */
  readonly common: OccasionDates;
  /** The rules whose days are the customer's own. */
  readonly own: readonly { readonly rule: OccasionRule; readonly find: OwnFinder }[];
}

function prepareRules(
  rules: readonly OccasionRule[],
  find: ReturnType<typeof occasionFinder>,
): PreparedRules {
  const dates: DatedOccasion[] = [];
  const unknown: UnknownOccasion[] = [];
  const own: { rule: OccasionRule; find: OwnFinder }[] = [];
  for (const rule of rules) {
    const found = find(rule.timing);
    if (typeof found === "function") own.push({ rule, find: found });
    else add(found, rule, { dates, unknown });
  }
  dates.sort(compareOccasions);
  return { common: { dates, unknown }, own };
}

interface Gathered {
  readonly dates: DatedOccasion[];
  readonly unknown: UnknownOccasion[];
}

function add({ days, unknown }: FoundDays, rule: OccasionRule, gathered: Gathered): void {
  for (const day of days) gathered.dates.push(datedOccasion(rule, day));
  for (const reason of unknown) gathered.unknown.push({ occasion: rule.id, reason });
}

function datedOccasion(rule: OccasionRule, found: OccasionDay): DatedOccasion {
  const { id, mood, priority = 0, lastsDays = 0 } = rule;
  const { day, through = Math.min(day + lastsDays, LAST_DAY), of, keyDay, reason } = found;
  const date = textOfDay(day) as PlainDate;
  const keyed = keyDay === undefined ? date : textOfDay(keyDay);
  return {
    occasion: id,
    key: of === undefined ? `${id}/${keyed}` : `${id}/${of}/${keyed}`,
    date,
    through: through === day ? date : (textOfDay(through) as PlainDate),
    mood,
    priority,
    reason,
  };
}

function datesOf(facts: OccasionFacts, { common, own }: PreparedRules): OccasionDates {
  const gathered: Gathered = { dates: [], unknown: [] };
  for (const { rule, find } of own) add(find(facts), rule, gathered);
  const { dates, unknown } = gathered;
  if (dates.length === 0 && unknown.length === 0) return common;
  return {
    dates: dates.length === 0 ? common.dates : merged(common.dates, onceEach(dates)),
    unknown: unknown.length === 0 ? common.unknown : [...common.unknown, ...unknown],
  };
}

/** In order, an event listed twice once. */
function onceEach(dates: DatedOccasion[]): readonly DatedOccasion[] {
  if (dates.length === 1) return dates;
  dates.sort(compareOccasions);
  return dates.filter(({ key }, index) => key !== dates[index - 1]?.key);
}

/** Two ordered lists as one. */
function merged(
  common: readonly DatedOccasion[],
  own: readonly DatedOccasion[],
): readonly DatedOccasion[] {
  const all: DatedOccasion[] = [];
  let next = 0;
  for (const one of own) {
    while (next < common.length && compareOccasions(common[next]!, one) < 0) {
      all.push(common[next]!);
      next += 1;
    }
    all.push(one);
  }
  while (next < common.length) {
    all.push(common[next]!);
    next += 1;
  }
  return all;
}

function compareOccasions(a: DatedOccasion, b: DatedOccasion): number {
  return (
    compareText(a.date, b.date) ||
    b.priority - a.priority ||
    compareText(a.key, b.key) ||
    // One event listed twice with different facts: the same is kept whatever the order.
    compareText(JSON.stringify(a.reason.params), JSON.stringify(b.reason.params))
  );
}
