import { epochMilliseconds } from "../../shared/time/instant.js";
import { requireInstant } from "../../shared/time/require-instant.js";
import type { PlannedShift } from "./planned-shift.js";

/** Throws unless a shift makes sense. @internal */
export function requirePlannedShift(
  task: string,
  { shift, at }: { readonly shift: PlannedShift; readonly at: string },
): void {
  const { id, start, minutes, breaks, agents, paidMinutes } = shift;
  const fail = (rule: string, got: unknown): RangeError =>
    new RangeError(`Cannot ${task}: ${at}.${rule}, got ${String(got)}`);
  if (typeof id !== "string" || id === "") throw fail("id must be a text", id);
  requireInstant(task, { [`${at}.start`]: start });
  if (!(Number.isInteger(minutes) && minutes >= 1 && minutes <= 1440)) {
    throw fail("minutes must be a whole number from 1 to 1440", minutes);
  }
  if (!(Number.isInteger(agents) && agents >= 0)) {
    throw fail("agents must be a whole number of at least 0", agents);
  }
  if (!(paidMinutes >= 0 && paidMinutes <= minutes)) {
    throw fail("paidMinutes must be from 0 to the minutes of the shift", paidMinutes);
  }
  let from = epochMilliseconds(start);
  const end = from + minutes * 60_000;
  breaks.forEach((pause, i) => {
    const name = `${at}.breaks[${i}]`;
    requireInstant(task, { [`${name}.start`]: pause.start });
    const begins = epochMilliseconds(pause.start);
    if (!(Number.isInteger(pause.minutes) && pause.minutes >= 1)) {
      throw fail(`breaks[${i}].minutes must be a whole number of at least 1`, pause.minutes);
    }
    if (begins < from || begins + pause.minutes * 60_000 > end) {
      throw fail(`breaks[${i}] must lie in the shift and after the break before`, pause.start);
    }
    from = begins + pause.minutes * 60_000;
  });
}
