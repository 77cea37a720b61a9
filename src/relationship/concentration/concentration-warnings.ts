import type { Reason } from "../../shared/reason.js";
import type { ConcentrationPolicy } from "./concentration-policy.js";
import type { CurrencyConcentration } from "./currency-concentration.js";

/** What exceeds the policy, in the order of its bounds. */
export function concentrationWarnings(
  found: Omit<CurrencyConcentration, "warnings">,
  policy: ConcentrationPolicy,
): readonly Reason[] {
  const { currency, employees, herfindahlIndex, effectiveEmployees, total, singleTieValue } = found;
  const warnings: Reason[] = [];
  if (herfindahlIndex !== undefined && herfindahlIndex > policy.herfindahlIndex) {
    const params = {
      currency,
      index: herfindahlIndex,
      limit: policy.herfindahlIndex,
      effectiveEmployees: effectiveEmployees ?? 0,
    };
    warnings.push({ code: "ties-concentrated", params });
  }
  for (const { name, share = 0 } of employees) {
    if (share <= policy.topShare) continue;
    const params = { currency, employee: name, share, limit: policy.topShare };
    warnings.push({ code: "value-hangs-on-one", params });
  }
  for (const { name, atRiskShare = 0, atRiskCustomers } of employees) {
    if (atRiskShare <= policy.atRiskShare) continue;
    const params = {
      currency,
      employee: name,
      share: atRiskShare,
      customers: atRiskCustomers.length,
      limit: policy.atRiskShare,
    };
    warnings.push({ code: "value-lost-with-one", params });
  }
  const single = total.amount === 0 ? 0 : singleTieValue.amount / total.amount;
  if (single > policy.singleTieShare) {
    const params = {
      currency,
      share: single,
      customers: found.singleTieCustomers.length,
      limit: policy.singleTieShare,
    };
    warnings.push({ code: "single-ties", params });
  }
  return warnings;
}
