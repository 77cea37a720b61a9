import type { Money } from "../../shared/money/money.js";
import type { Instant } from "../../shared/time/instant.js";
import type { CareAction } from "./care-action.js";
import type { PastCare } from "./care-relationship.js";

/** What is known of an action that was done. */
export interface PastCareOptions {
  /** When it was done. */
  readonly at: Instant;
  /** What it cost in the end; as planned when absent. */
  readonly cost?: Money;
}

/**
 * How does an action that was done count in the plans to come?
 *
 * Hand the rows of a customer over as `pastCare`: they count towards caps, spacing and how often a rule fires, and the
 * occasions they answered are not answered again.
 *
 * @param action - The action.
 * @param options - When it was done and what it cost.
 * @returns The row to keep.
 * @example
 * ```ts
 * import { pastCareOf } from "goodwill/care";
 * import type { CareAction } from "goodwill/care";
 * import { instant } from "goodwill/shared";
 *
 * const done = (action: CareAction) => pastCareOf(action, { at: instant("2026-09-25T01:12:00Z") });
 * typeof done; // => "function"
 * ```
 */
export function pastCareOf(
  action: CareAction,
  { at, cost = action.cost }: PastCareOptions,
): PastCare {
  const { kind, channel, occasionKeys, rule, transactional } = action;
  const care = { at, kind, channel, cost, occasionKeys, rule };
  return transactional === undefined ? care : { ...care, transactional };
}
