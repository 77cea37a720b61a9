import type { ContactPolicy } from "../../customer/consent/contact-policy.js";
import type { LifecyclePolicy } from "../../customer/life-cycle/policy.js";
import type { ContactChannel } from "../../customer/record/contact-point.js";
import type { LoyaltyAttachmentPolicy } from "../../loyalty/attachment/attachment-policy.js";
import type { TimeZone } from "../../shared/time/time-zone.js";
import { DEFAULT_LEAVING_RISK_POLICY } from "./leaving-risk.js";
import type { LeavingRiskPolicy } from "./leaving-risk.js";
import type { RelationshipAspect } from "./relationship.js";
import { DEFAULT_SATISFACTION_TREND_POLICY } from "./satisfaction-course.js";
import type { SatisfactionTrendPolicy } from "./satisfaction-course.js";

/** A purpose and a channel whose consent is asked about. */
export interface ConsentQuestion {
  /** What the contact is for. */
  readonly purpose: string;
  /** The channel. */
  readonly channel: ContactChannel;
}

/** By which rules a relationship is assessed. */
export interface AssessmentPolicies {
  /** The zone whose days count where the customer's own is not known. */
  readonly zone: TimeZone;
  /** The rules of the life cycle; `DEFAULT_LIFECYCLE_POLICY` when absent. */
  readonly lifecycle?: LifecyclePolicy;
  /** The rules of loyalty; `DEFAULT_LOYALTY_ATTACHMENT_POLICY` when absent. */
  readonly attachment?: LoyaltyAttachmentPolicy;
  /** What may be sent to whom; `DEFAULT_CONTACT_POLICY` when absent. */
  readonly contact?: ContactPolicy;
  /** From when on satisfaction rises or falls. */
  readonly trend: SatisfactionTrendPolicy;
  /** How the risk of leaving is read. */
  readonly leaving: LeavingRiskPolicy;
  /** Which consents are summed up. */
  readonly consents: readonly ConsentQuestion[];
  /** How many days ahead occasions are listed, a whole number of at least 0; today is day 0. */
  readonly occasionDays: number;
  /** For how many days knowledge of an aspect is fresh, whole numbers of at least 0; for ever when absent. */
  readonly freshDays: Readonly<Partial<Record<RelationshipAspect, number>>>;
}

/**
 * Days of UTC where the zone is unknown, occasions of a quarter, no consents asked about; value, satisfaction and
 * loyalty are fresh for a year, the tier for a month.
 *
 * @remarks The year for satisfaction is that of `signalDays` in `DEFAULT_LIFECYCLE_POLICY`, so that both rooms hear the
 * same signals; value and loyalty follow it. The quarter is the rhythm of calls and visits (CARE-4). The month has no
 * source: how often a ledger is read is the firm's to say.
 */
export const DEFAULT_ASSESSMENT_POLICIES: AssessmentPolicies = {
  zone: "UTC" as TimeZone,
  trend: DEFAULT_SATISFACTION_TREND_POLICY,
  leaving: DEFAULT_LEAVING_RISK_POLICY,
  consents: [],
  occasionDays: 92,
  freshDays: { value: 365, satisfaction: 365, loyalty: 365, tier: 31 },
};
