import type { Reason } from "../../shared/reason.js";

/** The codes of one kind of day: for the day itself, and for days before and after it. */
export interface OffsetCodes {
  readonly itself: string;
  readonly before: string;
  readonly after: string;
}

/** Why it is this day: a known one, or so many days before or after it. */
export function offsetReason(
  offsetDays: number,
  codes: OffsetCodes,
  params: Reason["params"],
): Reason {
  if (offsetDays === 0) return { code: codes.itself, params };
  const code = offsetDays < 0 ? codes.before : codes.after;
  return { code, params: { ...params, days: Math.abs(offsetDays) } };
}
