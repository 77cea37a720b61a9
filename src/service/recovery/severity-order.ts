import type { ComplaintGrade } from "../complaint/complaint.js";

/** The grades, the least first. @internal */
export const GRADE_ORDER: readonly ComplaintGrade[] = ["low", "medium", "high", "critical"];

/** The severity a case counts as: raised where safety was at risk, never lowered. @internal */
export function countedSeverity(
  { severity, safety = false }: { readonly severity: ComplaintGrade; readonly safety?: boolean },
  safetySeverity: ComplaintGrade,
): ComplaintGrade {
  if (!safety) return severity;
  const own = GRADE_ORDER.indexOf(severity);
  return own >= GRADE_ORDER.indexOf(safetySeverity) ? severity : safetySeverity;
}
