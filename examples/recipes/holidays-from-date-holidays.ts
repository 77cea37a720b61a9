/**
 * The holidays of a country out of `date-holidays`, as the list that this library takes. That package reckons every year
 * by rules; which years are announced only you know: beyond them the answer is *unknown*. Make-up workdays follow no
 * rule, and where days off are set by decree each year, as in mainland China, so do the holidays: take those from the
 * announcement. `npx tsx examples/recipes/holidays-from-date-holidays.ts` prints what Bavaria keeps.
 */
import { pathToFileURL } from "node:url";
import Holidays, { type HolidaysTypes } from "date-holidays";
import {
  addDays,
  businessDaysOfHolidays,
  isBusinessDay,
  period,
  plainDate,
  type HolidayDay,
  type HolidayList,
  type PlainDate,
} from "goodwill/shared";

export interface HolidayRegion {
  /** Two letters, such as `DE`. */
  readonly country: string;
  /** The state, such as `BY`; the whole country when absent. */
  readonly state?: string;
  /** The first year. */
  readonly from: number;
  /** The last year announced. */
  readonly through: number;
  /** Days of the weekend worked, as announced; none when absent. */
  readonly makeUpWorkdays?: readonly PlainDate[];
}

export function holidayList(region: HolidayRegion): HolidayList {
  const { country, state, from, through, makeUpWorkdays = [] } = region;
  const place = state === undefined ? { country } : { country, state };
  // Names, and so ids, in one language, wherever this runs.
  const holidays = new Holidays(place, { languages: "en" });
  // Asked about a state it does not know, date-holidays answers for the whole country.
  const isKnown = state === undefined || holidays.getStates(country)?.[state] !== undefined;
  if (holidays.getCountries()[country] === undefined || !isKnown) {
    throw new RangeError(`No holidays known of ${JSON.stringify(place)}`);
  }
  const days: HolidayDay[] = [];
  for (let year = from; year <= through; year += 1) {
    for (const holiday of holidays.getHolidays(year)) days.push(...holidayDays(holiday));
  }
  const coverage = period(
    plainDate(`${String(from)}-01-01`),
    plainDate(`${String(through + 1)}-01-01`),
  );
  return { days, makeUpWorkdays, coverage };
}

/** One entry for each day. School holidays are none of ours. */
function holidayDays({ date, start, end, name, type }: HolidaysTypes.Holiday): HolidayDay[] {
  if (type === "school") return [];
  const count = (end.getTime() - start.getTime()) / 86_400_000;
  // What begins at noon closes nobody for the day. A bank holiday of this package closes banks only.
  const kind = type === "public" && count > 0.9 ? "statutory" : "observance";
  const holiday = name
    .toLowerCase()
    .replace(/[’'.]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
  const first = plainDate(date.slice(0, 10));
  // A day on which the clocks change has 23 or 25 hours.
  return Array.from({ length: Math.max(Math.round(count), 1) }, (_, i) => ({
    ...{ holiday, date: addDays(first, i), kind, name },
  }));
}

export function main(): string {
  const list = holidayList({ country: "DE", state: "BY", from: 2026, through: 2027 });
  const calendar = businessDaysOfHolidays(list);
  const lines = ["2026-06-04", "2026-11-22", "2026-12-24", "2028-01-06"].map((text) => {
    const date = plainDate(text);
    const answer = isBusinessDay(date, { calendar });
    const names = list.days
      .filter((day) => day.date === date)
      .map(({ name, kind }) => `${String(name)}, ${kind}`);
    const open = answer.ok ? (answer.value ? "open" : "closed") : "unknown";
    return [text, open, ...names].join(": ");
  });
  return lines.join("\n");
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.log(main());
}
