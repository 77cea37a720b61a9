import { textWidth } from "./wording.js";

/** A day at which an axis has a mark, with the text below it. @internal */
export interface DayTick {
  /** Days since 1970-01-01. */
  readonly day: number;
  readonly text: string;
}

const DAY_MS = 86_400_000;

const INSTANT = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})\.(\d{3})Z$/;

/** Steps of an axis in days, below a month; then in months. */
const DAY_STEPS = [1, 2, 7, 14];

const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12_000];

/** A Monday, so that steps of weeks begin on one. */
const MONDAY = 4;

const LABEL = { fontSize: 11, gap: 10 };

/** An instant as days since 1970-01-01T00:00Z, with the part of the day. @internal */
export function instantDays(instant: string): number {
  const parts = INSTANT.exec(instant)?.slice(1).map(Number);
  if (parts === undefined) {
    throw new RangeError(
      `Cannot draw a chart: expected an instant like 2026-02-13T09:30:00.000Z, got ${JSON.stringify(instant)}`,
    );
  }
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0, millisecond = 0] = parts;
  const seconds = 3600 * hour + 60 * minute + second;
  return dayNumber(year, month, day) + (1000 * seconds + millisecond) / DAY_MS;
}

/** Days since 1970-01-01 of a date of the Gregorian calendar. */
function dayNumber(year: number, month: number, day: number): number {
  // Counted from 1 March, the leap day is the last of its year.
  const marchYear = month > 2 ? year : year - 1;
  const fromMarch = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const leapDays =
    Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return 365 * marchYear + leapDays + fromMarch - 719_468;
}

/**
 * The marks of an axis of time: full years, months or days, as close as their texts have room. @internal
 */
export function dayTicks([from, to]: readonly [number, number], width: number): DayTick[] {
  const roomFor = (days: number, text: string): boolean =>
    (days / (to - from)) * width >= textWidth(text, LABEL.fontSize) + LABEL.gap;
  const dayStep = DAY_STEPS.find((step) => roomFor(step, "2026-02-13"));
  if (dayStep !== undefined) {
    const first = Math.ceil((from - MONDAY) / dayStep) * dayStep + MONDAY;
    const count = Math.max(0, Math.floor((to - first) / dayStep) + 1);
    return Array.from({ length: count }, (_, index) => {
      const day = first + index * dayStep;
      return { day, text: dayText(day) };
    });
  }
  const step =
    MONTH_STEPS.find((months) => roomFor(28 * months, months < 12 ? "2026-02" : "2026")) ?? 120_000;
  const ticks: DayTick[] = [];
  const [year, month] = monthOf(from);
  let months = Math.floor((12 * year + month - 1) / step) * step;
  for (;;) {
    const day = dayNumber(Math.floor(months / 12), (months % 12) + 1, 1);
    if (day > to) return ticks;
    if (day >= from) ticks.push({ day, text: dayText(day).slice(0, step < 12 ? 7 : 4) });
    months += step;
  }
}

function monthOf(days: number): readonly [number, number] {
  const [year = 0, month = 1] = dayText(days).split("-").map(Number);
  return [year, month];
}

/** The date of a day as `YYYY-MM-DD`; a part of the day counts as the day. @internal */
export function dayText(days: number): string {
  const day = Math.floor(days);
  let year = Math.floor(day / 365.2425) + 1970;
  while (dayNumber(year, 1, 1) > day) year -= 1;
  while (dayNumber(year + 1, 1, 1) <= day) year += 1;
  let month = 12;
  while (dayNumber(year, month, 1) > day) month -= 1;
  const digits = (value: number, length: number): string => String(value).padStart(length, "0");
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(day - dayNumber(year, month, 1) + 1, 2)}`;
}
