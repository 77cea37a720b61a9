import type { MomentPolicy } from "./moment-policy.js";

/**
 * How the impact of a touchpoint is known.
 *
 * - `outcome` (the default): by how much the share of journeys with a success differs between those that touch it and
 *   those that do not. It is measured apart from the feelings, so that the gap does not count twice.
 * - `remembered-score`: by how much the mean remembered score differs between them, for logs without outcomes. A
 *   touchpoint that feels bad pulls down the remembered score of its journeys, so that here the gap does count twice.
 * - a table: the weight of each touchpoint as the firm declares it, from a survey or by judgement; at least 0.
 */
export type MomentImpactSource = "outcome" | "remembered-score" | Readonly<Record<string, number>>;

/** How moments of truth are found. */
export interface MomentsOfTruthOptions {
  /** How the impact is known; `outcome` when absent. */
  readonly impact?: MomentImpactSource;
  /** How a touchpoint is expected to feel, -1 to 1, by touchpoint; 0, neutral, where absent. */
  readonly expected?: Readonly<Record<string, number>>;
  /** What counts as enough; {@link DEFAULT_MOMENT_POLICY} by default. */
  readonly policy?: MomentPolicy;
}
