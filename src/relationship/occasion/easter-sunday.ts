import { daysFromCivil, textOfDay } from "../../shared/time/civil.js";
import type { PlainDate } from "../../shared/time/plain-date.js";

/** Whose Easter is meant. */
export interface EasterOptions {
  /** `western`: by the Gregorian reckoning; `orthodox`: by the Julian; `western` when absent. */
  readonly tradition?: "western" | "orthodox";
}

/**
 * On which day is Easter Sunday?
 *
 * The answer is a day of the Gregorian calendar in both traditions. For years before the calendar and the reckoning
 * were introduced, the rules are carried back.
 *
 * @remarks Western: the anonymous Gregorian algorithm (Nature 13:487, 1876). Orthodox: the Julian one of Meeus (1991,
 * Astronomical Algorithms, chapter 8).
 * @param year - The year, 0 to 9999.
 * @param options - The tradition.
 * @returns The Sunday.
 * @throws RangeError where the year is no whole number from 0 to 9999.
 * @example
 * ```ts
 * import { easterSunday } from "goodwill/relationship";
 *
 * easterSunday(2026); // => "2026-04-05"
 * easterSunday(2026, { tradition: "orthodox" }); // => "2026-04-12"
 * ```
 */
export function easterSunday(year: number, options: EasterOptions = {}): PlainDate {
  if (!Number.isInteger(year) || year < 0 || year > 9999) {
    throw new RangeError(
      `Cannot find Easter: the year must be a whole number from 0 to 9999, got ${String(year)}`,
    );
  }
  const day = options.tradition === "orthodox" ? orthodoxDay(year) : westernDay(year);
  return textOfDay(day) as PlainDate;
}

function westernDay(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const moonDrift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonDrift + 15) % 30;
  const toSunday =
    (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  // Days after 22 March, the earliest Easter.
  return daysFromCivil(year, 3, 22) + epact + toSunday - 7 * late;
}

function orthodoxDay(year: number): number {
  const epact = (19 * (year % 19) + 15) % 30;
  const toSunday = (2 * (year % 4) + 4 * (year % 7) - epact + 34) % 7;
  // The Julian calendar was ahead by two days in year 0 and falls back a day each century not divisible by 400.
  const julianDelay = Math.floor(year / 100) - Math.floor(year / 400) - 2;
  return daysFromCivil(year, 3, 22) + epact + toSunday + julianDelay;
}
