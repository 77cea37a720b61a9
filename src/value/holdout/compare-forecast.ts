import { pearsonCorrelation, type CorrelationRow } from "../../shared/statistics/correlation.js";
import type { ForecastAccuracy } from "./forecast-accuracy.js";

/** Compares a forecast with the facts, customer by customer; at least one. @internal */
export function compareForecast(forecast: Float64Array, actual: Float64Array): ForecastAccuracy {
  const n = actual.length;
  let total = 0;
  let absolute = 0;
  let squared = 0;
  for (let i = 0; i < n; i += 1) {
    const error = forecast[i]! - actual[i]!;
    total += forecast[i]!;
    absolute += Math.abs(error);
    squared += error * error;
  }
  const correlation = pearsonCorrelation(forecastAndFact(forecast, actual));
  return {
    total,
    meanAbsoluteError: absolute / n,
    rootMeanSquaredError: Math.sqrt(squared / n),
    ...(correlation !== undefined && { correlation }),
  };
}

function* forecastAndFact(forecast: Float64Array, actual: Float64Array): Iterable<CorrelationRow> {
  for (const [i, y] of actual.entries()) yield { x: forecast[i]!, y, weight: 1 };
}
