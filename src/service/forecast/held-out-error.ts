import { textOfDay } from "../../shared/time/civil.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import type { HeldOutError } from "./contact-forecast.js";
import { expectedCount } from "./contact-model.js";
import { countRange } from "./count-range.js";
import type { CountGrid } from "./count-grid.js";
import { fitContacts, type LearningTask } from "./fit-contacts.js";

/** How the last weeks would have been forecast. @internal */
export interface HeldOutWeeks {
  /** How wrong. */
  readonly error: HeldOutError;
  /** By how many contacts an interval on average; 0 without intervals. */
  readonly meanError: number;
  /** Whether a trend counted. */
  readonly hasTrend: boolean;
}

/** Forecasts the last weeks from the weeks before them, and compares. @internal */
export function heldOutWeeks(task: LearningTask): HeldOutWeeks {
  const { grid, calendar, policy } = task;
  const { slots, sums, counts, firstDay } = grid;
  const weeks = policy.heldOutWeeks;
  const learntDays = task.days - 7 * weeks;
  const { model } = fitContacts({ ...task, days: learntDays });
  const total = { intervals: 0, contacts: 0, forecast: 0, error: 0, naiveError: 0, covered: 0 };
  for (let day = learntDays; day < task.days; day += 1) {
    const naiveDay = day - 7 * Math.ceil((day - learntDays + 1) / 7);
    for (let slot = 0; slot < slots; slot += 1) {
      const cell = day * slots + slot;
      const naiveCell = naiveDay * slots + slot;
      if (counts[cell] === 0 || counts[naiveCell] === 0) continue;
      const place = { day: firstDay + day, slot, calendarDay: calendar[day]! };
      const spread = expectedCount(model, place);
      if (spread === undefined) continue;
      const counted = sums[cell]! / counts[cell]!;
      const { lower, upper } = countRange(spread, policy.level);
      total.intervals += 1;
      total.contacts += counted;
      total.forecast += spread.mean;
      total.error += Math.abs(spread.mean - counted);
      total.naiveError += Math.abs(sums[naiveCell]! / counts[naiveCell]! - counted);
      if (lower <= counted && counted <= upper) total.covered += 1;
    }
  }
  const step = weeklyStep(grid, learntDays);
  const meanError = total.intervals === 0 ? 0 : total.error / total.intervals;
  const error = {
    from: textOfDay(firstDay + learntDays) as PlainDate,
    weeks,
    intervals: total.intervals,
    ...(total.contacts > 0 && {
      wape: total.error / total.contacts,
      naiveWape: total.naiveError / total.contacts,
      bias: total.forecast / total.contacts - 1,
    }),
    ...(total.naiveError > 0 && { ratio: total.error / total.naiveError }),
    ...(step > 0 && total.intervals > 0 && { mase: meanError / step }),
    coveredShare: total.intervals === 0 ? 0 : total.covered / total.intervals,
  };
  return { error, meanError, hasTrend: model.trend.counts };
}

/** How much an interval differs from the same a week before, on average; 0 where none can be compared. */
function weeklyStep({ slots, sums, counts }: CountGrid, days: number): number {
  let compared = 0;
  let difference = 0;
  for (let cell = 7 * slots; cell < days * slots; cell += 1) {
    const before = cell - 7 * slots;
    if (counts[cell] === 0 || counts[before] === 0) continue;
    compared += 1;
    difference += Math.abs(sums[cell]! / counts[cell]! - sums[before]! / counts[before]!);
  }
  return compared === 0 ? 0 : difference / compared;
}
