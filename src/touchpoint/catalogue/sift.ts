import type { SiftedRows } from "../../shared/rows.js";
import { siftRows } from "../../shared/rows.js";
import { touchpointSchema } from "./schema.js";
import { touchpointIssues } from "./touchpoint-issues.js";
import type { Touchpoint } from "./touchpoint.js";

/**
 * Splits touchpoints at the border into those that make a catalogue and those that do not, and loses none.
 *
 * A row is handed back when a field has the wrong type, a stage, sense or another word is unknown, a stage or channel
 * is named twice or none is, the opening hours are not valid, or its id is taken (the first one counts).
 *
 * @param rows - The touchpoints as they arrived.
 * @returns The accepted touchpoints, which are a catalogue, and the rejected rows with position, path and message.
 * @example
 * ```ts
 * import { siftTouchpoints, STANDARD_TOUCHPOINTS } from "goodwill/touchpoint";
 *
 * const { accepted, rejected } = siftTouchpoints([...STANDARD_TOUCHPOINTS, STANDARD_TOUCHPOINTS[0]]);
 * accepted.length; // => 17
 * rejected[0]?.issues[0]?.message; // => 'another touchpoint is already called "salespeople"'
 * ```
 */
export function siftTouchpoints(rows: Iterable<unknown>): SiftedRows<Touchpoint> {
  const taken = new Set<string>();
  return siftRows<Touchpoint>(touchpointSchema, rows, {
    check: (touchpoint) => {
      const issues = touchpointIssues(touchpoint, taken);
      if (issues.length === 0) taken.add(touchpoint.id);
      return issues;
    },
  });
}
