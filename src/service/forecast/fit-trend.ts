import { dayTotals, usualWeek, type LearntDays } from "./day-totals.js";

/** A rise of the logarithm a week and how sure it is. @internal */
export interface FittedSlope {
  /** The rise. */
  readonly slope: number;
  /** Its standard error; infinite where there is nothing to measure it on. */
  readonly standardError: number;
}

const ROUNDS = 8;

/** How the level of the days moves, with the usual week measured in the same breath. @internal */
export function fitTrend(learnt: LearntDays): FittedSlope {
  let slope = 0;
  let standardError = Infinity;
  for (let round = 0; round < ROUNDS; round += 1) {
    const totals = dayTotals(learnt, usualWeek(learnt, slope), slope);
    const step = slopeStep(learnt, totals);
    if (step === undefined) return { slope: 0, standardError: Infinity };
    slope += step.slope;
    standardError = step.standardError;
    if (Math.abs(step.slope) < 1e-9) break;
  }
  return { slope, standardError };
}

/**
 * One step of Newton's method for level and slope.
 *
 * The error is measured on weeks, as the days of a week err together (a sandwich over weeks).
 */
function slopeStep(
  { days, weights }: LearntDays,
  { contacts, expected }: { readonly contacts: Float64Array; readonly expected: Float64Array },
): FittedSlope | undefined {
  let sum = 0;
  let sumT = 0;
  let sumTt = 0;
  const weeks = Math.ceil(days / 7);
  const error = new Float64Array(weeks);
  const errorT = new Float64Array(weeks);
  const seen = new Set<number>();
  for (let day = 0; day < days; day += 1) {
    const information = weights[day]! * expected[day]!;
    if (information === 0) continue;
    const t = (day - days + 1) / 7;
    const week = Math.floor((days - 1 - day) / 7);
    const off = weights[day]! * (contacts[day]! - expected[day]!);
    seen.add(week);
    sum += information;
    sumT += information * t;
    sumTt += information * t * t;
    error[week]! += off;
    errorT[week]! += off * t;
  }
  const spread = sumTt - (sumT * sumT) / sum;
  if (seen.size < 3 || !(spread > 0)) return undefined;
  const middle = sumT / sum;
  let score = 0;
  let squares = 0;
  for (let week = 0; week < weeks; week += 1) {
    const off = errorT[week]! - middle * error[week]!;
    score += off;
    squares += off * off;
  }
  const fewWeeks = seen.size / (seen.size - 2);
  return { slope: score / spread, standardError: Math.sqrt(squares * fewWeeks) / spread };
}
