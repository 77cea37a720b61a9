import { meanTest } from "../../shared/statistics/mean-test.js";
import { wilsonInterval } from "../../shared/statistics/proportion.js";
import type { ForecastColumns } from "./forecast-columns.js";
import type { HoldoutGroup } from "./holdout-group.js";

/** Sums up the customers at these positions; at least one. @internal */
export function sumHoldoutGroup(
  { actual, expected, probability }: ForecastColumns,
  { members, level }: { readonly members: readonly number[]; readonly level: number },
): HoldoutGroup {
  const n = members.length;
  let [purchases, forecast, likely, buyers] = [0, 0, 0, 0];
  for (const i of members) {
    purchases += actual[i]!;
    forecast += expected[i]!;
    likely += probability[i]!;
    if (actual[i]! > 0) buyers += 1;
  }
  const mean = purchases / n;
  const deviations = members.reduce((sum, i) => sum + (actual[i]! - mean) ** 2, 0);
  const variance = n > 1 ? { variance: deviations / (n - 1) } : {};
  const interval = meanTest({ n, mean, ...variance }, { level })?.interval;
  return {
    customers: n,
    expectedMean: forecast / n,
    actualMean: mean,
    ...(interval !== undefined && { actualMeanInterval: interval }),
    expectedBuyerShare: likely / n,
    actualBuyerShare: buyers / n,
    actualBuyerShareInterval: wilsonInterval({ count: buyers, n }, { level }),
  };
}
