import { isInstant } from "../../shared/time/instant.js";
import type { CustomerRecord } from "./customer-record.js";

/**
 * Why a record cannot be merged with any other; nothing when it can.
 *
 * @internal
 */
export function recordProblem({
  source,
  recordId,
  at,
  fieldTimes = {},
}: CustomerRecord): string | undefined {
  const texts = [
    ["source", source],
    ["id", recordId],
  ] as const;
  for (const [what, text] of texts) {
    if (typeof text !== "string" || text === "") return `a record has no ${what}`;
    if (text.trim() !== text) {
      return `the ${what} of a record must have no blanks at its ends, got ${JSON.stringify(text)}`;
    }
  }
  const times: readonly unknown[] = [at, ...Object.values(fieldTimes)];
  const wrong = times.findIndex((time) => !isInstant(time));
  return wrong < 0 ? undefined : `a time must be an instant, got ${JSON.stringify(times[wrong])}`;
}
