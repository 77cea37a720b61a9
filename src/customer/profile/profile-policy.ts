import { PROFILE_ITEMS, type ProfileItem, type ProfileKind } from "./profile-item.js";

/** What belongs in a profile, how it counts, how it ages, and how often one asks. */
export interface ProfilePolicy {
  /** What belongs in a profile; at least one item, each once. */
  readonly items: readonly ProfileItem[];
  /** How much each of the four kinds counts, at least 0; a kind without an item that applies counts nothing. */
  readonly kindWeights: Readonly<Record<ProfileKind, number>>;
  /** What is worth less than this share of its fresh self is stale: above 0, at most 1. */
  readonly staleBelowShare: number;
  /** What information of unknown age is worth, where it ages: 0 to 1. */
  readonly undatedShare: number;
  /** For how many days after asking the same is not asked again, at least 0; a refusal holds for good. */
  readonly askAgainDays: number;
}

/**
 * All items, the four kinds alike, stale after one half-life, undated information worth half, and a quarter of a year
 * between two askings.
 *
 * That information loses worth exponentially, by item, is the timeliness of Heinrich, Kaiser and Klier (2007, How to
 * measure data quality? A metric-based approach, ICIS); the figures are this library's own, to be replaced by
 * measured ones.
 */
export const DEFAULT_PROFILE_POLICY: ProfilePolicy = {
  items: PROFILE_ITEMS,
  kindWeights: { basic: 1, behaviour: 1, outcome: 1, feedback: 1 },
  staleBelowShare: 0.5,
  undatedShare: 0.5,
  askAgainDays: 90,
};
