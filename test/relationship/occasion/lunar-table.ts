import { addDays, daysBetween, plainDate } from "goodwill/shared";
import type { LunarCalendar, LunarDate } from "../../../src/shared/time/lunar-calendar.js";
import type { PlainDate } from "goodwill/shared";

/**
 * New Year's Day, the month that has a leap month behind it (0: none), and the lengths of the months in their order:
 * `+` for 30 days, `-` for 29. Computed with tyme4ts 1.5.2.
 */
const YEARS: readonly (readonly [
  year: number,
  newYear: string,
  leapAfter: number,
  months: string,
])[] = [
  [2023, "2023-01-22", 2, "-+--++-++-+-+"],
  [2024, "2024-02-10", 0, "-+--+-++-++-"],
  [2025, "2025-01-29", 6, "+-+--+-+-+++-"],
  [2026, "2026-02-17", 0, "+-+--+--+++-"],
  [2027, "2027-02-06", 0, "++-+--+--++-"],
  [2028, "2028-01-26", 5, "+++-+--+--++-"],
  [2029, "2029-02-13", 0, "++-+-+-+--++"],
  [2030, "2030-02-03", 0, "-+-++-+-+-+-"],
  [2031, "2031-01-23", 3, "-++-+-++-+-+-"],
  [2032, "2032-02-11", 0, "+--+-++-++-+"],
  [2033, "2033-01-31", 11, "-+--+-+-+++-+"],
  [2034, "2034-02-19", 0, "-+--+-+-++-+"],
  [2035, "2035-02-08", 0, "+-+--+--++-+"],
  [2036, "2036-01-28", 6, "++-+--+--+-++"],
];

interface TableMonth extends Omit<LunarDate, "day"> {
  readonly first: PlainDate;
  readonly length: number;
}

const MONTHS: readonly TableMonth[] = YEARS.flatMap(([year, newYear, leapAfter, lengths]) => {
  let first = plainDate(newYear);
  return Array.from(lengths).map((sign, index) => {
    const leapMonth = leapAfter > 0 && index === leapAfter;
    const month = leapAfter > 0 && index >= leapAfter ? index : index + 1;
    const found = { year, month, leapMonth, first, length: sign === "+" ? 30 : 29 };
    first = addDays(first, found.length);
    return found;
  });
});

function gregorianDate({ year, month, leapMonth, day }: LunarDate): PlainDate | undefined {
  if (year < 2023 || year > 2036) throw new RangeError(`asked for ${year}`);
  const found = MONTHS.find(
    (one) => one.year === year && one.month === month && one.leapMonth === leapMonth,
  );
  return found === undefined || day > found.length ? undefined : addDays(found.first, day - 1);
}

/** A Chinese calendar of the years 2023 to 2036 that refuses all others, and knows Cold Dew and the winter solstice. */
export const TABLE_CALENDAR: LunarCalendar = {
  firstYear: 2023,
  lastYear: 2036,
  gregorianDate,
  lunarDate: (date) => {
    const found = MONTHS.findLast(({ first }) => first <= date)!;
    const { year, month, leapMonth } = found;
    return { year, month, leapMonth, day: daysBetween(found.first, date) + 1 };
  },
  leapMonthOf: (year) => MONTHS.find((one) => one.year === year && one.leapMonth)?.month,
  solarTermDate: (term, year) => {
    if (year < 2023 || year > 2036) throw new RangeError(`asked for ${year}`);
    if (term === "cold-dew") return plainDate(`${year}-10-08`);
    if (term !== "winter-solstice") throw new RangeError(`asked for ${term}`);
    return plainDate(`${year}-12-${year % 4 < 2 ? 21 : 22}`);
  },
};
