import { ageInYears, type AnniversaryAsOfOptions } from "../../shared/time/anniversary.js";
import { addDays } from "../../shared/time/date-arithmetic.js";
import { plainDateFromParts, type PlainDate } from "../../shared/time/plain-date.js";
import type { Customer } from "./customer.js";
import type { PartialDate } from "./partial-date.js";

/** Between which ages somebody is, in completed years. */
export interface AgeBounds {
  /** The least completed years; 0 when the birth may lie after the day asked about. */
  readonly atLeast: number;
  /** The most completed years. */
  readonly atMost: number;
}

/**
 * Between which ages is somebody with this birthday?
 *
 * Both are the same for a Gregorian birthday with its year. A Chinese birthday with its year is bounded without a
 * calendar's tables: its year begins between 21 January and 21 February, its months have 29 or 30 days and one of them
 * may be doubled. The bounds then differ by at most one year. Without the year nothing can be said.
 *
 * @remarks Chinese New Year from 21 January to 21 February: Aslaksen (2010), The Mathematics of the Chinese Calendar.
 * @param birthday - The birthday.
 * @param options - The day asked about, and how a 29 February is kept in other years.
 * @returns The bounds; absent without the year, and when the birth surely lies after the day asked about.
 * @throws RangeError when there is no such day, or it lies outside the years 0000 to 9999.
 * @example
 * ```ts
 * import { ageBounds } from "goodwill/customer";
 * import { plainDate } from "goodwill/shared";
 *
 * const options = { asOf: plainDate("2026-02-13"), leapDay: "mar1" } as const;
 * ageBounds({ calendar: "gregorian", month: 5, day: 20, year: 1990 }, options); // => { atLeast: 35, atMost: 35 }
 * ageBounds({ calendar: "chinese", month: 1, day: 1, year: 2008 }, options); // => { atLeast: 17, atMost: 18 }
 * ageBounds({ calendar: "chinese", month: 8, day: 15, year: 2008 }, options); // => { atLeast: 17, atMost: 17 }
 * ```
 */
export function ageBounds(
  birthday: PartialDate,
  options: AnniversaryAsOfOptions,
): AgeBounds | undefined {
  const { calendar, month, day, leapMonth, year } = birthday;
  if (year === undefined) return undefined;
  if (calendar === "gregorian") {
    const date = plainDateFromParts({ year, month, day });
    return boundsBetween(date, date, options);
  }
  // A leap month follows the month of its number, so that one month more has passed; another leap month may have.
  const monthsBefore = month - 1 + (leapMonth === true ? 1 : 0);
  const monthsAtMost = month;
  const earliest = addDays(
    plainDateFromParts({ year, month: 1, day: 21 }),
    29 * monthsBefore + day - 1,
  );
  const latest = addDays(
    plainDateFromParts({ year, month: 2, day: 21 }),
    30 * monthsAtMost + day - 1,
  );
  // The last day of the Chinese year is the one before the next New Year.
  const lastOfYear = plainDateFromParts({ year: year + 1, month: 2, day: 20 });
  return boundsBetween(earliest, latest < lastOfYear ? latest : lastOfYear, options);
}

function boundsBetween(
  earliest: PlainDate,
  latest: PlainDate,
  options: AnniversaryAsOfOptions,
): AgeBounds | undefined {
  if (options.asOf < earliest) return undefined;
  return {
    atLeast: options.asOf < latest ? 0 : ageInYears(latest, options),
    atMost: ageInYears(earliest, options),
  };
}

/**
 * How old is somebody with this birthday?
 *
 * The completed years, where they are certain. A Chinese birthday has an answer only where both ends of
 * {@link ageBounds} agree; nothing is guessed.
 *
 * @param birthday - The birthday.
 * @param options - The day asked about, and how a 29 February is kept in other years.
 * @returns Completed years; absent without the year, before the birth, and where the calendar leaves two answers.
 * @throws RangeError when there is no such day.
 * @example
 * ```ts
 * import { ageAt } from "goodwill/customer";
 * import { plainDate } from "goodwill/shared";
 *
 * const options = { asOf: plainDate("2026-02-13"), leapDay: "mar1" } as const;
 * ageAt({ calendar: "gregorian", month: 2, day: 14, year: 2008 }, options); // => 17
 * ageAt({ calendar: "gregorian", month: 2, day: 14 }, options); // => undefined
 * ```
 */
export function ageAt(birthday: PartialDate, options: AnniversaryAsOfOptions): number | undefined {
  const bounds = ageBounds(birthday, options);
  return bounds?.atLeast === bounds?.atMost ? bounds?.atLeast : undefined;
}

/** The day asked about, and the age of majority there. */
export interface MinorityOptions extends AnniversaryAsOfOptions {
  /** From how many completed years on a person is of age, a whole number of at least 1: 18 in most countries. */
  readonly ageOfMajority: number;
}

/**
 * Is this customer a minor on that day?
 *
 * An organisation is not. A person is of age on the very day of the birthday that completes the years. Where the
 * birthday, its year or its place in a Chinese year leaves it open, the answer is `unknown`, never a guess: what then
 * happens is for the firm to decide.
 *
 * @param customer - The customer.
 * @param options - The day asked about, the age of majority, and how a 29 February is kept in other years.
 * @returns `yes`, `no` or `unknown`.
 * @throws RangeError when the age of majority is no whole number of at least 1.
 * @example
 * ```ts
 * import { customerId, isMinorAt } from "goodwill/customer";
 * import { plainDate } from "goodwill/shared";
 *
 * const customer = {
 *   id: customerId("C-17"),
 *   kind: "person",
 *   name: "Lin Mei",
 *   birthday: { calendar: "gregorian", month: 2, day: 14, year: 2008 },
 *   contactPoints: [],
 *   consents: [],
 * } as const;
 * const majority = { ageOfMajority: 18, leapDay: "mar1" } as const;
 * isMinorAt(customer, { ...majority, asOf: plainDate("2026-02-13") }); // => "yes"
 * isMinorAt(customer, { ...majority, asOf: plainDate("2026-02-14") }); // => "no"
 * ```
 */
export function isMinorAt(customer: Customer, options: MinorityOptions): "yes" | "no" | "unknown" {
  const { ageOfMajority } = options;
  if (!Number.isSafeInteger(ageOfMajority) || ageOfMajority < 1) {
    throw new RangeError(
      `Cannot tell a minor: the age of majority must be a whole number of at least 1, got ${String(ageOfMajority)}`,
    );
  }
  if (customer.kind === "organisation") return "no";
  const { birthday } = customer;
  if (birthday?.year === undefined) return "unknown";
  const bounds = ageBounds(birthday, options);
  // Without bounds the birth lies after the day asked about.
  if (bounds === undefined || bounds.atMost < ageOfMajority) return "yes";
  return bounds.atLeast >= ageOfMajority ? "no" : "unknown";
}
