import type { Reason } from "../../shared/reason.js";
import type { CarePolicyFinding, CarePolicyFindingCode } from "./care-policy-finding.js";

/** A finding. @internal */
export function policyFinding(
  code: CarePolicyFindingCode,
  severity: CarePolicyFinding["severity"],
  { where, params }: { readonly where: string; readonly params: Reason["params"] },
): CarePolicyFinding {
  return { code, severity, where, params };
}
