import { customerPurchases } from "../purchase/customer-purchases.js";
import type { PurchaseAccumulator } from "../purchase/purchase-accumulator.js";
import { safeSum } from "../purchase/purchase-store.js";
import { cohortPeriodName } from "./cohort-period.js";
import type { Cohort, CohortPeriod, CohortRetention } from "./cohort.js";

interface OpenCohort {
  size: number;
  readonly active: number[];
  readonly transactions: number[];
  readonly amount: number[];
}

/** The triangle of customers by the period of their first purchase. @internal */
export function cohortTriangle(
  accumulator: PurchaseAccumulator,
  by: CohortPeriod,
): Pick<CohortRetention, "cohorts" | "unplacedReturns"> {
  const { periods, transactions, spend, returned } = accumulator;
  const { entries, starts } = customerPurchases(accumulator);
  const last = periods.reduce((latest, period) => Math.max(latest, period), -Infinity);
  const open = new Map<number, OpenCohort>();
  let unplacedReturns = 0;
  for (let customer = 0; customer + 1 < starts.length; customer += 1) {
    const own = entries.subarray(starts[customer], starts[customer + 1]);
    const first = own.find((entry) => transactions[entry]! > 0);
    const cohort = first === undefined ? undefined : cohortOf(open, periods[first]!, last);
    if (cohort !== undefined) cohort.size += 1;
    for (const entry of own) {
      const paid = spend[entry]! - returned[entry]!;
      const offset = first === undefined ? -1 : periods[entry]! - periods[first]!;
      if (cohort === undefined || offset < 0) {
        unplacedReturns = safeSum(unplacedReturns, returned[entry]!);
        continue;
      }
      if (transactions[entry]! > 0) cohort.active[offset]! += 1;
      cohort.transactions[offset]! += transactions[entry]!;
      cohort.amount[offset] = safeSum(cohort.amount[offset]!, paid);
    }
  }
  const cohorts = [...open]
    .toSorted(([a], [b]) => a - b)
    .map(([period, cohort]) => closed(cohortPeriodName(period, by), cohort));
  return { cohorts, unplacedReturns };
}

function cohortOf(open: Map<number, OpenCohort>, period: number, last: number): OpenCohort {
  const known = open.get(period);
  if (known !== undefined) return known;
  const zeros = (): number[] => new Array<number>(last - period + 1).fill(0);
  const made = { size: 0, active: zeros(), transactions: zeros(), amount: zeros() };
  open.set(period, made);
  return made;
}

function closed(cohort: string, { size, active, transactions, amount }: OpenCohort): Cohort {
  const retentionShare = active.map((count) => count / size);
  return { cohort, size, active, retentionShare, transactions, amount };
}
