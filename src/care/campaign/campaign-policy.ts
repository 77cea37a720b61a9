import { DEFAULT_CLAIM_RULES } from "./campaign-claims.js";
import type { ClaimRule } from "./campaign-claims.js";

/** What counts as slow, large, refused and exaggerated in a campaign. */
export interface CampaignPolicy {
  /** Enquirers who do not order have an answer after so many hours; above 0. */
  readonly replyHours: number;
  /** Orders and payments are confirmed after so many hours; above 0. */
  readonly confirmationHours: number;
  /** So large a share of answers may come later; 0 to below 1. */
  readonly lateShare: number;
  /** An attachment has at most so many octets; whole, at least 0. */
  readonly attachmentOctets: number;
  /** Media types nobody should be sent, whole or up to the stroke: `application/zip`, `application/*`. */
  readonly refusedMediaTypes: readonly string[];
  /** Which words exaggerate. */
  readonly claims: readonly ClaimRule[];
}

/**
 * Enquiries within a day, confirmations within an hour, one in twenty may be late, attachments of one mebibyte at most
 * and no programs or archives.
 *
 * @remarks PRO-8 names the don'ts and no numbers: the numbers are a policy of ours. Directive 2000/31/EC, article 11,
 * asks that orders placed by electronic means are acknowledged without undue delay, also without a number.
 */
export const DEFAULT_CAMPAIGN_POLICY: CampaignPolicy = {
  replyHours: 24,
  confirmationHours: 1,
  lateShare: 0.05,
  attachmentOctets: 1_048_576,
  refusedMediaTypes: [
    "application/zip",
    "application/x-7z-compressed",
    "application/vnd.rar",
    "application/x-msdownload",
    "application/x-sh",
    "application/java-archive",
    "application/javascript",
    "text/javascript",
  ],
  claims: DEFAULT_CLAIM_RULES,
};
