import type { BuyingModel } from "../buying/buying-model.js";
import { expectedPurchases } from "../buying/expected-purchases.js";
import { purchaseProbability } from "../buying/purchase-probability.js";
import { perHistory } from "../lifetime/per-history.js";
import type { HoldoutRow } from "./holdout-row.js";

/** Forecasts and what happened, by customer. @internal */
export interface ForecastColumns {
  /** Customers. */
  readonly n: number;
  /** Frequency in the time observed. */
  readonly frequency: Float64Array;
  /** Purchases in the holdout. */
  readonly actual: Float64Array;
  /** Purchases the model expects. */
  readonly expected: Float64Array;
  /** Probability of at least one purchase by the model. */
  readonly probability: Float64Array;
  /** Purchases at the customer's own rate so far. */
  readonly naive: Float64Array;
}

/** Forecasts all customers, each different history once. @internal */
export function forecastColumns(model: BuyingModel, rows: readonly HoldoutRow[]): ForecastColumns {
  const n = rows.length;
  const column = (): Float64Array => new Float64Array(n);
  const frequency = column();
  const actual = column();
  const expected = column();
  const probability = column();
  const naive = column();
  const byLength = new Map<number, ReturnType<typeof forecaster>>();
  rows.forEach((row, i) => {
    const { frequency: after, length } = requireHoldout(row);
    const forecast = byLength.get(length) ?? forecaster(model, length);
    byLength.set(length, forecast);
    const { purchases, any } = forecast(row);
    frequency[i] = row.frequency;
    actual[i] = after;
    expected[i] = purchases;
    probability[i] = any;
    // Who first bought on the last day has no rate yet.
    naive[i] = row.age > 0 ? (row.frequency / row.age) * length : 0;
  });
  return { n, frequency, actual, expected, probability, naive };
}

function forecaster(
  model: BuyingModel,
  within: number,
): (row: HoldoutRow) => { readonly purchases: number; readonly any: number } {
  return perHistory((history) => ({
    purchases: expectedPurchases(model, history, { within }),
    any: purchaseProbability(model, history, { within }),
  }));
}

function requireHoldout({ holdout }: HoldoutRow): NonNullable<HoldoutRow["holdout"]> {
  if (holdout === undefined) {
    throw new RangeError(
      "Cannot judge a forecast: every customer must have a holdout, got one without",
    );
  }
  const { frequency, length } = holdout;
  if (!(Number.isInteger(frequency) && frequency >= 0)) {
    throw new RangeError(
      `Cannot judge a forecast: the frequency of a holdout must be an integer of at least 0, got ${String(frequency)}`,
    );
  }
  if (!(length > 0 && length < Infinity)) {
    throw new RangeError(
      `Cannot judge a forecast: the length of a holdout must be a number above 0, got ${String(length)}`,
    );
  }
  return holdout;
}
