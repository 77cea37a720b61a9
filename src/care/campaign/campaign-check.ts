import type { Reason } from "../../shared/reason.js";

/** The eight things a campaign must not do (PRO-8). */
export type CampaignDont =
  | "charged-for-email"
  | "exaggerated-claim"
  | "slow-reply"
  | "slow-confirmation"
  | "ignored-complaint-or-refund"
  | "ignored-print-request"
  | "attachment"
  | "link-or-file-does-not-open";

/** The eight don'ts, in the order in which they are checked. */
export const CAMPAIGN_DONTS: readonly CampaignDont[] = [
  "charged-for-email",
  "exaggerated-claim",
  "slow-reply",
  "slow-confirmation",
  "ignored-complaint-or-refund",
  "ignored-print-request",
  "attachment",
  "link-or-file-does-not-open",
];

/** What was found about a don't: something against it, or a fact that is missing. */
export interface CampaignFinding extends Reason {
  /** What it is. */
  readonly code:
    | "campaign-charge"
    | "campaign-claim"
    | "campaign-answers-late"
    | "campaign-promise-slow"
    | "campaign-unanswered"
    | "campaign-attachment"
    | "campaign-link-broken"
    | "campaign-file-broken"
    | "campaign-not-known";
  /** `error` where it must not stay so, `warning` where somebody should look. */
  readonly severity: "error" | "warning";
  /** The place in the campaign: `messages[0].attachments[1]`, `service.orders`. */
  readonly where: string;
}

/** What came of one don't. */
export interface CampaignCheck {
  /** Which. */
  readonly dont: CampaignDont;
  /** `violated` when anything stands against it; else `not-known` when a fact is missing; else `passed`. */
  readonly outcome: "passed" | "violated" | "not-known";
  /** What was found, violations before missing facts; empty when passed. */
  readonly findings: readonly CampaignFinding[];
}

/** What came of all eight. */
export interface CampaignReport {
  /** The worst of the outcomes: `violated` before `not-known` before `passed`. */
  readonly outcome: CampaignCheck["outcome"];
  /** Each don't once, in the order of `CAMPAIGN_DONTS`. */
  readonly checks: readonly CampaignCheck[];
}
