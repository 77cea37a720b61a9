import { addDays } from "../../shared/time/date-arithmetic.js";
import { dayNumber } from "../../shared/time/civil.js";
import type { Period } from "../../shared/time/period.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import type { CareInstrumentUse, CareProgramme } from "./care-programme.js";

/** How strong a programme is in one stretch of time. */
export interface CareIntensity {
  /** The days of the stretch. */
  readonly period: Period<PlainDate>;
  /** How many times instruments are used in it. */
  readonly uses: number;
  /** The intensity of all of them. */
  readonly intensity: number;
}

/** For whom and in which steps the intensity is asked for. */
export interface CareIntensityOptions {
  /** The segment; every instrument counts when absent. */
  readonly segment?: string;
  /** How long one stretch is, in days; whole, at least 1. */
  readonly stretchDays: number;
}

/**
 * How strong is a programme over time, as its customers feel it?
 *
 * The programme's days are cut into stretches of equal length from its first day on; what is left at the end is a
 * stretch if it has at least half the days, and goes to the one before if not. An instrument counts on its first day
 * and every so many days after, within the programme; one that is not repeated once. Instruments whose intensity is not
 * above 0 or whose days are no whole number of at least 1 do not count.
 *
 * @param programme - The programme.
 * @param options - The segment, and the length of a stretch.
 * @returns The stretches in order; none for a programme without days.
 * @throws RangeError where a stretch is no whole number of at least 1, or a day does not exist.
 * @example
 * ```ts
 * import { careIntensities } from "goodwill/care";
 * import { period, plainDate } from "goodwill/shared";
 *
 * const spring = {
 *   id: "spring",
 *   segments: ["families"],
 *   period: period(plainDate("2026-03-01"), plainDate("2026-03-29")),
 *   instruments: [
 *     { id: "letter", instrument: "email" as const, retention: "satisfaction" as const, channels: ["email"],
 *       intensity: 2, everyDays: 7 },
 *   ],
 * };
 * careIntensities(spring, { stretchDays: 14 }).map(({ intensity }) => intensity); // => [4, 4]
 * ```
 */
export function careIntensities(
  programme: CareProgramme,
  options: CareIntensityOptions,
): readonly CareIntensity[] {
  const { stretchDays, segment } = options;
  if (!(Number.isSafeInteger(stretchDays) && stretchDays >= 1)) {
    throw new RangeError(
      `Cannot look at a programme over time: stretchDays must be a whole number of at least 1, got ${String(stretchDays)}`,
    );
  }
  const { start, end } = programme.period;
  const first = dayNumber(start);
  const days = dayNumber(end) - first;
  if (days <= 0) return [];
  const count = Math.max(1, Math.round(days / stretchDays));
  const uses = new Array<number>(count).fill(0);
  const intensities = new Array<number>(count).fill(0);
  for (const use of programme.instruments) {
    if (!counts(use) || !isFor(use, segment)) continue;
    for (const day of useDays(use, programme.period)) {
      const stretch = Math.min(count - 1, Math.floor((day - first) / stretchDays));
      uses[stretch]! += 1;
      intensities[stretch]! += use.intensity;
    }
  }
  return uses.map((used, index) => {
    const from = addDays(start, index * stretchDays);
    const to = index === count - 1 ? end : addDays(from, stretchDays);
    return { period: { start: from, end: to }, uses: used, intensity: intensities[index]! };
  });
}

/** Whether an instrument is used for a segment. */
function isFor({ segments }: CareInstrumentUse, segment: string | undefined): boolean {
  return segment === undefined || segments === undefined || segments.includes(segment);
}

function counts({ intensity, everyDays = 1 }: CareInstrumentUse): boolean {
  return (
    Number.isFinite(intensity) && intensity > 0 && Number.isSafeInteger(everyDays) && everyDays >= 1
  );
}

/** The days an instrument is used on, within a programme, as day numbers. */
function useDays(
  { period, everyDays }: CareInstrumentUse,
  programme: Period<PlainDate>,
): readonly number[] {
  const [first, end] = [dayNumber(programme.start), dayNumber(programme.end)];
  const start = period === undefined ? first : dayNumber(period.start);
  const until = period === undefined ? end : Math.min(end, dayNumber(period.end));
  const days: number[] = [];
  for (let day = start; day < until; day += everyDays ?? Infinity) {
    if (day >= first) days.push(day);
  }
  return days;
}
