import type { ContactModel } from "./contact-model.js";
import type { CountGrid } from "./count-grid.js";
import { dayTotals, usualWeek, type DayTotals, type LearntDays } from "./day-totals.js";
import type { CalendarDay } from "./day-calendar.js";
import { fitDispersion } from "./fit-dispersion.js";
import { fitTrend } from "./fit-trend.js";
import type { ForecastPolicy } from "./forecast-policy.js";
import { unusualDays } from "./unusual-days.js";

/** A history and how to learn from it. @internal */
export interface LearningTask {
  /** The counted intervals. */
  readonly grid: CountGrid;
  /** How many days from the first on are used. */
  readonly days: number;
  /** What each day is. */
  readonly calendar: readonly CalendarDay[];
  /** How to learn. */
  readonly policy: ForecastPolicy;
  /** When a trend counts: where it stands out, when absent. */
  readonly trend?: "always" | "never";
}

/** A model and what was found on the way. @internal */
export interface FittedContacts {
  /** What was learnt. */
  readonly model: ContactModel;
  /** The contacts of each day, counted and expected. */
  readonly totals: DayTotals;
  /** Which days were unusual, from the first on. */
  readonly unusual: ReadonlySet<number>;
}

/** How often the unusual days are looked for anew without those found before. */
const SEARCHES = 2;

/** Learns profile, trend, holidays and variation. @internal */
export function fitContacts(task: LearningTask): FittedContacts {
  const { policy } = task;
  let unusual: ReadonlySet<number> = new Set();
  let fitted = fitUsualDays(task, unusual);
  for (let search = 0; search < SEARCHES; search += 1) {
    const found = unusualDays(fitted.totals, { ...task, deviations: policy.outlierDeviations });
    const isSame = found.size === unusual.size && [...found].every((day) => unusual.has(day));
    unusual = found;
    if (isSame || policy.outliers === "keep") break;
    fitted = fitUsualDays(task, unusual);
  }
  return { ...fitted, unusual };
}

function fitUsualDays(task: LearningTask, leftOut: ReadonlySet<number>) {
  const { grid, days, policy } = task;
  const learnt: LearntDays = { ...task, weights: dayWeights(task, leftOut) };
  const measured = fitTrend(learnt);
  const deviations = Math.abs(measured.slope) / measured.standardError;
  const standsOut = task.trend === "always" || deviations >= policy.trendDeviations;
  const counts = measured.slope !== 0 && standsOut && task.trend !== "never";
  const slope = counts ? measured.slope : 0;
  const week = usualWeek(learnt, slope);
  const totals = dayTotals(learnt, week, slope);
  const model: ContactModel = {
    ...week,
    ...fitDispersion(learnt, { week, slope }),
    ...holidayFactors(task, totals),
    slots: grid.slots,
    lastDay: grid.firstDay + days - 1,
    slope,
    trendDamping: policy.trendDamping,
    trend: {
      perWeek: Math.expm1(slope),
      standardError: Number.isFinite(measured.standardError) ? measured.standardError : 0,
      counts,
    },
  };
  return { model, totals };
}

/** Recent days weigh more; holidays and days left out teach nothing of usual days. */
function dayWeights(task: LearningTask, leftOut: ReadonlySet<number>): Float64Array {
  const { days, calendar, policy } = task;
  return Float64Array.from({ length: days }, (_, day) =>
    calendar[day]!.kind === "holiday" || leftOut.has(day)
      ? 0
      : 0.5 ** ((days - 1 - day) / 7 / policy.halfLifeWeeks),
  );
}

/** What was counted on holidays by what their weekdays would have had. */
function holidayFactors({ days, calendar }: LearningTask, { contacts, expected }: DayTotals) {
  const sums = new Map<string, { days: number; contacts: number; expected: number }>();
  const all = { contacts: 0, expected: 0 };
  for (let day = 0; day < days; day += 1) {
    const { holiday } = calendar[day]!;
    if (holiday === undefined || expected[day] === 0) continue;
    const sum = sums.get(holiday) ?? { days: 0, contacts: 0, expected: 0 };
    sum.days += 1;
    for (const total of [sum, all]) {
      total.contacts += contacts[day]!;
      total.expected += expected[day]!;
    }
    sums.set(holiday, sum);
  }
  const holidays = new Map(
    [...sums].map(([id, sum]) => [id, { days: sum.days, factor: sum.contacts / sum.expected }]),
  );
  return { holidays, ...(all.expected > 0 && { anyHoliday: all.contacts / all.expected }) };
}
