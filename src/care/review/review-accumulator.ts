import type { ConfiguredAccumulator } from "../../shared/aggregation.js";
import type { Moments } from "../../shared/statistics/moments.js";
import type { CareActionState } from "../plan/care-action.js";

/** Counts of outcomes, part by part, that can be stored, sent and merged. */
export interface ReviewAccumulator extends ConfiguredAccumulator {
  /** The counts of each part, by its dimension and name with a colon between, such as `rule:birthday`. */
  readonly parts: Record<string, ReviewPartCounts>;
}

/** What is counted of one part of a review. */
export interface ReviewPartCounts {
  /** The customers with care. */
  readonly treated: ReviewGroupCounts;
  /** The customers who were held out. */
  readonly control: ReviewGroupCounts;
  /** How many actions are in each state. */
  readonly states: Record<CareActionState, number>;
  /** How many actions ended undone, by the code of the reason after a colon, such as `:bounced`. */
  readonly stops: Record<string, number>;
  /** How many of the items have a story. */
  stories: number;
}

/** What is counted of the customers of one group. */
export interface ReviewGroupCounts {
  /** How many customers. */
  customers: number;
  /** Of how many it is known whether they responded. */
  known: number;
  /** How many responded. */
  responded: number;
  /** The satisfaction of those who answered. */
  satisfaction: Moments;
  /** What those of whom it is known bought, in minor units. */
  value: Moments;
  /** What the care cost, in minor units. */
  cost: number;
}
