import type { CurrencyCode } from "../../shared/money/currency.js";
import type { Money } from "../../shared/money/money.js";
import { COMPLAINT_GRADES } from "../complaint/complaint.js";
import type { RecoveryCase } from "./recovery-case.js";
import { requireMoney } from "./require-recovery-policy.js";

const FAULTS: readonly string[] = ["ours", "shared", "third-party", "customer"];

/** Throws unless the facts of a case make sense and are in the currency. @internal */
export function requireRecoveryCase(
  task: string,
  { given, currency }: { readonly given: RecoveryCase; readonly currency: CurrencyCode },
): void {
  const { severity, fault, earlierFailures, granted } = given;
  if (!COMPLAINT_GRADES.includes(severity)) {
    throw new RangeError(
      `Cannot ${task}: severity must be a grade, got ${JSON.stringify(severity)}`,
    );
  }
  if (!FAULTS.includes(fault)) {
    throw new RangeError(
      `Cannot ${task}: fault must be ours, shared, third-party or customer, got ${JSON.stringify(fault)}`,
    );
  }
  if (!(Number.isSafeInteger(earlierFailures) && earlierFailures >= 0)) {
    throw new RangeError(
      `Cannot ${task}: earlierFailures must be a whole number of at least 0, got ${String(earlierFailures)}`,
    );
  }
  const amounts: readonly (readonly [string, Money | undefined])[] = [
    ["paid", given.paid],
    ["harm", given.harm],
    ["customerValue", given.customerValue],
    ["sought.amount", given.sought?.amount],
    ["granted.inCase", granted?.inCase],
    ["granted.toCustomer", granted?.toCustomer],
    ["granted.inPeriod", granted?.inPeriod],
    ...(given.restorations ?? []).map(
      ({ cost }, place) => [`restorations[${String(place)}].cost`, cost] as const,
    ),
  ];
  for (const [name, amount] of amounts) {
    if (amount !== undefined) requireMoney(task, { name, amount, currency });
  }
}
