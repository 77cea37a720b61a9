import type { ForecastPolicy } from "./forecast-policy.js";

/** Throws unless a policy's numbers make sense. @internal */
export function requireForecastPolicy(policy: ForecastPolicy): void {
  const { minimumWeeks, heldOutWeeks, halfLifeWeeks, trendDeviations, trendDamping, level } =
    policy;
  const weeks = { minimumWeeks, heldOutWeeks };
  for (const [name, value] of Object.entries(weeks)) {
    const least = name === "minimumWeeks" ? 2 : 1;
    if (Number.isSafeInteger(value) && value >= least) continue;
    throw refusal(`${name} must be a whole number of at least ${String(least)}`, value);
  }
  for (const [name, value] of Object.entries({
    halfLifeWeeks,
    outlierDeviations: policy.outlierDeviations,
  })) {
    if (value > 0 && value < Infinity) continue;
    throw refusal(`${name} must be above 0`, value);
  }
  if (!(trendDeviations >= 0)) throw refusal("trendDeviations must be at least 0", trendDeviations);
  if (!(trendDamping >= 0 && trendDamping <= 1))
    throw refusal("trendDamping must lie between 0 and 1", trendDamping);
  if (!(level > 0 && level < 1)) throw refusal("level must lie between 0 and 1", level);
}

function refusal(what: string, value: number): RangeError {
  return new RangeError(`Cannot forecast contacts: ${what}, got ${String(value)}`);
}
