import { amountText } from "../frame/wording.js";
import type { CohortChartRow } from "./cohort-chart-row.js";

/** A row of the triangle. @internal */
export interface DrawnCohort extends CohortChartRow {
  readonly name: string;
  /** How many cohorts have reached each period; none for a single cohort. */
  readonly cohorts: readonly number[];
}

/** All cohorts together: in each period the customers of those that have reached it. @internal */
export function pooledCohort(cohorts: readonly CohortChartRow[]): DrawnCohort {
  const periods = Math.max(0, ...cohorts.map(({ retentionShare }) => retentionShare.length));
  const reached = Array.from({ length: periods }, (_, period) =>
    cohorts.filter(({ retentionShare }) => retentionShare.length > period),
  );
  const size = cohorts.reduce((sum, one) => sum + one.size, 0);
  return {
    ...{ cohort: "all", name: `all (${amountText(size)})`, size },
    retentionShare: reached.map((own, period) => {
      const customers = own.reduce((sum, one) => sum + one.size, 0);
      return own.reduce((sum, one) => sum + one.size * one.retentionShare[period]!, 0) / customers;
    }),
    cohorts: reached.map((own) => own.length),
  };
}
