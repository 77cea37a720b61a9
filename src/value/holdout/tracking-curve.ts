import { dayNumber, textOfDay } from "../../shared/time/civil.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import type { BgNbdModel, MbgNbdModel } from "../buying/bg/bg-model.js";
import { expectedPurchases } from "../buying/expected-purchases.js";
import type { ParetoNbdModel } from "../buying/pareto/pareto-model.js";
import { NEW_CUSTOMER } from "../buying/purchase-history.js";
import { periodsIn } from "../purchase/period-of-day.js";
import type { PurchasePeriod } from "../purchase/purchase-summary.js";
import type { DailyPurchases } from "./daily-purchases.js";

/** How the curve is drawn. */
export interface TrackingCurveOptions {
  /** The unit of time of the model's parameters; `week` by default, as in purchase summaries. */
  readonly unit?: PurchasePeriod;
  /** Days from one point to the next, a whole number of at least 1; 7 by default. */
  readonly stepDays?: number;
  /** The last day, included; that of the last purchase by default. */
  readonly until?: PlainDate;
}

/** Purchases made and expected up to a day. */
export interface TrackingPoint {
  /** The last day counted. */
  readonly date: PlainDate;
  /** Time from the day before the first purchase of all to the end of this day, in the unit of the model. */
  readonly time: number;
  /** Repeat purchases made up to then. */
  readonly actual: number;
  /** Repeat purchases the model expects up to then, of customers who bought first by then. */
  readonly expected: number;
}

/**
 * Do repeat purchases go the way the model says, over the time it was fitted to and after?
 *
 * Actual and expected numbers, cumulated, at every step from the first purchase of all. What is expected needs nothing
 * but the days on which customers bought first. Where the two part after the time the model was fitted to, it does not
 * hold for that time. For BG/BB, whose time is opportunities, there is no such curve.
 *
 * @remarks Fader, Hardie and Lee (2005, Marketing Science 24:275, figure 3).
 * @param model - The model of buying: a fit, or parameters.
 * @param days - New customers and repeat purchases by day, each day at most once, in any order.
 * @param options - The unit of the model, the step, and the last day.
 * @returns The points, ascending, the last on the last day; empty where nobody bought.
 * @throws RangeError when a day comes twice or is none, a count is below 0, the step is not a whole number of at least
 * 1, or a parameter of the model is not valid; TypeError for BG/BB.
 * @example
 * ```ts
 * import { trackingCurve } from "goodwill/value";
 * import { plainDate } from "goodwill/shared";
 *
 * const model = { kind: "bg-nbd", parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 } } as const;
 * const days = [
 *   { date: plainDate("2026-01-01"), newCustomers: 100, repeatPurchases: 0 },
 *   { date: plainDate("2026-01-12"), newCustomers: 0, repeatPurchases: 8 },
 * ];
 * const points = trackingCurve(model, days, { until: plainDate("2026-01-14") });
 * points.map(({ actual, expected }) => [actual, expected.toFixed(1)]); // => [[0, "4.6"], [8, "9.6"]]
 * ```
 */
export function trackingCurve(
  model: BgNbdModel | MbgNbdModel | ParetoNbdModel,
  days: readonly DailyPurchases[],
  options: TrackingCurveOptions = {},
): readonly TrackingPoint[] {
  const { unit = "week", stepDays = 7 } = options;
  requireTracking(model, stepDays);
  const rows = sortedDays(days);
  const first = rows[0]?.day;
  if (first === undefined) return [];
  const last = options.until === undefined ? rows.at(-1)!.day : dayNumber(options.until);
  const toUnits = (count: number): number => periodsIn(count, { period: "day", unit });
  const expected = new Map<number, number>();
  const expectedAfter = (count: number): number => {
    const known = expected.get(count);
    if (known !== undefined) return known;
    const made = expectedPurchases(model, NEW_CUSTOMER, { within: toUnits(count) });
    expected.set(count, made);
    return made;
  };
  const points: TrackingPoint[] = [];
  for (let end = first - 1 + stepDays; ; end += stepDays) {
    const day = Math.min(end, last);
    if (day < first || points.at(-1)?.date === textOfDay(day)) return points;
    const until = rows.filter((row) => row.day <= day);
    points.push({
      date: textOfDay(day) as PlainDate,
      time: toUnits(day - first + 1),
      actual: until.reduce((sum, { repeatPurchases }) => sum + repeatPurchases, 0),
      expected: until.reduce(
        (sum, row) =>
          row.newCustomers > 0 ? sum + row.newCustomers * expectedAfter(day - row.day) : sum,
        0,
      ),
    });
  }
}

interface NumberedDay extends DailyPurchases {
  readonly day: number;
}

function sortedDays(days: readonly DailyPurchases[]): readonly NumberedDay[] {
  const rows = days
    .map((row) => ({ ...row, day: dayNumber(row.date) }))
    .sort((a, b) => a.day - b.day);
  rows.forEach(({ day, date, newCustomers, repeatPurchases }, i) => {
    if (day === rows[i - 1]?.day) throw cannot(`each day must come once, got ${date} twice`);
    for (const count of [newCustomers, repeatPurchases]) {
      if (count >= 0 && count < Infinity) continue;
      throw cannot(`a count must be a number of at least 0, got ${String(count)} on ${date}`);
    }
  });
  return rows;
}

function requireTracking(model: { readonly kind: string }, stepDays: number): void {
  if (model.kind === "bg-bb") {
    throw new TypeError(
      "Cannot track a model: its time must be continuous, got bg-bb, whose time is opportunities",
    );
  }
  if (!(Number.isSafeInteger(stepDays) && stepDays >= 1)) {
    throw cannot(`stepDays must be an integer of at least 1, got ${String(stepDays)}`);
  }
}

function cannot(why: string): RangeError {
  return new RangeError(`Cannot track a model: ${why}`);
}
