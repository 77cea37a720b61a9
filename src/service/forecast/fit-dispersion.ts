import type { LearntDays, UsualWeek } from "./day-totals.js";

/** How counts vary around their mean: `dispersion * mean + squaredShare * mean^2`. @internal */
export interface FittedDispersion {
  /** The part that grows with the mean; 1 for chance arrivals. */
  readonly dispersion: number;
  /** The part that grows with its square; at least 0. */
  readonly squaredShare: number;
}

/** Counts never vary less than this part of chance arrivals: what seems so is an artefact, as of rounded counts. */
const LEAST_DISPERSION = 0.1;

/**
 * A line through the squared errors by the mean, against the mean.
 *
 * Each error is made as large as it would be, had the interval not helped to form its mean.
 *
 * @internal
 */
export function fitDispersion(
  { grid, days, calendar, weights }: LearntDays,
  { week, slope }: { readonly week: UsualWeek; readonly slope: number },
): FittedDispersion {
  const { slots, sums, counts } = grid;
  let n = 0;
  let meanX = 0;
  let meanY = 0;
  let sumXx = 0;
  let sumXy = 0;
  for (let day = 0; day < days; day += 1) {
    if (weights[day] === 0) continue;
    const from = (calendar[day]!.weekday - 1) * slots;
    const level = Math.exp((slope * (day - days + 1)) / 7);
    for (let slot = 0; slot < slots; slot += 1) {
      const rows = counts[day * slots + slot]!;
      const mean = rows * week.profile[from + slot]! * level;
      const own = 1 - week.meanVariance[from + slot]!;
      if (mean <= 0 || own < 0.1) continue;
      const squaredError = (sums[day * slots + slot]! - mean) ** 2 / mean / own;
      n += 1;
      const offX = mean - meanX;
      meanX += offX / n;
      meanY += (squaredError - meanY) / n;
      sumXx += offX * (mean - meanX);
      sumXy += offX * (squaredError - meanY);
    }
  }
  if (n === 0) return { dispersion: 1, squaredShare: 0 };
  const slopeOfLine = sumXx > 0 ? Math.max(0, sumXy / sumXx) : 0;
  const squaredShare = Math.min(slopeOfLine, Math.max(0, (meanY - LEAST_DISPERSION) / meanX));
  return { dispersion: Math.max(LEAST_DISPERSION, meanY - squaredShare * meanX), squaredShare };
}
