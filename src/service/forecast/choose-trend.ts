import type { HeldOutError } from "./contact-forecast.js";
import { fitContacts, type FittedContacts, type LearningTask } from "./fit-contacts.js";
import { heldOutWeeks } from "./held-out-error.js";

/** A trend that stands out and does not help. @internal */
export interface TrendLeftOut {
  /** By which part of themselves contacts rise a week, as measured. */
  readonly perWeek: number;
  /** The mean error on the weeks held out, with a trend, in contacts an interval. */
  readonly errorWith: number;
  /** The same without one; not above `errorWith`. */
  readonly errorWithout: number;
}

/** What was learnt, with or without a trend. @internal */
export interface ChosenTrend extends FittedContacts {
  /** How wrong the last weeks would have been forecast. */
  readonly error: HeldOutError;
  /** The trend that was left out, where one was. */
  readonly leftOut?: TrendLeftOut;
}

/**
 * Learns with a trend where one stands out and the weeks held out, forecast from those before, are forecast better with
 * the trend of these than without.
 *
 * @internal
 */
export function chooseTrend(task: LearningTask): ChosenTrend {
  const fitted = fitContacts(task);
  const tested = heldOutWeeks(task);
  const { perWeek, counts } = fitted.model.trend;
  if (!counts) return { ...fitted, error: tested.error };
  const without = tested.hasTrend ? heldOutWeeks({ ...task, trend: "never" }) : tested;
  const withTrend = tested.hasTrend ? tested : heldOutWeeks({ ...task, trend: "always" });
  if (withTrend.meanError < without.meanError) return { ...fitted, error: tested.error };
  return {
    ...fitContacts({ ...task, trend: "never" }),
    error: without.error,
    leftOut: { perWeek, errorWith: withTrend.meanError, errorWithout: without.meanError },
  };
}
