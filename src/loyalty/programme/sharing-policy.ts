/** How members pass points to one another. */
export interface TransferPolicy {
  /** The kinds of points that may be passed on. */
  readonly kinds: readonly string[];
  /** Points at least in one transfer; 1 when absent. */
  readonly minimumPoints?: number;
  /** Points at most that a member passes on in a calendar month; any number when absent. */
  readonly monthlyPoints?: number;
}

/** How the members of a household collect together, in an account of the household's own. */
export interface HouseholdPolicy {
  /** Members at most, at least 2. */
  readonly members: number;
  /** The kinds of points that may be paid in. */
  readonly kinds: readonly string[];
  /** Points at most that a member pays in in a calendar month; any number when absent. */
  readonly monthlyPoints?: number;
}

/** Somebody else who issues or accepts points. */
export interface LoyaltyPartner {
  /** The programme's name of the partner. */
  readonly id: string;
  /** The kinds of points the partner issues. */
  readonly issues: readonly string[];
  /** The kinds of points the partner accepts. */
  readonly accepts: readonly string[];
}

/** How a recommendation is rewarded (LOY-5). */
export interface ReferralPolicy {
  /** The kind of points both are given. */
  readonly kind: string;
  /** Points for who recommended, an integer of at least 1. */
  readonly referrerPoints: number;
  /** Points for the friend; an integer of at least 1. */
  readonly friendPoints: number;
  /** The friend's first paid order is at least this, in minor units; any paid order when absent. */
  readonly orderAtLeast?: number;
  /** Days after the friend's enrolment within which that order has to come; without end when absent. */
  readonly withinDays?: number;
  /** Friends at most a member is rewarded for in a calendar month; any number when absent. */
  readonly monthlyFriends?: number;
}
