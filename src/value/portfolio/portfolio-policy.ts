/** What a customer is judged by, and how much it counts. */
export interface PortfolioCriterion {
  /** Name of the figure, such as `revenue`. */
  readonly name: string;
  /** How much it counts against the others, at least 0; the weights need not add up to 1. */
  readonly weight: number;
}

/** A class of customers, from where the class before it ends. */
export interface PortfolioClassBound {
  /** The class's name. */
  readonly name: string;
  /** The class ends with the customer before whom this share is reached, above 0 to 1; 1 for the last class. */
  readonly untilShare: number;
}

/** How customers are sorted into classes. */
export interface PortfolioPolicy {
  /** What customers are judged by; at least one, with weights that are not all 0. */
  readonly criteria: readonly PortfolioCriterion[];
  /**
   * How the criteria are made comparable. `mean`: the figure divided by the mean of those who have one, so that 1 is
   * the average customer. `rank`: the same of its rank from below, equal figures sharing their mean rank, so that
   * a single huge figure does not decide.
   */
  readonly scale: "mean" | "rank";
  /** What the classes are shares of: of the sum of the scores, or of the number of customers. */
  readonly by: "value-share" | "rank-share";
  /** The classes from the best, ends rising to 1. */
  readonly classes: readonly PortfolioClassBound[];
}

/**
 * Revenue counts 40 percent, length of the relationship, income and collaboration 20 percent each; A holds 80 percent
 * of the value, B the next 15, C the last 5.
 *
 * @remarks The four criteria are those of portfolio analysis (VAL-1); their weights have no source: put in the firm's
 * own. The classes are those of ABC analysis (Dickie 1951, Factory Management and Maintenance 109:92) with the bounds
 * in common use.
 */
export const DEFAULT_PORTFOLIO_POLICY: PortfolioPolicy = {
  criteria: [
    { name: "revenue", weight: 0.4 },
    { name: "length", weight: 0.2 },
    { name: "income", weight: 0.2 },
    { name: "collaboration", weight: 0.2 },
  ],
  scale: "mean",
  by: "value-share",
  classes: [
    { name: "A", untilShare: 0.8 },
    { name: "B", untilShare: 0.95 },
    { name: "C", untilShare: 1 },
  ],
};
