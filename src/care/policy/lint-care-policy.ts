import type { CarePolicyFinding } from "./care-policy-finding.js";
import type { CarePolicy } from "./care-policy.js";
import type { LintCarePolicyOptions } from "./care-policy-question.js";
import { limitFindings } from "./limit-findings.js";
import { coverageFindings, ruleFindings } from "./rule-findings.js";
import { requireCareBudget } from "./require-care-budget.js";
import { requireCarePolicy } from "./require-care-policy.js";

/**
 * What in this policy can never have an effect, or is not likely to be meant?
 *
 * Errors are rules that never fire (no such occasion or class, no effect, dearer than gift cap or budget, always
 * beaten by another rule that does at least as much for no more), caps below the cheapest gift, budgets of 0 or below
 * the cheapest action. Warnings are occasions and classes without a rule, actions due in quiet hours, follow-ups that
 * the caps leave no room for.
 *
 * @param policy - The policy.
 * @param options - What it is held against.
 * @returns The findings: rules first, in their order, then limits, then what is left without care; none for a policy
 * in which all has its use.
 * @throws RangeError when the policy, budget or capacities are not valid at all, as for {@link planCare}.
 * @example
 * ```ts
 * import { DEFAULT_CARE_POLICY, lintCarePolicy } from "goodwill/care";
 *
 * const budget = { plan: { amount: 0, currency: "CNY" } } as const;
 * lintCarePolicy(DEFAULT_CARE_POLICY); // => []
 * lintCarePolicy(DEFAULT_CARE_POLICY, { budget }).map(({ code }) => code); // => ["care-budget-zero"]
 * ```
 */
export function lintCarePolicy(
  policy: CarePolicy,
  options: LintCarePolicyOptions = {},
): readonly CarePolicyFinding[] {
  const currency = requireCarePolicy("check a policy of care", policy);
  requireCareBudget("check a policy of care", {
    budget: options.budget,
    capacities: options.capacities,
    currency,
  });
  return [
    ...ruleFindings(policy, options),
    ...limitFindings(policy, options),
    ...coverageFindings(policy, options),
  ];
}
