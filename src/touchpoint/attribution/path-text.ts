import type { AttributionPath } from "./attribution.js";
import { stepsOfText } from "./path-steps.js";

/** What a path led to. */
export type AttributionCounts = Omit<AttributionPath, "steps">;

/** A path written as one text, with what it led to: one row of a file. */
export interface AttributionText extends AttributionCounts {
  /** The touchpoints in order, with ` > ` between: `search > mail > shop`. */
  readonly path: string;
}

/**
 * Reads a path written as one text, `search > mail > shop`.
 *
 * Steps are divided by `>`; blanks around a step are dropped. The counts are taken as they are.
 *
 * @param text - The path.
 * @param counts - What it led to.
 * @returns The path as a row for {@link attributeOutcomes}.
 * @throws RangeError when a step has no name.
 * @example
 * ```ts
 * import { attributionPath } from "goodwill/touchpoint";
 *
 * attributionPath("search > mail", { conversions: 3, nulls: 1 });
 * // => { steps: ["search", "mail"], conversions: 3, nulls: 1 }
 * attributionPath("search > > mail", { conversions: 3, nulls: 1 }); // throws RangeError
 * ```
 */
export function attributionPath(text: string, counts: AttributionCounts): AttributionPath {
  const steps = stepsOfText(text);
  const nameless = steps.indexOf("");
  if (nameless >= 0) {
    throw new RangeError(
      `Cannot read a path: step ${String(nameless + 1)} has no name, got ${JSON.stringify(text)}`,
    );
  }
  return { steps, ...counts };
}
