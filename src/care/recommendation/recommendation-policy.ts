/** From when on a group is told apart from all customers, and a product is recommended. */
export interface RecommendationPolicy {
  /** How many customers a group must have to say anything of it, a whole number of at least 1. */
  readonly minimumMembers: number;
  /** Least share of all customers that are in the group and own the product, 0 to 1. */
  readonly minimumSupport: number;
  /** Least share of the group that owns a product for it to be recommended to the others, 0 to 1. */
  readonly minimumConfidence: number;
  /** Least lift of a product that is recommended to a member, at least 1. */
  readonly minimumLift: number;
  /** From this lift on a product marks a group, above 1. */
  readonly markingLift: number;
  /** Up to this lift a group lacks a product, 0 to below 1. */
  readonly lackingLift: number;
  /** Least share of all customers that own a product for a group to lack it, 0 to 1. */
  readonly minimumBaseShare: number;
  /** Confidence level of the intervals, above 0 and below 1. */
  readonly level: number;
  /** At most how many products are recommended to a member, a whole number of at least 1. */
  readonly perMember: number;
}

/**
 * Groups of at least 30; recommended is what at least half of the group has, a fifth more often than all customers.
 *
 * @remarks Half is what "most of their like have" means (CARE-8). That support, confidence and lift decide: Agrawal,
 * Imielinski and Swami (1993, SIGMOD, 207) and Brin, Motwani, Ullman and Tsur (1997, SIGMOD, 255), who give no bounds;
 * those of members, support, lift and number have no other source: put in the firm's own.
 */
export const DEFAULT_RECOMMENDATION_POLICY: RecommendationPolicy = {
  minimumMembers: 30,
  minimumSupport: 0.001,
  minimumConfidence: 0.5,
  minimumLift: 1.2,
  markingLift: 1.5,
  lackingLift: 0.5,
  minimumBaseShare: 0.05,
  level: 0.95,
  perMember: 3,
};
