import { COMPLAINT_GRADES } from "../complaint/complaint.js";
import type { ComplaintGrade } from "../complaint/complaint.js";

/** The severity a case counts as: raised where safety was at risk, never lowered. @internal */
export function countedSeverity(
  { severity, safety = false }: { readonly severity: ComplaintGrade; readonly safety?: boolean },
  safetySeverity: ComplaintGrade,
): ComplaintGrade {
  if (!safety) return severity;
  const own = COMPLAINT_GRADES.indexOf(severity);
  return own >= COMPLAINT_GRADES.indexOf(safetySeverity) ? severity : safetySeverity;
}
