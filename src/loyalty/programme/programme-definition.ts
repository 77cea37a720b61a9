import type { CurrencyCode } from "../../shared/money/currency.js";
import type { LeapDayPolicy } from "../../shared/time/anniversary.js";
import type { TimeZone } from "../../shared/time/time-zone.js";
import type { EarningPolicy, EarningRule } from "./earning-rule.js";
import type { PointKind } from "./point-kind.js";
import type { RedemptionPolicy, Reward } from "./redemption-policy.js";
import type { ReturnPolicy } from "./return-policy.js";
import type {
  HouseholdPolicy,
  LoyaltyPartner,
  ReferralPolicy,
  TransferPolicy,
} from "./sharing-policy.js";
import type { ClubDefinition, TierPolicy } from "./tier-policy.js";

/** The rules of a points programme, as data: what a host writes down. */
export interface LoyaltyProgrammeDefinition {
  /** The host's id of the programme. */
  readonly id: string;
  /** The version of these rules; recorded in every event. */
  readonly version: number;
  /** The programme's clock: days, weeks, months and "through D" are meant in it. */
  readonly zone: TimeZone;
  /** The currency amounts are counted in; orders in others bring their rate. */
  readonly currency: CurrencyCode;
  /** The kinds of points; at least one. */
  readonly kinds: readonly PointKind[];
  /** How points are earned; empty for a programme that only grants by hand. */
  readonly earning: readonly EarningRule[];
  /** How several rules make one number; `DEFAULT_EARNING_POLICY` when absent. */
  readonly earningPolicy?: EarningPolicy;
  /** How points pay; they do not when absent. */
  readonly redemption?: RedemptionPolicy;
  /** What points buy. */
  readonly rewards?: readonly Reward[];
  /** What happens on a return; `DEFAULT_RETURN_POLICY` when absent. */
  readonly returns?: ReturnPolicy;
  /** The tiers; none when absent. */
  readonly tiers?: TierPolicy;
  /** The clubs. */
  readonly clubs?: readonly ClubDefinition[];
  /** How members pass points on; they do not when absent. */
  readonly transfer?: TransferPolicy;
  /** How households collect; they do not when absent. */
  readonly household?: HouseholdPolicy;
  /** Who else issues or accepts points. */
  readonly partners?: readonly LoyaltyPartner[];
  /** How recommendations are rewarded; they are not when absent. */
  readonly referral?: ReferralPolicy;
  /** The day a birthday or anniversary of 29 February falls on in other years; `feb28` when absent. */
  readonly leapDay?: LeapDayPolicy;
}
