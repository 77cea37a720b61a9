/** What the models of attribution take for granted. */
export interface AttributionPolicy {
  /** Touchpoints that count as coming directly, which `last-non-direct` passes over. */
  readonly directTouchpoints: readonly string[];
  /** Share of the first step in `position-based`. */
  readonly firstShare: number;
  /** Share of the last step in `position-based`; with `firstShare` at most 1, the rest goes to the steps between. */
  readonly lastShare: number;
  /** In `time-decay`, days in which the credit of a step halves, above 0; for rows with `daysBefore`. */
  readonly halfLifeDays: number;
  /** In `time-decay`, steps in which it halves, above 0; for rows without `daysBefore`. */
  readonly halfLifeSteps: number;
  /** How many steps in a row `markov` remembers: 1, 2 or 3. */
  readonly markovOrder: 1 | 2 | 3;
}

/**
 * 40 percent each to the first and the last step, a half-life of 7 days, and direct visits by that name: the rules of
 * Google Analytics, from which the field has them. The same 7 for steps where no days are known; no memory beyond
 * the present step.
 *
 * Anderl, Becker, von Wangenheim and Schumann (2016, International Journal of Research in Marketing 33:457) compare
 * the orders of `markov` on four logs and advise 3 where the log is large.
 */
export const DEFAULT_ATTRIBUTION_POLICY: AttributionPolicy = {
  directTouchpoints: ["direct"],
  firstShare: 0.4,
  lastShare: 0.4,
  halfLifeDays: 7,
  halfLifeSteps: 7,
  markovOrder: 1,
};
