import type { ScorecardMeasure } from "./department-scorecard.js";

/** All weight. @internal */
export function weightSum(measures: readonly ScorecardMeasure[]): number {
  return measures.reduce((sum, { weight }) => sum + weight, 0);
}

/** Share of the weight on customers' satisfaction. @internal */
export function satisfactionWeightShare(measures: readonly ScorecardMeasure[]): number {
  const satisfaction = measures.filter(
    ({ side, about }) => side === "external" && about === "satisfaction",
  );
  return weightSum(satisfaction) / weightSum(measures);
}
