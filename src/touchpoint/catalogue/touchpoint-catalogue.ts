import { touchpointIssues } from "./touchpoint-issues.js";
import type { Touchpoint } from "./touchpoint.js";

/**
 * Is this a catalogue, and which touchpoint has which id?
 *
 * For a catalogue the program itself holds. One that arrives from outside goes through {@link siftTouchpoints}, which
 * hands back what does not hold instead of throwing.
 *
 * @param touchpoints - The touchpoints; none is a catalogue, too.
 * @returns The touchpoints by id, in the order given.
 * @throws RangeError when an id is empty or taken, a word is none of its list, no stage or channel is named, or opening
 * hours are not valid; the message names the position.
 * @example
 * ```ts
 * import { requireTouchpointCatalogue, STANDARD_TOUCHPOINTS } from "goodwill/touchpoint";
 *
 * requireTouchpointCatalogue(STANDARD_TOUCHPOINTS).get("word-of-mouth")?.control; // => "earned"
 * ```
 */
export function requireTouchpointCatalogue(
  touchpoints: Iterable<Touchpoint>,
): ReadonlyMap<string, Touchpoint> {
  const byId = new Map<string, Touchpoint>();
  const taken = new Set<string>();
  let index = 0;
  for (const touchpoint of touchpoints) {
    const [issue] = touchpointIssues(touchpoint, taken);
    if (issue !== undefined) {
      throw new RangeError(
        `Cannot use a catalogue: ${issue.path === "" ? "" : `${issue.path} of `}the touchpoint at index ${String(index)}: ${issue.message}`,
      );
    }
    taken.add(touchpoint.id);
    byId.set(touchpoint.id, touchpoint);
    index += 1;
  }
  return byId;
}
