import type { Ratio } from "../../shared/money/ratio.js";

/** From when on a programme is to be looked at. */
export interface ProgrammeLintPolicy {
  /** The share of what members spend above which what it earns them back is a warning; above 0. */
  readonly returnShare: Ratio;
}

/**
 * A warning where spend earns back more than 20 percent of itself.
 *
 * @remarks A policy of ours, without a source; put in the margin the firm can give away. That more than all of it
 * comes back is an error whatever the policy.
 */
export const DEFAULT_PROGRAMME_LINT_POLICY: ProgrammeLintPolicy = {
  returnShare: { numerator: 1, denominator: 5 },
};
