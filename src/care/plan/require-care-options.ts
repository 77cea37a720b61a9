import type { CurrencyCode } from "../../shared/money/currency.js";
import { requireInstant } from "../../shared/time/require-instant.js";
import { isPlainDate } from "../../shared/time/plain-date.js";
import { requireCarePolicy } from "../policy/require-care-policy.js";
import { requireCareBudget } from "../policy/require-care-budget.js";
import type { CareOptions, PlanCareOptions } from "./care-plan-options.js";

/** Throws unless a plan can be made by these options; the currency of its policy. @internal */
export function requireCareOptions(options: CareOptions | PlanCareOptions): CurrencyCode {
  const { plan, asOf, period, policy, budget } = options;
  if (typeof plan !== "string" || plan.trim() === "") {
    throw new RangeError(`Cannot plan care: plan must be a text, got ${JSON.stringify(plan)}`);
  }
  requireInstant("plan care", { asOf });
  const { start, end } = period;
  if (!isPlainDate(start) || !isPlainDate(end) || end < start) {
    throw new RangeError(
      `Cannot plan care: period must be two dates, the end not before the start, got ${JSON.stringify(period)}`,
    );
  }
  const currency = requireCarePolicy("plan care", policy);
  requireCareBudget("plan care", {
    budget,
    capacities: "capacities" in options ? options.capacities : undefined,
    currency,
  });
  return currency;
}
