/** What counts as enough to judge care by. */
export interface ReviewPolicy {
  /** Confidence level of all intervals, as a share above 0 and below 1. */
  readonly level: number;
  /** So many customers with a known response must be in each of both groups, at least 1. */
  readonly minimumCustomers: number;
  /** The smallest difference between response shares that is worth the care, above 0 and below 1. */
  readonly leastDifference: number;
  /** Chance to notice a difference of that size, above 0.5 and below 1; says how many customers are needed. */
  readonly power: number;
  /** From which share of actions that ended undone on the way to the customer wants mending, above 0 to 1. */
  readonly stoppedShare: number;
  /** Between which shares the response to care normally lies. */
  readonly normalResponse: {
    /** Lower end, from 0. */
    readonly lower: number;
    /** Upper end, to 1; not below the lower. */
    readonly upper: number;
  };
}

/**
 * The defaults: 95 percent intervals, 30 customers a group, one point more response noticed with a chance of 80
 * percent, one in ten actions undone.
 *
 * @remarks The normal response of 2 to 3 percent is EXP-11; one point is a third to a half of it. A power of 0.8 is the
 * custom of trials (Cohen 1988, Statistical Power Analysis, section 2.4).
 */
export const DEFAULT_REVIEW_POLICY: ReviewPolicy = {
  level: 0.95,
  minimumCustomers: 30,
  leastDifference: 0.01,
  power: 0.8,
  stoppedShare: 0.1,
  normalResponse: { lower: 0.02, upper: 0.03 },
};
