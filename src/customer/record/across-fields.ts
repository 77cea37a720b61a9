import type * as z from "zod";
import type { RowIssue } from "../../shared/rows.js";

/** A schema's check across fields: every issue is reported at its path, beside those of other checks. */
export function acrossFields<T>(
  issuesOf: (value: T) => readonly RowIssue[],
): (payload: z.core.ParsePayload<T>) => void {
  return (payload) => {
    for (const { path, message } of issuesOf(payload.value)) {
      const steps = path.split(".").map((step) => (/^\d+$/.test(step) ? Number(step) : step));
      payload.issues.push({
        code: "custom",
        path: steps,
        message,
        input: payload.value,
        continue: true,
      });
    }
  };
}
