import { brokenContract } from "../../shared/broken-contract.js";
import type { ShiftBreak, ShiftPattern } from "./shift-pattern.js";

const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** Throws unless the patterns make sense. @internal */
export function requireShiftPatterns(task: string, patterns: readonly ShiftPattern[]): void {
  const ids = new Set<string>();
  patterns.forEach((pattern, place) => {
    const at = `patterns[${place}]`;
    const { id, minutes, starts, breaks = [], cost = 0 } = pattern;
    if (typeof id !== "string" || id === "")
      throw brokenContract(task, `${at}.id must be a text`, id);
    if (ids.has(id)) throw brokenContract(task, `${at}.id must stand once`, id);
    ids.add(id);
    if (!(Number.isInteger(minutes) && minutes >= 1 && minutes <= 1440)) {
      throw brokenContract(task, `${at}.minutes must be a whole number from 1 to 1440`, minutes);
    }
    if (!(Number.isFinite(cost) && cost >= 0)) {
      throw brokenContract(task, `${at}.cost must be finite and at least 0`, cost);
    }
    for (const times of "length" in starts ? [starts] : Object.values(starts)) {
      for (const time of times) {
        if (!CLOCK.test(time)) {
          throw brokenContract(task, `${at}.starts must be times from 00:00 to 23:59`, time);
        }
      }
    }
    requireBreaks(task, { breaks, at, minutes });
  });
}

function requireBreaks(
  task: string,
  {
    breaks,
    at,
    minutes,
  }: { readonly breaks: readonly ShiftBreak[]; readonly at: string; readonly minutes: number },
): void {
  let first = 0;
  breaks.forEach((pause, i) => {
    const name = `${at}.breaks[${i}]`;
    const { fromMinutes, untilMinutes = fromMinutes, stepMinutes = 15 } = pause;
    if (!(Number.isInteger(pause.minutes) && pause.minutes >= 1)) {
      throw brokenContract(
        task,
        `${name}.minutes must be a whole number of at least 1`,
        pause.minutes,
      );
    }
    if (!(Number.isInteger(stepMinutes) && stepMinutes >= 1)) {
      throw brokenContract(
        task,
        `${name}.stepMinutes must be a whole number of at least 1`,
        stepMinutes,
      );
    }
    if (!(Number.isInteger(fromMinutes) && fromMinutes >= first)) {
      throw brokenContract(
        task,
        `${name}.fromMinutes must be whole and not before the end of the earliest break before (${first})`,
        fromMinutes,
      );
    }
    if (!(Number.isInteger(untilMinutes) && untilMinutes >= fromMinutes)) {
      throw brokenContract(
        task,
        `${name}.untilMinutes must be whole and not before fromMinutes`,
        untilMinutes,
      );
    }
    if (untilMinutes + pause.minutes > minutes) {
      throw brokenContract(
        task,
        `${name} must end within the ${minutes} minutes of the shift`,
        untilMinutes,
      );
    }
    first = fromMinutes + pause.minutes;
  });
}
